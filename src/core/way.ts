import { applicable } from "./condition.js";
import type { Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan } from "./plan.js";

/** What was given, and of what was read only what means anything on this way. */
export function applying({ domains }: Plan, facts: Facts, given: Facts, way: Facts): Facts {
  const all = { ...way, ...facts };
  return chosen(facts, (fact) => given[fact] !== undefined || applicable(fact, all, domains) === "holds");
}

/** Facts on the way that the text speaks for, if not clearly enough to rest an executive review on. */
export const spokenFor = (way: Facts, { levelOf, slots }: Plan, { spoken, scores }: Hearing): Facts =>
  chosen(
    way,
    (fact, value) =>
      spoken[levelOf.get(fact) as number] === 1 && (scores[slots.get(fact)?.get(value) as number] as number) > 0,
  );
/** What was taken for granted on the way. */
export const without = (way: Facts, known: Facts): Facts => chosen(way, (fact) => known[fact] === undefined);
/** What leads to another way. */
export const differing = (way: Facts, from: Facts): Facts => chosen(way, (fact, value) => from[fact] !== value);

function chosen(facts: Facts, fits: (fact: string, value: string) => boolean): Facts {
  const found: Record<string, string> = {};
  for (const fact in facts) if (fits(fact, facts[fact] as string)) found[fact] = facts[fact] as string;
  return found;
}
