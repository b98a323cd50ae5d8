import { dayAfter, nearestDay, windowOf } from "../core/calendar.js";
import type { Shown } from "../core/reading.js";
import type { ShownDeadline } from "./result.js";
import type { Interface } from "./words.js";

/**
 * The limits that the text itself states: last days, and times to answer. Those count from the day that the text says,
 * else from the one that it bears, else from today; a time that is only taken to run until after a stated last day is
 * not told.
 */
export function stated(
  { limits, written }: Pick<Shown, "limits" | "written">,
  today: string,
  words: Pick<Interface, "window" | "lastDay">,
): ShownDeadline[] {
  const whole = (day: string) => (day.startsWith("-") ? nearestDay(day, today) : day);
  const shown = new Map<string, string>();
  const last: string[] = [];
  for (const { value } of limits) {
    if (windowOf(value)) continue;
    const due = whole(value);
    last.push(due);
    shown.set(words.lastDay(due), due);
  }
  for (const { value, from } of limits) {
    const window = windowOf(value);
    if (!window) continue;
    const known = from ?? written;
    const due = dayAfter(known === null ? today : whole(known), window.count, window.unit);
    const text = words.window(value);
    if (known === null && last.some((day) => day <= due)) continue;
    if (!shown.has(text) || due < (shown.get(text) as string)) shown.set(text, due);
  }
  return [...shown].map(([text, due]) => ({ text, due, ...(due < today && { passed: true }) }));
}
