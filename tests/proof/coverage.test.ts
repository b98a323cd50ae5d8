import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/proof/cases.js";
import { type Coverage, coverageFindings, coverageOf, percent, type Ran } from "../../src/proof/coverage.js";
import { type Subject, subjectOf } from "../../src/proof/subject.js";
import { load, minimal } from "../playbook/fixture.js";

async function subject(): Promise<Subject> {
  const result = await load(minimal);
  if (!("playbook" in result)) throw new Error("The fixture does not load");
  return subjectOf(result.playbook, result.book);
}
const ANSWER: Answer = {
  status: "advised",
  team: null,
  issue: null,
  facts: {},
  route: null,
  outline: null,
  also: null,
};
const ran = (answer: Partial<Answer>, given: Partial<Ran> = {}, facts = {}): Ran => ({
  ...{ one: { facts } as Ran["one"], answer: { ...ANSWER, ...answer }, found: [] },
  ...given,
});
const missing = (all: readonly Coverage[]) =>
  Object.fromEntries(all.map((one) => [one.kind, one.missing.map(({ id }) => id)]));

describe("coverage", () => {
  it("lacks everything where there are no cases", async () => {
    const all = coverageOf(await subject(), []);
    expect(missing(all)).toEqual({
      team: ["support", "notice", "executive"],
      route: ["refused", "brand", "rest"],
      issue: ["trademark", "upload"],
      outline: ["dispute"],
      channel: ["help"],
      value: ["claim right", "claim disputed", "appeal none", "appeal rejected"],
      signal: [
        "issue trademark trademark complaint",
        "issue trademark @brand ~ complain*",
        "issue upload upload fails",
        "claim disputed false claim",
        "scope other recipe",
      ],
    });
    expect(all.map((one) => [one.all, percent(one)])).toEqual([3, 3, 2, 1, 1, 4, 5].map((count) => [count, 0]));
  });

  it("counts what a case's answer names, its channels, its facts, and the signals in its text", async () => {
    const found = [{ fact: "issue", value: "upload", phrase: "upload fails" }];
    const one = ran(
      { team: "notice", route: "brand", issue: "trademark", outline: "dispute", facts: { claim: "right" } },
      { found },
      { appeal: "none" },
    );
    expect(missing(coverageOf(await subject(), [one]))).toMatchObject({
      ...{ team: ["support", "executive"], route: ["refused", "rest"], issue: ["upload"], outline: [], channel: [] },
      value: ["claim disputed", "appeal rejected"],
    });
    const other = ran({ team: "executive", route: "refused", issue: "upload" });
    expect(missing(coverageOf(await subject(), [other]))).toMatchObject({ channel: ["help"], outline: ["dispute"] });
  });

  it("takes of an answer that is no advice the issue and the facts alone", async () => {
    const unsure = ran({ status: "unsure", team: "notice", route: "brand", issue: "trademark", outline: "dispute" });
    expect(missing(coverageOf(await subject(), [unsure]))).toMatchObject({
      ...{ team: ["support", "notice", "executive"], route: ["refused", "brand", "rest"], issue: ["upload"] },
      ...{ outline: ["dispute"], channel: ["help"] },
    });
  });

  it("is told where it is too little, kind by kind", async () => {
    const all = coverageOf(await subject(), [ran({ team: "notice", route: "brand", issue: "trademark" })]);
    const told = (least: number | undefined, every = false) =>
      coverageFindings(all, least, every).map(
        (one) => `${one.file}:${one.line} ${one.severity} ${one.code} ${one.message}`,
      );
    expect(told(undefined)).toEqual([]);
    expect(told(33.3)).toEqual([
      "book/outlines/dispute.yaml:2 error SR305 The cases cover 0 % of the outlines (0 of 1), less than 33.3 %",
      "book/facts.yaml:15 error SR305 The cases cover 0 % of the values (0 of 4), less than 33.3 %",
      "book/signals/issue/trademark.yaml:4 error SR305 The cases cover 0 % of the signals (0 of 5), less than 33.3 %",
    ]);
    expect(told(33.4)[0]).toBe(
      "book/teams/support.yaml:2 error SR305 The cases cover 33.3 % of the teams (1 of 3), less than 33.4 %",
    );
    expect(told(undefined, true).slice(0, 3)).toEqual([
      "book/teams/support.yaml:2 info SR306 No case covers the team support",
      "book/teams/executive.yaml:2 info SR306 No case covers the team executive",
      "book/routes.yaml:3 info SR306 No case covers the route refused",
    ]);
    expect(told(undefined, true).at(-1)).toBe(
      "book/signals/scope.yaml:3 info SR604 No case covers the signal scope other recipe",
    );
    expect(coverageFindings(all, 33.4)[0]?.hint).toBe(
      "--coverage lists what is missing; --generate writes cases for routes.",
    );
  });

  it("is whole where there is nothing to cover", () => {
    expect(percent({ kind: "team", all: 0, missing: [] })).toBe(100);
    expect(
      percent({ kind: "team", all: 3, missing: [{ id: "a", place: () => ({ file: "", line: 1, column: 1 }) }] }),
    ).toBe(66.6);
  });
});
