import { applicable } from "./condition.js";
import { type Diagram, deciding, type Outcome, restrict } from "./diagram.js";
import type { Condition, FactDomain, Facts } from "./facts.js";
import { beside, issueScores, type Members, type Priors, posterior, type Shown } from "./posterior.js";
import { holdsBy, rank, teams } from "./rank.js";
import type { Reading } from "./reading.js";
import { mostTelling, type Odds, weigh } from "./weigh.js";

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
    readonly doors?: number;
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
  /** The fact that would settle the team, where the status is `unsure`; null where it is not, or nothing would. */
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
  const ask = settled ? null : mostTelling(diagram, odds, deciding(restrict(diagram, facts)), teamOf);
  return {
    status: settled ? "advised" : "unsure",
    route: (diagram.outcomes[best.outcome] as Outcome).route,
    team: best.team,
    issue: way.issue ?? null,
    confidence: best.share,
    facts: { ...heard(way, reading), ...applying(rules, facts, given, way) },
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

/** What was given, and of what was read only what means anything on this way. */
function applying(rules: Rules, facts: Facts, given: Facts, way: Facts): Facts {
  const domains = domainsOf(rules);
  const all = { ...way, ...facts };
  return Object.fromEntries(
    Object.entries(facts).filter(([fact]) => given[fact] !== undefined || applicable(fact, all, domains) === "holds"),
  );
}

/** The facts as conditions are judged by. */
function domainsOf({ diagram, facts }: Rules): ReadonlyMap<string, FactDomain> {
  return new Map(
    diagram.facts.map((id, level) => {
      const applies = facts.find((fact) => fact.id === id)?.applies;
      return [id, { id, values: diagram.values[level] as readonly string[], ...(applies && { applies }) }];
    }),
  );
}

/** Facts on the way that the text speaks for, if not clearly enough to rest an executive review on. */
function heard(way: Facts, reading: Reading): Facts {
  return Object.fromEntries(Object.entries(way).filter(([fact, value]) => (reading.scores[fact]?.[value] ?? 0) > 0));
}

const without = (way: Facts, known: Facts): Facts =>
  Object.fromEntries(Object.entries(way).filter(([fact]) => known[fact] === undefined));
const differing = (way: Facts, from: Facts): Facts =>
  Object.fromEntries(Object.entries(way).filter(([fact, value]) => from[fact] !== value));
