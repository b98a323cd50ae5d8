import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import { entropy, mostTelling, type Odds, Scales, shares, tally } from "../../src/core/weigh.js";
import { completions, plainDecision, table } from "./reference.js";

function weigh(diagram: Diagram, odds: Odds): Scales {
  const scales = new Scales(diagram);
  scales.weigh(Float64Array.from(odds.flat()));
  return scales;
}

describe("weighing", () => {
  it("gives every outcome the probability of all completions that lead there", () => {
    const weighted = table.chain((from) =>
      fc.record({
        from: fc.constant(from),
        odds: fc.tuple(
          ...from.facts.map((fact) =>
            fc.array(fc.integer({ min: 1, max: 9 }), { minLength: fact.values.length, maxLength: fact.values.length }),
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(weighted, ({ from, odds: raw }) => {
        const odds = raw.map(shares);
        const diagram = compile(from) as Diagram;
        const tallied = tally(diagram.outcomes, weigh(diagram, odds).mass, (outcome) => outcome.route);
        const expected = new Map<string | null, number>();
        for (const facts of completions(from, {})) {
          const chance = from.facts.reduce(
            (product, fact, i) => product * (odds[i]?.[fact.values.indexOf(facts[fact.id] as string)] as number),
            1,
          );
          const route = plainDecision(from, facts);
          expected.set(route, (expected.get(route) ?? 0) + chance);
        }
        for (const [route, share] of expected) expect(tallied.get(route) ?? 0).toBeCloseTo(share, 9);
      }),
    );
  });

  const facts = [
    { id: "issue", values: ["ip", "fees"] },
    { id: "claim", values: ["true", "false"], applies: [{ issue: ["ip"] }] },
    { id: "mood", values: ["good", "bad"] },
  ];
  const rows = [
    { route: "dispute", when: [{ claim: ["false"] }] },
    { route: "notice", when: [{ issue: ["ip"] }] },
    { route: "support", when: [{}] },
  ];
  const diagram = compile({ facts, rows }) as Diagram;

  it("knows the most probable way to an outcome", () => {
    const weighed = weigh(diagram, [
      [0.9, 0.1],
      [0.3, 0.7],
      [0.5, 0.5],
    ]);
    expect(weighed.way(diagram.outcomes.findIndex((one) => one.route === "dispute"))).toEqual({
      issue: "ip",
      claim: "false",
    });
    expect(weighed.way(diagram.outcomes.findIndex((one) => one.route === "support"))).toEqual({ issue: "fees" });
  });

  it.each([
    ["the issue, while it is open", [0.5, 0.5], [0.9, 0.1], "issue"],
    ["the claim, once the issue is clear", [0.99, 0.01], [0.5, 0.5], "claim"],
  ])("asks %s", (_, issue, claim, expected) => {
    const odds = [issue, claim, [0.5, 0.5]];
    expect(mostTelling(diagram, odds, ["issue", "claim"], (outcome) => outcome.route)).toBe(expected);
  });

  it.each([
    [[1], 0],
    [[0.5, 0.5], 1],
    [[0.25, 0.25, 0.25, 0.25], 2],
    [[0, 1], 0],
  ])("entropy of %j is %d bits", (shares, bits) => {
    expect(entropy(shares)).toBeCloseTo(bits);
  });
});
