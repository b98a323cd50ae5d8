import * as fc from "fast-check";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Condition, FactDomain, Facts } from "../../src/core/facts.js";
import type { Playbook } from "../../src/playbook/types.js";
import { type Change, changeOf, type Effect, effectOf } from "../../src/proof/effect.js";
import { plainDecision, type Table, table } from "../core/reference.js";

/** Two small playbooks that share names: facts, values and their order may all differ. */
export const two: fc.Arbitrary<{ old: Small; fresh: Small }> = fc.record({ old: small("old"), fresh: small("fresh") });

export interface Small {
  readonly table: Table;
  readonly playbook: Playbook;
}

/** A wild table with its first fact made `issue`, and the others called in any order. */
function small(version: string): fc.Arbitrary<Small> {
  return fc
    .record({
      from: table,
      names: fc.shuffledSubarray(["f1", "f2", "f3", "f4"], { minLength: 3 }),
      teams: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
      letters: fc.array(fc.option(fc.constantFrom("x", "y"), { nil: null }), { minLength: 3, maxLength: 3 }),
      next: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    })
    .map(({ from, names, teams, letters, next }) => {
      const renamed = rename(from, ["issue", ...names]);
      const routes = [...new Map(renamed.rows.map((row) => [row.route, row])).keys()];
      return { table: renamed, playbook: playbookOf(version, renamed, routes, teams, letters, next) };
    });
}

function rename(from: Table, names: readonly string[]): Table {
  const nameOf = new Map(from.facts.map((fact, i) => [fact.id, names[i] as string]));
  const condition = (all: Condition): Condition =>
    all.map((box) => Object.fromEntries(Object.entries(box).map(([fact, side]) => [nameOf.get(fact) as string, side])));
  return {
    facts: from.facts.map(({ id, values, applies }) => ({
      id: nameOf.get(id) as string,
      values,
      ...(applies && { applies: condition(applies) }),
    })),
    // A route that stands twice is two routes that do the same.
    rows: from.rows.map(({ route, when }, i) => ({ route: `${route}-${i}`, when: condition(when) })),
  };
}

const WORDS = { en: "…" };
const FROM = { sources: ["article"], as_of: "2026" };

function playbookOf(
  version: string,
  { facts, rows }: Table,
  routes: readonly string[],
  teams: readonly number[],
  letters: readonly (string | null)[],
  next: readonly boolean[],
): Playbook {
  const byNumber = <T>(list: readonly T[], route: string) => list[Number(route[1]) % list.length] as T;
  const section = { id: "one", title: WORDS, prompts: [], needs: [] };
  return {
    version,
    digest: version,
    languages: ["en"],
    thresholds: { advise: 0.5, margin: 0.1, scope: 0.6, understood: 0.7 },
    hosts: [],
    marketplaces: [],
    groups: [],
    cautions: [],
    teams: ["t0", "t1", "t2"].map((id, order) => ({
      ...{ id, order, name: WORDS, summary: WORDS, executive: id === "t2" },
      ...{ does: [], does_not: [], cares: [], reaches_you: [], never: [], reply: [], changed: [], ...FROM },
    })),
    channels: [],
    facts: facts.map(({ id, values, applies }) => ({
      ...{ id, name: WORDS, question: WORDS, help: WORDS, why: WORDS, ...(applies && { applies }) },
      values: values.map((value, i) => ({ id: value, label: WORDS, prior: i + 1 })),
    })),
    issues: (facts[0] as FactDomain).values.map((id, i) => ({
      ...{ id, group: "g", name: WORDS, summary: WORDS, prior: 1, outline: letters[i] as string | null },
      ...{ evidence: [], avoid: [], deadlines: [], channels: [], ...FROM },
    })),
    routes: routes.map((id) => ({
      ...{ id, when: rows.find((row) => row.route === id)?.when as Condition, team: `t${byNumber(teams, id)}` },
      ...{ because: WORDS, first: [], avoid: [], channels: [], ...FROM },
      next: byNumber(next, id) ? { team: "t0", after: WORDS, because: WORDS } : null,
    })),
    outlines: ["x", "y"].map((id) => ({ id, name: WORDS, purpose: WORDS, sections: [section], avoid: [], ...FROM })),
    diagram: compile({ facts, rows, named: ["issue"] }) as Diagram,
    automaton: undefined as never,
  };
}

/** What a playbook says to complete facts, by trying its routes; null where it does not know what it would need to. */
export function plainEffect({ table: from, playbook }: Small, facts: Facts): Effect | null {
  const issue = from.facts[0] as FactDomain;
  if (!issue.values.includes(facts.issue as string)) return null;
  const known = from.facts.map(({ id, values }) =>
    values.includes(facts[id] as string) ? [facts[id] as string] : values,
  );
  const all = known.reduce<string[][]>(
    (rows, values) => rows.flatMap((row) => values.map((one) => [...row, one])),
    [[]],
  );
  const effects = all.map((row) => {
    const complete = Object.fromEntries(from.facts.map(({ id }, i) => [id, row[i] as string]));
    return effectOf(playbook, { route: plainDecision(from, complete), named: { issue: facts.issue as string } });
  });
  const [first] = effects as [Effect];
  return effects.every((one) => Object.keys(changeOf(first, one)).length === 0) ? first : null;
}

/** Every way to give all facts of both playbooks a value that one of them knows. */
export function everything(...both: readonly Small[]): Facts[] {
  const values = new Map<string, Set<string>>();
  for (const { table: from } of both)
    for (const fact of from.facts) values.set(fact.id, new Set([...(values.get(fact.id) ?? []), ...fact.values]));
  return [...values].reduce<Facts[]>(
    (all, [fact, known]) => all.flatMap((facts) => [...known].map((value) => ({ ...facts, [fact]: value }))),
    [{}],
  );
}

/** What should be said of complete facts, one by one; null where there is nothing to say. */
export function plainDifference(old: Effect | null, fresh: Effect | null): { kind: string; change: Change } | null {
  const nothing: Effect = { route: null, team: [], channels: [], outline: [], deadlines: [], next: [] };
  if (old === null && fresh === null) return null;
  const change = changeOf(old ?? nothing, fresh ?? nothing);
  if (old !== null && fresh !== null) return Object.keys(change).length === 0 ? null : { kind: "changed", change };
  return { kind: old === null ? "added" : "removed", change };
}
