import type { Condition, Facts } from "./facts.js";
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

/** Probabilities of every value of every fact of a plan. */
export function oddsBy(plan: Plan, scores: Reading["scores"], given: Facts, sharpness = 1): Float64Array {
  const { levelOf, places, offset, priors, issue } = plan;
  const odds = new Float64Array(priors.length);
  if (issue >= 0) addIssues(plan, scores, odds, offset[issue] as number);
  for (const [fact, level] of levelOf) {
    const from = offset[level] as number;
    const said = scores[fact];
    if (said !== undefined && level !== issue) {
      for (const value in said) {
        const place = places[level]?.get(value);
        if (place !== undefined) odds[from + place] = said[value] as number;
      }
    }
    const value = given[fact];
    const place = value === undefined ? null : (places[level]?.get(value) ?? -1);
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
 * Adds the log-odds of each issue, from `from` on: what was read of it, of the groups that it is in, and of facts that
 * apply to it: whoever speaks of a refused appeal has something that can be appealed.
 */
function addIssues(
  { places, issue, shown, groups }: Plan,
  scores: Reading["scores"],
  sums: Float64Array,
  from: number,
) {
  const own = places[issue] as ReadonlyMap<string, number>;
  const said = scores.issue;
  for (const id in said) {
    const place = own.get(id);
    if (place !== undefined) sums[from + place] = said[id] as number;
  }
  for (const { id, share, issues } of shown) {
    const all = scores[id];
    if (all === undefined) continue;
    const more = Math.min(share * Math.max(0, most(all)), MOST_SHOWN);
    if (more !== 0) for (const place of issues) (sums[from + place] as number) += more;
  }
  const shared = scores.group;
  if (shared === undefined) return;
  for (const { id, issues } of groups) {
    const more = shared[id];
    if (more !== undefined) for (const place of issues) (sums[from + place] as number) += more;
  }
}

function most(scores: Readonly<Record<string, number>>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const value in scores) found = Math.max(found, scores[value] as number);
  return found;
}

/**
 * Probability that a text is not an Amazon seller's problem at all. A text in which no signal knows anything
 * is not about one; the more clearly it names an issue or an appeal, the more it is.
 */
export function beside(plan: Plan, scores: Reading["scores"]): number {
  const { seller = 0, other = 0 } = scores.scope ?? {};
  let known = Math.max(0, most(scores.appeal ?? {}));
  if (plan.issue >= 0) {
    const issues = new Float64Array(plan.places[plan.issue]?.size ?? 0);
    addIssues(plan, scores, issues, 0);
    for (const score of issues) known = Math.max(known, score);
  }
  return 1 / (1 + Math.exp(Math.min(seller, MOST) + Math.min(known, MOST) - other - STRANGE));
}

/** Log-odds against a text of which nothing is known. */
const STRANGE = 1.5;
/** Sellers elsewhere use the same words: however many there are, they prove no more than this. */
const MOST = 4;
