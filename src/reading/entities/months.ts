import { daysBetween } from "../../core/calendar.js";
import { later } from "../later.js";
import { candidates, IN } from "./counted-units.js";
import { DOUBTFUL, isDay, MONTH } from "./dates.js";
import { OTHER, THINGS } from "./limit-words.js";
import type { Past } from "./past.js";
import type { Words } from "./words.js";

/**
 * Months in which something was, without a day: "in June", "since July 2026". They count from their last day, so that
 * nothing is told to be open too early.
 */
export function months(text: string, words: Words, today: string): Past[] {
  const found: Past[] = [];
  const take = (year: string | undefined, month: number, start: number, end: number) => {
    const days = goneSince(year, month, today);
    if (days !== null) found.push({ days, start, end, sure: true, about: true });
  };
  for (const place of candidates(text, words).months) {
    const before = words.at(place - 1)?.text ?? "";
    const name = words.at(place)?.text ?? "";
    const month = IN.has(before) ? MONTH.get(name) : undefined;
    if (month === undefined || (before !== "since" && isOfOther(words, place))) continue;
    const next = words.at(place + 1)?.text ?? "";
    if (isDay(next)) continue;
    const year = /^20\d\d$/.test(next) ? next : undefined;
    if (year === undefined && DOUBTFUL.has(name) && text[words.startOf(place)] === name[0]) continue;
    const last = year === undefined ? place : place + 1;
    take(year, month, words.startOf(place), words.startOf(last) + words.lengthOf(last));
  }
  if (text.includes("月"))
    for (const { 0: whole, 1: year, 2: month, index } of text.matchAll(CJK()))
      take(year, Number(month), index, index + whole.length);
  return found;
}

/** "Deactivated for sales in June." */
const isOfOther = (words: Words, place: number): boolean =>
  words.texts(place - 4, place - 1).some((word) => OTHER.has(word) || THINGS.has(word));

const CJK = later(
  String.raw`(?:(20\d\d)\s?年\s?)?(?<!\d)(1[0-2]|[1-9])\s?月份?(?=以来|以來|起|开始|開始|から|に|被|就|底|末)`,
  "gu",
);

/** Days since the end of a month that is over, or is now; null where it may be one to come. */
function goneSince(year: string | undefined, month: number, today: string): number | null {
  const [thisYear, thisMonth] = today.split("-").map(Number) as [number, number];
  const of = year === undefined ? thisYear - (month > thisMonth ? 1 : 0) : Number(year);
  const last = new Date(Date.UTC(of, month, 0)).toISOString().slice(0, 10);
  const days = daysBetween(last, today);
  if (of === thisYear && month === thisMonth) return 0;
  return days < 0 || days > (year === undefined ? MOST_UNTOLD : MOST) ? null : days;
}

/** So many days ago a month is told with its year. */
const [MOST_UNTOLD, MOST] = [300, 3650];
