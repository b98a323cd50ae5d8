import { type Diagram, Nodes, type Outcome, type Row } from "./diagram.js";
import type { Condition, FactDomain, Facts } from "./facts.js";

/** More states than this and the table is called too large to compile. */
export const STATES = 200_000;

export interface Table {
  /** In order: what decides most stands first. */
  readonly facts: readonly FactDomain[];
  /** Tried in order; the first that holds wins. */
  readonly rows: readonly Row[];
  /** Facts whose value is part of the recommendation itself, so that two values never lead to the same one. */
  readonly named?: readonly string[];
}

/** A box by level: for each level that it says something of, which values (and last, "does not apply") it allows. */
interface Sides {
  readonly id: number;
  readonly row: number;
  readonly allows: ReadonlyMap<number, readonly boolean[]>;
  readonly last: number;
}

/**
 * Compiles a decision table into its diagram, by first match.
 * Returns null where the table needs more than `bound` states: undecided, never guessed.
 */
export function compile(table: Table, bound = STATES): Diagram | null {
  const { facts } = table;
  const levelOf = new Map(facts.map((fact, level) => [fact.id, level]));
  const named = new Set((table.named ?? []).map((fact) => levelOf.get(fact)));
  let boxes = 0;
  const sidesOf = (row: number, condition: Condition): Sides[] =>
    condition.map((box) => {
      const allows = new Map<number, boolean[]>();
      for (const [fact, allowed] of Object.entries(box)) {
        const level = levelOf.get(fact);
        if (level === undefined) throw new Error(`No fact ${fact} in the table`);
        allows.set(
          level,
          [...(facts[level] as FactDomain).values, null].map((value) => allowed.includes(value)),
        );
      }
      return { id: boxes++, row, allows, last: Math.max(-1, ...allows.keys()) };
    });
  const rows = table.rows.flatMap((row, i) => sidesOf(i, row.when));
  const applies = facts.map((fact) => (fact.applies ? sidesOf(0, fact.applies) : null));

  const nodes = new Nodes();
  const outcomes: Outcome[] = [];
  const outcomeOf = new Map<string, number>();
  const memo = new Map<string, number>();
  let states = 0;

  const leaf = (row: number | null, path: Facts): number => {
    const outcome = { route: row === null ? null : (table.rows[row] as Row).route, named: path };
    const key = JSON.stringify(outcome);
    const place = outcomeOf.get(key) ?? outcomes.push(outcome) - 1;
    outcomeOf.set(key, place);
    return ~place;
  };

  /** From `level` on, the facts that rows name, and those that decide whether one of these applies. */
  const mattering = (level: number, open: readonly Sides[], gates: readonly (readonly Sides[] | null)[]): boolean[] => {
    const matters = facts.map(() => false);
    for (let at = facts.length - 1; at >= level; at--) {
      const names = (side: Sides) => side.allows.has(at);
      matters[at] =
        named.has(at) || open.some(names) || gates.some((gate, later) => matters[later] && gate?.some(names));
    }
    return matters;
  };

  /** `alive` are the row boxes that can still hold, `gates` what is left of each later fact's `applies`. */
  const build = (
    level: number,
    alive: readonly Sides[],
    gates: readonly (readonly Sides[] | null)[],
    path: Facts,
  ): number => {
    const open = untilCertain(alive, level);
    const certain = open[0];
    const pending = [...named].some((at) => at !== undefined && at >= level);
    if (!pending && (certain === undefined || certain.last < level)) return leaf(certain?.row ?? null, path);
    if (level === facts.length) return leaf(certain?.row ?? null, path);
    const matters = mattering(level, open, gates);
    const key = JSON.stringify([level, ids(open), gates.map((gate, at) => gate && matters[at] && ids(gate)), path]);
    const old = memo.get(key);
    if (old !== undefined) return old;
    if (++states > bound) throw new TooLarge();

    const fact = facts[level] as FactDomain;
    const step = (place: number): number =>
      build(
        level + 1,
        open.filter((side) => side.allows.get(level)?.[place] ?? true),
        gates.map((gate, at) =>
          gate && at > level ? gate.filter((side) => side.allows.get(level)?.[place] ?? true) : gate,
        ),
        named.has(level) && place < fact.values.length ? { ...path, [fact.id]: fact.values[place] as string } : path,
      );
    const gate = gates[level];
    const made =
      gate && gate.length === 0
        ? step(fact.values.length)
        : nodes.make(
            level,
            fact.values.map((_, place) => step(place)),
          );
    memo.set(key, made);
    return made;
  };

  try {
    const root = build(0, rows, applies, {});
    return {
      facts: facts.map((fact) => fact.id),
      values: facts.map((fact) => fact.values),
      outcomes,
      root,
      level: nodes.level,
      first: nodes.first,
      kids: nodes.kids,
    };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

const ids = (sides: readonly Sides[]) => sides.map((side) => side.id).join();

class TooLarge extends Error {}

/** Boxes behind one that certainly holds can never win: leave them out. */
function untilCertain(alive: readonly Sides[], level: number): readonly Sides[] {
  const certain = alive.findIndex((side) => side.last < level);
  return certain < 0 ? alive : alive.slice(0, certain + 1);
}
