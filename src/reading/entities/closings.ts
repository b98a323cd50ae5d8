import type { Entity } from "../../core/reading.js";
import { clauseAround } from "./cjk-windows.js";
import { CLOSED, LISTED, ON, SINCE_THEN, THINGS, TO_DAY } from "./limit-words.js";
import { type Day, isAgo, lineAround } from "./starts.js";
import type { Words } from "./words.js";

/**
 * Whether an account was deactivated on that day, and a time to answer is given right after: whoever answered since, or was
 * asked for more, has another one.
 */
export function isClosed(text: string, words: Words, day: Day, window: Entity): boolean {
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
