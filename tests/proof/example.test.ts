import { expect, it } from "vitest";
import { caseId, exampleCase, freeId } from "../../src/proof/example.js";

it.each([
  [{ issue: "tax-form", days: "10" }, '{ issue: tax-form, days: "10" }'],
  [{ issue: "two words" }, '{ issue: "two words" }'],
  [{ issue: "a: b", claim: "No" }, '{ issue: "a: b", claim: "No" }'],
  [{ appeal: "null", claim: "on", "odd key": "-x" }, '{ appeal: "null", claim: "on", "odd key": "-x" }'],
  [{ issue: "tax-", claim: "a--b" }, '{ issue: "tax-", claim: "a--b" }'],
  [{}, "{}"],
])("%j is written as %s", (facts, written) => {
  expect(exampleCase("one", facts, {})).toBe(`  - id: one\n    facts: ${written}\n    expect: {}\n`);
});

it("says what is expected, and nothing of what is not said", () => {
  expect(exampleCase("one", {}, { team: undefined, outline: null, route: "rest" } as object, "Why.")).toBe(
    "  # Why.\n  - id: one\n    facts: {}\n    expect: { outline: null, route: rest }\n",
  );
});

it.each([
  [["gap", "tax"], "gap-tax"],
  [["--odd", "Name!", "x--"], "odd-ame-x"],
  [["a".repeat(59), "b"], "a".repeat(59)],
  [["a".repeat(80)], "a".repeat(60)],
])("%j makes the id %s", (words, id) => expect(caseId(...words)).toBe(id));

it("gives no id twice, however long its words are", () => {
  const taken = new Set<string>();
  const ids = Array.from({ length: 12 }, () => freeId(taken, "diff", "a".repeat(80)));
  expect(new Set(ids).size).toBe(12);
  expect(ids[1]).toBe(`diff-${"a".repeat(53)}-2`);
  expect(ids.every((id) => id.length <= 60)).toBe(true);
});
