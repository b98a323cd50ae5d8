import type { Product } from "./product.js";

/** A box in a product: for each of its facts, by place, which values it takes in, as bits. */
export type Cube = readonly bigint[];

/** Boxes that together are one leaf of a product and nothing else. */
export interface Cover {
  readonly cubes: readonly Cube[];
  /** Whether some of the leaf is left out, since it would have taken too many boxes. */
  readonly partial: boolean;
}

/** Boxes of one leaf that are looked at, and steps of looking whether one is within others. */
const MOST = 2_000;
const PATIENCE = 20_000;

/**
 * The leaf as few boxes, found greedily as espresso does (Brayton and others 1984): boxes from the paths, each widened
 * as far as the leaf goes, then those left out that others take in. They may overlap.
 */
export function cover(product: Product, leaf: number): Cover {
  const { cubes, partial } = paths(product, leaf);
  const wide: Cube[] = [];
  for (const cube of byReach(cubes, -1)) {
    if (!wide.some((other) => takesIn(other, cube))) wide.push(widen(product, leaf, cube));
  }
  let kept = byReach(wide, -1);
  for (const cube of byReach(wide, 1)) {
    const others = kept.filter((other) => other !== cube);
    if (within(cube, others, { left: PATIENCE })) kept = others;
  }
  return { cubes: kept, partial };
}

export const bit = (place: number): bigint => 1n << BigInt(place);
const full = (width: number): bigint => bit(width) - 1n;
const widths = (product: Product): number[] => product.values.map((values) => values.length);

/** Every path to the leaf as a box; those that differ in one fact alone are one. */
function paths(product: Product, leaf: number): { cubes: Cube[]; partial: boolean } {
  const all = widths(product).map(full);
  let partial = false;
  // Below a node only facts further down are told apart.
  const memo = new Map<number, readonly Cube[]>();
  const below = (at: number): readonly Cube[] => {
    if (at < 0) return at === leaf ? [all] : [];
    const known = memo.get(at);
    if (known) return known;
    const level = product.level[at] as number;
    const merged = new Map<string, { cube: Cube; bits: bigint }>();
    kidsOf(product, at).forEach((kid, i) => {
      for (const cube of below(kid)) {
        const key = cube.slice(level + 1).join();
        const other = merged.get(key);
        if (other) other.bits |= bit(i);
        else merged.set(key, { cube, bits: bit(i) });
      }
    });
    if (merged.size > MOST) partial = true;
    const cubes = [...merged.values()].slice(0, MOST).map(({ cube, bits }) => cube.with(level, bits));
    memo.set(at, cubes);
    return cubes;
  };
  return { cubes: [...below(product.root)], partial };
}

/** The box with as much more of each fact as the leaf goes: all values of a fact, or one by one. */
function widen(product: Product, leaf: number, cube: Cube): Cube {
  let wide = cube;
  const sizes = widths(product);
  for (let level = sizes.length - 1; level >= 0; level--) {
    const size = sizes[level] as number;
    if (wide[level] === full(size)) continue;
    const free = wide.with(level, full(size));
    if (inside(product, leaf, free)) {
      wide = free;
      continue;
    }
    for (let i = 0; i < size; i++) {
      const bits = wide[level] as bigint;
      if ((bits & bit(i)) !== 0n) continue;
      // What is added must lie inside; the rest is known to.
      if (inside(product, leaf, wide.with(level, bit(i)))) wide = wide.with(level, bits | bit(i));
    }
  }
  return wide;
}

/** Whether everything in the box leads to the leaf. */
function inside(product: Product, leaf: number, cube: Cube): boolean {
  const seen = new Set<number>();
  const visit = (at: number): boolean => {
    if (at < 0) return at === leaf;
    if (seen.has(at)) return true;
    seen.add(at);
    const bits = cube[product.level[at] as number] as bigint;
    return kidsOf(product, at).every((kid, i) => (bits & bit(i)) === 0n || visit(kid));
  };
  return visit(product.root);
}

const takesIn = (other: Cube, cube: Cube): boolean => cube.every((bits, i) => (bits & ~(other[i] as bigint)) === 0n);

/** Whether the others together take in the box; "no" where that takes too long to tell. */
function within(cube: Cube, others: readonly Cube[], patience: { left: number }): boolean {
  if (patience.left-- <= 0) return false;
  const near = others.filter((other) => other.every((bits, i) => (bits & (cube[i] as bigint)) !== 0n));
  const [first] = near;
  if (first === undefined) return false;
  if (near.some((other) => takesIn(other, cube))) return true;
  const level = first.findIndex((bits, i) => ((cube[i] as bigint) & ~bits) !== 0n);
  const [whole, part] = [cube[level] as bigint, first[level] as bigint];
  return (
    within(cube.with(level, whole & part), near, patience) && within(cube.with(level, whole & ~part), near, patience)
  );
}

const count = (bits: bigint): number => bits.toString(2).replaceAll("0", "").length;

/** Boxes by how many cases they hold. */
function byReach(cubes: readonly Cube[], direction: 1 | -1): Cube[] {
  const reach = new Map(cubes.map((cube) => [cube, cube.reduce((sum, bits) => sum + Math.log2(count(bits)), 0)]));
  return [...cubes].sort((a, b) => direction * ((reach.get(a) as number) - (reach.get(b) as number)));
}

function kidsOf(product: Product, at: number): readonly number[] {
  const level = product.level[at] as number;
  const first = product.first[at] as number;
  return product.kids.slice(first, first + (product.values[level] as readonly string[]).length);
}
