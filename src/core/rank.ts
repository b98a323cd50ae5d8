import type { Rules } from "./advise.js";
import type { Outcome } from "./diagram.js";
import type { Condition, Facts } from "./facts.js";
import type { Reading } from "./reading.js";
import { type Odds, tally, type Weighed } from "./weigh.js";

/** The team that an outcome leads to; null in a gap. */
export function teams(rules: Rules): (outcome: Outcome) => string | null {
  const teamOf = new Map(rules.routes.map((route) => [route.id, route.team]));
  return (outcome) => (outcome.route === null ? null : (teamOf.get(outcome.route) as string));
}

export interface Ranked {
  readonly team: string;
  readonly share: number;
  /** The most probable outcome with this team. */
  readonly outcome: number;
  /** Whether it may be recommended. */
  readonly open: boolean;
}

/** Teams by probability, each with its most probable outcome; one that may be recommended, where there is one. */
export function rank(
  rules: Rules,
  weighed: Weighed,
  holds: Holds,
  teamOf: (outcome: Outcome) => string | null,
): Ranked[] {
  const executive = new Set(rules.teams.filter((team) => team.executive).map((team) => team.id));
  const { outcomes } = rules.diagram;
  // A door that opens once stays shut until its route holds on what is known, not on what is assumed.
  const shut = outcomes.map((outcome) => {
    const route = rules.routes.find((one) => one.id === outcome.route);
    return route !== undefined && executive.has(route.team) && !holds(route.when);
  });
  const better = (i: number, j: number) =>
    j < 0 ||
    (shut[j] && !shut[i]) ||
    (shut[i] === shut[j] && (weighed.best[i] as number) > (weighed.best[j] as number));
  const passable = weighed.mass.map((share, i) => (shut[i] ? 0 : share));
  const sum = passable.reduce((total, share) => total + share, 0);
  const passing = tally(outcomes, passable, teamOf);
  const ranked: Ranked[] = [];
  for (const [team, all] of tally(outcomes, weighed.mass, teamOf)) {
    if (team === null) continue;
    let outcome = -1;
    outcomes.forEach((one, i) => {
      if (teamOf(one) === team && (weighed.best[i] as number) > 0 && better(i, outcome)) outcome = i;
    });
    if (outcome < 0) continue;
    // What leads to a shut door is left out of account: the probability is among the doors that can be gone through.
    const open = !shut[outcome];
    ranked.push({ team, share: open ? (passing.get(team) ?? 0) / sum : all, outcome, open });
  }
  return ranked.sort((a, b) => b.share - a.share);
}

/** Whether a condition holds on what was given or read, with nothing assumed. */
type Holds = (condition: Condition) => boolean;

/**
 * A side holds where the values that it allows are together probable enough and something was said of the fact.
 * Of the issue nothing need have been said: every appeal is about one.
 */
export function holdsBy(rules: Rules, odds: Odds, reading: Reading, given: Facts): Holds {
  const { diagram, thresholds } = rules;
  return (condition) =>
    condition.some((box) =>
      Object.entries(box).every(([fact, allowed]) => {
        const level = diagram.facts.indexOf(fact);
        const spoken = fact === "issue" || given[fact] !== undefined || reading.scores[fact] !== undefined;
        const share = (diagram.values[level] as readonly string[]).reduce(
          (sum, value, i) => (allowed.includes(value) ? sum + (odds[level]?.[i] as number) : sum),
          0,
        );
        return spoken && share >= (thresholds.doors ?? thresholds.understood);
      }),
    );
}
