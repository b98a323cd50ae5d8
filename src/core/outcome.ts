import type { Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";
import { type Ranked, rank } from "./rank.js";

/**
 * The outcome to tell of for the best team. All words have a part in finding the team, but what nobody told is not to be
 * acted on: where its likeliest way takes a fact that is unusual, not spoken of and not clear for granted, the likeliest
 * one does without. What has the probability `clear` is. The scales then hold what they were weighed by.
 */
export function outcomeBySaid(
  plan: Plan,
  heard: Hearing,
  held: Facts,
  best: Ranked,
  opens: readonly boolean[],
  clear: number,
): number {
  const { scales, offset, odds, priors, issue, levelOf } = plan;
  const isGuess = ([fact, value]: [string, string]): boolean => {
    const level = levelOf.get(fact) as number;
    if (level === issue || held[fact] !== undefined || isUsual(plan, fact, value)) return false;
    const [from, to] = [offset[level] as number, offset[level + 1] as number];
    // Where a value is ruled out, what was given tells of the fact.
    const isOpen = !heard.said.subarray(from, to).includes(1) && !odds.subarray(from, to).includes(0);
    return isOpen && shareOf(plan, fact, value) < clear;
  };
  const guesses = Object.entries(scales.way(best.outcome)).filter(isGuess);
  if (guesses.length === 0) return best.outcome;
  const told = odds.slice();
  for (const [fact] of guesses) {
    const level = levelOf.get(fact) as number;
    told.set(priors.subarray(offset[level], offset[level + 1]), offset[level]);
  }
  scales.weigh(told);
  const same = rank(plan, scales, opens).find((one) => one.open && one.team === best.team);
  if (same) return same.outcome;
  scales.weigh(odds);
  return best.outcome;
}

/** Whether a value is what most have before anything is read. */
function isUsual({ priors, offset, levelOf, slots }: Plan, fact: string, value: string): boolean {
  const level = levelOf.get(fact) as number;
  const own = priors.subarray(offset[level], offset[level + 1]);
  return priors[slots.get(fact)?.get(value) as number] === Math.max(...own);
}

/** How probable a value is on the plan. */
export const shareOf = ({ slots, odds }: Plan, fact: string, value: string): number =>
  odds[slots.get(fact)?.get(value) as number] as number;
