import { restrict } from "../core/diagram.js";
import type { Condition, Facts } from "../core/facts.js";
import { common } from "./boxes.js";
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

/** Which routes (null: a gap) can win with a value; reckoned when it is asked for, and remembered. */
export function winnersByValue(table: Decided): (fact: string, value: string) => ReadonlySet<string | null> {
  const known = new Map<string, Set<string | null>>();
  return (fact, value) => {
    const key = `${fact} ${value}`;
    const found =
      known.get(key) ?? new Set(outcomes(restrict(table.diagram, { [fact]: value })).map(({ what }) => what.route));
    known.set(key, found);
    return found;
  };
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
  const live = liveRoutes(table);
  const regions = new Map<string, ReturnType<typeof regionOf>>();
  const region = ({ route, when }: Decided["rows"][number]) => {
    const found = regions.has(route) ? regions.get(route) : regionOf(table, when);
    regions.set(route, found ?? null);
    return found ?? null;
  };
  return table.rows.flatMap((row, i) => {
    const first = row.route;
    if (!live.has(first)) return [];
    return table.rows.slice(i + 1).flatMap((later) => {
      const second = later.route;
      const touch = row.when.some((left) => later.when.some((right) => common(left, right).length > 0));
      if (!touch || !differ(first, second)) return [];
      const [mine, other] = [region(row), region(later)];
      if (!mine || !other) return [];
      const met = pairs(mine, other);
      const at = (a: boolean, b: boolean) =>
        met.find(({ what: [x, y] }) => (x.route === INSIDE) === a && (y.route === INSIDE) === b);
      const both = at(true, true);
      return both && at(true, false) && at(false, true) ? [{ first, second, facts: both.facts }] : [];
    });
  });
}
