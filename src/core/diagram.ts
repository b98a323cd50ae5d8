import type { Condition, Facts } from "./facts.js";

/**
 * The decision table, compiled: a reduced ordered multi-valued decision diagram
 * (Bryant 1986; Srinivasan, Kam, Malik and Brayton 1990). One level a fact, one child a value, equal parts shared,
 * a node whose children are all the same dropped. Plain JSON.
 *
 * A reference is a number: 0 and up is a node, below 0 a leaf (`~reference` is its place in `outcomes`).
 * A node's children come before the node, so one loop downwards meets every parent before its children.
 */
export interface Diagram {
  readonly facts: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly outcomes: readonly Outcome[];
  readonly root: number;
  /** Level of each node. */
  readonly level: readonly number[];
  /** Where each node's children start in `kids`; it has as many as its fact has values. */
  readonly first: readonly number[];
  readonly kids: readonly number[];
}

/** What a leaf stands for. `route` is null in a gap: no route takes these facts. */
export interface Outcome {
  readonly route: string | null;
  /** Values of the facts that the recommendation itself names. */
  readonly named: Facts;
}

/** One row of the decision table. */
export interface Row {
  readonly route: string;
  readonly when: Condition;
}

/** A restricted diagram still speaks of the same facts and outcomes. */
export type Shape = Pick<Diagram, "level" | "first" | "kids" | "root">;

/** Hash-consed nodes: asking for a node that is there, or that decides nothing, gives the old reference. */
export class Nodes {
  readonly level: number[] = [];
  readonly first: number[] = [];
  readonly kids: number[] = [];
  private readonly known = new Map<string, number>();

  make(level: number, kids: readonly number[]): number {
    const only = kids[0] as number;
    if (kids.every((kid) => kid === only)) return only;
    const key = `${level}:${kids.join()}`;
    const old = this.known.get(key);
    if (old !== undefined) return old;
    const made = this.level.length;
    this.known.set(key, made);
    this.level.push(level);
    this.first.push(this.kids.length);
    this.kids.push(...kids);
    return made;
  }
}

/** The leaf that complete facts lead to, or null where a fact on the way is unknown. At most one step a fact. */
export function walk(diagram: Diagram, facts: Facts): Outcome | null {
  let at = diagram.root;
  while (at >= 0) {
    const level = diagram.level[at] as number;
    const value = facts[diagram.facts[level] as string];
    const place = value === undefined ? -1 : (diagram.values[level] as readonly string[]).indexOf(value);
    if (place < 0) return null;
    at = diagram.kids[(diagram.first[at] as number) + place] as number;
  }
  return diagram.outcomes[~at] as Outcome;
}

/** The diagram with the known facts filled in, reduced again: what can still happen. */
export function restrict(diagram: Diagram, facts: Facts): Diagram {
  const nodes = new Nodes();
  const chosen = diagram.facts.map((fact, level) => {
    const value = facts[fact];
    return value === undefined ? -1 : (diagram.values[level] as readonly string[]).indexOf(value);
  });
  const done = new Map<number, number>();
  const copy = (at: number): number => {
    if (at < 0) return at;
    const old = done.get(at);
    if (old !== undefined) return old;
    const level = diagram.level[at] as number;
    const first = diagram.first[at] as number;
    const fixed = chosen[level] as number;
    const made =
      fixed >= 0
        ? copy(diagram.kids[first + fixed] as number)
        : nodes.make(
            level,
            (diagram.values[level] as readonly string[]).map((_, i) => copy(diagram.kids[first + i] as number)),
          );
    done.set(at, made);
    return made;
  };
  const root = copy(diagram.root);
  return { ...diagram, level: nodes.level, first: nodes.first, kids: nodes.kids, root };
}

/** References that can be reached from the root: nodes (0 and up) and leaves (below 0). */
export function reachable(diagram: Diagram): Set<number> {
  const seen = new Set<number>();
  const waiting = [diagram.root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at < 0) continue;
    const first = diagram.first[at] as number;
    const width = (diagram.values[diagram.level[at] as number] as readonly string[]).length;
    for (let i = 0; i < width; i++) waiting.push(diagram.kids[first + i] as number);
  }
  return seen;
}

/** Facts that still decide something, in table order. In a reduced diagram these are the facts that occur. */
export function deciding(diagram: Diagram): string[] {
  const levels = new Set<number>();
  for (const at of reachable(diagram)) if (at >= 0) levels.add(diagram.level[at] as number);
  return diagram.facts.filter((_, level) => levels.has(level));
}
