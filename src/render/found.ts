import type { Entity } from "./result.js";
import type { Interface } from "./words.js";

/** What was found in a text, as it is shown: a day without a year in words. */
export function foundAs({ kind, value }: Pick<Entity, "kind" | "value">, words: Pick<Interface, "dayOfMonth">): string {
  const [, month, day] = (kind === "date" && /^--(\d\d)-(\d\d)$/.exec(value)) || [];
  return month === undefined ? value : words.dayOfMonth(Number(month), Number(day));
}
