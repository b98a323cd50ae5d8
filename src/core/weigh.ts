import type { Diagram, Outcome } from "./diagram.js";
import type { Facts } from "./facts.js";

/** For each fact of the diagram, the probability of each of its values, in the order of `diagram.values`. */
export type Odds = readonly (readonly number[])[];

/** Shares of probability below this are not followed. */
const NEGLIGIBLE = 1e-9;

/** How probable every outcome is, and by which values it is reached most probably. */
export interface Weighed {
  /** By place in `diagram.outcomes`; sums to 1. */
  readonly mass: Float64Array;
  /** The most probable way to an outcome: the facts on it, unnamed ones being of no matter. */
  way(outcome: number): Facts;
  /** Probability of that way. */
  readonly best: Float64Array;
}

/** One pass down the diagram: the facts are taken as independent of one another. */
export function weigh(diagram: Diagram, odds: Odds): Weighed {
  const nodes = diagram.level.length;
  const reach = new Float64Array(nodes);
  const top = new Float64Array(nodes);
  const mass = new Float64Array(diagram.outcomes.length);
  const best = new Float64Array(diagram.outcomes.length);
  // Where the most probable way to a node or an outcome comes from: the parent's place in `kids`, or -1.
  const from = new Int32Array(nodes).fill(-1);
  const fromOutcome = new Int32Array(diagram.outcomes.length).fill(-1);
  const owner = ownerOf(diagram);

  const arrive = (at: number, share: number, chance: number, edge: number) => {
    if (at >= 0) {
      reach[at] = (reach[at] as number) + share;
      if (chance > (top[at] as number)) {
        top[at] = chance;
        from[at] = edge;
      }
      return;
    }
    mass[~at] = (mass[~at] as number) + share;
    if (chance > (best[~at] as number)) {
      best[~at] = chance;
      fromOutcome[~at] = edge;
    }
  };

  arrive(diagram.root, 1, 1, -1);
  for (let at = nodes - 1; at >= 0; at--) {
    const share = reach[at] as number;
    if (share < NEGLIGIBLE) continue;
    const chance = top[at] as number;
    const first = diagram.first[at] as number;
    const shares = odds[diagram.level[at] as number] as readonly number[];
    for (let i = 0; i < shares.length; i++) {
      const part = shares[i] as number;
      if (part > 0) arrive(diagram.kids[first + i] as number, share * part, chance * part, first + i);
    }
  }

  const way = (outcome: number): Facts => {
    const facts: Record<string, string> = {};
    for (let edge = fromOutcome[outcome] as number; edge >= 0; ) {
      const node = owner[edge] as number;
      const level = diagram.level[node] as number;
      const value = (diagram.values[level] as readonly string[])[edge - (diagram.first[node] as number)];
      facts[diagram.facts[level] as string] = value as string;
      edge = from[node] as number;
    }
    return facts;
  };
  return { mass, best, way };
}

const owners = new WeakMap<Diagram, Int32Array>();

/** For each place in `kids`, the node that it belongs to. */
function ownerOf(diagram: Diagram): Int32Array {
  const known = owners.get(diagram);
  if (known) return known;
  const owner = new Int32Array(diagram.kids.length);
  diagram.first.forEach((first, node) => {
    owner.fill(node, first, diagram.first[node + 1] ?? diagram.kids.length);
  });
  owners.set(diagram, owner);
  return owner;
}

/** Probability of each group of outcomes, `groupOf` saying which group an outcome is in. */
export function tally<K>(
  outcomes: readonly Outcome[],
  mass: Float64Array,
  groupOf: (outcome: Outcome) => K,
): Map<K, number> {
  const sums = new Map<K, number>();
  mass.forEach((share, i) => {
    if (share > 0) {
      const group = groupOf(outcomes[i] as Outcome);
      sums.set(group, (sums.get(group) ?? 0) + share);
    }
  });
  return sums;
}

/**
 * The fact among `candidates` whose answer is expected to settle most: the one that leaves least entropy over
 * the groups of outcomes. Ties go to the earlier candidate; null where there is none.
 */
export function mostTelling<K>(
  diagram: Diagram,
  odds: Odds,
  candidates: readonly string[],
  groupOf: (outcome: Outcome) => K,
): string | null {
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const fact of candidates) {
    const level = diagram.facts.indexOf(fact);
    const shares = odds[level] as readonly number[];
    let left = 0;
    shares.forEach((share, i) => {
      if (share < NEGLIGIBLE) return;
      const known = odds.map((row, at) => (at === level ? row.map((_, j) => (j === i ? 1 : 0)) : row));
      left += share * entropy(tally(diagram.outcomes, weigh(diagram, known).mass, groupOf).values());
    });
    if (left < least - 1e-12) {
      least = left;
      found = fact;
    }
  }
  return found;
}

/** Shannon's entropy in bits. */
export function entropy(shares: Iterable<number>): number {
  let bits = 0;
  for (const share of shares) if (share > 0) bits -= share * Math.log2(share);
  return bits;
}
