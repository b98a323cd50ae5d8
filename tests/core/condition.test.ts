import { describe, expect, it } from "vitest";
import { applicable, judge } from "../../src/core/condition.js";
import type { Condition, FactDomain, Facts } from "../../src/core/facts.js";

const domains = new Map<string, FactDomain>([
  ["issue", { id: "issue", values: ["ip", "fees"] }],
  ["claim", { id: "claim", values: ["true", "disputed"], applies: [{ issue: ["ip"] }] }],
]);

describe("judge", () => {
  it.each<[string, Condition, Facts, string]>([
    ["no box: never", [], {}, "fails"],
    ["an empty box: always", [{}], {}, "holds"],
    ["a value that is there", [{ issue: ["ip"] }], { issue: "ip" }, "holds"],
    ["another value", [{ issue: ["ip"] }], { issue: "fees" }, "fails"],
    ["an unknown fact", [{ issue: ["ip"] }], {}, "undecided"],
    ["one side fails, the other is unknown", [{ issue: ["fees"], claim: ["true"] }], { issue: "ip" }, "fails"],
    ["one box fails, the other is unknown", [{ issue: ["fees"] }, { claim: ["true"] }], { issue: "ip" }, "undecided"],
    ["one box holds, the other is unknown", [{ claim: ["true"] }, { issue: ["ip"] }], { issue: "ip" }, "holds"],
    [
      "a fact that does not apply has no value",
      [{ claim: ["true", "disputed"] }],
      { issue: "fees", claim: "true" },
      "fails",
    ],
    ["null is the value of a fact that does not apply", [{ claim: [null] }], { issue: "fees" }, "holds"],
    ["whether the fact applies is unknown", [{ claim: ["true"] }], { claim: "true" }, "undecided"],
  ])("%s", (_, condition, facts, verdict) => {
    expect(judge(condition, facts, domains)).toBe(verdict);
  });
});

describe("applicable", () => {
  it.each<[Facts, string]>([
    [{ issue: "ip" }, "holds"],
    [{ issue: "fees" }, "fails"],
    [{}, "undecided"],
  ])("claim, where %j is known: %s", (facts, verdict) => {
    expect(applicable("claim", facts, domains)).toBe(verdict);
  });
});
