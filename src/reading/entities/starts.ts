import type { Entity } from "../../core/reading.js";
import { clauseAround, isAmongCjk } from "./cjk-windows.js";
import {
  CAME,
  CLOSED,
  DONE,
  FILLER,
  FROM,
  GIVE,
  GOT_IT,
  LEFT,
  LISTED,
  NOTICE,
  ON,
  OTHER,
  OWN,
  RECEIPT,
  SINCE_THEN,
  THINGS,
  TO_DAY,
} from "./limit-words.js";
import { Line } from "./line.js";
import type { Words } from "./words.js";

/** From which day a time to answer counts: what a text says around a day of it. */

export const lineAround = (text: string, words: Words, { start, end }: Entity): Line =>
  new Line(text, words, words.placeAt(start), words.placeAt(end));

/** Whether it is told by the day of writing: yesterday, 5 days ago. */
export const isAgo = ({ value }: Entity): boolean => /^-\d/.test(value);

/** "[17 days] from [2 November]", [2026年11月2日]起[17天内]. */
export function isFrom(text: string, words: Words, window: Entity, day: Entity): boolean {
  if (day.kind !== "date") return false;
  if (day.end <= window.start)
    return /^\s?(?:之日)?(?:起算?|から|より)[，,、の]?\s?$/.test(text.slice(day.end, window.start));
  const [from, to] = [words.placeAt(window.end), words.placeAt(day.start)];
  if (to - from > 7) return false;
  const between = words.texts(from, to);
  return between.some((word) => FROM.has(word)) && between.every((word) => isJoint(word));
}

/** "On [10 November] I got [30 days]", "I got [30 days] to appeal on [10 November]", "they gave us [72 hours] [yesterday]". */
export function isGiven(text: string, words: Words, window: Entity, day: Entity): boolean {
  if (day.kind !== "date") return false;
  const [first, last] = day.start < window.start ? [day, window] : [window, day];
  if (ENDS.test(text.slice(first.end, last.start))) return false;
  if (isAmongCjk(text, window.start, window.end)) {
    const clause = clauseAround(text, window.start, window.end);
    if (CJK_GOT.test(clause.before) || CJK_TOLD.test(clause.after)) return true;
  }
  const on = lineAround(text, words, day).before;
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
export function isNoticed(text: string, words: Words, day: Entity): boolean {
  const line = lineAround(text, words, day);
  if (told(line, isAgo(day))) return true;
  const { start, end } = day;
  return isAmongCjk(text, start, end) && isNoticedCjk(text, day, clauseAround(text, start, end));
}

/** "The notice of [2 November]", "on [2 November] I received a notice", "the notice came [yesterday]". */
function told({ before, after, lead }: Line, ago: boolean): boolean {
  const at = before.findIndex((word) => !TO_DAY.has(word));
  if (NOTICE.has(before[at] ?? "")) {
    const rest = before.slice(at + 1, at + 6);
    return !isOwn(rest) && !(ago && at === 0 && rest.some((word) => isOther(word) || isDone(word)));
  }
  // "Yesterday's notice."
  if (ago && after[0] === "s" && NOTICE.has(after[1] ?? "")) return true;
  const on = ago || before.length === 0 || ON.has(before[0] as string) || ON.has(before[1] as string);
  if (!on) return false;
  return tellsOfNotice(after) || tellsOfNotice(lead.toReversed()) || tellsOfNotice(before.toReversed());
}

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

const isOwn = (words: readonly string[]): boolean =>
  words.some((word) => OWN.has(word) || word === "sent" || word === "send");

const MAIL = /通知|邮件|郵件|信|函|メール|警告|連絡|绩效/;
const GOT = /收到|接到|发来|發來|发给|受け取|受領|届い|届き|受信|来た/;

/** [2026年11月2日]收到通知, [2026年11月2日]付けの通知, 通知日期：[2026年11月2日]. */
function isNoticedCjk(text: string, day: Entity, clause: { before: string; after: string }): boolean {
  const goesOn = text[day.end] === "，" || text[day.end] === ",";
  const after = goesOn ? clauseAround(text, day.start, day.end + 1).after : clause.after;
  if (GOT.test(after) && MAIL.test(after)) return true;
  if (/^(?:付け?)?(?:的|の)/.test(after) && MAIL.test(after.slice(0, 10))) return true;
  return /(?:通知|邮件|メール)(?:的?日期|时间|日|の日付)?(?:是|为|は|：|:|于)\s?$/.test(clause.before);
}

/**
 * Whether an account was deactivated on that day, and a time to answer is given right after: whoever answered since, or was
 * asked for more, has another one.
 */
export function isClosed(text: string, words: Words, day: Entity, window: Entity): boolean {
  const { before, after } = lineAround(text, words, day);
  const at = before.findIndex((word) => !TO_DAY.has(word));
  const on = isAgo(day) || before.length === 0 || ON.has(before[0] as string);
  const closed = CLOSED.has(before[at] ?? "")
    ? before.slice(at + 1, at + 6)
    : on && after.slice(0, 5).some((word) => CLOSED.has(word))
      ? after.slice(0, 8)
      : null;
  if (closed === null ? !CJK_CLOSED.test(clauseAround(text, day.start, day.end).after) : closed.some(isListed))
    return false;
  if (window.start < day.start || window.start - day.end > NEAR) return false;
  return !words.texts(words.placeAt(day.end), words.placeAt(window.start)).some((word) => SINCE_THEN.has(word));
}

const isListed = (word: string): boolean => LISTED.has(word) || THINGS.has(word);
const CJK_CLOSED = /^[^，。]{0,4}(?:账户|账号|帐户|帐号|店铺|アカウント)[^，。]{0,4}(?:停用|被封|封了|冻结|停止)/;
/** A notice says in a few sentences what it asks for. */
const NEAR = 300;
