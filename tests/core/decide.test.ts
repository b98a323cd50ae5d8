import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import { decide } from "../../src/core/decide.js";
import { type Diagram, walk } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import { applicable, completions, domainsOf, matters, plainDecision, possible, someFacts, table } from "./reference.js";

const compiled = (from: Parameters<typeof compile>[0]): Diagram => compile(from) as Diagram;
const case_ = table.chain((from) => fc.record({ from: fc.constant(from), known: someFacts(from) }));

describe("the compiled table, against routes tried one by one", () => {
  it("walks complete facts to the same route", () => {
    fc.assert(
      fc.property(table, (from) => {
        const diagram = compiled(from);
        for (const facts of completions(from, {})) expect(walk(diagram, facts)?.route).toBe(plainDecision(from, facts));
      }),
    );
  });

  it("is settled exactly when every completion gives the same recommendation: unknown is never taken for no", () => {
    fc.assert(
      fc.property(case_, ({ from, known }) => {
        const decision = decide(compiled(from), known);
        const routes = possible(from, known);
        if (decision.kind === "settled") expect([...routes]).toEqual([decision.outcome.route]);
        else expect(routes.size).toBeGreaterThan(1);
      }),
    );
  });

  it("names exactly the facts that can still change the recommendation", () => {
    fc.assert(
      fc.property(case_, ({ from, known }) => {
        const decision = decide(compiled(from), known);
        const hangs = decision.kind === "open" ? decision.hangs : [];
        const expected = from.facts
          .map((fact) => fact.id)
          .filter((id) => known[id] === undefined && matters(from, known, id));
        expect(hangs).toEqual(expected);
      }),
    );
  });

  it("can always ask about a fact that certainly applies", () => {
    fc.assert(
      fc.property(case_, ({ from, known }) => {
        // A fact of one value is no question: whoever hangs on it can be asked, but is not said to apply.
        fc.pre(from.facts.every((fact) => fact.values.length > 1));
        const decision = decide(compiled(from), known);
        if (decision.kind === "open")
          for (const facts of completions(from, known))
            expect(applicable(decision.hangs[0] as string, facts, domainsOf(from))).toBe("holds");
      }),
    );
  });

  it("ends in the same place whatever is answered first", () => {
    const order = table.chain((from) =>
      fc.record({
        from: fc.constant(from),
        order: fc.shuffledSubarray(
          from.facts.map((fact) => fact.id),
          { minLength: from.facts.length },
        ),
        truth: someFacts(from),
      }),
    );
    fc.assert(
      fc.property(order, ({ from, order: asked, truth }) => {
        const complete = completions(from, truth)[0] as Facts;
        const diagram = compiled(from);
        let known: Facts = {};
        for (const fact of asked) {
          const decision = decide(diagram, known);
          if (decision.kind === "settled") {
            expect(decision.outcome.route).toBe(plainDecision(from, complete));
            return;
          }
          known = { ...known, [fact]: complete[fact] as string };
        }
        expect(decide(diagram, known)).toEqual({ kind: "settled", outcome: walk(diagram, complete) });
      }),
    );
  });
});

describe("compile", () => {
  const facts = [
    { id: "issue", values: ["ip", "fees"] },
    { id: "claim", values: ["true", "false"], applies: [{ issue: ["ip"] }] },
  ];

  it("shares equal parts and drops what decides nothing", () => {
    const diagram = compiled({
      facts,
      rows: [
        { route: "one", when: [{ claim: ["false"] }] },
        { route: "two", when: [{}] },
      ],
    });
    expect(diagram.level).toEqual([1, 0]);
    expect(diagram.outcomes.map((outcome) => outcome.route).sort()).toEqual(["one", "two"]);
  });

  it("keeps apart what the recommendation names, however alike", () => {
    const diagram = compiled({ facts, rows: [{ route: "all", when: [{}] }], named: ["issue"] });
    expect(diagram.outcomes).toEqual([
      { route: "all", named: { issue: "ip" } },
      { route: "all", named: { issue: "fees" } },
    ]);
  });

  it("minds what decides whether a fact applies, though no route names it", () => {
    const chain = [
      { id: "issue", values: ["ip", "fees"] },
      { id: "claim", values: ["true", "false"], applies: [{ issue: ["ip"] }] },
      { id: "appeal", values: ["none", "sent"], applies: [{ claim: ["true", "false"] }] },
    ];
    const diagram = compiled({ facts: chain, rows: [{ route: "one", when: [{ appeal: ["none", "sent"] }] }] });
    expect(walk(diagram, { issue: "ip", claim: "true", appeal: "sent" })?.route).toBe("one");
    expect(walk(diagram, { issue: "fees" })?.route).toBeNull();
  });

  it("leaves a gap where no route holds", () => {
    const diagram = compiled({ facts, rows: [{ route: "one", when: [{ issue: ["ip"] }] }] });
    expect(walk(diagram, { issue: "fees" })).toEqual({ route: null, named: {} });
  });

  it("says undecided, rather than guess, of a table that is too large", () => {
    const wild = Array.from({ length: 12 }, (_, i) => ({ id: `f${i}`, values: ["a", "b", "c", "d"] }));
    const rows = Array.from({ length: 60 }, (_, i) => ({
      route: `r${i}`,
      when: [
        Object.fromEntries([0, 1, 2, 3].map((k) => [`f${(i * 7 + k * 5) % 12}`, ["abcd"[(i + k) % 4] as string]])),
      ],
    }));
    expect(compile({ facts: wild, rows }, 500)).toBeNull();
  });
});
