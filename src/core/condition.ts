import type { Box, Condition, FactDomain, Facts } from "./facts.js";

/** What a condition says of a case in which facts may be unknown. */
export type Verdict = "holds" | "fails" | "undecided";

/**
 * Judges a condition where facts may be missing. An unknown fact is undecided, never "no";
 * a fact that does not apply has the value `null`.
 */
export function judge(condition: Condition, facts: Facts, domains: ReadonlyMap<string, FactDomain>): Verdict {
  let verdict: Verdict = "fails";
  for (const box of condition) {
    const one = judgeBox(box, facts, domains);
    if (one === "holds") return "holds";
    if (one === "undecided") verdict = "undecided";
  }
  return verdict;
}

function judgeBox(box: Box, facts: Facts, domains: ReadonlyMap<string, FactDomain>): Verdict {
  let verdict: Verdict = "holds";
  for (const fact in box) {
    const allowed = box[fact] as Box[string];
    const applies = applicable(fact, facts, domains);
    const one = applies === "undecided" ? "undecided" : judgeSide(allowed, applies === "fails" ? null : facts[fact]);
    if (one === "fails") return "fails";
    if (one === "undecided") verdict = "undecided";
  }
  return verdict;
}

function judgeSide(allowed: readonly (string | null)[], found: string | null | undefined): Verdict {
  if (found === undefined) return "undecided";
  return allowed.includes(found) ? "holds" : "fails";
}

/** Whether a fact means anything in this case, as far as the known facts tell. */
export function applicable(fact: string, facts: Facts, domains: ReadonlyMap<string, FactDomain>): Verdict {
  const domain = domains.get(fact);
  if (domain?.applies === undefined) return "holds";
  return judge(domain.applies, facts, domains);
}

/** Whether a condition holds by what was said alone, also of facts that would not be asked for in this case. */
export const isSaid = (condition: Condition, facts: Facts): boolean =>
  condition.some((box) => Object.entries(box).every(([fact, allowed]) => allowed.includes(facts[fact] ?? null)));
