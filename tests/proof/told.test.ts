import { expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Finding } from "../../src/playbook/finding.js";
import { routeFindings } from "../../src/proof/decision.js";
import type { Interviews } from "../../src/proof/interview.js";
import { interviewFindings } from "../../src/proof/interview-findings.js";
import { prove } from "../../src/proof/prove.js";
import type { Decided } from "../../src/proof/regions.js";
import { type Subject, subjectOf } from "../../src/proof/subject.js";
import { ladderLoops } from "../../src/proof/teams.js";
import { load, minimal } from "../playbook/fixture.js";

async function subject(): Promise<Subject> {
  const result = await load(minimal);
  if (!("playbook" in result)) throw new Error("The fixture does not load");
  return subjectOf(result.playbook, result.book);
}
const shown = ({ file, line, severity, code, message }: Finding) => `${file}:${line} ${severity} ${code} ${message}`;

const PLAIN: Interviews = { longest: 2, mean: 1.25, way: { issue: "upload" }, idle: [], stuck: [], missed: [] };
const LONGEST = "The longest interview has 2 questions, the mean 1.3: issue = upload";

// No interview of ours is like these; a proof that never spoke would be worth nothing.
it.each<[string, Partial<Interviews> | null, readonly string[]]>([
  ["nothing wrong", {}, []],
  [
    "a question that changes nothing",
    { idle: [{ fact: "claim", known: { issue: "upload" } }] },
    ["book/facts.yaml:8 error SR502 claim is asked where it cannot change the outcome: issue = upload"],
  ],
  [
    "nothing left to ask, three times at most",
    { stuck: [{}, { issue: "upload" }, { issue: "trademark" }, { claim: "right" }] },
    [
      "book/facts.yaml:1 error SR504 The interview gets stuck: nothing can be asked after any facts at all",
      "book/facts.yaml:1 error SR504 The interview gets stuck: nothing can be asked after issue = upload",
      "book/facts.yaml:1 error SR504 The interview gets stuck: nothing can be asked after issue = trademark",
    ],
  ],
  [
    "outcomes that are not reached",
    {
      missed: [
        { route: "brand", facts: { issue: "trademark" } },
        { route: null, facts: { issue: "upload" } },
      ],
    },
    [
      "book/routes.yaml:10 error SR503 No answers lead to the outcome brand for issue = trademark",
      "book/facts.yaml:1 error SR503 No answers lead to the outcome without a route for issue = upload",
    ],
  ],
  [
    "too many of them",
    null,
    [
      "book/facts.yaml:1 warning SR499 Undecided: how long the interview gets, and whether it asks in vain. The table is too large for this proof",
    ],
  ],
])("interviews with %s are told", async (_, wrong, expected) => {
  const own = await subject();
  const top = shown({ ...own.book.facts.place(["facts"], "key"), severity: "info", code: "SR510", message: LONGEST });
  const first = top.split(" ")[0] as string;
  const found = interviewFindings(own, 8, wrong && { ...PLAIN, ...wrong }).map(shown);
  const wanted = expected.map((one) => one.replace("book/facts.yaml:1 ", `${first} `));
  expect(found).toEqual(wrong === null ? wanted : [...wanted, top]);
});

it("shows outcomes that are not reached by cases", async () => {
  const missed = [
    { route: "brand", facts: { issue: "trademark" } },
    { route: null, facts: { issue: "upload" } },
  ];
  const found = interviewFindings(await subject(), 8, { ...PLAIN, missed });
  expect(found.flatMap(({ example }) => example ?? [])).toEqual([
    "  - id: missed-brand\n    facts: { issue: trademark }\n    expect: { route: brand }\n",
    "  - id: missed-gap\n    facts: { issue: upload }\n    expect: { status: unsure }\n",
  ]);
});

it("tells of a long interview at its last question, or at the issue where there is none", async () => {
  const own = await subject();
  const long = (way: Interviews["way"]) => shown(interviewFindings(own, 1, { ...PLAIN, way })[0] as Finding);
  expect(long({ issue: "trademark", appeal: "none" })).toMatch(
    /^book\/facts\.yaml:17 warning SR501 An interview can take 2 questions, more than 1: issue = trademark, appeal = none$/,
  );
  expect(long({})).toMatch(/^book\/facts\.yaml:3 warning SR501 .* any facts at all$/);
  expect(interviewFindings(own, 2, PLAIN).map(({ code }) => code)).toEqual(["SR510"]);
});

it("has a gap where there are no routes at all", async () => {
  const own = await subject();
  const empty = { ...own.table, rows: [], diagram: compile({ facts: own.table.facts, rows: [] }) as Diagram };
  const [gap, ...others] = routeFindings({ ...own, table: empty });
  expect(others).toEqual([]);
  expect(gap).toMatchObject({
    ...{ code: "SR401", message: "No route takes any facts at all", hint: "Write a route for them." },
    ...own.book.routes.place(["routes"], "key"),
  });
});

it("tells what is only worth knowing where it is asked for", async () => {
  const codes = (all?: boolean) => async () =>
    prove(await subject(), { today: "2026-11-22" }, all).some(({ code }) => code === "SR415");
  expect([await codes()(), await codes(false)(), await codes(true)()]).toEqual([false, false, true]);
});

it("tells ladders that come back once, whatever the issue, by the rungs that fewest routes have", () => {
  const facts = [
    { id: "issue", values: ["a", "b"] },
    { id: "claim", values: ["x", "y", "z"] },
  ];
  const at = (issue: string, claim: string, route: string) => ({ route, when: [{ issue: [issue], claim: [claim] }] });
  const loops = (rows: Decided["rows"], next: Readonly<Record<string, readonly [string, string]>>) =>
    ladderLoops({ facts, rows, diagram: compile({ facts, rows, named: ["issue"] }) as Diagram }, (route) => {
      const [team, to] = next[route] as readonly [string, string];
      return { team, next: to };
    }).map(({ teams, routes }) => [teams.join(), routes.map(({ what }) => what).join()]);
  const there = [at("a", "x", "up"), at("a", "y", "down"), at("b", "x", "down2"), at("b", "y", "up2")];
  const ways = { up: ["t", "u"], up2: ["t", "u"], up3: ["t", "u"], down: ["u", "t"], down2: ["u", "t"] } as const;
  expect(loops(there, ways)).toEqual([["u,t", "up,down,down2,up2"]]);
  expect(loops([...there.slice(0, 2), at("a", "z", "up3")], ways)).toEqual([["t,u", "down"]]);
  const alone = [at("a", "x", "one"), at("b", "x", "two"), at("b", "y", "one")];
  expect(loops(alone, { one: ["t", "t"], two: ["t", "t"] })).toEqual([["t", "one,two"]]);
});
