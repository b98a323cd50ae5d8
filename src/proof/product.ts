import { type Diagram, Nodes, type Shape } from "../core/diagram.js";
import { NAMED, type Side } from "./side.js";

/** The facts of two diagrams put together, each with the values of both, the new ones' order first. */
export interface Space {
  readonly facts: readonly string[];
  readonly values: readonly (readonly string[])[];
}

type Domains = Pick<Diagram, "facts" | "values">;

/** A fact or a value that only the old diagram has stands behind the one that it followed there. */
export function spaceOf(old: Domains, fresh: Domains): Space {
  const facts = interleave(old.facts, fresh.facts);
  const values = ({ facts: all, values: of }: Domains, fact: string) => of[all.indexOf(fact)] ?? [];
  return { facts, values: facts.map((fact) => interleave(values(old, fact), values(fresh, fact))) };
}

function interleave(old: readonly string[], fresh: readonly string[]): string[] {
  const all = [...fresh];
  old.forEach((one, i) => {
    if (!all.includes(one)) all.splice(i === 0 ? 0 : all.indexOf(old[i - 1] as string) + 1, 0, one);
  });
  return all;
}

/** Where two functions differ, as a diagram over both their facts; its leaves are `SAME` and those of `leaf`. */
export interface Product extends Space, Shape {}

export const SAME = ~0;

/** Pairs of nodes after which two diagrams count as too large to compare. */
const PAIRS = 300_000;

/**
 * The product of two sides. `leaf` says what a pair of their leaves stands for, as a leaf (below 0).
 * A case that neither side can be asked about is `SAME`. Null past `bound` pairs: undecided, never guessed.
 * `NAMED` facts are always looked at: a value that one side lacks makes a difference by itself.
 */
export function product(
  space: Space,
  old: Side,
  fresh: Side,
  leaf: (old: number, fresh: number) => number,
  bound = PAIRS,
): Product | null {
  const nodes = new Nodes();
  const memo = new Map<string, number>();
  const least = Math.max(0, ...space.facts.map((fact, level) => (NAMED.has(fact) ? level + 1 : 0)));
  const build = (level: number, a: number, b: number): number => {
    if (a < 0 && b < 0 && level >= least) return a === b ? SAME : leaf(a, b);
    const key = `${level}:${a}:${b}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    if (memo.size >= bound) throw new TooLarge();
    memo.set(key, SAME);
    const fact = space.facts[level] as string;
    const pairs = (space.values[level] as readonly string[]).map(
      (value) => [old.put(a, fact, value), fresh.put(b, fact, value)] as const,
    );
    const [first] = pairs;
    const alike = pairs.every((pair) => pair[0] === first?.[0] && pair[1] === first[1]);
    const made = nodes.make(
      level,
      alike && first
        ? [build(level + 1, first[0], first[1])]
        : pairs.map(([left, right]) => build(level + 1, left, right)),
    );
    memo.set(key, made);
    return made;
  };
  try {
    const root = build(0, old.root, fresh.root);
    return { ...space, root, level: nodes.level, first: nodes.first, kids: nodes.kids };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

class TooLarge extends Error {}
