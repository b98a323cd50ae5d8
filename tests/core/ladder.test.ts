import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import { type Case, ladder, type Steps } from "../../src/core/ladder.js";

type Route = Steps["routes"][number];

/** Issues in two groups, an appeal that may be refused twice, and a claim that only rights have. */
const FACTS = [
  { id: "issue", values: ["rights", "fees"] },
  { id: "claim", values: ["right", "disputed"], applies: [{ issue: ["rights"] }] },
  { id: "appeal", values: ["none", "refused", "final"] },
];
const PRIORS: Readonly<Record<string, number>> = { disputed: 3, none: 2 };
const to = (team: string) => ({ team });
const ROUTES: readonly Route[] = [
  { id: "over", when: [{ issue: ["rights"], appeal: ["final"] }], team: "jeff", next: null },
  { id: "review", when: [{ issue: ["rights"], appeal: ["refused"] }], team: "executive", next: to("jeff") },
  { id: "dispute", when: [{ claim: ["disputed"] }], team: "dispute", next: to("executive") },
  { id: "notice", when: [{ issue: ["rights"] }], team: "notice", next: to("dispute") },
  { id: "money", when: [{ issue: ["fees"], appeal: ["none"] }], team: "support", next: to("manager") },
  { id: "rest", when: [{}], team: "support", next: null },
];

function doors(facts: Case["facts"], team: string, given: Partial<Case> = {}, routes = ROUTES): string[] {
  const rows = routes.map(({ id, when }) => ({ route: id, when }));
  const steps: Steps = {
    diagram: compile({ facts: FACTS, rows, named: ["issue"] }) as Diagram,
    facts: FACTS.map((fact) => ({ ...fact, values: fact.values.map((id) => ({ id, prior: PRIORS[id] ?? 1 })) })),
    routes,
    teams: ["notice", "dispute", "support", "executive", "jeff"].map((id) => ({
      ...{ id, executive: id === "executive" || id === "jeff" },
    })),
  };
  const doors = ladder(steps, { facts, team, first: { appeal: "none" }, spent: false, ...given });
  return doors.map((door) => `${door.team}: ${door.state}${door.once ? ", once" : ""}`);
}

describe("a ladder", () => {
  it("leads from the first door on, whatever was tried since", () => {
    const all = ["dispute: here", "executive: open, once"];
    expect(doors({ issue: "rights", claim: "disputed" }, "dispute")).toEqual(all);
    expect(doors({ issue: "rights", claim: "disputed", appeal: "refused" }, "executive")).toEqual([
      "dispute: used",
      "executive: here, once",
    ]);
  });
  it("begins at another door for other facts, and takes the likeliest where nothing is known", () => {
    expect(doors({ issue: "rights", claim: "right" }, "notice")[0]).toBe("notice: here");
    expect(doors({ issue: "rights" }, "dispute")[0]).toBe("dispute: here");
    expect(doors({ issue: "rights", claim: "right" }, "dispute").slice(0, 2)).toEqual([
      "notice: used",
      "dispute: here",
    ]);
  });
  it("takes doors that open once for one chance, and says of it whether it was used", () => {
    const facts = { issue: "rights", claim: "disputed" };
    expect(doors(facts, "jeff")).toEqual(["dispute: used", "jeff: here, once"]);
    expect(doors(facts, "dispute", { spent: true })).toEqual(["dispute: here", "executive: used, once"]);
  });
  it("is none where the team is none of its doors, or no route takes the case", () => {
    expect(doors({ issue: "fees" }, "notice")).toEqual([]);
    expect(doors({ issue: "rights" }, "notice", {}, ROUTES.slice(0, 1))).toEqual([]);
  });
  it("ends with a team that no route leads to, and names it", () => {
    expect(doors({ issue: "fees" }, "support")).toEqual(["support: here", "manager: open"]);
  });
  it("ends where it comes round again", () => {
    const round = ROUTES.map((route) => (route.id === "over" ? { ...route, next: to("dispute") } : route));
    expect(doors({ issue: "rights" }, "dispute", {}, round)).toHaveLength(2);
  });
  it("follows routes of the same issue alone, and of these one that leads further", () => {
    const more: readonly Route[] = [
      { id: "other", when: [{ issue: ["fees"] }], team: "executive", next: to("notice") },
      { id: "last", when: [{ issue: ["rights"], appeal: ["final"] }], team: "executive", next: null },
      ...ROUTES,
    ];
    const facts = { issue: "rights", claim: "disputed" };
    expect(doors(facts, "dispute", {}, more)).toEqual(["dispute: here", "executive: open, once"]);
    const further = more.map((route) => (route.id === "review" ? { ...route, next: to("support") } : route));
    expect(doors(facts, "dispute", {}, further)).toEqual(["dispute: here", "executive: open, once", "support: open"]);
  });
});
