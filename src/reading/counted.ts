import type { Elapsed } from "./elapsed.js";
import type { Bare } from "./naming.js";

/** What a counted time says, and the words that say so. */
export function evidenceOf({ fact, value, weight, start, end }: Elapsed, text: string): Bare {
  return { fact, value: value ?? "", weight, own: true, text: text.slice(start, end), start, end };
}

/** Evidence with what is counted in the place of what else speaks of those facts, in the order of the text. */
export function withCounted<E extends Bare>(evidence: E[], counted: readonly E[], elapsed: readonly Elapsed[]): E[] {
  if (elapsed.length === 0) return evidence;
  const facts = new Set(elapsed.map(({ fact }) => fact));
  // What has no value is no evidence: deadlines count from it.
  return [...evidence.filter(({ fact }) => !facts.has(fact)), ...counted.filter(({ value }) => value !== "")].sort(
    (a, b) => a.start - b.start,
  );
}
