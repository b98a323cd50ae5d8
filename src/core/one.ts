import type { Advice, Rules } from "./advise.js";
import { deciding, type Outcome, restrict } from "./diagram.js";
import type { Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import { ruleOut, usedUp, withImplied } from "./implied.js";
import { outcomeBySaid, shareOf } from "./outcome.js";
import type { Plan } from "./plan.js";
import { beside, oddsBy } from "./posterior.js";
import { openDoors, type Ranked, rank } from "./rank.js";
import { applying, differing, isSaid, saidOn, without } from "./way.js";
import { mostTelling } from "./weigh.js";

/** More than any probability. */
const NEVER = 2;

/** Alternatives less probable than this are not named, but for the first. */
const NOTICEABLE = 0.02;

/** How probable it is that a team turns out to be right, its door shut or not. */
const chance = (one: Ranked): number => (one.open ? one.share : one.weight);
const byChance = (all: readonly Ranked[]): Ranked[] => [...all].sort((a, b) => chance(b) - chance(a));

/** Advice on what is taken for one problem. */
export function adviseOn(rules: Rules, plan: Plan, heard: Hearing, given: Facts): Advice {
  const { diagram, thresholds } = rules;
  const { scales } = plan;
  const held = hold(rules, plan, heard, given);
  // Whoever gives a fact has a seller's problem.
  const stranger = isEmpty(given) ? beside(plan, heard, thresholds) : Number.NEGATIVE_INFINITY;
  if (stranger >= thresholds.scope) return { ...OUTSIDE, confidence: stranger };
  const { odds } = plan;
  const facts = surely(rules, plan, heard, held);
  scales.weigh(odds);
  const { doors = thresholds.understood, unsaid = NEVER } = thresholds;
  const opens = openDoors(plan, heard, held, { least: doors, unsaid });
  const ranking = rank(plan, scales, opens);
  const best = ranking.find((one) => one.open);
  if (best === undefined) return { ...OUTSIDE, status: "unsure", facts, ask: firstOpen(rules, facts) };

  const rest = ranking.filter((one) => one !== best);
  const others = byChance(rest).map((one) => ({ ...one, way: scales.way(one.outcome) }));
  const outcome = outcomeBySaid(plan, heard, held, best, opens, thresholds.understood);
  const way = { ...scales.way(outcome), ...(diagram.outcomes[outcome] as Outcome).named };
  const second = rest.find((one) => one.open)?.share ?? 0;
  const doubted = stranger >= (thresholds.doubted ?? thresholds.scope);
  const known = facts.issue !== undefined;
  const { settled, nameless } = clarity(rules, plan, heard, { best, second, doubted, known, issue: way.issue });
  /** How probable it is that a team has to do with it at all. */
  const any = doubted ? 1 - stranger : 1;
  const { issue: likeliest, ...besides } = way;
  const told = nameless ? besides : way;
  const said = saidOn(told, plan, heard);
  const alternatives = others
    .filter((one, i) => i === 0 || chance(one) >= NOTICEABLE)
    .slice(0, 3)
    .map((one) => ({ team: one.team, confidence: one.share * any, if: differing(one.way, way) }));
  const issue = diagram.facts[plan.issue] ?? null;
  // Whether it is a seller's problem at all is settled by whoever says which one.
  const ofIssue = settled ? nameless : doubted;
  const ask = ofIssue ? issue : settled ? null : telling(rules, plan, odds, facts);
  const unclear = !settled && !known;
  return {
    status: settled ? "advised" : "unsure",
    route: (diagram.outcomes[outcome] as Outcome).route,
    team: best.team,
    issue: nameless ? null : (likeliest ?? null),
    unclear,
    confidence: best.share * any,
    facts: { ...said, ...applying(plan, facts, held, way) },
    assumed: without(told, { ...said, ...facts }),
    alternatives,
    also: [],
    ask,
    likely: ask !== null && ask === issue ? mostProbable(plan, likeliest) : [],
  };
}

/** What is found of a case: its best team, by how much, and the issue that this is most probably about. */
interface Guess {
  readonly best: Ranked;
  /** The share of the next team. */
  readonly second: number;
  readonly issue: string | undefined;
  /** The issue was given, or is clear enough not to be asked for. */
  readonly known: boolean;
  /** It may be no seller's problem at all. */
  readonly doubted: boolean;
}

/** Whether a guess is clear enough to be advised, and whether it is too unclear to name the problem. */
function clarity(
  { thresholds }: Rules,
  plan: Plan,
  heard: Hearing,
  { best, second, issue, known, doubted }: Guess,
): { readonly settled: boolean; readonly nameless: boolean } {
  const guessed = !known && !isHeard(plan, heard, issue);
  // Where no problem was heard at all, a team has to be as clear as what is understood.
  const least = guessed ? Math.max(thresholds.advise, thresholds.understood) : thresholds.advise;
  const settled = !doubted && best.share >= least && best.share - second >= thresholds.margin;
  // Of several problems that a team is for, none may be clear enough to name.
  const nameless = guessed || (settled && !known && shareOfIssue(plan, issue) < (thresholds.named ?? 0));
  return { settled, nameless };
}

/** Advice on what is no seller's problem. */
export const OUTSIDE: Advice = {
  status: "out-of-scope",
  route: null,
  team: null,
  issue: null,
  unclear: true,
  confidence: 0,
  facts: {},
  assumed: {},
  alternatives: [],
  also: [],
  ask: null,
  likely: [],
};

/** Whether anything that was heard speaks for an issue, or for a group that it is in. */
function isHeard({ slots, issue, facts, groups }: Plan, { scores }: Hearing, id: string | undefined): boolean {
  const slot = id === undefined ? undefined : slots.get(facts[issue] as string)?.get(id);
  if (slot === undefined) return false;
  const own = groups.filter(({ issues }) => issues.includes(slot));
  return [slot, ...own.map((group) => group.slot)].some((one) => (scores[one] as number) > 0);
}

/** The best guess, and the other issues by their probability on the plan. */
function mostProbable(plan: Plan, guess: string | undefined): string[] {
  return [...(plan.places[plan.issue]?.keys() ?? [])].sort(
    (a, b) => Number(b === guess) - Number(a === guess) || shareOfIssue(plan, b) - shareOfIssue(plan, a),
  );
}

/** How probable an issue is on the plan; 1 where it is of no matter. */
const shareOfIssue = (plan: Plan, id: string | undefined): number =>
  id === undefined ? 1 : shareOf(plan, plan.facts[plan.issue] as string, id);

/**
 * Probabilities on the plan, by what is held for given: what was, what that leaves no choice about, and a review that is
 * used up.
 */
export function hold(rules: Rules, plan: Plan, heard: Hearing, given: Facts): Facts {
  const known = withImplied(plan, given);
  oddsBy(plan, heard, known, rules.thresholds);
  const used = usedUp(rules, plan, heard, known);
  const held = isEmpty(used) ? known : withImplied(plan, { ...known, ...used });
  if (held !== known) oddsBy(plan, heard, held, rules.thresholds);
  ruleOut(plan, held);
  return held;
}

/** Given facts, and those that are said and whose probabilities on the plan are high enough. */
export function surely({ diagram, thresholds }: Rules, plan: Plan, heard: Hearing, given: Facts): Facts {
  const { offset, odds } = plan;
  const facts: Record<string, string> = { ...given };
  for (const [level, id] of diagram.facts.entries()) {
    if (heard.spoken[level] === 0) continue;
    const from = offset[level] as number;
    let top = from;
    for (let i = from; i < (offset[level + 1] as number); i++) if ((odds[i] as number) > (odds[top] as number)) top = i;
    const value = diagram.values[level]?.[top - from] as string;
    if ((odds[top] as number) >= thresholds.understood && isSaid(plan, heard, id, value)) facts[id] = value;
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
