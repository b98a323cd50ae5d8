import { type Diagram, Nodes, type Outcome, type Row } from "./diagram.js";
import type { Condition, FactDomain, Facts } from "./facts.js";

/** More states than this and the table is called too large to compile. */
const STATES = 200_000;

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

/** By level: what is left of a fact's `applies`; null where it always does. */
type Gates = readonly (readonly Sides[] | null)[];

/**
 * Compiles a decision table into its diagram, by first match.
 * Returns null where the table needs more than `bound` states: undecided, never guessed.
 */
export function compile(table: Table, bound = STATES): Diagram | null {
  try {
    return new Compiler(table, bound).compiled();
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

class Compiler {
  private readonly levelOf: ReadonlyMap<string, number>;
  private readonly named: ReadonlySet<number | undefined>;
  private readonly nodes = new Nodes();
  private readonly outcomes: Outcome[] = [];
  private readonly outcomeOf = new Map<string, number>();
  private readonly memo = new Map<string, number>();
  private boxes = 0;
  private states = 0;

  constructor(
    private readonly table: Table,
    private readonly bound: number,
  ) {
    this.levelOf = new Map(table.facts.map((fact, level) => [fact.id, level]));
    this.named = new Set((table.named ?? []).map((fact) => this.levelOf.get(fact)));
  }

  compiled(): Diagram {
    const { facts, rows } = this.table;
    const alive = rows.flatMap((row, i) => this.sidesOf(i, row.when));
    const gates = facts.map((fact) => (fact.applies ? this.sidesOf(0, fact.applies) : null));
    const root = this.build(0, alive, gates, {});
    return {
      facts: facts.map((fact) => fact.id),
      values: facts.map((fact) => fact.values),
      outcomes: this.outcomes,
      root,
      level: this.nodes.level,
      first: this.nodes.first,
      kids: this.nodes.kids,
    };
  }

  private sidesOf(row: number, condition: Condition): Sides[] {
    return condition.map((box) => {
      const allows = new Map<number, boolean[]>();
      for (const [fact, allowed] of Object.entries(box)) {
        const level = this.levelOf.get(fact);
        if (level === undefined) throw new Error(`No fact ${fact} in the table`);
        const { values } = this.table.facts[level] as FactDomain;
        allows.set(
          level,
          [...values, null].map((value) => allowed.includes(value)),
        );
      }
      return { id: this.boxes++, row, allows, last: Math.max(-1, ...allows.keys()) };
    });
  }

  /** `alive` are the row boxes that can still hold. */
  private build(level: number, alive: readonly Sides[], gates: Gates, path: Facts): number {
    const { facts } = this.table;
    const open = untilCertain(alive, level);
    const certain = open[0];
    const pending = [...this.named].some((at) => at !== undefined && at >= level);
    if (!pending && (certain === undefined || certain.last < level)) return this.leaf(certain?.row ?? null, path);
    if (level === facts.length) return this.leaf(certain?.row ?? null, path);
    const matters = this.mattering(level, open, gates);
    const key = JSON.stringify([level, ids(open), gates.map((gate, at) => gate && matters[at] && ids(gate)), path]);
    const old = this.memo.get(key);
    if (old !== undefined) return old;
    if (++this.states > this.bound) throw new TooLarge();

    const { values } = facts[level] as FactDomain;
    const step = (place: number): number => this.step({ level, place }, open, gates, path);
    const gate = gates[level];
    const made =
      gate && gate.length === 0
        ? step(values.length)
        : this.nodes.make(
            level,
            values.map((_, place) => step(place)),
          );
    this.memo.set(key, made);
    return made;
  }

  /** What follows once the fact of a level has the value at a place. */
  private step(
    { level, place }: { readonly level: number; readonly place: number },
    open: readonly Sides[],
    gates: Gates,
    path: Facts,
  ): number {
    const { id, values } = this.table.facts[level] as FactDomain;
    const still = (sides: readonly Sides[]) => sides.filter((side) => side.allows.get(level)?.[place] ?? true);
    return this.build(
      level + 1,
      still(open),
      gates.map((gate, at) => (gate && at > level ? still(gate) : gate)),
      this.named.has(level) && place < values.length ? { ...path, [id]: values[place] as string } : path,
    );
  }

  private leaf(row: number | null, path: Facts): number {
    const outcome = { route: row === null ? null : (this.table.rows[row] as Row).route, named: path };
    const key = JSON.stringify(outcome);
    const place = this.outcomeOf.get(key) ?? this.outcomes.push(outcome) - 1;
    this.outcomeOf.set(key, place);
    return ~place;
  }

  /** From `level` on, the facts that rows name, and those that decide whether one of these applies. */
  private mattering(level: number, open: readonly Sides[], gates: Gates): boolean[] {
    const matters = this.table.facts.map(() => false);
    for (let at = matters.length - 1; at >= level; at--) {
      const names = (side: Sides) => side.allows.has(at);
      matters[at] =
        this.named.has(at) || open.some(names) || gates.some((gate, later) => matters[later] && gate?.some(names));
    }
    return matters;
  }
}

const ids = (sides: readonly Sides[]) => sides.map((side) => side.id).join();

class TooLarge extends Error {}

/** Boxes behind one that certainly holds can never win: leave them out. */
function untilCertain(alive: readonly Sides[], level: number): readonly Sides[] {
  const certain = alive.findIndex((side) => side.last < level);
  return certain < 0 ? alive : alive.slice(0, certain + 1);
}
