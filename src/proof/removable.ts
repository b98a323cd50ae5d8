import { compile } from "../core/compile.js";
import { judge } from "../core/condition.js";
import { byName, type Condition, type Facts } from "../core/facts.js";
import { common } from "./boxes.js";
import { type Decided, outcomes, type Reached } from "./regions.js";

export interface Removable {
  /** Routes without which every decision stays the same. */
  readonly routes: readonly Reached<string>[];
  /** Routes of which it could not be told. */
  readonly undecided: readonly string[];
}

/**
 * Routes that win, and without which nothing would change: wherever they win, a later route says the same.
 * `says` gives what a route recommends, as text to be compared.
 */
export function removableRoutes(table: Decided, says: (route: string) => string): Removable {
  const domains = byName(table.facts);
  const wins = new Map<string, Facts[]>();
  for (const { what, facts } of outcomes(table.diagram)) {
    if (what.route !== null) wins.set(what.route, [...(wins.get(what.route) ?? []), facts]);
  }
  const routes: Reached<string>[] = [];
  const undecided: string[] = [];
  for (const [i, { route, when }] of table.rows.entries()) {
    const won = wins.get(route);
    if (won === undefined) continue;
    const later = table.rows.slice(i + 1);
    if (!later.some((row) => says(row.route) === says(route))) continue;
    // Most routes fall at once: at some facts with which they win, the next one that holds says something else.
    const needed = samples(table, won).some((facts) => {
      const next = later.find((row) => judge(row.when, facts, domains) === "holds");
      return next === undefined || says(next.route) !== says(route);
    });
    if (needed) continue;
    const said = saidWithout(table, i, says);
    if (said === null) undecided.push(route);
    else if (said.every((one) => one === when || one === says(route)))
      routes.push({ what: route, facts: won[0] as Facts });
  }
  return { routes, undecided };
}

const SAMPLES = 60;

/** Complete facts among those that are given: for each its first completion, and some others, always the same. */
function* sampled({ facts: domains }: Decided, given: readonly Facts[]): Iterable<Facts> {
  for (let n = 0; n < given.length + SAMPLES; n++) {
    const facts = given[n % given.length] as Facts;
    const value = ({ values }: (typeof domains)[number], i: number) =>
      values[n < given.length ? 0 : ((n * 7919 + i * 104_729 + n * i * 31) >>> 3) % values.length] as string;
    yield Object.fromEntries(domains.map((domain, i) => [domain.id, facts[domain.id] ?? value(domain, i)]));
  }
}

const samples = (table: Decided, given: readonly Facts[]): Facts[] => [...sampled(table, given)];

/** More states than this, and it is not told whether a route can go. */
const STATES = 20_000;

/** What is said without a row where it wins now; the row's own condition stands for elsewhere. Null: too large. */
function saidWithout(
  table: Decided,
  at: number,
  says: (route: string) => string,
): (string | null | Condition)[] | null {
  const { when } = table.rows[at] as Decided["rows"][number];
  const among = (route: string, condition: Condition) => {
    const boxes = condition.flatMap((one) => when.flatMap((own) => common(one, own)));
    return boxes.length > 0 ? [{ route, when: boxes }] : [];
  };
  const rows = [
    ...table.rows.slice(0, at).flatMap((row) => among(ELSEWHERE, row.when)),
    ...table.rows.slice(at + 1).flatMap((row) => among(`:${says(row.route)}`, row.when)),
    { route: GAP, when },
    { route: ELSEWHERE, when: [{}] },
  ];
  const diagram = compile({ facts: table.facts, rows }, STATES);
  return (
    diagram &&
    outcomes(diagram).map(({ what: { route } }) => {
      if (route === ELSEWHERE) return when;
      return route === GAP || route === null ? null : route.slice(1);
    })
  );
}

const ELSEWHERE = "elsewhere";
const GAP = "gap";
