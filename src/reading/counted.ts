import type { Elapsed } from "./elapsed.js";
import type { Bare } from "./naming.js";

/** A time that a fact is told by; from the others only deadlines count. */
export type Counted = Elapsed & { readonly value: string };

export const isCounted = (one: Elapsed): one is Counted => one.value !== null;

/** What a counted time says, and the words that say so. */
export function evidenceOf({ fact, value, weight, start, end }: Counted, text: string): Bare {
  return { fact, value, weight, own: true, text: text.slice(start, end), start, end };
}

/** Evidence with what is counted in the place of what else speaks of those facts, in the order of the text. */
export function withCounted<E extends Bare>(evidence: E[], counted: readonly E[], elapsed: readonly Elapsed[]): E[] {
  if (elapsed.length === 0) return evidence;
  const facts = new Set(elapsed.map(({ fact }) => fact));
  return [...evidence.filter(({ fact }) => !facts.has(fact)), ...counted].sort((a, b) => a.start - b.start);
}
