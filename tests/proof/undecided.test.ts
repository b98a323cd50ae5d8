import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Condition } from "../../src/core/facts.js";
import { routeFindings } from "../../src/proof/decision.js";
import type { Decided } from "../../src/proof/regions.js";
import { removableRoutes } from "../../src/proof/removable.js";
import { subjectOf } from "../../src/proof/subject.js";
import { load, minimal } from "../playbook/fixture.js";

/** So many pairs of facts that stand far from one another: whether one of the pairs agrees takes two to their number of states. */
const PAIRS = 18;
const pairs = Array.from({ length: PAIRS }, (_, i) => [`x${i}`, `y${i}`] as const);
const wide = [0, 1].flatMap((side) => pairs.map((pair) => ({ id: pair[side] as string, values: ["no", "yes"] })));
const agreeing: Condition = pairs.map(([x, y]) => ({ [x]: ["yes"], [y]: ["yes"] }));

const ISSUE = { id: "issue", values: ["trademark", "upload"] };
const OTHERS = ["claim", "appeal"].map((id) => ({ id, values: ["no", "yes"] }));
const facts = [ISSUE, ...OTHERS, ...wide];
/** A table whose rows are too large to be looked at, of which only what is decided is known. */
const table = (rows: Decided["rows"], decided: Decided["rows"]): Decided => ({
  ...{ facts, rows },
  diagram: compile({ facts, rows: decided, named: ["issue"] }) as Diagram,
});
const REST = { route: "rest", when: [{}] };

describe("what is too large is undecided, never guessed", () => {
  it("whether a route could go", () => {
    const plain = { route: "brand", when: [{ issue: ["trademark"] }] };
    const other = { route: "refused", when: agreeing };
    const live = table([other, plain, REST], [plain, REST]);
    expect(removableRoutes(live, () => "the same")).toEqual({ routes: [], undecided: ["brand"] });
  });
  it("whether a route ever wins, which is told where it stands", async () => {
    const result = await load(minimal);
    if (!("playbook" in result)) throw new Error("The fixture does not load");
    const shadowed = table([{ route: "brand", when: agreeing }, REST], [REST]);
    const told = routeFindings({ ...subjectOf(result.playbook, result.book), table: shadowed }).map(
      ({ file, line, severity, code, message }) => `${file}:${line} ${severity} ${code} ${message}`,
    );
    expect(told).toEqual([
      "book/routes.yaml:10 warning SR499 Undecided: whether the route brand ever wins. The table is too large for this proof",
    ]);
  }, 30_000);
});
