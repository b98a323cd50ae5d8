import { compile, type Table } from "../core/compile.js";
import type { Diagram, Outcome, Row } from "../core/diagram.js";
import type { Condition, Facts } from "../core/facts.js";

/** A decision table with its diagram: all that proofs about decisions look at. */
export interface Decided extends Table {
  readonly rows: readonly (Row & { readonly route: string })[];
  readonly diagram: Diagram;
}

/** Something that can happen, and facts that make it happen. */
export interface Reached<T> {
  readonly what: T;
  readonly facts: Facts;
}

/** Outcomes that can be reached, each with facts that lead there; in a fixed order. */
export function outcomes(diagram: Diagram): Reached<Outcome>[] {
  return meet(diagram, EVERYWHERE).map(({ what: [outcome], facts }) => ({ what: outcome, facts }));
}

/** Pairs of outcomes that two diagrams over the same facts give to the same facts, each with such facts. */
export function pairs(left: Diagram, right: Diagram): Reached<readonly [Outcome, Outcome]>[] {
  return meet(left, right);
}

/** No reference at all. */
const NONE = Number.NaN;

const EVERYWHERE: Diagram = {
  facts: [],
  values: [],
  outcomes: [{ route: null, named: {} }],
  root: -1,
  level: [],
  first: [],
  kids: [],
};

/**
 * Walks two diagrams side by side, and gives every pair of leaves that the same facts lead to. `outside` is a leaf of
 * the right one that is of no interest.
 */
function meet(left: Diagram, right: Diagram, outside = NONE): Reached<readonly [Outcome, Outcome]>[] {
  const [leaves, width] = [left.outcomes.length, right.outcomes.length + right.level.length];
  const key = (a: number, b: number) => (a + leaves) * width + b + right.outcomes.length;
  // The way to each pair: the step before it, and the level and place of the value that was taken.
  const as = [left.root];
  const bs = [right.root];
  const from = [-1];
  const levels = [0];
  const places = [0];
  const seen = new Set([key(left.root, right.root)]);
  const found: Reached<readonly [Outcome, Outcome]>[] = [];
  const way = (at: number): Facts => {
    const steps: [string, string][] = [];
    for (let i = at; (from[i] as number) >= 0; i = from[i] as number) {
      const level = levels[i] as number;
      const facts = left.facts.length > 0 ? left : right;
      steps.push([facts.facts[level] as string, facts.values[level]?.[places[i] as number] as string]);
    }
    return Object.fromEntries(steps.reverse());
  };
  // Depth first, first values first: what is found first has plain facts.
  const waiting = [0];
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const [a, b] = [as[i] as number, bs[i] as number];
    if (b === outside) continue;
    if (a < 0 && b < 0) {
      found.push({ what: [left.outcomes[~a] as Outcome, right.outcomes[~b] as Outcome], facts: way(i) });
      continue;
    }
    const levelA = a < 0 ? Number.POSITIVE_INFINITY : (left.level[a] as number);
    const levelB = b < 0 ? Number.POSITIVE_INFINITY : (right.level[b] as number);
    const level = Math.min(levelA, levelB);
    const count = ((levelA === level ? left : right).values[level] as readonly string[]).length;
    for (let k = count - 1; k >= 0; k--) {
      const nextA = levelA === level ? (left.kids[(left.first[a] as number) + k] as number) : a;
      const nextB = levelB === level ? (right.kids[(right.first[b] as number) + k] as number) : b;
      const pair = key(nextA, nextB);
      if (seen.has(pair)) continue;
      seen.add(pair);
      as.push(nextA);
      bs.push(nextB);
      from.push(i);
      levels.push(level);
      waiting.push(places.push(k) - 1);
    }
  }
  return found;
}

/** The outcomes of a diagram in a region, each with facts there. A region's outcomes are `INSIDE` or none. */
export function insideOf(diagram: Diagram, region: Diagram): Reached<Outcome>[] {
  const outside = region.outcomes.findIndex((outcome) => outcome.route === null);
  const found = new Map<Outcome, Reached<Outcome>>();
  for (const { what, facts } of meet(diagram, region, outside < 0 ? NONE : ~outside)) {
    if (!found.has(what[0])) found.set(what[0], { what: what[0], facts });
  }
  return [...found.values()];
}

export const INSIDE = "inside";

/** Where a condition holds and none of the others does, as a diagram; null where it is too large. */
export function regionOf(table: Table, condition: Condition, others: readonly Condition[] = []): Diagram | null {
  const rows = [
    ...others.map((when) => ({ route: OUTSIDE, when })),
    { route: INSIDE, when: condition },
    { route: OUTSIDE, when: [{}] },
  ];
  const diagram = compile({ facts: table.facts, rows });
  if (diagram === null) return null;
  const plain = diagram.outcomes.map((one) => (one.route === OUTSIDE ? { ...one, route: null } : one));
  return { ...diagram, outcomes: plain };
}

const OUTSIDE = "outside";

/** Nodes at which a fact decides, each with facts that lead there. */
export function nodesAt({ facts, values, root, level, first, kids }: Diagram, fact: string): Reached<number>[] {
  const wanted = facts.indexOf(fact);
  const ways = new Map<number, Facts>([[root, {}]]);
  // A node's children come before it, so the way to a node is known when it is met.
  for (let at = root; at >= 0; at--) {
    const way = ways.get(at);
    const here = level[at] as number;
    if (way === undefined || here >= wanted) continue;
    (values[here] as readonly string[]).forEach((value, i) => {
      const kid = kids[(first[at] as number) + i] as number;
      if (kid >= 0 && !ways.has(kid)) ways.set(kid, { ...way, [facts[here] as string]: value });
    });
  }
  return [...ways].filter(([at]) => level[at] === wanted).map(([what, way]) => ({ what, facts: way }));
}
