import { applicable } from "./condition.js";
import type { Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";

/** What was given, and of what was read only what means anything on this way. */
export function applying({ domains }: Plan, facts: Facts, given: Facts, way: Facts): Facts {
  const all = { ...way, ...facts };
  return chosen(facts, (fact) => given[fact] !== undefined || applicable(fact, all, domains) === "holds");
}

/** Facts on the way that the text says, if not clearly enough to rest an executive review on. */
export const saidOn = (way: Facts, plan: Plan, heard: Hearing): Facts =>
  chosen(way, (fact, value) => isSaid(plan, heard, fact, value));

/** Whether a text says in so many words what it seems to mean; of the issue all that speaks for it does. */
export function isSaid({ issue, facts, slots }: Plan, { said, scores }: Hearing, fact: string, value: string): boolean {
  const slot = slots.get(fact)?.get(value) as number;
  return (scores[slot] as number) > 0 && (said[slot] === 1 || fact === facts[issue]);
}
/** What was taken for granted on the way. */
export const without = (way: Facts, known: Facts): Facts => chosen(way, (fact) => known[fact] === undefined);
/** What leads to another way. */
export const differing = (way: Facts, from: Facts): Facts => chosen(way, (fact, value) => from[fact] !== value);

function chosen(facts: Facts, fits: (fact: string, value: string) => boolean): Facts {
  const found: Record<string, string> = {};
  for (const fact in facts) if (fits(fact, facts[fact] as string)) found[fact] = facts[fact] as string;
  return found;
}
