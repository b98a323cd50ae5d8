import { applicable } from "./condition.js";
import type { Condition, Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";

/** What the decision needs to know of a fact's values before anything is read. */
export interface Priors {
  readonly id: string;
  readonly values: readonly { readonly id: string; readonly prior: number }[];
}

/** Each fact at the value that is likeliest before anything is read. */
export const likeliestValues = (facts: readonly Priors[]): Facts =>
  Object.fromEntries(facts.map(({ id, values }) => [id, values.reduce((a, b) => (b.prior > a.prior ? b : a)).id]));

/**
 * Turns the log-odds from `from` to `to` into probabilities, where they stand: the priors times e to the log-odds (a
 * softmax), these times `sharpness`. A value that is given outright has probability 1. Gives what they were divided by.
 */
function soften(
  odds: Float64Array,
  priors: Float64Array,
  from: number,
  to: number,
  given: number | null,
  sharpness: number,
): number {
  if (given !== null) {
    for (let i = from; i < to; i++) odds[i] = i - from === given ? 1 : 0;
    return 1;
  }
  let sum = 0;
  for (let i = from; i < to; i++) {
    const score = odds[i] as number;
    const weight = (priors[i] as number) * (score === 0 ? 1 : Math.exp(sharpness * score));
    odds[i] = weight;
    sum += weight;
  }
  for (let i = from; i < to; i++) odds[i] = (odds[i] as number) / sum;
  return sum;
}

/** What log-odds are multiplied by before they are probabilities. */
export interface Scale {
  /** Whatever the text; absent: 1. */
  readonly sharpness?: number;
  /** How much more they count the fewer phrases they come from; absent: 0. */
  readonly brevity?: number;
}

/**
 * By how much the log-odds of a text are multiplied. Weights are fitted with most of what was found left out, as if a text
 * said the same thing several times; one of a few words says it once, and would be understood to say nearly nothing.
 */
const scaleFor = ({ sharpness = 1, brevity = 0 }: Scale, { count }: Hearing): number =>
  sharpness * (1 + brevity / (FEW + count));

/** With so many phrases found, `brevity` counts half of what it counts where there is next to none. */
const FEW = 8;

/** Probabilities of every value of every fact of a plan, which hold until the next time. */
export function oddsBy(plan: Plan, heard: Hearing, given: Facts, scale: Scale = {}): Float64Array {
  const { facts, places, offset, priors, issue, odds, sums } = plan;
  for (let i = 0; i < odds.length; i++) odds[i] = heard.scores[i] as number;
  if (issue >= 0) {
    addIssues(plan, heard, odds);
    doubtIssues(plan, given, odds);
  }
  const sharpness = scaleFor(scale, heard);
  for (let level = 0; level < facts.length; level++) {
    const value = given[facts[level] as string];
    const place = value === undefined ? null : (places[level]?.get(value) ?? -1);
    sums[level] = soften(odds, priors, offset[level] as number, offset[level + 1] as number, place, sharpness);
  }
  return odds;
}

/**
 * Speaks against issues to which a given fact does not apply, as much as anything said of a fact can: whoever gives it
 * has one of the others, unless the text clearly says what else.
 */
function doubtIssues({ facts, places, offset, issue, domains }: Plan, given: Facts, sums: Float64Array): void {
  const id = facts[issue] as string;
  const limited = Object.keys(given).filter((fact) => domains.get(fact)?.applies !== undefined);
  if (limited.length === 0) return;
  for (const [value, place] of places[issue] as ReadonlyMap<string, number>) {
    const all = { ...given, [id]: value };
    if (limited.some((fact) => applicable(fact, all, domains) === "fails"))
      (sums[(offset[issue] as number) + place] as number) -= MOST_SHOWN;
  }
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
  /** What a seller wants, which is only known where it was said. */
  readonly wish?: boolean;
}

/** What is said of a fact shows no more than this of the issue. */
const MOST_SHOWN = 3;

/**
 * Adds to the log-odds of each issue, which are what was read of it, those of the groups that it is in, and of facts
 * that apply to it: whoever speaks of a refused appeal has something that can be appealed.
 */
function addIssues({ offset, shown, groups }: Plan, { scores }: Hearing, sums: Float64Array): void {
  for (const { level, share, issues } of shown) {
    let most = 0;
    for (let i = offset[level] as number; i < (offset[level + 1] as number); i++)
      if ((scores[i] as number) > most) most = scores[i] as number;
    const more = Math.min(share * most, MOST_SHOWN);
    if (more !== 0) for (const slot of issues) (sums[slot] as number) += more;
  }
  for (const { slot, issues } of groups) {
    const more = scores[slot] as number;
    if (more !== 0) for (const one of issues) (sums[one] as number) += more;
  }
}

/** How many more log-odds a text says for one issue than for another, with what it says of the groups that they are in. */
export function leadOf(
  { facts, slots, issue, groups }: Plan,
  { scores }: Hearing,
  [one, other]: readonly [one: string, other: string],
): number {
  const own = slots.get(facts[issue] as string);
  const [a, b] = [own?.get(one) as number, own?.get(other) as number];
  return groups.reduce(
    (lead, { slot, issues }) =>
      lead + (scores[slot] as number) * (Number(issues.includes(a)) - Number(issues.includes(b))),
    (scores[a] as number) - (scores[b] as number),
  );
}

/**
 * Probability that a text is not an Amazon seller's problem at all, which is weighed like one more issue: against the
 * mean of all others, since a text of which nothing is known is about none. Follows `oddsBy` with nothing given.
 *
 * That mean suits weights that were fitted to it. Phrases as strong as their author thinks are weighed by the issue that
 * most is said for, or every issue that is added would turn texts about the others away; and only who hears nothing of
 * an issue, or something else as well, doubts the text before it says anything.
 */
export function beside(plan: Plan, heard: Hearing, scale: Scale = {}): number {
  const { scores } = heard;
  const { seller, other } = plan.scope;
  const own = (scores[seller] as number) - (scores[other] as number);
  const known = plan.issue < 0 ? 1 : plan.fitted ? mean(plan) : most(plan);
  const plain = !plan.fitted && known > 1 + ROUNDING && (scores[other] as number) <= 0;
  return 1 / (1 + known * Math.exp(scaleFor(scale, heard) * own - (plain ? 0 : STRANGE)));
}

/** Log-odds against a text of which nothing is known. */
const STRANGE = 1.5;
const ROUNDING = 1e-9;

/** How much more probable what was read makes the issues, taken together by their priors. */
function mean({ priors, offset, issue, sums }: Plan): number {
  let all = 0;
  for (let i = offset[issue] as number; i < (offset[issue + 1] as number); i++) all += priors[i] as number;
  return (sums[issue] as number) / all;
}

/** How much more probable it makes the one that it says most for. */
function most({ priors, offset, issue, odds, sums }: Plan): number {
  let most = 0;
  for (let i = offset[issue] as number; i < (offset[issue + 1] as number); i++)
    most = Math.max(most, ((odds[i] as number) * (sums[issue] as number)) / (priors[i] as number));
  return most;
}
