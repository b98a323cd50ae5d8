import { shares } from "../core/weigh.js";
import type { Fact, Playbook } from "../playbook/types.js";
import { bit, type Cube, cover } from "./cover.js";
import { type Example, exampleFor } from "./difference-example.js";
import { type Change, changeOf, type Effect, effectOf } from "./effect.js";
import { type Product, product, spaceOf } from "./product.js";
import { ABSENT, sideOf } from "./side.js";

/** What two playbooks decide differently. */
export interface Differences {
  /** The most usual first; null where the tables are too large to compare. */
  readonly changes: readonly Difference[] | null;
}

/** One change, and all cases that it happens to. */
export interface Difference {
  /** `added` and `removed`: cases that only the new, or only the old playbook can be asked about. */
  readonly kind: "changed" | "added" | "removed";
  /** What is different. Of what was added or removed: all that was decided. */
  readonly change: Change;
  /** How much of all cases this is, by the priors. */
  readonly share: number;
  /** Boxes of facts: together these are the cases, and none of them can be left out. */
  readonly rows: readonly Row[];
  /** Too many boxes; only some are listed. */
  readonly partial: boolean;
}

export interface Row {
  /** Values that it takes in, by fact; facts that are not named do not matter. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly example: Example;
}

/** Compares what two playbooks decide, on all facts at once. */
export function differences(old: Playbook, fresh: Playbook): Differences {
  const effects = new Effects();
  const left = sideOf(old.diagram, effects.of(old));
  const right = sideOf(fresh.diagram, effects.of(fresh));
  const found = new Map<string, { leaf: number; kind: Difference["kind"]; change: Change }>();
  const leaf = (a: number, b: number): number => {
    const kind = a === ABSENT ? "added" : b === ABSENT ? "removed" : "changed";
    const change = changeOf(effects.at(a) ?? NOTHING, effects.at(b) ?? NOTHING);
    if (kind === "changed" && Object.keys(change).length === 0) return ~0;
    const key = JSON.stringify([kind, change]);
    const known = found.get(key);
    if (known) return known.leaf;
    const made = ~(found.size + 1);
    found.set(key, { leaf: made, kind, change });
    return made;
  };
  const both = product(spaceOf(old.diagram, fresh.diagram), left, right, leaf);
  if (both === null) return { changes: null };
  const odds = oddsOf(both, old.facts, fresh.facts);
  const shares = sharesOf(both, odds);
  const example = exampleFor({ product: both, odds, left, right, old, fresh });
  const changes = [...found.values()].map(({ leaf: at, kind, change }): Difference => {
    const { cubes, partial } = cover(both, at);
    const rows = cubes.map((cube) => ({ when: whenOf(both, cube), example: example(cube) }));
    return { kind, change, share: shares.get(at) ?? 0, rows, partial };
  });
  return { changes: changes.sort((a, b) => b.share - a.share) };
}

const NOTHING: Effect = { route: null, team: [], channels: [], outline: [], deadlines: [], next: [] };

/** Numbers for what outcomes lead to, the same for both playbooks; routes may have other names. */
class Effects {
  private readonly places = new Map<string, number>();
  private readonly known: Effect[] = [];

  of(playbook: Playbook): number[] {
    return playbook.diagram.outcomes.map((outcome) => {
      const effect = effectOf(playbook, outcome);
      const key = JSON.stringify([effect.team, effect.channels, effect.outline, effect.deadlines, effect.next]);
      const place = this.places.get(key) ?? this.known.push(effect);
      this.places.set(key, place);
      return ~place;
    });
  }

  at(leaf: number): Effect | null {
    return leaf === ABSENT ? null : (this.known[~leaf - 1] as Effect);
  }
}

/** Probability of each value of each fact: the new playbook's priors, and the old one's where it alone has the value. */
function oddsOf({ facts, values }: Product, old: readonly Fact[], fresh: readonly Fact[]): number[][] {
  const prior = (all: readonly Fact[], fact: string, value: string) =>
    all.find((one) => one.id === fact)?.values.find((one) => one.id === value)?.prior;
  return facts.map((fact, level) => {
    const all = values[level] as readonly string[];
    return shares(all.map((value) => prior(fresh, fact, value) ?? prior(old, fact, value) ?? 0));
  });
}

/** Probability of each leaf. Parents stand behind their children. */
function sharesOf(from: Product, odds: readonly (readonly number[])[]): Map<number, number> {
  const shares = new Map<number, number>([[from.root, 1]]);
  for (let at = from.level.length - 1; at >= 0; at--) {
    const share = shares.get(at) ?? 0;
    const first = from.first[at] as number;
    for (const [i, odd] of (odds[from.level[at] as number] as readonly number[]).entries()) {
      const kid = from.kids[first + i] as number;
      shares.set(kid, (shares.get(kid) ?? 0) + share * odd);
    }
  }
  return shares;
}

function whenOf({ facts, values }: Product, cube: Cube): Row["when"] {
  const sides = facts.map((fact, level) => {
    const all = values[level] as readonly string[];
    const taken = all.filter((_, i) => ((cube[level] as bigint) & bit(i)) !== 0n);
    return [fact, taken, taken.length < all.length] as const;
  });
  return Object.fromEntries(sides.filter(([, , says]) => says).map(([fact, taken]) => [fact, taken]));
}
