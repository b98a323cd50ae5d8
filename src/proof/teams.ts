import { restrict } from "../core/diagram.js";
import type { Facts } from "../core/facts.js";
import { type Decided, outcomes, type Reached } from "./regions.js";

/** What proofs about teams need to know of a route. */
export interface Led {
  readonly team: string;
  /** The team to go to where this one does not help; null where nothing is left. */
  readonly next: string | null;
}

/** Teams that no facts lead to. */
export function unreachedTeams(table: Decided, teams: readonly string[], led: (route: string) => Led): string[] {
  const reached = new Set(routesIn(table).map(({ what }) => led(what).team));
  return teams.filter((team) => !reached.has(team));
}

/** A ladder that comes back to where it was. `routes` are the rungs that most probably are the slip. */
export interface Loop {
  readonly teams: readonly string[];
  readonly routes: readonly Reached<string>[];
}

interface Rungs {
  readonly from: string;
  readonly to: string;
  readonly routes: Reached<string>[];
}

/**
 * Ladders with loops. A ladder is climbed for one problem, so rungs are followed within one value of the fact `per`
 * (the issue); loops of the same teams are told once.
 */
export function ladderLoops(table: Decided, led: (route: string) => Led, per = "issue"): Loop[] {
  const ladders = new Map<string, Map<string, Rungs>>();
  for (const { what, facts } of outcomes(table.diagram)) {
    if (what.route === null) continue;
    const { team, next } = led(what.route);
    if (next === null) continue;
    const issue = what.named[per] ?? "";
    const rungs = ladders.get(issue) ?? new Map<string, Rungs>();
    ladders.set(issue, rungs);
    const key = `${team} ${next}`;
    const rung = rungs.get(key) ?? { from: team, to: next, routes: [] };
    rungs.set(key, rung);
    rung.routes.push({ what: what.route, facts });
  }
  const told = new Map<string, Loop>();
  for (const rungs of ladders.values()) {
    for (const loop of loopsOf([...rungs.values()])) {
      const key = [...loop]
        .map(({ from }) => from)
        .sort()
        .join();
      // The rung that fewest routes have is most probably the one that is wrong.
      const fewest = Math.min(...loop.map(({ routes }) => routes.length));
      const odd = loop.filter(({ routes }) => routes.length === fewest).flatMap(({ routes }) => routes);
      const routes = new Map(told.get(key)?.routes.map((one) => [one.what, one]));
      for (const one of odd) if (!routes.has(one.what)) routes.set(one.what, one);
      told.set(key, { teams: loop.map(({ from }) => from), routes: [...routes.values()] });
    }
  }
  return [...told.values()];
}

/** Rungs in a circle: for each team that comes back to itself, a shortest way round. */
function loopsOf(rungs: readonly Rungs[]): Rungs[][] {
  const loops = new Map<string, Rungs[]>();
  for (const start of new Set(rungs.map(({ from }) => from))) {
    const waiting: Rungs[][] = rungs.filter(({ from }) => from === start).map((rung) => [rung]);
    const seen = new Set<string>();
    for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
      const at = (way.at(-1) as Rungs).to;
      if (at === start) {
        const key = way
          .map(({ from }) => from)
          .sort()
          .join();
        if (!loops.has(key)) loops.set(key, way);
        break;
      }
      if (seen.has(at)) continue;
      seen.add(at);
      for (const rung of rungs) if (rung.from === at) waiting.push([...way, rung]);
    }
  }
  return [...loops.values()];
}

/** Routes that win with some facts known, each with facts; every route once. */
export function routesIn(table: Decided, known: Facts = {}): Reached<string>[] {
  const diagram = Object.keys(known).length === 0 ? table.diagram : restrict(table.diagram, known);
  const found = new Map<string, Reached<string>>();
  for (const { what, facts } of outcomes(diagram)) {
    if (what.route !== null && !found.has(what.route)) {
      found.set(what.route, { what: what.route, facts: { ...facts, ...known } });
    }
  }
  return [...found.values()];
}
