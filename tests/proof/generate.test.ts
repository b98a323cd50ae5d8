import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import { generated, generatedText } from "../../src/proof/generate.js";
import type { Decided } from "../../src/proof/regions.js";
import { liveRoutes } from "../../src/proof/routes.js";
import { type Subject, subjectOf } from "../../src/proof/subject.js";
import { completions, plainDecision, type Table, table } from "../core/reference.js";
import { load, minimal } from "../playbook/fixture.js";

const decided: fc.Arbitrary<Decided> = table.map((from) => {
  const rows = from.rows.map((row, i) => ({ ...row, route: `r${i}` }));
  return { facts: from.facts, rows, diagram: compile({ facts: from.facts, rows }) as Diagram };
});
const made = (from: Decided) => generated({ table: from } as unknown as Subject);
const decide = (from: Decided, facts: Facts) => plainDecision(from as Table, facts);

/** Whether two cases differ in one fact alone; those that only one of them names do not count. */
const differInOnly = (fact: string, left: Facts, right: Facts) =>
  Object.keys(left)
    .filter((name) => right[name] !== undefined && right[name] !== left[name])
    .join() === fact;

describe("cases that are made", () => {
  it("win every route that can be won, each what it says", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const all = made(from);
        expect(new Set(all.map(({ route }) => route))).toEqual(new Set(liveRoutes(from).keys()));
        for (const { facts, route } of all)
          for (const full of completions(from as Table, facts)) expect(decide(from, full)).toBe(route);
        expect(new Set(all.map(({ facts }) => JSON.stringify(Object.entries(facts).sort()))).size).toBe(all.length);
      }),
    );
  });

  it("win a route by as few facts as any issue needs", () => {
    const facts = [
      { id: "issue", values: ["a", "b"] },
      { id: "claim", values: ["x", "y"] },
    ];
    const rows = [
      { route: "first", when: [{ issue: ["a"], claim: ["x"] }] },
      { route: "rest", when: [{}] },
    ];
    const from = { facts, rows, diagram: compile({ facts, rows, named: ["issue"] }) as Diagram };
    expect(made(from).map(({ reason, facts: known }) => [reason, known])).toEqual([
      ["wins first", { issue: "a", claim: "x" }],
      ["wins rest", { issue: "b" }],
      ["beside first: claim = y", { issue: "a", claim: "y" }],
    ]);
  });

  it("stand on both sides of every boundary that there is", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const all = made(from);
        const complete = completions(from as Table, {});
        for (const { route, when } of from.rows) {
          for (const fact of new Set(when.flatMap((box) => Object.keys(box)))) {
            const values = from.facts.find(({ id }) => id === fact)?.values ?? [];
            const isBoundary = complete.some(
              (facts) =>
                decide(from, facts) === route &&
                values.some((value) => ![route, null].includes(decide(from, { ...facts, [fact]: value }))),
            );
            const isStraddled = all.some(
              (one) =>
                one.route === route &&
                all.some((other) => other.route !== route && differInOnly(fact, one.facts, other.facts)),
            );
            if (isBoundary) expect([route, fact, isStraddled]).toEqual([route, fact, true]);
          }
        }
      }),
    );
  });

  it("say why they are there, name only what decides, and are as short as they can be", () => {
    const rows = [
      { route: "first", when: [{ a: ["x"], b: ["y"] }] },
      { route: "rest", when: [{}] },
    ];
    const facts = ["a", "b", "c"].map((id) => ({ id, values: ["x", "y"] }));
    expect(made({ facts, rows, diagram: compile({ facts, rows }) as Diagram })).toEqual([
      { facts: { a: "x", b: "y" }, route: "first", reason: "wins first" },
      { facts: { a: "y" }, route: "rest", reason: "wins rest" },
      { facts: { a: "x", b: "x" }, route: "rest", reason: "beside first: b = x" },
    ]);
  });

  it("are a file of cases, each with a name of its own", async () => {
    const result = await load(minimal);
    if (!("playbook" in result)) throw new Error("The fixture does not load");
    const subject = subjectOf(result.playbook, result.book);
    const cases = [
      { facts: { issue: "trademark" }, route: "brand", reason: "wins brand" },
      { facts: { issue: "trademark", appeal: "none" }, route: "brand", reason: "beside rest" },
      { facts: { issue: "upload" }, route: "rest", reason: "wins rest" },
    ];
    expect(
      generatedText(subject, cases, ["wins-brand"]),
    ).toBe(`# yaml-language-server: $schema=../schema/cases.schema.json
# Made by seller-route check --generate.
cases:
  # wins brand
  - id: wins-brand-2
    facts: { issue: trademark }
    expect: { team: notice, route: brand, outline: dispute }
  # beside rest
  - id: wins-brand-3
    facts: { issue: trademark, appeal: none }
    expect: { team: notice, route: brand, outline: dispute }
  # wins rest
  - id: wins-rest
    facts: { issue: upload }
    expect: { team: support, route: rest, outline: null }
`);
  });
});
