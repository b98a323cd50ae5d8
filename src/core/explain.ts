import { attended, oddsOf, type Rules } from "./advise.js";
import type { Facts } from "./facts.js";
import type { Evidence, Reading } from "./reading.js";

/** What speaks for the values of one fact: the likeliest first. */
export interface Explained {
  readonly fact: string;
  readonly candidates: readonly Candidate[];
}

export interface Candidate {
  readonly value: string;
  readonly probability: number;
  /** What was read for it and against it, the weightiest first; for an issue, what speaks for its groups too. */
  readonly signals: readonly Evidence[];
}

/** Candidates that are shown for a fact. */
const MOST = 4;
/** Less probable ones are left out, unless something was read for them. */
const LEAST = 0.02;

/**
 * Every fact of which something was read or given, with its candidates and the signals behind each; of a text that tells
 * of two problems, for the one that is advised on.
 */
export function explain(rules: Rules, whole: Reading, given: Facts): Explained[] {
  const reading = attended(rules, whole, given);
  const odds = oddsOf(rules, reading, given);
  return rules.diagram.facts.flatMap((fact, level) => {
    const groups = (issue: string) =>
      fact === "issue" ? rules.groups.filter((group) => group.members.includes(issue)).map((group) => group.id) : [];
    const behind = (value: string) => {
      const own = groups(value);
      const speaks = (one: Evidence) =>
        (one.fact === fact && one.value === value) || (one.fact === "group" && own.includes(one.value));
      return weightiest(reading.evidence.filter(speaks));
    };
    const candidates = (rules.diagram.values[level] as readonly string[])
      .map((value, i) => ({ value, probability: odds[level]?.[i] as number, signals: behind(value) }))
      .filter((one) => one.probability >= LEAST)
      .sort((a, b) => b.probability - a.probability)
      .slice(0, MOST);
    return given[fact] !== undefined || candidates.some((one) => one.signals.length > 0) ? [{ fact, candidates }] : [];
  });
}

/** Each phrase once, in the words where it stands first. */
function weightiest(evidence: readonly Evidence[]): Evidence[] {
  const first = new Map([...evidence].reverse().map((one) => [one.phrase, one]));
  return [...first.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start);
}
