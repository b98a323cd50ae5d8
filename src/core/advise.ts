import type { Diagram } from "./diagram.js";
import type { Condition, Facts } from "./facts.js";
import { hearing, type Told } from "./hearing.js";
import { adviseOn, hold, isEmpty, surely } from "./one.js";
import { planOf } from "./plan.js";
import { beside, type Members, oddsBy, type Priors, type Scale, type Shown } from "./posterior.js";
import type { Reading } from "./reading.js";
import { alsoIn, attending, type Stakes, twoIn, type Voice, voiceOf, voiceOfTold } from "./two.js";
import type { Odds } from "./weigh.js";

export { OUTSIDE } from "./one.js";

/** What advising needs of a playbook. */
export interface Rules extends Stakes {
  readonly diagram: Diagram;
  readonly facts: readonly (Priors & Shown)[];
  readonly routes: readonly { readonly id: string; readonly when: Condition; readonly team: string }[];
  readonly groups: readonly Members[];
  readonly teams: readonly { readonly id: string; readonly executive: boolean }[];
  /** `used`: when the doors that open once are used up. */
  readonly refusals?: { readonly used: Condition };
  /** The fitted weights by which texts are read; absent where phrases are as strong as their author thinks. */
  readonly votes?: unknown;
  readonly thresholds: Scale & {
    readonly advise: number;
    readonly margin: number;
    readonly scope: number;
    readonly doubted?: number;
    readonly understood: number;
    readonly named?: number;
    readonly doors?: number;
    readonly unsaid?: number;
    readonly second?: number;
  };
}

export interface Advice {
  readonly status: "advised" | "unsure" | "out-of-scope";
  /** The best outcome; null where nothing points anywhere. */
  readonly route: string | null;
  readonly team: string | null;
  /** Null as well where nothing speaks for any issue more than for others, or none is clear enough to be named. */
  readonly issue: string | null;
  /** Whether the issue is no more than a guess, so that nothing is to be said of what to do about it. */
  readonly unclear: boolean;
  /** Probability of the team; where the status is `unsure` since it may be no seller's problem, with that counted in. */
  readonly confidence: number;
  /** Given or read. */
  readonly facts: Facts;
  /** Taken for granted on the way to the outcome. */
  readonly assumed: Facts;
  /**
   * The likeliest first, the recommended one left out; all add up to 1 at most. Confidence is 0 where the team's door
   * opens once and stays shut until what it takes is said: it stands where that would put it.
   */
  readonly alternatives: readonly { readonly team: string; readonly confidence: number; readonly if: Facts }[];
  /** Another problem that the text speaks of as clearly, with its team. */
  readonly also: readonly { readonly issue: string; readonly team: string }[];
  /**
   * The fact that would settle the team, where the status is `unsure`, and the issue where it is not but no issue is
   * named; null where nothing would.
   */
  readonly ask: string | null;
  /** Where the issue is to be asked for: all of them, the most probable first. */
  readonly likely: readonly string[];
}

/**
 * One-shot advice: the interview with nobody to ask. Facts that were given stand; the others are weighed by what was
 * read and by the priors. `given` must hold known facts and values only.
 */
export const advise = (rules: Rules, reading: Reading, given: Facts): Advice =>
  adviseBy(rules, voiceOf(planOf(rules), reading), given);

/** The same on what was only added up. */
export const adviseOnTold = (rules: Rules, told: Told, given: Facts): Advice =>
  adviseBy(rules, voiceOfTold(planOf(rules), told), given);

function adviseBy(rules: Rules, voice: Voice, given: Facts): Advice {
  const plan = planOf(rules);
  const two = twoIn(rules, voice);
  const side = attending(two, given);
  const known = two && side && isEmpty(given) ? two[side].advice : null;
  const advice = known ?? adviseOn(rules, plan, voice.hear(side), given);
  return two ? { ...advice, also: alsoIn(two, advice) } : advice;
}

/** Of a text that tells of two problems, what is said of the one that is advised on; else the reading itself. */
export function attended(rules: Rules, reading: Reading, given: Facts): Reading {
  const side = attending(twoIn(rules, voiceOf(planOf(rules), reading)), given);
  if (side === null || reading.halves === null) return reading;
  const { at, [side]: half } = reading.halves;
  const evidence = reading.evidence.filter((one) => (side === "before" ? one.start < at : one.start >= at));
  return { ...reading, ...half, evidence, halves: null, half: true };
}

/** Probabilities of every fact of the diagram, in its order. */
export function oddsOf(rules: Rules, reading: Reading, given: Facts): Odds {
  const plan = planOf(rules);
  hold(rules, plan, hearing(plan, attended(rules, reading, given)), given);
  return rules.diagram.facts.map((_, level) => [...plan.odds.subarray(plan.offset[level], plan.offset[level + 1])]);
}

/** Probability that what was read is not a seller's problem at all. */
export function strangeness(rules: Rules, reading: Reading): number {
  const plan = planOf(rules);
  const heard = hearing(plan, reading);
  oddsBy(plan, heard, {}, rules.thresholds);
  return beside(plan, heard, rules.thresholds);
}

/** Given facts, and those that were read with enough certainty. */
export function understood(rules: Rules, reading: Reading, given: Facts): Facts {
  const plan = planOf(rules);
  const heard = hearing(plan, attended(rules, reading, given));
  return surely(rules, plan, heard, hold(rules, plan, heard, given));
}
