import type { Condition } from "./facts.js";
import type { Reading } from "./reading.js";

/** What the decision needs to know of a fact's values before anything is read. */
export interface Priors {
  readonly id: string;
  readonly values: readonly { readonly id: string; readonly prior: number }[];
}

/**
 * Probability of each value of a fact, in the order of its values: the priors times e to the log-odds that were read
 * (a softmax), these times `sharpness`. A value that is given outright has probability 1.
 */
export function posterior(
  fact: Priors,
  given: string | undefined,
  scores: Reading["scores"][string] | undefined,
  sharpness = 1,
): number[] {
  if (given !== undefined) return fact.values.map((value) => (value.id === given ? 1 : 0));
  const weights = fact.values.map((value) => value.prior * Math.exp(sharpness * (scores?.[value.id] ?? 0)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** A group of issues, with all that are in it. */
export interface Members {
  readonly id: string;
  readonly members: readonly string[];
}

/** A fact that means something for some issues only. */
export interface Shown {
  readonly id: string;
  readonly applies?: Condition;
  /** How much of what is said of the fact counts as said for the issues that it applies to, 0 to 1. */
  readonly shows?: number;
}

/** What is said of a fact shows no more than this of the issue. */
const MOST_SHOWN = 3;

/**
 * The log-odds of each issue: what was read of it, of the groups that it is in, and of facts that apply to it:
 * whoever speaks of a refused appeal has something that can be appealed.
 */
export function issueScores(
  scores: Reading["scores"],
  groups: readonly Members[],
  facts: readonly Shown[],
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = { ...scores.issue };
  for (const { id, applies = [], shows = 0 } of facts) {
    const said = shows * Math.max(0, ...Object.values(scores[id] ?? {}));
    if (said === 0) continue;
    const issues = new Set(applies.flatMap((box) => box.issue ?? []));
    for (const issue of issues) if (issue !== null) sums[issue] = (sums[issue] ?? 0) + Math.min(said, MOST_SHOWN);
  }
  for (const { id, members } of groups) {
    const shared = scores.group?.[id];
    if (shared !== undefined) for (const issue of members) sums[issue] = (sums[issue] ?? 0) + shared;
  }
  return sums;
}

/**
 * Probability that a text is not an Amazon seller's problem at all. A text in which no signal knows anything
 * is not about one; the more clearly it names an issue or an appeal, the more it is.
 */
export function beside(scores: Reading["scores"], issues: Readonly<Record<string, number>>): number {
  const { seller = 0, other = 0 } = scores.scope ?? {};
  const known = Math.max(0, ...Object.values(issues), ...Object.values(scores.appeal ?? {}));
  return 1 / (1 + Math.exp(Math.min(seller, MOST) + Math.min(known, MOST) - other - STRANGE));
}

/** Log-odds against a text of which nothing is known. */
const STRANGE = 1.5;
/** Sellers elsewhere use the same words: however many there are, they prove no more than this. */
const MOST = 4;
