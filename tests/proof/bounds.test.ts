import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import { inTableOrder, interviews } from "../../src/proof/interview.js";
import { product, SAME, spaceOf } from "../../src/proof/product.js";
import type { Decided } from "../../src/proof/regions.js";
import { sideOf } from "../../src/proof/side.js";
import { listed, told } from "../../src/proof/subject.js";

const facts = ["a", "b", "c"].map((id) => ({ id, values: ["x", "y"] }));
const rows = [
  { route: "first", when: [{ a: ["x"], b: ["y"] }] },
  { route: "rest", when: [{ a: ["x"] }] },
];
const table: Decided = { facts, rows, diagram: compile({ facts, rows }) as Diagram };
const odds = facts.map(() => [0.5, 0.5]);

describe("interviews that are wrong", () => {
  it("are told where nothing is asked though something hangs on it, and what they miss", () => {
    expect(interviews(table, odds, () => null)).toMatchObject({
      ...{ longest: 0, mean: 0, way: {}, idle: [], stuck: [{}] },
      missed: [
        { route: "rest", facts: { a: "x", b: "x" } },
        { route: "first", facts: { a: "x", b: "y" } },
        { route: null, facts: { a: "y" } },
      ],
    });
  });
  it("are told where a question changes nothing", () => {
    const inVain = (rest: Diagram, known: Readonly<Record<string, string>>) =>
      known.c === undefined ? "c" : inTableOrder(table)(rest, known);
    expect(interviews(table, odds, inVain)).toMatchObject({
      ...{ longest: 3, mean: 2.5, idle: [{ fact: "c", known: {} }], stuck: [], missed: [] },
    });
  });
  it("are right where they ask in the table's order", () => {
    const found = interviews(table, odds, inTableOrder(table));
    expect(found).toEqual({ longest: 2, mean: 1.5, way: { a: "x", b: "x" }, idle: [], stuck: [], missed: [] });
  });
  it("are undecided where they would be too many, never guessed", () => {
    expect(interviews(table, odds, inTableOrder(table), 2)).toBeNull();
    expect(interviews(table, odds, inTableOrder(table), 3)).not.toBeNull();
    const failing = () => {
      throw new Error("of its own");
    };
    expect(() => interviews(table, odds, failing)).toThrow("of its own");
  });
});

describe("a comparison", () => {
  const other = [{ route: "rest", when: [{ a: ["x"] }] }];
  const changed = compile({ facts, rows: other }) as Diagram;
  const leaves = (diagram: Diagram) =>
    diagram.outcomes.map(({ route }) => ~["gap", null, "first", "rest"].indexOf(route));
  const compared = (bound?: number) =>
    product(
      spaceOf(table.diagram, changed),
      sideOf(table.diagram, leaves(table.diagram)),
      sideOf(changed, leaves(changed)),
      () => ~7,
      bound,
    );
  it("is undecided where it would be too large, never guessed", () => {
    expect(compared(1)).toBeNull();
    expect(compared()).not.toBeNull();
  });
  it("leads to the difference, and to nothing elsewhere", () => {
    const found = compared();
    const at = (...places: readonly number[]) =>
      places.reduce((node, place) => {
        if (found === null || node < 0) return node;
        const first = found.first[node] as number;
        const wide = (found.values[found.level[node] as number] ?? []).length;
        return found.kids.slice(first, first + wide)[place] as number;
      }, found?.root ?? 0);
    expect([at(0, 1), at(0, 0), at(1)]).toEqual([~7, SAME, SAME]);
  });
  it("puts what only the old one has behind what it followed there", () => {
    const space = spaceOf(
      { facts: ["old", "a", "gone", "b"], values: [["1"], ["x", "was", "y"], ["2"], ["z"]] },
      { facts: ["a", "new", "b"], values: [["x", "y", "z"], ["3"], ["z"]] },
    );
    expect(space.facts).toEqual(["old", "a", "gone", "new", "b"]);
    expect(space.values).toEqual([["1"], ["x", "was", "y", "z"], ["2"], ["3"], ["z"]]);
  });
});

describe("words", () => {
  it("say facts as a person would read them", () => {
    expect(told({})).toBe("any facts at all");
    expect(told({ issue: "tax", appeal: "none" })).toBe("issue = tax, appeal = none");
  });
  it.each<[string, readonly string[], number | undefined]>([
    ["", [], undefined],
    ["a", ["a"], undefined],
    ["a and b", ["a", "b"], undefined],
    ["a, b, c, d and e", ["a", "b", "c", "d", "e"], undefined],
    ["a, b, c, d, e and 1 more", ["a", "b", "c", "d", "e", "f"], undefined],
    ["a and 2 more", ["a", "b", "c"], 1],
  ])("are put in a row: %s", (expected, words, most) => expect(listed(words, most)).toBe(expected));
});
