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
  const seen = new Set<number>();
  const found: Reached<Outcome>[] = [];
  const visit = (at: number, facts: Facts): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at < 0) {
      found.push({ what: diagram.outcomes[~at] as Outcome, facts });
      return;
    }
    each(diagram, at, (kid, fact, value) => visit(kid, { ...facts, [fact]: value }));
  };
  visit(diagram.root, {});
  return found;
}

/** Pairs of outcomes that two diagrams over the same facts give to the same facts, each with such facts. */
export function pairs(left: Diagram, right: Diagram): Reached<readonly [Outcome, Outcome]>[] {
  const seen = new Set<string>();
  const found: Reached<readonly [Outcome, Outcome]>[] = [];
  const visit = (a: number, b: number, facts: Facts): void => {
    const key = `${a} ${b}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (a < 0 && b < 0) {
      found.push({ what: [left.outcomes[~a] as Outcome, right.outcomes[~b] as Outcome], facts });
      return;
    }
    const levelA = a < 0 ? Number.POSITIVE_INFINITY : (left.level[a] as number);
    const levelB = b < 0 ? Number.POSITIVE_INFINITY : (right.level[b] as number);
    const level = Math.min(levelA, levelB);
    (left.values[level] as readonly string[]).forEach((value, i) => {
      visit(
        levelA === level ? (left.kids[(left.first[a] as number) + i] as number) : a,
        levelB === level ? (right.kids[(right.first[b] as number) + i] as number) : b,
        { ...facts, [left.facts[level] as string]: value },
      );
    });
  };
  visit(left.root, right.root, {});
  return found;
}

/** The outcomes of a diagram where a condition holds, each with facts; null where the condition is too large to compile. */
export function within(table: Decided, condition: Condition): Reached<Outcome>[] | null {
  const region = regionOf(table, condition);
  return region && insideOf(table.diagram, region);
}

/** The same for a region that is at hand. A region's outcomes are `INSIDE` or none. */
export function insideOf(diagram: Diagram, region: Diagram): Reached<Outcome>[] {
  const seen = new Set<string>();
  const found = new Map<Outcome, Reached<Outcome>>();
  const outside = region.outcomes.findIndex((outcome) => outcome.route === null);
  const visit = (a: number, b: number, facts: Facts): void => {
    if (b < 0 && ~b === outside) return;
    const key = `${a} ${b}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (a < 0 && b < 0) {
      const what = diagram.outcomes[~a] as Outcome;
      if (!found.has(what)) found.set(what, { what, facts });
      return;
    }
    const levelA = a < 0 ? Number.POSITIVE_INFINITY : (diagram.level[a] as number);
    const levelB = b < 0 ? Number.POSITIVE_INFINITY : (region.level[b] as number);
    const level = Math.min(levelA, levelB);
    (diagram.values[level] as readonly string[]).forEach((value, i) => {
      visit(
        levelA === level ? (diagram.kids[(diagram.first[a] as number) + i] as number) : a,
        levelB === level ? (region.kids[(region.first[b] as number) + i] as number) : b,
        { ...facts, [diagram.facts[level] as string]: value },
      );
    });
  };
  visit(diagram.root, region.root, {});
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

function each(diagram: Diagram, at: number, visit: (kid: number, fact: string, value: string) => void): void {
  const level = diagram.level[at] as number;
  const first = diagram.first[at] as number;
  const fact = diagram.facts[level] as string;
  (diagram.values[level] as readonly string[]).forEach((value, i) => {
    visit(diagram.kids[first + i] as number, fact, value);
  });
}
