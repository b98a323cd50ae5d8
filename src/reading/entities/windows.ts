import type { Window } from "../../core/calendar.js";
import type { Entity } from "../../core/reading.js";
import { cjkWindow, hanziCounts, isToDo } from "./cjk-windows.js";
import { countingWords } from "./counted-units.js";
import { dates } from "./dates.js";
import { firstTwo } from "./first-two.js";
import { lately } from "./lately.js";
import {
  ACT,
  CALLED,
  FILLER,
  FOLLOW,
  FROM,
  GIVE,
  HAVE,
  LASTS,
  LEFT,
  MISSED,
  NOTICE,
  NOW,
  OTHER,
  OTHERS,
  RECEIPT,
  TERM,
  THINGS,
  TO,
  TOLD,
  WITHIN,
} from "./limit-words.js";
import { Line } from "./line.js";
import { isLongLimit, mayBeLong } from "./long-limits.js";
import { isArticle, numbersByName } from "./past-words.js";
import { BUSINESS, HOURS, MONTHS, DAYS as PLAIN_DAYS, WEEKS } from "./units.js";
import { numberNamed, type Word, type Words } from "./words.js";

/** "Calendar days" are days, and so is "17 calendar". */
const DAYS: ReadonlySet<string> = new Set([...PLAIN_DAYS, "calendar"]);
const mayBeUnit = firstTwo(() =>
  [...HOURS, ...DAYS, ...BUSINESS, ...WEEKS, ...MONTHS].filter((unit) => unit.length > 1),
);

/**
 * The times to answer that a text states: "within 72 hours", "you have 17 days", 72小时内. Value: "72 hours". What else
 * takes time, or has an age, is none, nor is what cannot be told from it: a false deadline is worse than none.
 */
export const windows = lately((text: string, words: Words): Entity[] => {
  const found: Entity[] = [];
  for (const i of words.numbers) {
    if (words.lengthOf(i) > LONGEST) continue;
    const word = words.at(i) as Word;
    const [written = "", unit = ""] = /^\d{1,3}([a-z]*)$/.exec(word.text) ?? [];
    const glued = HOURS.has(unit) || DAYS.has(unit) ? unit : null;
    const count = numberNamed(word.text) ?? (glued !== null || unit === "" ? Number.parseInt(written || "0", 10) : 0);
    if (count < 1 || count > 365) continue;
    const window =
      cjkWindow(text, word) ??
      (glued !== null || mayBeginUnit(text, words, i + 1) ? latinWindow(text, words, i, glued) : null);
    if (window) found.push({ kind: "window", value: `${count} ${window.unit}`, start: word.start, end: window.end });
  }
  for (const i of countingWords(text, words)) {
    const word = words.at(i) as Word;
    // "Twelve in one day", "in nine days after".
    const loose = LOOSE.has(words.at(i - 1)?.text ?? "");
    const count = numbersByName().get(word.text) as number;
    if (loose && (count === 1 || AFTER.has(words.at(i + 2)?.text ?? ""))) continue;
    const window = latinWindow(text, words, i, null);
    if (window) found.push({ kind: "window", value: `${count} ${window.unit}`, start: word.start, end: window.end });
  }
  for (const { count, ...place } of hanziCounts(text)) {
    const window = cjkWindow(text, place);
    if (window && isToDo(text, window.end))
      found.push({ kind: "window", value: `${count} ${window.unit}`, start: place.start, end: window.end });
  }
  return found;
});

function mayBeginUnit(text: string, words: Words, place: number): boolean {
  const start = words.startOf(place);
  return mayBeUnit(text, start) || (words.lengthOf(place) === 1 && text[start] === "h");
}

/** No name of a number has more letters. */
const LONGEST = 9;

export interface Found {
  readonly unit: Window["unit"];
  readonly end: number;
}

/** A time whose unit stands behind the number, or is `glued` to it: "48hrs". */
function latinWindow(text: string, words: Words, i: number, glued: string | null): Found | null {
  if (glued !== null) {
    const hours = HOURS.has(glued);
    return isLimit(new Line(text, words, i, i + 1), hours)
      ? { unit: hours ? "hours" : "days", end: endOf(words, i) }
      : null;
  }
  const next = words.at(i + 1)?.text ?? "";
  const second = words.at(i + 2)?.text ?? "";
  const long = WEEKS.has(next) ? "weeks" : MONTHS.has(next) ? "months" : null;
  const first = words.at(i)?.text ?? "";
  if (long !== null || isArticle(first)) {
    const told = mayBeLong(words, i) && isLongLimit(new Line(text, words, i, i + 2), isArticle(first));
    return told ? { unit: long ?? unitOf(next), end: endOf(words, i + 1) } : null;
  }
  const hours = HOURS.has(next);
  const business = BUSINESS.has(next);
  if (!hours && !business && !DAYS.has(next)) return null;
  const two = business
    ? DAYS.has(second)
    : !hours && (BUSINESS.has(second) || (next === "calendar" && DAYS.has(second)));
  const last = i + (two ? 2 : 1);
  const line = new Line(text, words, i, last + 1);
  if (!isLimit(line, hours) && !(line.ends && isNoted(text, words, i, line))) return null;
  const unit = hours ? "hours" : business || BUSINESS.has(second) ? "business days" : "days";
  return { unit, end: endOf(words, last) };
}

const unitOf = (name: string): Window["unit"] =>
  HOURS.has(name) ? "hours" : BUSINESS.has(name) ? "business days" : "days";

const endOf = (words: Words, place: number): number => words.startOf(place) + words.lengthOf(place);

/** Whether a number of hours or days is a time that the reader has to answer or to act. */
function isLimit(line: Line, hours: boolean): boolean {
  const { before, after } = line;
  const [next = ""] = after;
  const at = before.findIndex((word) => !FILLER.has(word));
  const head = before[at] ?? "";
  if (LASTS.has(head) || (AGO.has(next) && !line.ends)) return false;
  const theirs = before.slice(at + 1, at + 3).some((word) => OTHERS.has(word));
  if (HAVE.has(head)) return !theirs && isHad(line);
  if (TO.has(next) && line.follows((word) => ACT.has(word), 1, 5)) return true;
  // "I got the 72 hours' notice", but not "I gave it".
  if (GIVE.has(head)) return isHad(line) || (head === "got" && CALLED.has(next));
  if (CALLED.has(next) || (LEFT.has(next) && head !== "with" && !isThing(after))) return true;
  // "12 hours after that mail we were suspended" is told of what was.
  const over = AFTER.has(next) && line.verdict() < 0;
  if (!over && line.verdictBefore() >= 0 && FROM.has(next) && isOfNotice(after)) return true;
  // A "return window" is none of the reader's.
  const of = before[at + 1] ?? "";
  if (TERM.has(head) && before.slice(at + 1, at + 5).some((word) => MISSED.has(word))) return false;
  if (TERM.has(head)) return !OTHER.has(of) && !THINGS.has(of) && line.verdict() >= 0;
  if (!WITHIN.has(head) || LASTS.has(of)) return false;
  // "No response within 48 hours" is told of what was, but not "if there is no response".
  if (before.slice(at + 1, at + 4).includes("no") && !line.warns) return false;
  // "In 3 days" is a limit for what is said before it alone.
  const loose = !hours && LOOSE.has(head);
  const told = loose ? line.verdictBefore() : line.verdict();
  if (loose && told === 0 && line.warns) return true;
  return told > 0 || (told === 0 && !loose && line.bare);
}

/** "Amazon m'a écrit le 14 novembre 2026: [10 jours]." */
function isNoted(text: string, words: Words, i: number, { before }: Line): boolean {
  const start = words.startOf(i);
  if (!/[:：]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (!before.some((word) => TOLD.has(word) || NOTICE.has(word))) return false;
  return dates(text, words).some(({ end }) => end < start && start - end <= MOST_APART);
}

const MOST_APART = 4;
const YESTERDAY = new Set("yesterday today gestern heute ayer hoy ieri oggi".split(" "));
const LOOSE = new Set(["in", "en"]);
const AFTER = new Set("after before later nach apres despues dopo".split(" "));
const AGO = new Set(["ago", "back", "later", "earlier", "old"]);

/** Whether what somebody has for so many days is nothing but time. */
function isHad(line: Line): boolean {
  const { after, ends } = line;
  const [next = ""] = after;
  if (ends || YESTERDAY.has(next) || after.slice(1, 3).some((word) => AGO.has(word))) return true;
  if (FROM.has(next) && !FOLLOW.has(next)) return isOfNotice(after);
  if (!FOLLOW.has(next)) return false;
  if (TO.has(next)) {
    const first = after.slice(1, 4).find((word) => ACT.has(word) || OTHER.has(word) || IDLE.has(word)) ?? "";
    return first === "" || ACT.has(first);
  }
  return ANYTHING.has(next) || !isThing(after);
}

const IDLE = new Set(["wait", "return"]);
const ANYTHING = new Set(["for", "or", "until", "before", "and"]);

/** "[17 days] of the date of this notice". */
function isOfNotice(after: readonly string[]): boolean {
  const end = after.findIndex((word, i) => i > 0 && !RECEIPT.has(word));
  const last = end < 0 ? after.length : end;
  const told = after[last] ?? "";
  return NOTICE.has(told) || NOW.has(told) || after.slice(1, last).includes("receipt");
}

const isThing = (after: readonly string[]): boolean =>
  after.slice(1, 4).some((word) => OTHER.has(word) || THINGS.has(word));
