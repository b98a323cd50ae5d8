import { type Diagram, deciding, type Outcome, restrict } from "./diagram.js";
import type { Condition, Facts } from "./facts.js";
import { type Hearing, hearing, overhear, type Told } from "./hearing.js";
import { others } from "./others.js";
import { type Plan, planOf } from "./plan.js";
import { beside, type Members, oddsBy, type Priors, type Scale, type Shown } from "./posterior.js";
import { openDoors, rank } from "./rank.js";
import type { Reading } from "./reading.js";
import { applying, differing, spokenFor, without } from "./way.js";
import { mostTelling, type Odds } from "./weigh.js";

/** What advising needs of a playbook. */
export interface Rules {
  readonly diagram: Diagram;
  readonly facts: readonly (Priors & Shown)[];
  readonly routes: readonly { readonly id: string; readonly when: Condition; readonly team: string }[];
  readonly groups: readonly Members[];
  readonly teams: readonly { readonly id: string; readonly executive: boolean }[];
  readonly thresholds: Scale & {
    readonly advise: number;
    readonly margin: number;
    readonly scope: number;
    readonly doubted?: number;
    readonly understood: number;
    readonly doors?: number;
  };
}

export interface Advice {
  readonly status: "advised" | "unsure" | "out-of-scope";
  /** The best outcome; null where nothing points anywhere. */
  readonly route: string | null;
  readonly team: string | null;
  readonly issue: string | null;
  /** Probability of the team; where the status is `unsure` since it may be no seller's problem, with that counted in. */
  readonly confidence: number;
  /** Given or read. */
  readonly facts: Facts;
  /** Taken for granted on the way to the outcome. */
  readonly assumed: Facts;
  readonly alternatives: readonly { readonly team: string; readonly confidence: number; readonly if: Facts }[];
  /** Other problems that the text speaks of as clearly, with the team of each. */
  readonly also: readonly { readonly issue: string; readonly team: string }[];
  /** The fact that would settle the team, where the status is `unsure`; null where it is not, or nothing would. */
  readonly ask: string | null;
}

/** Alternatives less probable than this are not named, but for the first. */
const NOTICEABLE = 0.02;

/**
 * One-shot advice: the interview with nobody to ask. Facts that were given stand; the others are weighed by what was
 * read and by the priors. `given` must hold known facts and values only.
 */
export function advise(rules: Rules, reading: Reading, given: Facts): Advice {
  const plan = planOf(rules);
  return adviseOn(rules, plan, hearing(plan, reading), given);
}

/** The same on what was only added up. */
export function adviseOnTold(rules: Rules, told: Told, given: Facts): Advice {
  const plan = planOf(rules);
  return adviseOn(rules, plan, overhear(plan, told), given);
}

function adviseOn(rules: Rules, plan: Plan, heard: Hearing, given: Facts): Advice {
  const { diagram, thresholds } = rules;
  const { scales } = plan;
  const odds = oddsBy(plan, heard, given, thresholds);
  // Whoever gives a fact has a seller's problem.
  const stranger = isEmpty(given) ? beside(plan, heard, thresholds) : Number.NEGATIVE_INFINITY;
  if (stranger >= thresholds.scope) return { ...NONE, confidence: stranger };
  const facts = surely(rules, plan, heard, given);
  scales.weigh(odds);
  const opens = openDoors(plan, heard, given, thresholds.doors ?? thresholds.understood);
  const ranking = rank(plan, scales, opens);
  const best = ranking.find((one) => one.open);
  if (best === undefined) return { ...NONE, status: "unsure", facts, ask: firstOpen(rules, facts) };

  const way = { ...scales.way(best.outcome), ...(diagram.outcomes[best.outcome] as Outcome).named };
  const rest = ranking.filter((one) => one !== best);
  const second = rest.find((one) => one.open)?.share ?? 0;
  const doubted = stranger >= (thresholds.doubted ?? thresholds.scope);
  const settled = !doubted && best.share >= thresholds.advise && best.share - second >= thresholds.margin;
  /** How probable it is that a team has to do with it at all. */
  const any = doubted ? 1 - stranger : 1;
  const spoken = spokenFor(way, plan, heard);
  const alternatives = rest
    .filter((one, i) => i === 0 || one.share >= NOTICEABLE)
    .slice(0, 3)
    .map((one) => ({ team: one.team, confidence: one.share * any, if: differing(scales.way(one.outcome), way) }));
  // Whether it is a seller's problem at all is settled by whoever says which one.
  const issue = doubted ? diagram.facts[plan.issue] : undefined;
  const ask = settled ? null : (issue ?? telling(rules, plan, odds, facts));
  return {
    status: settled ? "advised" : "unsure",
    route: (diagram.outcomes[best.outcome] as Outcome).route,
    team: best.team,
    issue: way.issue ?? null,
    confidence: best.share * any,
    facts: { ...spoken, ...applying(plan, facts, given, way) },
    assumed: without(way, { ...spoken, ...facts }),
    alternatives,
    // From here on the scales and the odds are needed for other things.
    also: others(plan, heard, best.team, way.issue),
    ask,
  };
}

const NONE: Advice = {
  status: "out-of-scope",
  route: null,
  team: null,
  issue: null,
  confidence: 0,
  facts: {},
  assumed: {},
  alternatives: [],
  also: [],
  ask: null,
};

/** Probabilities of every fact of the diagram, in its order. */
export function oddsOf(rules: Rules, reading: Reading, given: Facts): Odds {
  const plan = planOf(rules);
  const odds = oddsBy(plan, hearing(plan, reading), given, rules.thresholds);
  return rules.diagram.facts.map((_, level) => [...odds.subarray(plan.offset[level], plan.offset[level + 1])]);
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
  const heard = hearing(plan, reading);
  oddsBy(plan, heard, given, rules.thresholds);
  return surely(rules, plan, heard, given);
}

/** The same by the probabilities of the plan. */
function surely({ diagram, thresholds }: Rules, { offset, odds }: Plan, heard: Hearing, given: Facts): Facts {
  const facts: Record<string, string> = { ...given };
  for (const [level, id] of diagram.facts.entries()) {
    if (heard.spoken[level] === 0 || facts[id] !== undefined) continue;
    const from = offset[level] as number;
    let top = from;
    for (let i = from; i < (offset[level + 1] as number); i++) if ((odds[i] as number) > (odds[top] as number)) top = i;
    if ((odds[top] as number) >= thresholds.understood) facts[id] = diagram.values[level]?.[top - from] as string;
  }
  return facts;
}

/** The fact whose answer is expected to settle most of the team. */
function telling(rules: Rules, { offset, teams, teamOf }: Plan, odds: Float64Array, facts: Facts): string | null {
  const { diagram } = rules;
  const rows = diagram.facts.map((_, level) => [...odds.subarray(offset[level], offset[level + 1])]);
  const placeOf = new Map(diagram.outcomes.map((outcome, i) => [outcome, teamOf[i] as number]));
  return mostTelling(
    diagram,
    rows,
    deciding(restrict(diagram, facts)),
    (outcome) => teams[placeOf.get(outcome) as number] ?? null,
  );
}

function firstOpen(rules: Rules, facts: Facts): string | null {
  return deciding(restrict(rules.diagram, facts))[0] ?? null;
}

function isEmpty(facts: Facts): boolean {
  for (const _ in facts) return false;
  return true;
}
