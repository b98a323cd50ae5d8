import type { Advice, Rules } from "./advise.js";
import { deciding, type Outcome, restrict } from "./diagram.js";
import type { Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";
import { beside, oddsBy } from "./posterior.js";
import { openDoors, rank } from "./rank.js";
import { applying, differing, spokenFor, without } from "./way.js";
import { mostTelling } from "./weigh.js";

/** Alternatives less probable than this are not named, but for the first. */
const NOTICEABLE = 0.02;

/** Advice on what is taken for one problem. */
export function adviseOn(rules: Rules, plan: Plan, heard: Hearing, given: Facts): Advice {
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
    also: [],
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

/** Given facts, and those whose probabilities on the plan are high enough. */
export function surely({ diagram, thresholds }: Rules, { offset, odds }: Plan, heard: Hearing, given: Facts): Facts {
  const facts: Record<string, string> = { ...given };
  for (const [level, id] of diagram.facts.entries()) {
    if (heard.spoken[level] === 0) continue;
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

export function isEmpty(facts: Facts): boolean {
  for (const _ in facts) return false;
  return true;
}
