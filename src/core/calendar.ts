/** Days as YYYY-MM-DD. Core knows no clock: today is given. */

const DAY = 86_400_000;

/** A time to answer: so many hours or days, business days apart, weeks or months. */
export interface Window {
  readonly count: number;
  readonly unit: "hours" | "days" | "business days" | "weeks" | "months";
}

/** A window entity's value ("72 hours") taken apart. */
export function windowOf(value: string): Window | null {
  const match = /^(\d+) (hours|days|business days|weeks|months)$/.exec(value);
  return match ? { count: Number(match[1]), unit: match[2] as Window["unit"] } : null;
}

/**
 * The day that lies so much later than another; hours are rounded up to whole days, weekends are no business days, and a
 * month that has no such day ends it.
 */
export function dayAfter(from: string, count: number, unit: Window["unit"]): string {
  let at = Date.parse(`${from}T00:00:00Z`);
  if (unit === "months") return monthsAfter(from, count);
  if (unit !== "business days") return format(at + Math.ceil(count * (DAYS[unit] as number)) * DAY);
  for (let left = count; left > 0; ) {
    at += DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return format(at);
}

const DAYS: Readonly<Partial<Record<Window["unit"], number>>> = { hours: 1 / 24, days: 1, weeks: 7 };

function monthsAfter(from: string, count: number): string {
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return format(Date.UTC(year, month - 1 + count, Math.min(day, last)));
}

/** The day that lies so many days before another. */
export const dayBefore = (from: string, count: number): string => format(Date.parse(`${from}T00:00:00Z`) - count * DAY);

/** How many days lie between a day and a later one; less than none where it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;

/** The day of a month (--12-02) that lies nearest to another day. */
export function nearestDay(day: string, today: string): string {
  const now = Date.parse(`${today}T00:00:00Z`);
  const year = Number(today.slice(0, 4));
  const far = (one: string) => Math.abs(Date.parse(`${one}T00:00:00Z`) - now);
  const all = Array.from({ length: 9 }, (_, i) => `${year - 4 + i}${day.slice(1)}`).filter(isDay);
  return all.sort((a, b) => far(a) - far(b))[0] ?? today;
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && format(at) === text;
}

const format = (at: number): string => new Date(at).toISOString().slice(0, 10);
