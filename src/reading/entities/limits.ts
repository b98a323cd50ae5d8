import type { Entity, Limit } from "../../core/reading.js";
import { agoDays } from "./ago.js";
import { isClosed } from "./closings.js";
import { dateLines } from "./date-lines.js";
import { isLastDay } from "./lasts.js";
import { isBeside } from "./named-days.js";
import { type Day, isFrom, isGiven, isNoticed } from "./starts.js";

import type { Words } from "./words.js";

/** The times and last days to answer that a text states, and the day that its notice is of. */
export interface Limits {
  readonly limits: readonly Limit[];
  readonly written: string | null;
}

/** Tells for each day of a text, and each time to answer, what it is. */
export function limitsIn(text: string, words: Words, entities: readonly Entity[]): Limits {
  const told = entities.filter(({ kind }) => kind === "date" || kind === "window");
  if (told.length === 0) return NONE;
  const windows = told.filter(({ kind }) => kind === "window");
  const dates = windows.length < told.length ? told.filter(({ kind }) => kind === "date") : [];
  const last = dates.filter((day) => isLastDay(text, words, day));
  const lines = dateLines(text, dates);
  // Only a time counts from a day that is told by today's.
  const days = windows.length === 0 ? dates : inOrder(text, words, dates, windows);
  const isLast = (day: Day) => last.some(({ start, end }) => start >= day.start && end <= day.end);
  const noticed = onlyOne(days.filter((day) => !isLast(day) && isNoticed(text, words, day)));
  const limits = told.flatMap((one): Limit[] => {
    if (one.kind === "date") return last.includes(one) ? [lastDay(one)] : [];
    const [before, behind] = [days.findLast((day) => day.start < one.start), days.find((day) => day.start > one.start)];
    const near = [behind, before].filter((day) => day !== undefined && isNext(told, one, day)) as Day[];
    const from =
      near.find((day) => isFrom(text, words, one, day)) ??
      near.find((day) => isGiven(text, words, one, day)) ??
      above(lines, one) ??
      lines.find(isSure) ??
      noticed;
    if (from !== null) return [{ value: one.value, ...fromDay(from) }];
    const closed = onlyOne(days.filter((day) => isClosed(text, words, day, one)));
    return [{ value: one.value, ...fromDay(closed), ...(closed && { closed: true as const }) }];
  });
  const [first] = windows;
  const line = (first && above(lines, first)) ?? lines.find(isSure) ?? noticed;
  return { limits, written: line !== null && isSure(line) ? line.value : null };
}

const NONE: Limits = { limits: [], written: null };

const isSure = ({ other }: Entity): boolean => other === undefined;
const lastDay = ({ value, other }: Entity): Limit => ({ value, ...(other !== undefined && { other }), from: null });
const fromDay = (day: Entity | null): Pick<Limit, "from" | "otherFrom"> => ({
  from: day?.value ?? null,
  ...(day?.other !== undefined && { otherFrom: day.other }),
});

/** The date line right above a time: that of the mail that gives it, not of one that it is forwarded in. */
const above = (lines: readonly Entity[], window: Entity): Entity | undefined =>
  lines.findLast(({ start }) => start < window.start);

/** Whether no other time stands between a time and a day. */
const isNext = (told: readonly Entity[], window: Entity, day: Entity): boolean =>
  !told.some(
    (one) =>
      one.kind === "window" &&
      one !== window &&
      one.start > Math.min(window.start, day.start) &&
      one.start < Math.max(window.start, day.start),
  );

/** Dates, and days that are told by today's, but for what is a part of a time. */
function inOrder(text: string, words: Words, dates: readonly Entity[], windows: readonly Entity[]): Day[] {
  const ago = agoDays(text, words).filter(
    (one) => ![...dates, ...windows].some(({ start, end }) => start < one.end && end > one.start),
  );
  if (ago.length === 0) return [...dates];
  const alone = new Set<Day>(ago);
  const whole = dates.map((date): Day => {
    const name = ago.find((one) => isBeside(text, words, date, one));
    if (name === undefined) return date;
    alone.delete(name);
    return { ...date, start: Math.min(date.start, name.start), end: Math.max(date.end, name.end), beside: true };
  });
  return [...whole, ...alone].sort((a, b) => a.start - b.start);
}

/** The day that all of them are; null where they differ, or there is none. */
function onlyOne(days: readonly Entity[]): Entity | null {
  const [first = null] = days;
  return days.every(({ value, other }) => value === first?.value && other === first?.other) ? first : null;
}
