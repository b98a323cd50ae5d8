import { type Diagram, Nodes } from "../core/diagram.js";

/** The leaf of a case that a playbook cannot be asked about: it does not know one of the values. */
export const ABSENT = ~0;

/** Facts that recommendations name: each value is a kind of case of its own. */
export const NAMED: ReadonlySet<string> = new Set(["issue"]);

/**
 * One of two diagrams that are compared, as a function that facts are put into one by one, in any order.
 * References are those of a diagram: a node (0 and up) or a leaf (below 0).
 */
export interface Side {
  readonly root: number;
  /** What is left once a fact has a value. A fact that the diagram does not have changes nothing. */
  put(at: number, fact: string, value: string): number;
}

/**
 * A diagram with other leaves: `leafOf` gives each outcome a number, the same for equal ones and never `ABSENT`.
 *
 * A value that the diagram does not know leads where all values that it knows would lead, if that is one leaf, and
 * else to `ABSENT`. Of `NAMED` facts there is no such guess: a new issue is new.
 */
export function sideOf(diagram: Diagram, leafOf: readonly number[]): Side {
  const nodes = new Nodes();
  const widths = diagram.values.map((values) => values.length);
  const kidsOf = (from: Pick<Diagram, "level" | "first" | "kids">, at: number): number[] => {
    const first = from.first[at] as number;
    return from.kids.slice(first, first + (widths[from.level[at] as number] as number));
  };
  // Children stand before their parents.
  const copies: number[] = [];
  const copy = (at: number): number => (at < 0 ? (leafOf[~at] as number) : (copies[at] as number));
  for (const [at, level] of diagram.level.entries()) {
    copies.push(nodes.make(level, kidsOf(diagram, at).map(copy)));
  }

  const memo = new Map<string, number>();
  const remember = (key: string, make: () => number): number => {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const made = make();
    memo.set(key, made);
    return made;
  };
  const agree = (a: number, b: number): number => {
    if (a === b) return a;
    if ((a < 0 && b < 0) || a === ABSENT || b === ABSENT) return ABSENT;
    return remember(`${a}&${b}`, () => {
      const level = Math.min(levelOf(a), levelOf(b));
      const [left, right] = [below(a, level), below(b, level)];
      return nodes.make(
        level,
        left.map((kid, i) => agree(kid, right[i] as number)),
      );
    });
  };
  const levelOf = (at: number): number => (at < 0 ? Number.POSITIVE_INFINITY : (nodes.level[at] as number));
  const below = (at: number, level: number): number[] =>
    levelOf(at) === level ? kidsOf(nodes, at) : Array.from({ length: widths[level] as number }, () => at);

  const fill = (at: number, level: number, place: number): number => {
    if (levelOf(at) > level) return at;
    return remember(`${at}:${level}=${place}`, () => {
      const kids = kidsOf(nodes, at);
      if (levelOf(at) < level)
        return nodes.make(
          levelOf(at),
          kids.map((kid) => fill(kid, level, place)),
        );
      return place >= 0 ? (kids[place] as number) : kids.reduce(agree);
    });
  };
  return {
    root: copy(diagram.root),
    put(at, fact, value) {
      const level = diagram.facts.indexOf(fact);
      if (level < 0) return at;
      const place = (diagram.values[level] as readonly string[]).indexOf(value);
      return place < 0 && NAMED.has(fact) ? ABSENT : fill(at, level, place);
    },
  };
}
