import type { Window } from "../../core/calendar.js";
import type { Entity } from "../../core/reading.js";
import { firstTwo } from "./first-two.js";
import { numberNamed, type Word, type Words } from "./words.js";

const HOURS = new Set([
  "hour",
  "hours",
  "hrs",
  "hr",
  "h",
  "stunden",
  "stunde",
  "heures",
  "heure",
  "horas",
  "hora",
  "ore",
  "ora",
]);
const DAYS = new Set([
  "day",
  "days",
  "tage",
  "tagen",
  "tag",
  "jours",
  "jour",
  "dias",
  "dia",
  "giorni",
  "giorno",
  "calendar",
]);
const BUSINESS = new Set([
  "business",
  "working",
  "werktage",
  "werktagen",
  "arbeitstage",
  "arbeitstagen",
  "ouvrables",
  "ouvres",
  "habiles",
  "laborables",
  "lavorativi",
]);
const mayBeUnit = firstTwo([...HOURS, ...DAYS, ...BUSINESS].filter((unit) => unit.length > 1));
/** Words before a number that make it a limit for the reader. */
const LIMITS = new Set(["within", "innerhalb", "binnen", "dans", "sous", "entro", "dentro", "have", "in", "next"]);
/** With one of these shortly before, the time is no limit. */
const NO_LIMIT = new Set([
  "after",
  "last",
  "past",
  "every",
  "took",
  "takes",
  "take",
  "for",
  "over",
  "ago",
  "than",
  "least",
  "refund",
  "deliver",
  "delivered",
  "ship",
]);
/** What somebody else will do in that time: a promise, if the writer speaks of themselves. */
const PROMISES = new Set([
  "reply",
  "respond",
  "response",
  "answer",
  "review",
  "hear",
  "receive",
  "process",
  "antworten",
  "melden",
]);
const WRITER = new Set(["we", "us", "our", "will", "usually", "they", "wir", "werden", "nous", "noi"]);
/** The times to answer that a text states: "within 72 hours", "you have 17 days", 72小时内. Value: "72 hours". */
export function windows(text: string, words: Words): Entity[] {
  const found: Entity[] = [];
  for (const i of words.numbers) {
    if (words.lengthOf(i) > LONGEST) continue;
    const word = words.at(i) as Word;
    const count = numberNamed(word.text) ?? (/^\d{1,3}$/.test(word.text) ? Number(word.text) : 0);
    if (count < 1 || count > 365) continue;
    const window = cjkWindow(text, word) ?? (mayBeUnit(text, words.startOf(i + 1)) ? latinWindow(words, i) : null);
    if (window)
      found.push({
        kind: "window",
        value: `${count} ${window.unit}`,
        start: window.from ?? word.start,
        end: window.end,
      });
  }
  return found;
}

/** No name of a number has more letters. */
const LONGEST = 9;

interface Found {
  readonly unit: Window["unit"];
  readonly end: number;
  readonly from?: number;
}

function isAscii(text: string, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) if (text.charCodeAt(i) >= 128) return false;
  return true;
}

function latinWindow(words: Words, i: number): Found | null {
  const next = words.at(i + 1);
  if (!next) return null;
  const hours = HOURS.has(next.text) && next.text !== "h";
  if (!hours && !DAYS.has(next.text) && !BUSINESS.has(next.text)) return null;
  const second = words.at(i + 2);
  const business =
    BUSINESS.has(next.text) || (second !== undefined && BUSINESS.has(second.text) && DAYS.has(next.text));
  const last =
    BUSINESS.has(next.text) && second && DAYS.has(second.text)
      ? second
      : DAYS.has(next.text) && second && BUSINESS.has(second.text)
        ? second
        : next;
  const before = words.texts(i - 3, i);
  const limit = before.findLastIndex((word) => LIMITS.has(word));
  const following = words.texts(i + 1, i + 6);
  const toAnswer =
    following.includes("to") &&
    following.some((word) =>
      ["respond", "reply", "appeal", "submit", "answer", "send", "provide", "act"].includes(word),
    );
  if (limit < 0 && !toAnswer && !(hours && next.text === "hour")) return null;
  const earlier = words.texts(i - 6, i);
  const promise = earlier.some((word) => PROMISES.has(word)) && earlier.some((word) => WRITER.has(word));
  const noLimit = (promise || earlier.some((word) => NO_LIMIT.has(word))) && !toAnswer && !before.includes("have");
  if (noLimit || (limit >= 0 && before[limit] === "in" && !toAnswer && !hours)) return null;
  return { unit: hours ? "hours" : business ? "business days" : "days", end: last.end };
}

function cjkWindow(text: string, word: Word): Found | null {
  if (isAscii(text, word.end, 3)) return null;
  const match = /^\s?(个|個)?\s?(小时|小時|時間|天|日|个工作日|個工作日|工作日|営業日)\s?(之内|以内|內|内)/.exec(
    text.slice(word.end, word.end + 12),
  );
  if (!match) return null;
  const unit = match[2] as string;
  return {
    unit: /時|时/.test(unit) ? "hours" : /工作日|営業日/.test(unit) ? "business days" : "days",
    end: word.end + match[0].length,
  };
}
