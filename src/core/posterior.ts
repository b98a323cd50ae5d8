import type { Condition, Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";
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
  const shares = Float64Array.from(fact.values, (value) => scores?.[value.id] ?? 0);
  const place = given === undefined ? -1 : fact.values.findIndex((value) => value.id === given);
  const priors = Float64Array.from(fact.values, (value) => value.prior);
  soften(shares, priors, 0, shares.length, given === undefined ? null : place, sharpness);
  return [...shares];
}

/** Turns the log-odds from `from` to `to` into probabilities, where they stand; `given` is the place of a given value. */
function soften(
  odds: Float64Array,
  priors: Float64Array,
  from: number,
  to: number,
  given: number | null,
  sharpness: number,
): void {
  if (given !== null) {
    for (let i = from; i < to; i++) odds[i] = i - from === given ? 1 : 0;
    return;
  }
  let sum = 0;
  for (let i = from; i < to; i++) {
    const score = odds[i] as number;
    const weight = (priors[i] as number) * (score === 0 ? 1 : Math.exp(sharpness * score));
    odds[i] = weight;
    sum += weight;
  }
  for (let i = from; i < to; i++) odds[i] = (odds[i] as number) / sum;
}

/** Probabilities of every value of every fact of a plan, by slot. */
export function oddsBy(plan: Plan, heard: Hearing, given: Facts, sharpness = 1): Float64Array {
  const { facts, slots, offset, priors, issue } = plan;
  const odds = heard.scores.slice(0, priors.length);
  if (issue >= 0) addShown(plan, heard, odds, offset[issue] as number);
  for (let level = 0; level < facts.length; level++) {
    const from = offset[level] as number;
    const value = given[facts[level] as string];
    const place = value === undefined ? null : (slots.get(facts[level] as string)?.get(value) ?? from - 1) - from;
    soften(odds, priors, from, offset[level + 1] as number, place, sharpness);
  }
  return odds;
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
 * Adds to what was read of each issue, from `from` on, what was read of the groups that it is in, and of facts that
 * apply to it: whoever speaks of a refused appeal has something that can be appealed.
 */
function addShown({ offset, shown, groups }: Plan, { scores }: Hearing, sums: Float64Array, from: number): void {
  for (const { level, share, issues } of shown) {
    const more = Math.min(share * most(scores, offset[level] as number, offset[level + 1] as number), MOST_SHOWN);
    if (more !== 0) for (const place of issues) (sums[from + place] as number) += more;
  }
  for (const { slot, issues } of groups) {
    const more = scores[slot] as number;
    if (more !== 0) for (const place of issues) (sums[from + place] as number) += more;
  }
}

/** The greatest of some scores, and no less than 0. */
function most(scores: Float64Array, from: number, to: number): number {
  let found = 0;
  for (let i = from; i < to; i++) if ((scores[i] as number) > found) found = scores[i] as number;
  return found;
}

/**
 * Probability that a text is not an Amazon seller's problem at all. A text in which no signal knows anything
 * is not about one; the more clearly it names an issue or an appeal, the more it is.
 */
export function beside(plan: Plan, heard: Hearing): number {
  const { offset, issue, appeal, seller, other } = plan;
  const { scores } = heard;
  let known = appeal < 0 ? 0 : most(scores, offset[appeal] as number, offset[appeal + 1] as number);
  if (issue >= 0) {
    const issues = scores.slice(offset[issue], offset[issue + 1]);
    addShown(plan, heard, issues, 0);
    known = Math.max(known, most(issues, 0, issues.length));
  }
  const sellers = Math.min(scores[seller] as number, MOST) + Math.min(known, MOST);
  return 1 / (1 + Math.exp(sellers - (scores[other] as number) - STRANGE));
}

/** Log-odds against a text of which nothing is known. */
const STRANGE = 1.5;
/** Sellers elsewhere use the same words: however many there are, they prove no more than this. */
const MOST = 4;
