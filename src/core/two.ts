import type { Advice, Rules } from "./advise.js";
import type { Facts } from "./facts.js";
import { behindCut, type Hearing, hearing, overhear, type Told, WHOLE } from "./hearing.js";
import { adviseOn } from "./one.js";
import { type Plan, planOf } from "./plan.js";
import { leadOf, type Members } from "./posterior.js";
import type { Reading } from "./reading.js";

/** What tells two problems from one, and which of them to act on first. */
export interface Stakes {
  /** What can be at stake, the most first. */
  readonly stakes?: readonly string[];
  readonly issues?: readonly Issue[];
  readonly groups: readonly Members[];
}

interface Issue {
  readonly id: string;
  readonly stake?: string;
  /** Issues, or groups of them, that it commonly comes from. */
  readonly follows?: readonly string[];
}

/** A half of a text; null stands for the whole of it. */
export type Side = "before" | "behind";

/** What a text says, as a whole and by halves. What was heard before is lost. */
export interface Voice {
  /** Log-odds that are gained by taking it for two problems; 0 where it cannot be cut. */
  readonly gain: number;
  hear(side: Side | null): Hearing;
}

/** Two problems that a text tells one after the other, each with what is advised on it where nothing was given. */
export interface Two {
  readonly before: Problem;
  readonly behind: Problem;
  /** Which to act on first. */
  readonly first: Side;
}

interface Problem {
  readonly issue: string;
  readonly team: string;
  readonly advice: Advice;
}

export const voiceOf = (plan: Plan, reading: Reading): Voice => ({
  gain: reading.halves?.gain ?? 0,
  hear: (side) =>
    hearing(
      plan,
      side && reading.halves ? { ...reading.halves[side], spoken: reading.spoken, said: reading.said } : reading,
    ),
});

export function voiceOfTold(plan: Plan, told: Told): Voice {
  const { targets, halves } = told;
  const half = (part: Pick<Told, "sums" | "heard">) =>
    overhear(plan, {
      targets,
      isSpoken: (target) => told.isSpoken(target),
      isSaid: (target) => told.isSaid(target),
      ...part,
    });
  return {
    gain: (halves?.gain ?? 0) / WHOLE,
    hear: (side) => {
      if (side === null || halves === null) return overhear(plan, told);
      return half(side === "before" ? halves : behindCut(told, halves));
    },
  };
}

/**
 * So much of what the whole text says more for the one problem must be gained to act on the other first: what it hardly
 * speaks of as a whole is denied, long past, feared, or somebody else's.
 */
const OUTWEIGHED = 2 / 3;

/**
 * The two problems of a text, where much is gained by taking it for two: each half is clear by itself, and neither
 * problem commonly comes from the other. The one with more at stake is acted on first, unless the whole text says too
 * little of it; of two with as much at stake the one that is advised on the whole.
 */
export function twoIn(rules: Rules, voice: Voice): Two | null {
  const { second } = rules.thresholds;
  if (second === undefined || voice.gain < second) return null;
  const plan = planOf(rules);
  const on = (side: Side | null) => adviseOn(rules, plan, voice.hear(side), {});
  const [before, behind] = [problemOf(on("before")), problemOf(on("behind"))];
  if (!before || !behind || before.issue === behind.issue) return null;
  const [one, two] = [issueOf(before, rules), issueOf(behind, rules)];
  if (comesFrom(one, two, rules) || comesFrom(two, one, rules)) return null;
  const [a, b] = [stakeOf(one, rules), stakeOf(two, rules)];
  const isBefore = a === b ? on(null).issue !== behind.issue : a < b;
  const [first, other] = isBefore ? [before, behind] : [behind, before];
  if (voice.gain < OUTWEIGHED * leadOf(plan, voice.hear(null), [other.issue, first.issue])) return null;
  return { before, behind, first: isBefore ? "before" : "behind" };
}

/** What to advise on. Whoever gives the issue has settled which of the two is meant. */
export function attending(two: Two | null, { issue }: Facts): Side | null {
  if (two === null) return null;
  if (issue === undefined) return two.first;
  return issue === two.before.issue ? "before" : issue === two.behind.issue ? "behind" : null;
}

/** The problem that is not advised on. */
export const alsoIn = ({ before, behind }: Two, { issue }: Advice): Advice["also"] =>
  [before, behind].filter((one) => one.issue !== issue).map(({ issue: other, team }) => ({ issue: other, team }));

function problemOf(advice: Advice): Problem | null {
  const { status, issue, team } = advice;
  return status === "advised" && issue !== null && team !== null ? { issue, team, advice } : null;
}

const issueOf = ({ issue }: Problem, { issues = [] }: Stakes): Issue =>
  issues.find(({ id }) => id === issue) ?? { id: issue };

const comesFrom = ({ follows = [] }: Issue, { id }: Issue, { groups }: Stakes): boolean =>
  follows.includes(id) || groups.some((group) => follows.includes(group.id) && group.members.includes(id));

/** The place of what is at stake; behind all others where nothing is said of it. */
function stakeOf({ stake = "" }: Issue, { stakes = [] }: Stakes): number {
  const place = stakes.indexOf(stake);
  return place < 0 ? stakes.length : place;
}
