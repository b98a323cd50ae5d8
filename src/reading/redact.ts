import type { Entity, Shown } from "../core/reading.js";

/** What identifies somebody or something; dates, times to answer and marketplaces do not. */
const IDENTIFYING: ReadonlySet<Entity["kind"]> = new Set(["asin", "order", "case", "complaint", "email", "amount"]);

/** What stands for a masked character. Every text keeps its length, so every span still holds. */
const MASK = "█";

/** A text and what was read in it, with identifying entities masked. The reading itself is that of the whole text. */
export function redact<R extends Shown>(text: string, reading: R): { text: string; reading: R } {
  const hidden = reading.entities.filter((one) => IDENTIFYING.has(one.kind));
  let masked = "";
  let after = 0;
  for (const { start, end } of hidden) {
    masked += text.slice(after, start) + MASK.repeat(end - start);
    after = end;
  }
  masked += text.slice(after);
  const shown = <T extends { readonly start: number; readonly end: number }>(one: T) =>
    masked.slice(one.start, one.end);
  return {
    text: masked,
    reading: {
      ...reading,
      evidence: reading.evidence.map((one) => ({ ...one, text: shown(one) })),
      entities: reading.entities.map((one) => (IDENTIFYING.has(one.kind) ? { ...one, value: shown(one) } : one)),
      signs: reading.signs.map((one) => ({ ...one, text: shown(one) })),
    },
  };
}
