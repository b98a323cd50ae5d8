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
  const rests = new Rests(table.diagram);
  const naming = namers(table);
  const seen = new Map<string, Walked>();
  const idle: { fact: string; known: Facts }[] = [];
  const stuck: Facts[] = [];
  const reached = new Set<number>();
  let work = 0;
  const walk = (root: number, known: Facts): Walked => {
    if (root < 0) {
      reached.add(~root);
      return SETTLED;
    }
    const key = `${root} ${JSON.stringify(Object.entries(known).filter(([fact]) => naming.has(fact)))}`;
    const old = seen.get(key);
    if (old) return old;
    const rest = restrict(rests.from(root), {});
    work += rest.level.length;
    if (work > bound) throw new TooMany();
    const fact = policy(rest, known);
    if (fact === null) {
      stuck.push(known);
      return SETTLED;
    }
    const at = table.diagram.facts.indexOf(fact);
    if (!rest.level.includes(at)) idle.push({ fact, known });
    let longest = -1;
    let way: Facts = {};
    let mean = 1;
    (rest.values[at] as readonly string[]).forEach((value, i) => {
      const then = walk(rests.restricted(root, at, i), { ...known, [fact]: value });
      mean += ((odds[at] as readonly number[])[i] as number) * then.mean;
      if (then.longest > longest) {
        longest = then.longest;
        way = { [fact]: value, ...then.way };
      }
    });
    const result = { longest: longest + 1, mean, way };
    seen.set(key, result);
    return result;
  };
  try {
    const { longest, mean, way } = walk(table.diagram.root, {});
    const missed = outcomes(table.diagram)
      .filter(({ what }) => !reached.has(table.diagram.outcomes.indexOf(what)))
      .map(({ what, facts }) => ({ route: what.route, facts }));
    return { longest, way, mean, idle, stuck, missed };
  } catch (cause) {
    if (cause instanceof TooMany) return null;
    throw cause;
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
