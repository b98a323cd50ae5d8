import type { Evidence, Result } from "./result.js";
import type { Interface } from "./words.js";

/** What the text shows, with the words that show it. */
export interface Shown {
  readonly fact: string;
  readonly value: string;
  readonly texts: readonly string[];
}

/** Evidence by what it shows, in the order of its first words; words that stand inside others are said once. */
export function shownBy(evidence: readonly Evidence[]): Shown[] {
  const shown = new Map<string, { fact: string; value: string; spans: Evidence[] }>();
  for (const one of evidence) {
    const key = JSON.stringify([one.fact, one.value]);
    const entry = shown.get(key) ?? { fact: one.fact, value: one.value, spans: [] };
    shown.set(key, entry);
    if (entry.spans.some((other) => within(one, other))) continue;
    entry.spans = [...entry.spans.filter((other) => !within(other, one)), one];
  }
  return [...shown.values()].map(({ fact, value, spans }) => ({ fact, value, texts: spans.map(({ text }) => text) }));
}

const within = (inner: Evidence, outer: Evidence): boolean =>
  (outer.start <= inner.start && inner.end <= outer.end) || outer.text.toLowerCase().includes(inner.text.toLowerCase());

/** What there is to say of a door on the ladder. */
export function doorMarks({ state, once }: NonNullable<Result["ladder"]>[number], { doors, comma }: Interface): string {
  return [...(state === "open" ? [] : [doors[state]]), ...(once ? [doors.once] : [])].join(comma);
}

/** Where advice is given, the question is only what the problem is: those that it may well be. */
const MOST_BESIDE = 4;

/** The answers that a page shows of the question. */
export const answersOn = ({ ask, status }: Pick<Result, "ask" | "status">): NonNullable<Result["ask"]>["answers"] =>
  (ask?.answers ?? []).slice(0, status === "advised" ? MOST_BESIDE : undefined);
