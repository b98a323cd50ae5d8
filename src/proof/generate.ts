import { applicable } from "../core/condition.js";
import { walk } from "../core/diagram.js";
import { byName, type Facts } from "../core/facts.js";
import { letterFor } from "../playbook/letter-of.js";
import { exampleCase, freeId } from "./example.js";
import { nodesAt, outcomes, pairs } from "./regions.js";
import { routeOf, type Subject } from "./subject.js";

/** A case that was made: facts, and the route that wins with them. */
export interface Made {
  readonly facts: Facts;
  readonly route: string;
  /** Why it is there. */
  readonly reason: string;
}

/** A boundary: one fact at which a route stops winning. */
interface Boundary {
  readonly route: string;
  readonly fact: string;
}

/**
 * The fewest cases that win every route once, and with them cases on the other side of every boundary: for every fact
 * that a route names, two cases that differ in it alone, of which one wins the route and the other does not. Every
 * route needs a case of its own, so the first part is the smallest there can be; the second is chosen greedily.
 */
export function generated({ table }: Subject): Made[] {
  const bases = basesOf(table);
  const chosen = new Map<string, Made>();
  const add = (facts: Facts, route: string, reason: string) => {
    const key = keyOf(facts);
    if (!chosen.has(key)) chosen.set(key, { facts, route, reason });
  };
  for (const { route } of table.rows) {
    const facts = bases.get(route);
    if (facts) add(facts, route, `wins ${route}`);
  }
  const open = boundariesOf(table, bases);
  const close = (closed: readonly Boundary[]) => {
    for (const { route, fact } of closed) open.get(route)?.delete(fact);
  };
  const inside = () => [...chosen.values()];
  close(pairsAmong(inside()));
  const nearest = () => nextTo(inside(), open, table);
  for (let step = nearest(); step !== null; step = nearest()) {
    add(step.made.facts, step.made.route, step.made.reason);
    close(step.closes);
  }
  // What is left lies where no chosen case is near: both sides are looked for in the diagram.
  for (const [route, facts] of open)
    for (const fact of facts) for (const made of across(table, route, fact)) add(made.facts, made.route, made.reason);
  return inside();
}

/** By route: the fewest facts with which it wins. */
function basesOf(table: Table): ReadonlyMap<string, Facts> {
  const bases = new Map<string, Facts>();
  for (const { what, facts } of outcomes(table.diagram)) {
    if (what.route === null) continue;
    const full = plainly(table, facts);
    const before = bases.get(what.route);
    if (before === undefined || size(full) < size(before)) bases.set(what.route, full);
  }
  return bases;
}

/** The neighbour of a chosen case that closes most boundaries, and these; null where none closes any. */
function nextTo(
  chosen: readonly Made[],
  open: ReadonlyMap<string, ReadonlySet<string>>,
  table: Table,
): { readonly made: Made; readonly closes: readonly Boundary[] } | null {
  const isOpen = ({ route, fact }: Boundary) => open.get(route)?.has(fact) ?? false;
  let best: { made: Made; closes: readonly Boundary[] } | null = null;
  for (const base of chosen) {
    for (const fact of open.get(base.route) ?? []) {
      for (const made of neighbours(table, base, fact)) {
        const closes = pairsAmong([...chosen, made], made).filter(isOpen);
        if (closes.length > (best?.closes.length ?? 0)) best = { made, closes };
      }
    }
  }
  return best;
}

/** Two cases that differ in one fact alone, of which one wins the route; none, where the fact is no boundary of it. */
function across(table: Table, route: string, fact: string): Made[] {
  const { diagram } = table;
  const values = diagram.values[diagram.facts.indexOf(fact)] as readonly string[];
  for (const { what: at, facts } of nodesAt(diagram, fact)) {
    const below = values.map((_, i) => ({
      ...diagram,
      root: diagram.kids[(diagram.first[at] as number) + i] as number,
    }));
    for (const [i, left] of below.entries()) {
      for (const [k, right] of below.entries()) {
        if (left.root === right.root) continue;
        const met = pairs(left, right).find(
          ({ what: [a, b] }) => a.route === route && ![route, null].includes(b.route),
        );
        const other = met?.what[1].route;
        if (!met || !other) continue;
        const side = (value: string | undefined) => ({ ...facts, [fact]: value as string, ...met.facts });
        return [
          { facts: side(values[i]), route, reason: `wins ${route} at a boundary: ${fact} = ${values[i]}` },
          { facts: side(values[k]), route: other, reason: `beside ${route}: ${fact} = ${values[k]}` },
        ];
      }
    }
  }
  return [];
}

type Table = Subject["table"];

const size = (facts: Facts): number => Object.keys(facts).length;
const keyOf = (facts: Facts): string => JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Facts that every route's boundaries lie at: those that it names, and that can be changed. */
function boundariesOf({ rows }: Table, bases: ReadonlyMap<string, Facts>): Map<string, Set<string>> {
  return new Map(
    rows
      .filter(({ route }) => bases.has(route))
      .map(({ route, when }) => [route, new Set(when.flatMap((box) => Object.keys(box)))]),
  );
}

/** Pairs of cases that differ in one fact alone and in what wins; with `made` given, only pairs that it is in. */
function pairsAmong(cases: readonly Made[], made?: Made): Boundary[] {
  const lefts = made ? [made] : cases;
  return lefts.flatMap((left) =>
    cases.flatMap((right) => {
      if (left.route === right.route) return [];
      const fact = onlyDifference(left.facts, right.facts);
      return fact === null
        ? []
        : [
            { route: left.route, fact },
            { route: right.route, fact },
          ];
    }),
  );
}

/** The one fact whose value differs; facts that only one side has hang on it and do not count. */
function onlyDifference(left: Facts, right: Facts): string | null {
  const differing = Object.keys(left).filter((fact) => right[fact] !== undefined && right[fact] !== left[fact]);
  return differing.length === 1 ? (differing[0] as string) : null;
}

/** The case with other values of one fact, where another route wins. */
function neighbours(table: Table, base: Made, fact: string): Made[] {
  const values = table.facts.find((one) => one.id === fact)?.values ?? [];
  return values.flatMap((value) => {
    if (value === base.facts[fact]) return [];
    const facts = plainly(table, { ...base.facts, [fact]: value });
    const outcome = walk(table.diagram, filled(table, facts));
    if (!outcome?.route || outcome.route === base.route) return [];
    return [{ facts, route: outcome.route, reason: `beside ${base.route}: ${fact} = ${value}` }];
  });
}

/** Facts that decide, and no others: what does not apply or does not matter is left out, what matters is filled in. */
function plainly(table: Table, facts: Facts): Facts {
  const all = filled(table, facts);
  const { diagram } = table;
  const used: Record<string, string> = {};
  for (let at = diagram.root; at >= 0; ) {
    const level = diagram.level[at] as number;
    const fact = diagram.facts[level] as string;
    const value = all[fact] as string;
    used[fact] = value;
    at = diagram.kids[
      (diagram.first[at] as number) + (diagram.values[level] as readonly string[]).indexOf(value)
    ] as number;
  }
  return used;
}

/** Every fact that applies, with its first value where none is given. */
function filled({ facts: domains }: Table, facts: Facts): Facts {
  const known = byName(domains);
  const all: Record<string, string> = {};
  for (const { id, values } of domains)
    all[id] = (applicable(id, all, known) === "fails" ? undefined : facts[id]) ?? (values[0] as string);
  return all;
}

/** Cases as a file of them. Their ids are none of those that are `taken`. */
export function generatedText(subject: Subject, made: readonly Made[], taken: Iterable<string> = []): string {
  const ids = new Set(taken);
  const cases = made.map(({ facts, route, reason }) => {
    const id = freeId(ids, "wins", route);
    const { team } = routeOf(subject, route);
    const outline = letterFor(subject.playbook, { route, issue: facts.issue });
    return exampleCase(id, facts, { team, route, outline }, reason);
  });
  return `# yaml-language-server: $schema=../schema/cases.schema.json\n# Made by seller-route check --generate.\ncases:\n${cases.join("")}`;
}
