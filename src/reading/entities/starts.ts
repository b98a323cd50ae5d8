import type { Entity } from "../../core/reading.js";
import { clauseAround, isAmongCjk } from "./cjk-windows.js";
import {
  BETWEEN_TOLD,
  CAME,
  DONE,
  FILLER,
  FROM,
  GIVE,
  GIVER,
  GOT_IT,
  LEFT,
  NOT,
  NOTICE,
  ON,
  OTHER,
  OWN,
  RECEIPT,
  REFUSED,
  THINGS,
  TO_DAY,
  TOLD,
  WAS,
  WROTE,
} from "./limit-words.js";
import { Line } from "./line.js";
import type { WordSet } from "./word-set.js";
import type { Words } from "./words.js";

/** From which day a time to answer counts: what a text says around a day of it. */

export const lineAround = (text: string, words: Words, { start, end }: Entity): Line =>
  new Line(text, words, words.placeAt(start), words.placeAt(end));

/** A day of a text; `beside` where a word as "yesterday" stands beside its date. */
export interface Day extends Entity {
  readonly beside?: true;
}

/** Whether it is told by the day of writing: yesterday, 5 days ago. */
export const isAgo = ({ value, beside }: Day): boolean => beside === true || /^-\d/.test(value);

/** "[17 days] from [2 November]", [2026年11月2日]起[17天内]. */
export function isFrom(text: string, words: Words, window: Entity, day: Day): boolean {
  if (day.kind !== "date") return false;
  if (day.end <= window.start)
    return /^\s?(?:之日)?(?:起算?|から|より)[，,、の]?\s?$/.test(text.slice(day.end, window.start));
  const [from, to] = [words.placeAt(window.end), words.placeAt(day.start)];
  if (to - from > 7) return false;
  const between = words.texts(from, to);
  return between.some((word) => FROM.has(word)) && between.every((word) => isJoint(word));
}

/** "On [10 November] I got [30 days]", "I got [30 days] to appeal on [10 November]", "they gave us [72 hours] [yesterday]". */
export function isGiven(text: string, words: Words, window: Entity, day: Day): boolean {
  if (day.kind !== "date") return false;
  const [first, last] = day.start < window.start ? [day, window] : [window, day];
  if (ENDS.test(text.slice(first.end, last.start))) return false;
  if (isAmongCjk(text, window.start, window.end)) {
    const clause = clauseAround(text, window.start, window.end);
    if (CJK_GOT.test(clause.before) || CJK_TOLD.test(clause.after)) return true;
  }
  const line = lineAround(text, words, day);
  const on = line.before;
  if (first === day && isOn(line, isAgo(day)) && isTold(line, GIVER, TOLD)) return true;
  const got = lineAround(text, words, window).before.slice(0, MOST_BETWEEN);
  if (last === day && words.placeAt(day.start) - words.placeAt(window.end) > MOST_AFTER) return false;
  const given = got.some((word) => GIVE.has(word) || GOT_IT.has(word));
  return given && (isAgo(day) || on.length === 0 || ON.has(on[0] as string));
}

/** "I got up to [30 days]", "I got [30 days] to appeal the claim on [10 November]". */
const [MOST_BETWEEN, MOST_AFTER] = [4, 10];
const ENDS = /\.\s|[;!?。；！？]|\n\s*\n/;
const CJK_GOT = /(?:收到|得到|获得|獲得|给了?我?们?|給了?我?們?|もらい|もらった|与えられ)[^，。]{0,4}$/;
const CJK_TOLD = /言われ|求められ|通知され|告げられ|告知(?:我|了)/;

const isJoint = (word: string): boolean =>
  FROM.has(word) || LEFT.has(word) || RECEIPT.has(word) || NOTICE.has(word) || TO_DAY.has(word) || FILLER.has(word);

/** Whether a notice is of that day, or came on it. */
export function isNoticed(text: string, words: Words, day: Day): boolean {
  const line = lineAround(text, words, day);
  if (told(line, isAgo(day))) return true;
  const { start, end } = day;
  return isAmongCjk(text, start, end) && isNoticedCjk(text, day, clauseAround(text, start, end));
}

/** "The notice of [2 November]", "on [2 November] I received a notice", "the notice came [yesterday]". */
function told(line: Line, ago: boolean): boolean {
  const { before, after, lead } = line;
  const at = before.findIndex((word) => !TO_DAY.has(word));
  if (NOTICE.has(before[at] ?? "")) {
    const rest = before.slice(at + 1, at + 6);
    return !isOwn(rest) && !(ago && at === 0 && rest.some((word) => isOther(word) || isDone(word)));
  }
  // "Yesterday's notice."
  if (ago && after[0] === "s" && NOTICE.has(after[1] ?? "")) return true;
  // "I received this yesterday", and the notice behind it.
  if (THIS.has(before[ago ? 0 : 1] ?? "") && CAME.has(before[ago ? 1 : 2] ?? "")) return true;
  if (!isOn(line, ago)) return false;
  if (isTold(line, AMAZON, WROTE) && ![...before, ...after].some((word) => REFUSED.has(word) || isOther(word)))
    return true;
  return tellsOfNotice(beforeTopic(after)) || tellsOfNotice(lead.toReversed()) || tellsOfNotice(before.toReversed());
}

const THIS = new Set("this dies diese das ceci esto questo".split(" "));
const AMAZON = new Set(["amazon"]);

/** "On 2 November". */
const isOn = ({ before }: Line, ago: boolean): boolean =>
  ago || before.length === 0 || ON.has(before[0] as string) || ON.has(before[1] as string);

/** "Amazon e-mailed me on [14 November]", "on [14 November] they told us", "am [20.11.] wurden wir gewarnt". */
function isTold({ before, after }: Line, by: WordSet, how: WordSet): boolean {
  const all = [...before.toReversed(), ...after];
  return all.some((word, i) => {
    if (!how.has(word)) return false;
    if (word === "sent" && !all.slice(i + 1, i + 7).some((one) => NOTICE.has(one))) return false;
    // "They told me that on [14 November]": that is no day of theirs.
    if (all.slice(i + 1, before.length).some((one) => THAT.has(one))) return false;
    let at = i - 1;
    while (at >= 0 && i - at < MOST_BETWEEN && (BETWEEN_TOLD.has(all[at] as string) || ON.has(all[at] as string))) at--;
    const who = all[at] ?? "";
    if (!by.has(who) && !(WAS.has(who) && word !== "sent" && word !== "written")) return false;
    return !all.slice(Math.max(0, at - 2), i).some((one) => NOT.has(one) || one === "never");
  });
}

const THAT = new Set("that dass que che if whether because until by before".split(" "));

const isDone = (word: string): boolean => DONE.has(word) && word !== "received";
export const isOther = (word: string): boolean =>
  OTHER.has(word) || (THINGS.has(word) && word !== "than") || word === "missed";

/** "I received a notice about my account", but not "I received an answer to my notice". */
function tellsOfNotice(words: readonly string[]): boolean {
  const notice = words.findIndex((word) => NOTICE.has(word) || word === "notified");
  if (notice < 0 || words.slice(0, notice).some((word) => OWN.has(word))) return false;
  if (words.some((word) => isOther(word) || word === "your" || isDone(word))) return false;
  return words.some((word) => CAME.has(word));
}

/** "I got an email", of "I got an email about late shipments". */
function beforeTopic(after: readonly string[]): readonly string[] {
  const notice = after.findIndex((word) => NOTICE.has(word));
  const topic = after.findIndex((word, i) => i > notice && ABOUT.has(word));
  return notice < 0 || topic < 0 ? after : after.slice(0, topic);
}

const ABOUT = new Set("about regarding concerning over wegen uber sobre concernant riguardo".split(" "));

/** The nearest word first: what the seller wrote or sent, but not "Amazon sent me a notice". */
const isOwn = (words: readonly string[]): boolean =>
  words.some(
    (word, i) => OWN.has(word) || word === "send" || (word === "sent" && !words.slice(i + 1, i + 3).includes("amazon")),
  );

const MAIL = /通知|邮件|郵件|信|函|メール|警告|連絡|绩效/;
const GOT = /收到|接到|发来|發來|发给|受け取|受領|届い|届き|受信|来た/;

/** [2026年11月2日]收到通知, [2026年11月2日]付けの通知, 通知日期：[2026年11月2日]. */
function isNoticedCjk(text: string, day: Entity, clause: { before: string; after: string }): boolean {
  const goesOn = text[day.end] === "，" || text[day.end] === ",";
  const after = goesOn ? clauseAround(text, day.start, day.end + 1).after : clause.after;
  if (GOT.test(after) && MAIL.test(after)) return true;
  if (
    /(?:亚马逊|亞馬遜)(?:于|在|於)?\s?$/.test(clause.before) &&
    /^(?:给我们?)?(?:发|發|通知|来信|告知|要求)/.test(after)
  )
    return true;
  if (/^(?:付け?)?(?:的|の)/.test(after) && MAIL.test(after.slice(0, 10))) return true;
  return /(?:通知|邮件|メール)(?:的?日期|时间|日|の日付)?(?:是|为|は|：|:|于)\s?$/.test(clause.before);
}
