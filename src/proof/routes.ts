import { compile } from "../core/compile.js";
import { restrict } from "../core/diagram.js";
import type { Condition, Facts } from "../core/facts.js";
import { type Decided, INSIDE, insideOf, outcomes, pairs, type Reached, regionOf } from "./regions.js";

/** Facts that no route takes: one for each gap that the diagram tells apart. */
export function gaps(table: Decided): Reached<null>[] {
  return outcomes(table.diagram)
    .filter(({ what }) => what.route === null)
    .map(({ facts }) => ({ what: null, facts }));
}

/** A route that never wins: because its condition cannot hold, or because earlier routes take all that it would. */
export type Idle =
  | { readonly route: string; readonly kind: "dead" }
  | { readonly route: string; readonly kind: "shadowed"; readonly by: readonly Reached<string>[] }
  | { readonly route: string; readonly kind: "undecided" };

/** Every route that never wins. */
export function idleRoutes(table: Decided): Idle[] {
  const live = liveRoutes(table);
  return table.rows.filter((row) => !live.has(row.route)).map(({ route, when }) => idle(table, route, when));
}

function idle(table: Decided, route: string, when: Condition): Idle {
  const winners = winnersIn(table, when);
  if (winners === null) return { route, kind: "undecided" };
  return winners.length === 0 ? { route, kind: "dead" } : { route, kind: "shadowed", by: winners };
}

/** Routes that win where a condition holds and none of `others` does, in the table's order; null where it is too large. */
export function winnersIn(
  table: Decided,
  when: Condition,
  others: readonly Condition[] = [],
): Reached<string>[] | null {
  const region = regionOf(table, when, others);
  if (region === null) return null;
  const found = new Map<string, Facts>();
  for (const { what, facts } of insideOf(table.diagram, region)) {
    if (what.route !== null && !found.has(what.route)) found.set(what.route, facts);
  }
  return table.rows.flatMap(({ route }) => {
    const facts = found.get(route);
    found.delete(route);
    return facts ? [{ what: route, facts }] : [];
  });
}

/** Routes that win somewhere, each with facts with which it does. */
export function liveRoutes(table: Decided): ReadonlyMap<string, Facts> {
  const found = new Map<string, Facts>();
  for (const { what, facts } of outcomes(table.diagram)) {
    if (what.route !== null && !found.has(what.route)) found.set(what.route, facts);
  }
  return found;
}

/** Most tables that are compiled anew to see what goes on without a route. */
const MOST_TRIED = 24;

export interface Removable {
  /** Routes without which every decision stays the same. */
  readonly routes: readonly Reached<string>[];
  /** Routes that were not tried, because the table or their number is too large. */
  readonly undecided: readonly string[];
}

/**
 * Routes that win, and without which nothing would change: wherever they win, a later route says the same.
 * `says` gives what a route recommends, as text to be compared.
 */
export function removableRoutes(table: Decided, says: (route: string) => string): Removable {
  const live = liveRoutes(table);
  const candidates = table.rows.filter(
    ({ route }, i) => live.has(route) && table.rows.slice(i + 1).some((later) => says(later.route) === says(route)),
  );
  const routes: Reached<string>[] = [];
  const undecided: string[] = [];
  for (const [i, { route }] of candidates.entries()) {
    const rows = table.rows.filter((row) => row.route !== route);
    const diagram = i < MOST_TRIED ? compile({ ...table, rows }) : null;
    if (diagram === null) {
      undecided.push(route);
      continue;
    }
    const wins = pairs(table.diagram, diagram).filter(({ what: [before] }) => before.route === route);
    const same = wins.every(({ what: [, after] }) => after.route !== null && says(after.route) === says(route));
    if (same) routes.push({ what: route, facts: live.get(route) as Facts });
  }
  return { routes, undecided };
}

/**
 * Whether a part of a route's condition ever decides: whether the route wins where the part holds and no earlier part does.
 * Gives who wins there instead, or null where it cannot be told.
 */
export function idlePart(
  table: Decided,
  route: string,
  part: Condition,
  earlier: readonly Condition[],
): { readonly idle: boolean; readonly by: readonly Reached<string>[] } | null {
  const winners = winnersIn(table, part, earlier);
  return winners && { idle: !winners.some(({ what }) => what === route), by: winners };
}

/** For every value of every fact, the routes that can win with it. */
export function winnersByValue(table: Decided): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string | null>>> {
  return new Map(
    table.facts.map(({ id, values }) => [
      id,
      new Map(
        values.map((value) => [
          value,
          new Set(outcomes(restrict(table.diagram, { [id]: value })).map(({ what }) => what.route)),
        ]),
      ),
    ]),
  );
}

/** Two routes that can hold of the same facts, and neither only where the other does: their order decides. */
export interface Overlap {
  readonly first: string;
  readonly second: string;
  readonly facts: Facts;
}

/**
 * Overlaps of routes that `differ`. A route that is a special case of a later one is no overlap: that is what order is for.
 * Facts are such that the first one wins.
 */
export function overlaps(table: Decided, differ: (first: string, second: string) => boolean): Overlap[] {
  const regions = table.rows.map(({ when }) => regionOf(table, when));
  return table.rows.flatMap(({ route: first }, i) => {
    const mine = regions[i];
    if (!mine) return [];
    const won = insideOf(table.diagram, mine);
    if (!won.some(({ what }) => what.route === first)) return [];
    return table.rows.slice(i + 1).flatMap(({ route: second }, k) => {
      const other = regions[i + 1 + k];
      if (!other || !differ(first, second)) return [];
      const met = pairs(mine, other);
      const at = (a: boolean, b: boolean) =>
        met.find(({ what: [x, y] }) => (x.route === INSIDE) === a && (y.route === INSIDE) === b);
      const both = at(true, true);
      return both && at(true, false) && at(false, true) ? [{ first, second, facts: both.facts }] : [];
    });
  });
}
