import { expect, it } from "vitest";
import type { Rules } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import { hearing } from "../../src/core/hearing.js";
import { planOf } from "../../src/core/plan.js";
import { likeliestValues, oddsBy } from "../../src/core/posterior.js";
import type { Reading } from "../../src/core/reading.js";
import { reading, rules } from "./small.js";

const appeal = {
  id: "appeal",
  values: [
    { id: "none", prior: 2 },
    { id: "sent", prior: 1 },
    { id: "final", prior: 1 },
  ],
};
const table = { facts: [{ id: "appeal", values: ["none", "sent", "final"] }], rows: [] };
const one: Rules = {
  ...rules(),
  facts: [appeal],
  diagram: compile(table) as Diagram,
  routes: [],
  groups: [],
  teams: [],
};

it.each<[string, Facts, Reading["scores"][string], number, readonly number[]]>([
  ["the priors, where nothing is known", {}, {}, 1, [0.5, 0.25, 0.25]],
  ["what is given, whatever was read", { appeal: "sent" }, { none: 9 }, 1, [0, 1, 0]],
  ["nothing, of a value that it does not have", { appeal: "lost" }, {}, 1, [0, 0, 0]],
  ["the priors times what was read", {}, { sent: Math.log(2) }, 1, [0.4, 0.4, 0.2]],
  ["the less for what was read against a value", {}, { none: -Math.log(2) }, 1, [1 / 3, 1 / 3, 1 / 3]],
  ["what was read, made sharper", {}, { sent: Math.log(2) }, 2, [2 / 7, 4 / 7, 1 / 7]],
])("a fact's odds are %s", (_, given, scores, sharpness, expected) => {
  const plan = planOf(one);
  const odds = oddsBy(plan, hearing(plan, reading({ appeal: scores })), given, { sharpness });
  expect(odds).toHaveLength(3);
  for (const [i, share] of odds.entries()) expect(share).toBeCloseTo(expected[i] as number, 12);
});

it("takes the first of the values that are equally likely", () => {
  const claim = { id: "claim", values: ["true", "disputed"].map((id) => ({ id, prior: 1 })) };
  expect(likeliestValues([appeal, claim])).toEqual({ appeal: "none", claim: "true" });
});
