import { expect, it } from "vitest";
import { byName, domainsOf } from "../../src/core/facts.js";

it("gives conditions what they need of facts", () => {
  const facts = [
    { id: "a", values: [{ id: "x", prior: 1 }] },
    { id: "b", values: [{ id: "y", prior: 1 }], applies: [{ a: ["x"] }] },
  ];
  expect([...byName(domainsOf(facts))]).toEqual([
    ["a", { id: "a", values: ["x"] }],
    ["b", { id: "b", values: ["y"], applies: [{ a: ["x"] }] }],
  ]);
});
