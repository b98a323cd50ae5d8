import { describe, expect, it } from "vitest";
import { compile, type Table } from "../../src/core/compile.js";
import { type Diagram, deciding, reachable, restrict, walk } from "../../src/core/diagram.js";

const letters = ["a", "b", "c", "d"];
const domains = (count: number, values = letters) => Array.from({ length: count }, (_, i) => ({ id: `f${i}`, values }));
const compiled = (from: Table): Diagram => compile(from) as Diagram;

describe("a diagram", () => {
  const facts = domains(3, ["a", "b"]);
  const diagram = compiled({
    facts,
    rows: [
      { route: "first", when: [{ f0: ["a"], f1: ["a"] }] },
      { route: "second", when: [{ f0: ["b"], f2: ["a"] }] },
      { route: "rest", when: [{}] },
    ],
  });
  const routes = (of: Diagram) =>
    [...reachable(of)].flatMap((at) => (at < 0 ? [of.outcomes[~at]?.route as string] : [])).sort();

  it("is walked as far as facts are known", () => {
    expect(walk(diagram, { f0: "a", f1: "a" })?.route).toBe("first");
    expect(walk(diagram, { f0: "b", f1: "a", f2: "b" })?.route).toBe("rest");
    expect(walk(diagram, { f0: "a", f2: "a" })).toBeNull();
    expect(walk(diagram, { f0: "nonsense", f1: "a", f2: "a" })).toBeNull();
    expect(walk(diagram, {})).toBeNull();
  });
  it("reaches every part once, and the leaves", () => {
    expect(routes(diagram)).toEqual(["first", "rest", "second"]);
    expect([...reachable(diagram)].filter((at) => at >= 0)).toHaveLength(3);
    expect(deciding(diagram)).toEqual(["f0", "f1", "f2"]);
  });
  it("is restricted to what can still happen", () => {
    const left = restrict(diagram, { f0: "a" });
    expect(routes(left)).toEqual(["first", "rest"]);
    expect(deciding(left)).toEqual(["f1"]);
    expect([left.level.length, left.kids.length]).toEqual([1, 2]);
    expect(deciding(restrict(diagram, { f1: "a" }))).toEqual(["f0", "f2"]);
    expect(restrict(diagram, { f0: "nonsense" }).level).toEqual(diagram.level);
    expect(deciding(restrict(diagram, { f0: "a", f1: "b" }))).toEqual([]);
  });
  it("is one leaf where all rows say the same", () => {
    const same = compiled({ facts, rows: [{ route: "all", when: [{}] }] });
    expect([same.level.length, deciding(same), walk(same, {})?.route]).toEqual([0, [], "all"]);
  });
  it("says the same of an outcome that is reached on several ways", () => {
    const two = compiled({ facts, rows: [{ route: "x", when: [{ f0: ["a"] }, { f1: ["a"] }, { f2: ["a"] }] }] });
    expect(two.outcomes.map((one) => one.route).sort()).toEqual([null, "x"].sort());
  });
});

describe("compiling stays small", () => {
  it("where many facts say nothing: all paths through them are one", () => {
    const rows = [{ route: "x", when: [{ f0: ["a"], f19: ["a"] }] }];
    expect(compile({ facts: domains(20), rows }, 60)).not.toBeNull();
  });
  it("where it hangs on facts whether others apply that no route asks for", () => {
    const facts = domains(12).map((fact, i) =>
      i < 3 ? fact : { ...fact, applies: [{ f0: ["a"], f1: ["b"] }, { [`f${i - 1}`]: ["a", "c"] }] },
    );
    expect(compile({ facts, rows: [{ route: "x", when: [{ f2: ["a"] }] }] }, 20)).not.toBeNull();
  });
  it("where rows stand behind one that certainly holds", () => {
    const rows = [
      { route: "x", when: [{ f0: ["a", "b", "c"] }] },
      { route: "y", when: [{ f0: ["d"] }] },
      ...domains(8).map((_, i) => ({ route: `z${i}`, when: [{ [`f${i}`]: ["a"], [`f${(i + 3) % 8}`]: ["b"] }] })),
    ];
    expect(compile({ facts: domains(8), rows }, 5)).not.toBeNull();
  });
  it("where an order of rows can be settled early", () => {
    const rows = domains(16).map((_, i) => ({ route: `r${i}`, when: [{ [`f${i}`]: ["a"] }] }));
    expect(compile({ facts: domains(16), rows }, 40)).not.toBeNull();
  });
});

describe("compiling", () => {
  const facts = domains(2, ["a", "b"]);
  const rows = [{ route: "x", when: [{ f0: ["a"], f1: ["a"] }] }];

  it("takes as many states as it is allowed, and not one more", () => {
    expect(compile({ facts, rows }, 2)).not.toBeNull();
    expect(compile({ facts, rows }, 1)).toBeNull();
  });
  it("knows only the facts of the table", () => {
    expect(() => compile({ facts, rows: [{ route: "x", when: [{ f9: ["a"] }] }] })).toThrow("No fact f9 in the table");
  });
  it("names a fact only where it applies", () => {
    const gated = [facts[0], { id: "f1", values: ["a", "b"], applies: [{ f0: ["a"] }] }] as Table["facts"];
    const diagram = compiled({ facts: gated, rows: [{ route: "x", when: [{}] }], named: ["f1"] });
    expect(diagram.outcomes.map((one) => one.named)).toEqual([{ f1: "a" }, { f1: "b" }, {}]);
    expect(walk(diagram, { f0: "b" })).toEqual({ route: "x", named: {} });
  });
  it("settles what is named last, once nothing else hangs on it", () => {
    const diagram = compiled({ facts: domains(3, ["a", "b"]), rows: [{ route: "x", when: [{}] }], named: ["f0"] });
    expect(deciding(diagram)).toEqual(["f0"]);
    expect(compiled({ facts, rows, named: ["nothing"] }).outcomes).toHaveLength(2);
  });
  it("lets a fact that does not apply fail what asks for its values, and hold what asks for none", () => {
    const gated = [facts[0], { id: "f1", values: ["a", "b"], applies: [{ f0: ["a"] }] }] as Table["facts"];
    const diagram = compiled({
      facts: gated,
      rows: [
        { route: "none", when: [{ f1: [null] }] },
        { route: "some", when: [{ f1: ["a", "b"] }] },
      ],
    });
    expect(walk(diagram, { f0: "b" })?.route).toBe("none");
    expect(walk(diagram, { f0: "a", f1: "b" })?.route).toBe("some");
    expect(diagram.outcomes).toHaveLength(2);
  });
});
