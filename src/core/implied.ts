import type { Rules } from "./advise.js";
import type { Box, FactDomain, Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";

/** A value with such a prior is what nearly everybody has: saying so shows nothing. */
const OF_COURSE = 0.9;

/**
 * The boxes of a fact's `applies` that the given facts leave. A fact that means something in these cases only shows that
 * it is one of them: whoever waits for an answer has appealed. Of the issue that is only evidence (see `doubtIssues`),
 * since a text may clearly say another.
 */
function left({ domains, priors, slots }: Plan, fact: string, given: Facts): Box[] {
  const value = given[fact];
  const slot = value === undefined ? undefined : slots.get(fact)?.get(value);
  if (slot === undefined || (priors[slot] as number) >= OF_COURSE) return [];
  const boxes = domains.get(fact)?.applies ?? [];
  const fits = ([other, allowed]: [string, Box[string]]) =>
    given[other] === undefined || allowed.includes(given[other] as string);
  return boxes
    .filter((box) => Object.entries(box).every(fits))
    .map(({ issue: _, ...box }) => box)
    .filter((box) => Object.keys(box).length > 0);
}

/** What was given, and what it leaves no choice about. */
export function withImplied(plan: Plan, given: Facts): Facts {
  let facts = given;
  // A fact's `applies` names earlier facts only, so one pass from the last to the first is enough.
  for (const id of [...plan.facts].reverse()) {
    const [first, ...others] = left(plan, id, facts);
    for (const other in first) {
      const sides = [first, ...others].map((box) => box[other]);
      const only = sides[0]?.[0];
      const same = sides.every((side) => side?.length === 1 && side[0] === only);
      if (facts[other] === undefined && same && typeof only === "string") facts = { ...facts, [other]: only };
    }
  }
  return facts;
}

/** Takes from the probabilities on a plan what what is known rules out; what it leaves keeps its proportions. */
export function ruleOut(plan: Plan, known: Facts): void {
  for (const id of [...plan.facts].reverse()) {
    const boxes = left(plan, id, known);
    const weights = boxes.map((box) =>
      Object.keys(box).reduce((share, fact) => share * shareOf(plan, fact, box[fact] as Box[string]), 1),
    );
    if (!(Math.max(0, ...weights) > 0)) continue;
    const named = new Set(boxes.flatMap((box) => Object.keys(box)));
    const now = [...named].map((fact) => [fact, mixed(plan, fact, boxes, weights)] as const);
    for (const [fact, odds] of now) if (odds) plan.odds.set(odds, plan.offset[plan.levelOf.get(fact) as number]);
  }
}

/** A fact's probabilities over the boxes, those left out in which it means nothing. */
function mixed(plan: Plan, fact: string, boxes: readonly Box[], weights: readonly number[]): Float64Array | null {
  const { domains, odds, offset, levelOf } = plan;
  const level = levelOf.get(fact) as number;
  const old = odds.slice(offset[level], offset[level + 1]);
  const made = new Float64Array(old.length);
  let sum = 0;
  for (const [i, box] of boxes.entries()) {
    const allowed = box[fact];
    if (allowed === undefined && !canApply(plan, fact, box)) continue;
    const share = allowed === undefined ? 1 : shareOf(plan, fact, allowed);
    for (const [place, value] of (domains.get(fact) as FactDomain).values.entries()) {
      if (share === 0 || (allowed !== undefined && !allowed.includes(value))) continue;
      const part = ((weights[i] as number) * (old[place] as number)) / share;
      (made[place] as number) += part;
      sum += part;
    }
  }
  return sum > 0 ? made.map((part) => part / sum) : null;
}

/** Whether a fact can mean something in a box. */
const canApply = ({ domains }: Plan, fact: string, box: Box): boolean => {
  const applies = domains.get(fact)?.applies;
  const meets = ([other, allowed]: [string, Box[string]]) =>
    box[other] === undefined || allowed.some((value) => (box[other] as Box[string]).includes(value));
  return applies === undefined || applies.some((one) => Object.entries(one).every(meets));
};

function shareOf({ domains, odds, offset, levelOf }: Plan, fact: string, allowed: Box[string]): number {
  const from = offset[levelOf.get(fact) as number] as number;
  return (domains.get(fact) as FactDomain).values.reduce(
    (sum, value, place) => sum + (allowed.includes(value) ? (odds[from + place] as number) : 0),
    0,
  );
}

/** That the doors which open once are used up, where the text says it clearly enough: it is as good as given. */
export function usedUp({ refusals, thresholds }: Rules, plan: Plan, heard: Hearing, given: Facts): Facts {
  const read = (fact: string, [value]: Box[string]) => {
    const slot = typeof value === "string" ? plan.slots.get(fact)?.get(value) : undefined;
    if (slot === undefined || given[fact] !== undefined) return [];
    const sure = heard.said[slot] === 1 && (plan.odds[slot] as number) >= thresholds.understood;
    return sure ? [[fact, value as string]] : [];
  };
  return Object.fromEntries(
    (refusals?.used ?? []).flatMap((box) => Object.entries(box).flatMap(([fact, allowed]) => read(fact, allowed))),
  );
}
