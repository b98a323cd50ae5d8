import { type Diagram, deciding, type Outcome, restrict } from "./diagram.js";
import type { Condition, Facts } from "./facts.js";
import { beside, issueScores, type Members, type Priors, posterior, type Shown } from "./posterior.js";
import type { Reading } from "./reading.js";
import { mostTelling, type Odds, tally, type Weighed, weigh } from "./weigh.js";

/** What advising needs of a playbook. */
export interface Rules {
  readonly diagram: Diagram;
  readonly facts: readonly (Priors & Shown)[];
  readonly routes: readonly { readonly id: string; readonly when: Condition; readonly team: string }[];
  readonly groups: readonly Members[];
  readonly teams: readonly { readonly id: string; readonly executive: boolean }[];
  readonly thresholds: {
    readonly advise: number;
    readonly margin: number;
    readonly scope: number;
    readonly understood: number;
    readonly sharpness?: number;
  };
}

export interface Advice {
  readonly status: "advised" | "unsure" | "out-of-scope";
  /** The best outcome; null where nothing points anywhere. */
  readonly route: string | null;
  readonly team: string | null;
  readonly issue: string | null;
  /** Probability of the team. */
  readonly confidence: number;
  /** Given or read. */
  readonly facts: Facts;
  /** Taken for granted on the way to the outcome. */
  readonly assumed: Facts;
  readonly alternatives: readonly { readonly team: string; readonly confidence: number; readonly if: Facts }[];
  /** Other problems that the text speaks of as clearly, with the team of each. */
  readonly also: readonly { readonly issue: string; readonly team: string }[];
  /** The fact that would settle the team; null where nothing would. */
  readonly ask: string | null;
}

/** Alternatives less probable than this are not named, but for the first. */
const NOTICEABLE = 0.02;

/**
 * One-shot advice: the interview with nobody to ask. Facts that were given stand; the others are weighed by what was
 * read and by the priors. `given` must hold known facts and values only.
 */
export function advise(rules: Rules, reading: Reading, given: Facts): Advice {
  const { diagram, thresholds } = rules;
  const odds = oddsOf(rules, reading, given);
  const facts = understood(rules, odds, given, reading, thresholds.understood);
  const weighed = weigh(diagram, odds);
  const teamOf = teams(rules);
  const ranking = rank(rules, weighed, holdsBy(rules, odds, reading, given), teamOf);
  const best = ranking.find((one) => one.open);
  if (Object.keys(given).length === 0) {
    const stranger = beside(reading.scores, issueScores(reading.scores, rules.groups, rules.facts));
    if (stranger >= thresholds.scope) return { ...NONE, confidence: stranger };
  }
  if (best === undefined) return { ...NONE, status: "unsure", facts, ask: firstOpen(rules, facts) };

  const way = { ...weighed.way(best.outcome), ...(diagram.outcomes[best.outcome] as Outcome).named };
  const rest = ranking.filter((one) => one !== best);
  const second = rest.find((one) => one.open)?.share ?? 0;
  const settled = best.share >= thresholds.advise && best.share - second >= thresholds.margin;
  const ask = best.share > 1 - 1e-9 ? null : mostTelling(diagram, odds, deciding(restrict(diagram, facts)), teamOf);
  return {
    status: settled ? "advised" : "unsure",
    route: (diagram.outcomes[best.outcome] as Outcome).route,
    team: best.team,
    issue: way.issue ?? null,
    confidence: best.share,
    facts: { ...heard(way, reading), ...facts },
    assumed: without(way, { ...heard(way, reading), ...facts }),
    alternatives: rest
      .filter((one, i) => i === 0 || one.share >= NOTICEABLE)
      .slice(0, 3)
      .map((one) => ({ team: one.team, confidence: one.share, if: differing(weighed.way(one.outcome), way) })),
    also: others(rules, reading, odds, best.team, way.issue),
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
  return rules.diagram.facts.map((id) => {
    const fact = rules.facts.find((one) => one.id === id) as Priors;
    const scores = id === "issue" ? issueScores(reading.scores, rules.groups, rules.facts) : reading.scores[id];
    return posterior(fact, given[id], scores, rules.thresholds.sharpness);
  });
}

/** Given facts, and those that were read with enough certainty. */
export function understood(rules: Rules, odds: Odds, given: Facts, reading: Reading, least: number): Facts {
  const facts: Record<string, string> = { ...given };
  rules.diagram.facts.forEach((id, level) => {
    if (facts[id] !== undefined || reading.scores[id] === undefined) return;
    const shares = odds[level] as readonly number[];
    const top = Math.max(...shares);
    if (top >= least) facts[id] = (rules.diagram.values[level] as readonly string[])[shares.indexOf(top)] as string;
  });
  return facts;
}

function teams(rules: Rules): (outcome: Outcome) => string | null {
  const teamOf = new Map(rules.routes.map((route) => [route.id, route.team]));
  return (outcome) => (outcome.route === null ? null : (teamOf.get(outcome.route) as string));
}

interface Ranked {
  readonly team: string;
  readonly share: number;
  /** The most probable outcome with this team. */
  readonly outcome: number;
  /** Whether it may be recommended. */
  readonly open: boolean;
}

/** Teams by probability, each with its most probable outcome; one that may be recommended, where there is one. */
function rank(rules: Rules, weighed: Weighed, holds: Holds, teamOf: (outcome: Outcome) => string | null): Ranked[] {
  const executive = new Set(rules.teams.filter((team) => team.executive).map((team) => team.id));
  const { outcomes } = rules.diagram;
  // A door that opens once stays shut until its route holds on what is known, not on what is assumed.
  const shut = outcomes.map((outcome) => {
    const route = rules.routes.find((one) => one.id === outcome.route);
    return route !== undefined && executive.has(route.team) && !holds(route.when);
  });
  const better = (i: number, j: number) =>
    j < 0 || (shut[j] && !shut[i]) || (shut[i] === shut[j] && (weighed.best[i] as number) > (weighed.best[j] as number));
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
function holdsBy(rules: Rules, odds: Odds, reading: Reading, given: Facts): Holds {
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
        return spoken && share >= thresholds.understood;
      }),
    );
}

/** Log-odds from which an issue counts as spoken of. */
const SPOKEN_OF = 4;

/** Issues that the text speaks of besides the one that was chosen, and that belong to another team: the clearest two. */
function others(rules: Rules, reading: Reading, odds: Odds, team: string, issue: string | undefined): Advice["also"] {
  const level = rules.diagram.facts.indexOf("issue");
  const teamOf = teams(rules);
  return Object.entries(reading.scores.issue ?? {})
    .filter(([id, score]) => id !== issue && score >= SPOKEN_OF)
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id]) => {
      const only = (rules.diagram.values[level] as readonly string[]).map((value) => (value === id ? 1 : 0));
      const weighed = weigh(
        rules.diagram,
        odds.map((row, at) => (at === level ? only : row)),
      );
      const best = rank(rules, weighed, () => false, teamOf).find((one) => one.open);
      return best && best.team !== team ? [{ issue: id, team: best.team }] : [];
    })
    .slice(0, 2);
}

function firstOpen(rules: Rules, facts: Facts): string | null {
  return deciding(restrict(rules.diagram, facts))[0] ?? null;
}

/** Facts on the way that the text speaks for, if not clearly enough to rest an executive review on. */
function heard(way: Facts, reading: Reading): Facts {
  return Object.fromEntries(Object.entries(way).filter(([fact, value]) => (reading.scores[fact]?.[value] ?? 0) > 0));
}

const without = (way: Facts, known: Facts): Facts =>
  Object.fromEntries(Object.entries(way).filter(([fact]) => known[fact] === undefined));
const differing = (way: Facts, from: Facts): Facts =>
  Object.fromEntries(Object.entries(way).filter(([fact, value]) => from[fact] !== value));
