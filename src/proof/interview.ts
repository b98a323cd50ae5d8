import { applicable } from "../core/condition.js";
import { type Diagram, deciding, restrict } from "../core/diagram.js";
import type { Facts } from "../core/facts.js";
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

/** Situations that are looked at before it is called too many. */
const SITUATIONS = 20_000;

type Policy = (rest: Diagram, known: Facts) => string | null;

/**
 * Walks every interview: at each point the question that `policy` puts, with each of its answers. Situations that
 * leave the same diagram are one. Null where there are more than `bound`: undecided.
 */
export function interviews(table: Decided, odds: Odds, policy: Policy, bound = SITUATIONS): Interviews | null {
  const seen = new Map<string, { longest: number; mean: number; way: Facts }>();
  const idle: { fact: string; known: Facts }[] = [];
  const stuck: Facts[] = [];
  const reached = new Set<string>();
  const level = new Map(table.facts.map((fact, i) => [fact.id, i]));
  let states = 0;
  const walk = (rest: Diagram, known: Facts): { longest: number; mean: number; way: Facts } => {
    if (rest.root < 0) {
      reached.add(JSON.stringify(rest.outcomes[~rest.root]));
      return { longest: 0, mean: 0, way: {} };
    }
    const key = keyOf(rest, known);
    const old = seen.get(key);
    if (old) return old;
    if (++states > bound) throw new TooMany();
    const fact = policy(rest, known);
    if (fact === null) {
      stuck.push(known);
      return { longest: 0, mean: 0, way: {} };
    }
    const at = level.get(fact) as number;
    if (!deciding(rest).includes(fact)) idle.push({ fact, known });
    let longest = -1;
    let way: Facts = {};
    let mean = 1;
    (rest.values[at] as readonly string[]).forEach((value, i) => {
      const then = walk(restrict(rest, { [fact]: value }), { ...known, [fact]: value });
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
    const { longest, mean, way } = walk(table.diagram, {});
    const missed = outcomes(table.diagram)
      .filter(({ what }) => !reached.has(JSON.stringify(what)))
      .map(({ what, facts }) => ({ route: what.route, facts }));
    return { longest, way, mean, idle, stuck, missed };
  } catch (cause) {
    if (cause instanceof TooMany) return null;
    throw cause;
  }
}

class TooMany extends Error {}

/** The question that the interview puts: of those that apply, the one that settles most. */
export function telling(table: Decided, odds: Odds): Policy {
  const domains = new Map(table.facts.map((fact) => [fact.id, fact]));
  return (rest, known) => {
    const open = deciding(rest).filter((fact) => applicable(fact, known, domains) === "holds");
    const filled = odds.map((row, at) => {
      const value = known[table.facts[at]?.id ?? ""];
      return value === undefined ? row : row.map((_, i) => (rest.values[at]?.[i] === value ? 1 : 0));
    });
    return mostTelling(rest, filled, open, (outcome) => outcome);
  };
}

/** The first question in the table's order. */
export function inTableOrder(table: Decided): Policy {
  const domains = new Map(table.facts.map((fact) => [fact.id, fact]));
  return (rest, known) => deciding(rest).find((fact) => applicable(fact, known, domains) === "holds") ?? null;
}

/** A rest and what applies in it decide all that follows. */
function keyOf(rest: Diagram, known: Facts): string {
  return `${rest.root};${rest.level.join()};${rest.kids.join()};${JSON.stringify(known)}`;
}
