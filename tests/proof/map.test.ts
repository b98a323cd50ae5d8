import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import type { Playbook } from "../../src/playbook/types.js";
import { type DecisionMap, LARGE, mapOf } from "../../src/proof/map.js";
import { completions, plainDecision, type Table, table } from "../core/reference.js";

const playbook = (from: Table, more: object = {}): Playbook =>
  ({ diagram: compile({ facts: from.facts, rows: from.rows, named: ["issue"] }) as Diagram, ...more }) as Playbook;

/** Where facts lead on a map: a route; null in a gap. */
function followed({ places, ways }: DecisionMap, facts: Facts): string | null {
  let at = places[0];
  while (at?.kind === "question") {
    const { id, fact } = at;
    const [way, ...others] = ways.filter(({ from, values }) => from === id && values.includes(facts[fact] as string));
    expect(others).toEqual([]);
    at = places.find((place) => place.id === way?.to);
  }
  if (at?.kind === "route") return at.route;
  expect(at?.kind).toBe("gap");
  return null;
}

describe("a decision map", () => {
  it("leads where the table does", () => {
    fc.assert(
      fc.property(table, (from) => {
        const map = mapOf(playbook(from), {}, true);
        for (const facts of completions(from, {})) expect(followed(map, facts)).toBe(plainDecision(from, facts));
        expect(new Set(map.places.map(({ id }) => id)).size).toBe(map.places.length);
        const kinds = map.places.map((place) => (place.kind === "route" ? place.route : null));
        expect(new Set(kinds.filter((route) => route !== null)).size).toBe(
          kinds.filter((route) => route !== null).length,
        );
      }),
    );
  });

  it("asks no more of what is known", () => {
    fc.assert(
      fc.property(table, (from) => {
        const [fact] = from.facts as [Table["facts"][number]];
        const known = { [fact.id]: fact.values[0] as string };
        const map = mapOf(playbook(from), known, true);
        expect(map.places.some((place) => place.kind === "question" && place.fact === fact.id)).toBe(false);
        for (const facts of completions(from, known)) expect(followed(map, facts)).toBe(plainDecision(from, facts));
      }),
    );
  });

  /** So many issues in three groups, each but the last with a question of its own. */
  function wide(count: number): Playbook {
    const issues = Array.from({ length: count }, (_, i) => ({ id: `i${i}`, group: `g${i % 3}` }));
    const asked = issues.slice(0, -1);
    const facts = [
      { id: "issue", values: issues.map(({ id }) => id) },
      ...asked.map(({ id }) => ({ id: `f-${id}`, values: ["yes", "no"], applies: [{ issue: [id] }] })),
    ];
    const rows = [
      ...asked.map(({ id }, i) => ({ route: `r${i}`, when: [{ [`f-${id}`]: ["yes"] }] })),
      { route: "rest", when: [{ issue: issues.slice(1).map(({ id }) => id) }] },
    ];
    const teams = ["t0", "t1", "t2", "support"];
    return playbook(
      { facts, rows },
      {
        issues,
        groups: ["g0", "g1", "g2", "none"].map((id) => ({ id })),
        routes: rows.map(({ route }, i) => ({ id: route, team: route === "rest" ? "support" : teams[i % 3] })),
        teams: teams.map((id) => ({ id })),
      },
    );
  }

  it("is drawn whole up to a size, and beyond it where it is asked for", () => {
    const questions = (map: DecisionMap) => map.places.filter(({ kind }) => kind === "question").length;
    expect(questions(mapOf(wide(LARGE), {}))).toBe(LARGE);
    expect(questions(mapOf(wide(LARGE + 1), {}))).toBe(1);
    expect(questions(mapOf(wide(LARGE + 1), {}, true))).toBe(LARGE + 1);
  });

  it("is of groups where it is large: what is asked behind each, and the teams that it leads to", () => {
    const { places, ways } = mapOf(wide(27), {});
    const all = (remainder: number) => Array.from({ length: 27 }, (_, i) => i).filter((i) => i % 3 === remainder);
    expect(places).toEqual([
      { kind: "question", id: "q", fact: "issue" },
      ...[0, 1, 2].map((group) => ({
        ...{ kind: "branch", id: `b${group}` },
        facts: all(group)
          .filter((i) => i < 26)
          .map((i) => `f-i${i}`),
      })),
      { kind: "team", id: "t0", team: "t0" },
      { kind: "gap", id: "gap" },
      { kind: "team", id: "t3", team: "support" },
      { kind: "team", id: "t1", team: "t1" },
      { kind: "team", id: "t2", team: "t2" },
    ]);
    expect(ways.filter(({ from }) => from === "q")).toEqual(
      [0, 1, 2].map((group) => ({ from: "q", to: `b${group}`, values: all(group).map((i) => `i${i}`) })),
    );
    const behind = (id: string) => ways.filter(({ from }) => from === id).map(({ to, values }) => [to, values]);
    expect(behind("b0")).toEqual([
      ["t0", []],
      ["gap", []],
      ["t3", []],
    ]);
    expect(behind("b1")).toEqual([
      ["t1", []],
      ["t3", []],
    ]);
  });

  it("goes straight to a team that a whole group has", () => {
    const book = wide(30);
    const groups = [...book.groups, { id: "one" }];
    const issues = book.issues.map((issue) => (issue.id === "i29" ? { ...issue, group: "one" } : issue));
    const { ways } = mapOf({ ...book, groups, issues } as Playbook, {});
    expect(ways.filter(({ values }) => values.includes("i29"))).toEqual([{ from: "q", to: "t3", values: ["i29"] }]);
  });

  it("is of answers alike where the first question is not of the issue", () => {
    const book = wide(30);
    const renamed = JSON.parse(JSON.stringify(book).replaceAll('"issue"', '"kind"')) as Playbook;
    const { places, ways } = mapOf(renamed, {});
    expect(places[0]).toEqual({ kind: "question", id: "q", fact: "kind" });
    expect(ways.filter(({ from }) => from === "q")).toHaveLength(30);
  });
});
