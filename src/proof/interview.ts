import { applicable } from "../core/condition.js";
import { type Diagram, deciding, Nodes, restrict } from "../core/diagram.js";
import { byName, type FactDomain, type Facts } from "../core/facts.js";
import { mostTelling, type Odds } from "../core/weigh.js";
import { type Decided, outcomes } from "./regions.js";

/** What is known of all interviews that can be. */
export interface Interviews {
  /** Most questions that are ever put, and answers with which they are. */
  readonly longest: number;
  readonly way: Facts;
  /** Questions on average, by the odds of the answers. */
  readonly mean: number;
  /** Questions that could not change the outcome; none, unless the interview is broken. */
  readonly idle: readonly { readonly fact: string; readonly known: Facts }[];
  /** Where something still hangs on facts, and nothing can be asked. */
  readonly stuck: readonly Facts[];
  /** Outcomes that no answers lead to. */
  readonly missed: readonly { readonly route: string | null; readonly facts: Facts }[];
}

/** Nodes of all situations that are looked at before it is called too many. */
const WORK = 20_000_000;

type Policy = (rest: Diagram, known: Facts) => string | null;

interface Walked {
  readonly longest: number;
  readonly mean: number;
  readonly way: Facts;
}

const SETTLED: Walked = { longest: 0, mean: 0, way: {} };

/**
 * Walks every interview: at each point the question that `policy` puts, with each of its answers. Situations that
 * leave the same to be decided are one. Null where their diagrams have more than `bound` nodes together: undecided.
 */
export function interviews(table: Decided, odds: Odds, policy: Policy, bound = WORK): Interviews | null {
  const walker = new Walker(table, odds, policy, bound);
  try {
    const { longest, mean, way } = walker.walk(table.diagram.root, {});
    const { idle, stuck, reached } = walker;
    const missed = outcomes(table.diagram)
      .filter(({ what }) => !reached.has(table.diagram.outcomes.indexOf(what)))
      .map(({ what, facts }) => ({ route: what.route, facts }));
    return { longest, way, mean, idle, stuck, missed };
  } catch (cause) {
    if (cause instanceof TooMany) return null;
    throw cause;
  }
}

/** Walks interviews, and notes down what it comes by. */
class Walker {
  readonly idle: { readonly fact: string; readonly known: Facts }[] = [];
  readonly stuck: Facts[] = [];
  /** Outcomes by their place in the diagram. */
  readonly reached = new Set<number>();
  private readonly rests: Rests;
  private readonly naming: ReadonlySet<string>;
  private readonly seen = new Map<string, Walked>();
  private work = 0;

  constructor(
    private readonly table: Decided,
    private readonly odds: Odds,
    private readonly policy: Policy,
    private readonly bound: number,
  ) {
    this.rests = new Rests(table.diagram);
    this.naming = namers(table);
  }

  /** All that can follow where `root` is left to be decided and these facts are known. */
  walk(root: number, known: Facts): Walked {
    if (root < 0) {
      this.reached.add(~root);
      return SETTLED;
    }
    const key = `${root} ${JSON.stringify(Object.entries(known).filter(([fact]) => this.naming.has(fact)))}`;
    const old = this.seen.get(key);
    if (old) return old;
    const rest = restrict(this.rests.from(root), {});
    this.work += rest.level.length;
    if (this.work > this.bound) throw new TooMany();
    const fact = this.policy(rest, known);
    if (fact === null) {
      this.stuck.push(known);
      return SETTLED;
    }
    const at = this.table.diagram.facts.indexOf(fact);
    if (!rest.level.includes(at)) this.idle.push({ fact, known });
    const result = this.asked(root, at, known);
    this.seen.set(key, result);
    return result;
  }

  /** The same once a question is put, with each of its answers. */
  private asked(root: number, at: number, known: Facts): Walked {
    const { facts, values } = this.table.diagram;
    const fact = facts[at] as string;
    let longest = -1;
    let way: Facts = {};
    let mean = 1;
    for (const [i, value] of (values[at] as readonly string[]).entries()) {
      const then = this.walk(this.rests.restricted(root, at, i), { ...known, [fact]: value });
      mean += ((this.odds[at] as readonly number[])[i] as number) * then.mean;
      if (then.longest > longest) {
        longest = then.longest;
        way = { [fact]: value, ...then.way };
      }
    }
    return { longest: longest + 1, mean, way };
  }
}

/** Facts on which it hangs whether others apply. */
const namers = ({ facts }: Decided): ReadonlySet<string> =>
  new Set(facts.flatMap(({ applies = [] }) => applies.flatMap((box) => Object.keys(box))));

/** All that can be left of a diagram, in one table of nodes: what is left the same has the same number. */
class Rests {
  private readonly nodes = new Nodes();
  private readonly done = new Map<string, number>();

  constructor(private readonly diagram: Diagram) {
    // A diagram's children come before their parents, so every node gets the number that it has.
    diagram.level.forEach((level, at) => {
      const first = diagram.first[at] as number;
      this.nodes.make(level, diagram.kids.slice(first, first + (diagram.values[level] as readonly string[]).length));
    });
  }

  from(root: number): Diagram {
    const { level, first, kids } = this.nodes;
    return { ...this.diagram, level, first, kids, root };
  }

  restricted(at: number, level: number, place: number): number {
    if (at < 0) return at;
    const here = this.nodes.level[at] as number;
    if (here > level) return at;
    const key = `${at}:${level}:${place}`;
    const old = this.done.get(key);
    if (old !== undefined) return old;
    const first = this.nodes.first[at] as number;
    const count = (this.diagram.values[here] as readonly string[]).length;
    const kids = this.nodes.kids.slice(first, first + count);
    const made =
      here === level
        ? (kids[place] as number)
        : this.nodes.make(
            here,
            kids.map((kid) => this.restricted(kid, level, place)),
          );
    this.done.set(key, made);
    return made;
  }
}

class TooMany extends Error {}

/** The question that the interview puts: of those that apply, the one that settles most. */
export function telling(table: Decided, odds: Odds): Policy {
  const domains = byName(table.facts);
  return (rest, known) => {
    const open = askable(deciding(rest), known, domains);
    const filled = odds.map((row, at) => {
      const value = known[table.facts[at]?.id ?? ""];
      return value === undefined ? row : row.map((_, i) => (rest.values[at]?.[i] === value ? 1 : 0));
    });
    return mostTelling(rest, filled, open, (outcome) => outcome);
  };
}

/** The first question in the table's order. */
export function inTableOrder(table: Decided): Policy {
  const domains = byName(table.facts);
  return (rest, known) => askable(deciding(rest), known, domains)[0] ?? null;
}

/**
 * Facts that may be asked about: those that apply. The first of those that decide always does: if it hung on an unknown
 * fact whether it applies, that fact would decide too, and stand before it.
 */
function askable(hangs: readonly string[], known: Facts, domains: ReadonlyMap<string, FactDomain>): string[] {
  return hangs.filter((fact, i) => i === 0 || applicable(fact, known, domains) === "holds");
}
