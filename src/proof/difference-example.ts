import { applicable, judge } from "../core/condition.js";
import { type Outcome, restrict } from "../core/diagram.js";
import { byName, domainsOf, type Facts } from "../core/facts.js";
import type { Playbook } from "../playbook/types.js";
import { bit, type Cube } from "./cover.js";
import { type Effect, effectOf } from "./effect.js";
import type { Product } from "./product.js";
import { ABSENT, NAMED, type Side } from "./side.js";

/** Facts that show a difference, and what either playbook makes of them; null where it cannot be asked. */
export interface Example {
  readonly facts: Facts;
  /** The same as the new playbook knows it, with all that its advice rests on: a case of it, where it can be asked. */
  readonly ready: Facts | null;
  readonly old: Effect | null;
  readonly new: Effect | null;
}

interface Compared {
  readonly product: Product;
  readonly odds: readonly (readonly number[])[];
  readonly left: Side;
  readonly right: Side;
  readonly old: Playbook;
  readonly fresh: Playbook;
}

/** A box as it is looked at: the values of a fact that are in it, the most usual first; all of them where none is. */
type Inside = (fact: string, among: readonly string[]) => readonly string[];

/** Finds for a box the usual case in it: facts enough to settle it in both playbooks, and to open the doors they lead to. */
export function exampleFor({ product, odds, left, right, old, fresh }: Compared): (cube: Cube) => Example {
  return (cube) => {
    const place = (fact: string, value: string) => {
      const level = product.facts.indexOf(fact);
      return [level, (product.values[level] as readonly string[]).indexOf(value)] as const;
    };
    const isInside = (fact: string, value: string) => {
      const [level, i] = place(fact, value);
      return ((cube[level] as bigint) & bit(i)) !== 0n;
    };
    const inside: Inside = (fact, among) => {
      const odd = (value: string) => {
        const [level, i] = place(fact, value);
        return odds[level]?.[i] as number;
      };
      const found = among.filter((value) => isInside(fact, value));
      return [...(found.length > 0 ? found : among)].sort((one, other) => odd(other) - odd(one));
    };
    const facts: Record<string, string> = {};
    let [a, b] = [left.root, right.root];
    product.facts.forEach((fact, level) => {
      const values = product.values[level] as readonly string[];
      const after = values.map((value) => [left.put(a, fact, value), right.put(b, fact, value)] as const);
      const value = inside(fact, values)[0] as string;
      if (NAMED.has(fact) || after.some(([x, y]) => x !== after[0]?.[0] || y !== after[0]?.[1])) facts[fact] = value;
      [a, b] = after[values.indexOf(value)] as readonly [number, number];
    });
    const [before, now] = [settle(old, facts, inside), settle(fresh, facts, inside)];
    const more = { ...(a === ABSENT ? {} : before.facts), ...(b === ABSENT ? {} : now.facts) };
    const all: Facts = { ...more, ...facts };
    const named = product.facts.filter((fact) => all[fact] !== undefined && isInside(fact, all[fact]));
    return {
      facts: Object.fromEntries(named.map((fact) => [fact, all[fact] as string])),
      ready: b === ABSENT ? null : now.facts,
      old: a === ABSENT ? null : before.effect,
      new: b === ABSENT ? null : now.effect,
    };
  };
}

/**
 * What follows from facts that leave only the route open, if anything; and those that the playbook knows, with what the
 * route names besides: a door that opens once opens only where that is known.
 */
function settle(playbook: Playbook, given: Facts, inside: Inside): { effect: Effect; facts: Facts } {
  const { diagram } = playbook;
  const known = playbook.facts.filter(({ id, values }) => values.some((value) => value.id === given[id]));
  const facts = Object.fromEntries(known.map(({ id }) => [id, given[id] as string]));
  const rest = restrict(diagram, facts);
  let at = rest.root;
  while (at >= 0) {
    const level = rest.level[at] as number;
    const fact = diagram.facts[level] as string;
    const values = diagram.values[level] as readonly string[];
    facts[fact] = inside(fact, values)[0] as string;
    at = rest.kids[(rest.first[at] as number) + values.indexOf(facts[fact])] as number;
  }
  const outcome = rest.outcomes[~at] as Outcome;
  const more =
    namedBy(playbook, outcome.route, facts, inside) ?? namedBy(playbook, outcome.route, facts, (_, all) => all);
  return { effect: effectOf(playbook, outcome), facts: { ...facts, ...more } };
}

/** Values for the facts that a route names, and for those that decide whether they apply, so that it is seen to hold. */
function namedBy(playbook: Playbook, route: string | null, facts: Facts, inside: Inside): Facts | undefined {
  const domains = byName(domainsOf(playbook.facts));
  const when = playbook.routes.find((one) => one.id === route)?.when ?? [];
  const names = new Set(when.flatMap((box) => Object.keys(box)));
  // A set grows while it is walked.
  for (const name of names) for (const box of domains.get(name)?.applies ?? []) for (const one in box) names.add(one);
  let ways: Facts[] = [{}];
  for (const name of names) {
    if (facts[name] !== undefined) continue;
    const values = inside(name, domains.get(name)?.values ?? []);
    ways = values.flatMap((value) => ways.map((way) => ({ ...way, [name]: value }))).slice(0, MOST_WAYS);
  }
  const way = ways.find((one) => judge(when, { ...one, ...facts }, domains) === "holds");
  if (way === undefined) return undefined;
  const means = ([name]: readonly [string, string]) => applicable(name, { ...way, ...facts }, domains) === "holds";
  return Object.fromEntries(Object.entries(way).filter(means));
}

const MOST_WAYS = 2_000;
