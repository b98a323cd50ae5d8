import * as fc from "fast-check";
import { applicable, judge } from "../../src/core/condition.js";
import type { Row } from "../../src/core/diagram.js";
import type { Box, Condition, FactDomain, Facts } from "../../src/core/facts.js";

/** A small decision table, as wild as tables can be: conditions in several boxes, facts that apply only sometimes. */
export interface Table {
  readonly facts: readonly FactDomain[];
  readonly rows: readonly Row[];
}

const values = ["a", "b", "c"];

/** Rarely one that says nothing: it decides everything, and leaves little to be tested. */
const box = (facts: readonly string[]): fc.Arbitrary<Box> => {
  const side = fc.uniqueArray(fc.constantFrom(...values, null), { minLength: 1, maxLength: 2 });
  const limits = { maxKeys: Math.min(3, facts.length), noNullPrototype: true };
  return fc.oneof(
    { weight: 19, arbitrary: fc.dictionary(fc.constantFrom(...facts), side, { minKeys: 1, ...limits }) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
};

const condition = (facts: readonly string[]): fc.Arbitrary<Condition> =>
  fc.array(box(facts), { minLength: 1, maxLength: 2 });

export const table: fc.Arbitrary<Table> = fc.constantFrom(3, 4, 2, 1).chain((count) => {
  const ids = Array.from({ length: count }, (_, i) => `f${i}`);
  const domain = (id: string, i: number): fc.Arbitrary<FactDomain> =>
    fc
      .record({
        size: fc.constantFrom(2, 3, 3, 2, 1),
        applies: i === 0 ? fc.constant(undefined) : fc.option(condition(ids.slice(0, i)), { nil: undefined }),
      })
      .map(({ size, applies }) => ({ id, values: values.slice(0, size), ...(applies && { applies }) }));
  return fc.record({
    facts: fc.tuple(...ids.map(domain)),
    rows: fc
      .array(condition(ids), { minLength: 2, maxLength: 8 })
      .map((all) => all.map((when, i) => ({ route: `r${i % 4}`, when }))),
  });
});

/** Some facts of a table, with values; others left unknown. */
export const someFacts = ({ facts }: Table): fc.Arbitrary<Facts> =>
  fc
    .tuple(...facts.map((fact) => fc.option(fc.constantFrom(...fact.values), { nil: undefined })))
    .map((chosen) =>
      Object.fromEntries(facts.flatMap((fact, i) => (chosen[i] === undefined ? [] : [[fact.id, chosen[i]]]))),
    );

export const domainsOf = ({ facts }: Table) => new Map(facts.map((fact) => [fact.id, fact]));

/** Every way to fill in the unknown facts. */
export function completions(from: Table, known: Facts): Facts[] {
  return from.facts.reduce<Facts[]>(
    (all, { id, values: possible }) =>
      known[id] !== undefined ? all : all.flatMap((facts) => possible.map((value) => ({ ...facts, [id]: value }))),
    [known],
  );
}

/** The route that complete facts lead to, by trying one after the other; null in a gap. */
export function plainDecision(from: Table, complete: Facts): string | null {
  const domains = domainsOf(from);
  return from.rows.find((row) => judge(row.when, complete, domains) === "holds")?.route ?? null;
}

/** Routes that can still come of what is known. */
export function possible(from: Table, known: Facts): Set<string | null> {
  return new Set(completions(from, known).map((complete) => plainDecision(from, complete)));
}

/** Whether two answers to a question can lead to different routes, all else being equal. */
export function matters(from: Table, known: Facts, fact: string): boolean {
  const domain = domainsOf(from).get(fact) as FactDomain;
  const rest = completions({ ...from, facts: from.facts.filter((one) => one.id !== fact) }, known);
  return rest.some(
    (others) => new Set(domain.values.map((value) => plainDecision(from, { ...others, [fact]: value }))).size > 1,
  );
}

export { applicable };
