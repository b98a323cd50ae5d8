import type { Entity } from "../core/reading.js";

/** Numbers by which a case is known. */
const NUMBERS: ReadonlySet<Entity["kind"]> = new Set(["asin", "order", "case", "complaint"]);

/** The numbers that stand in a text, in their order. */
export const numbersIn = (entities: readonly Pick<Entity, "kind" | "value">[]): string[] =>
  entities.filter(({ kind }) => NUMBERS.has(kind)).map(({ value }) => value);

/** What tells a case from others of its kind: its numbers, or where it has none the text itself, however it is set. */
export function markOf(text: string | null, entities: readonly Entity[]): readonly string[] {
  const numbers = numbersIn(entities);
  if (numbers.length > 0 || text === null) return numbers;
  return [text.toLowerCase().split(/\s+/).join(" ").trim()];
}
