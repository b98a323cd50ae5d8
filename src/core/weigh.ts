import type { Diagram, Outcome } from "./diagram.js";
import type { Facts } from "./facts.js";

/** For each fact of the diagram, the probability of each of its values, in the order of `diagram.values`. */
export type Odds = readonly (readonly number[])[];

/** Shares of probability below this are not followed. */
const NEGLIGIBLE = 1e-9;

/** Weights as shares of one. */
export function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * How probable every outcome of a diagram is, and by which values it is reached most probably. Weighs time and again;
 * what it says holds until the next time.
 */
export class Scales {
  /** By level: where its values begin among those of all levels; one more than there are levels. */
  readonly offset: Int32Array;
  /** By place in `diagram.outcomes`: its probability; sums to 1. */
  readonly mass: Float64Array;
  /** The same of its most probable way alone. */
  readonly best: Float64Array;
  private readonly diagram: Diagram;
  private readonly level: Int32Array;
  private readonly first: Int32Array;
  private readonly kids: Int32Array;
  /** By node: the probability of getting there, and of the most probable way there. */
  private readonly reach: Float64Array;
  private readonly top: Float64Array;
  /** Where the most probable way to a node or an outcome comes from: the parent's place in `kids`, or -1. */
  private readonly from: Int32Array;
  private readonly fromOutcome: Int32Array;
  /** The node that a place in `kids` belongs to. */
  private readonly owner: Int32Array;

  constructor(diagram: Diagram) {
    const nodes = diagram.level.length;
    this.diagram = diagram;
    this.offset = new Int32Array(diagram.facts.length + 1);
    for (const [level, values] of diagram.values.entries())
      this.offset[level + 1] = (this.offset[level] as number) + values.length;
    this.level = Int32Array.from(diagram.level);
    this.first = Int32Array.from(diagram.first);
    this.kids = Int32Array.from(diagram.kids);
    [this.reach, this.top, this.from] = [new Float64Array(nodes), new Float64Array(nodes), new Int32Array(nodes)];
    const { length } = diagram.outcomes;
    [this.mass, this.best] = [new Float64Array(length), new Float64Array(length)];
    this.fromOutcome = new Int32Array(length);
    this.owner = new Int32Array(this.kids.length);
    this.first.forEach((from, node) => {
      this.owner.fill(node, from, this.first[node + 1]);
    });
  }

  /**
   * One pass down the diagram, the facts taken as independent of one another. Takes the probabilities of all values of
   * all facts, in the diagram's order.
   */
  weigh(odds: Float64Array): void {
    const { diagram, offset, level, first, kids, reach, top, mass, best, from, fromOutcome } = this;
    for (const all of [reach, top, mass, best]) all.fill(0);
    from.fill(-1);
    fromOutcome.fill(-1);
    if (diagram.root >= 0) {
      reach[diagram.root] = 1;
      top[diagram.root] = 1;
    } else {
      mass[~diagram.root] = 1;
      best[~diagram.root] = 1;
    }
    for (let at = diagram.root; at >= 0; at--) {
      const share = reach[at] as number;
      if (share < NEGLIGIBLE) continue;
      const chance = top[at] as number;
      const own = level[at] as number;
      const end = offset[own + 1] as number;
      let edge = first[at] as number;
      for (let i = offset[own] as number; i < end; i++, edge++) {
        const part = odds[i] as number;
        if (!(part > 0)) continue;
        const kid = kids[edge] as number;
        const way = chance * part;
        if (kid >= 0) {
          reach[kid] = (reach[kid] as number) + share * part;
          if (way > (top[kid] as number)) {
            top[kid] = way;
            from[kid] = edge;
          }
        } else {
          mass[~kid] = (mass[~kid] as number) + share * part;
          if (way > (best[~kid] as number)) {
            best[~kid] = way;
            fromOutcome[~kid] = edge;
          }
        }
      }
    }
  }

  /** The most probable way to an outcome: the facts on it, unnamed ones being of no matter. */
  way(outcome: number): Facts {
    const { diagram } = this;
    const facts: Record<string, string> = {};
    for (let edge = this.fromOutcome[outcome] as number; edge >= 0; ) {
      const node = this.owner[edge] as number;
      const level = this.level[node] as number;
      const value = (diagram.values[level] as readonly string[])[edge - (this.first[node] as number)];
      facts[diagram.facts[level] as string] = value as string;
      edge = this.from[node] as number;
    }
    return facts;
  }
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
  const scales = new Scales(diagram);
  const all = Float64Array.from(odds.flat());
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const fact of candidates) {
    const level = diagram.facts.indexOf(fact);
    const [from, to] = [scales.offset[level] as number, scales.offset[level + 1] as number];
    const known = all.slice();
    let left = 0;
    for (let i = from; i < to; i++) {
      const share = all[i] as number;
      if (share < NEGLIGIBLE) continue;
      known.fill(0, from, to);
      known[i] = 1;
      scales.weigh(known);
      left += share * entropy(tally(diagram.outcomes, scales.mass, groupOf).values());
    }
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
