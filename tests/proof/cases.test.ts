import { expect, test } from "vitest";
import type { Case, Expect } from "../../src/playbook/cases.js";
import { type Answer, runCases } from "../../src/proof/cases.js";
import { loaded } from "../playbook/fixture.js";

const ANSWER: Answer = {
  status: "advised",
  team: "notice",
  issue: "trademark",
  facts: { claim: "disputed" },
  route: "brand",
  outline: "dispute",
  also: null,
};
const WON = "The route brand won: Rights are theirs.";
const expectAt = { file: "cases/a.yaml", line: 5, column: 5, endColumn: 11 };
const caseWith = (expect: Partial<Expect>): Case => ({
  id: "one",
  lang: "en",
  text: "",
  expect: { status: "advised", also_ok: [], facts: {}, ...expect },
  at: expectAt,
  expectAt,
});

test.each<[string, Partial<Expect>, Partial<Answer>, string | null]>([
  ["nothing but the status", {}, {}, null],
  [
    "everything",
    { team: "notice", issue: "trademark", facts: { claim: "disputed" }, route: "brand", outline: "dispute" },
    {},
    null,
  ],
  ["another accepted team", { team: "support", also_ok: ["notice"] }, {}, null],
  ["no outline", { outline: null }, { outline: null }, null],
  ["the status", { team: "notice" }, { status: "unsure", ask: "claim" }, "status is unsure, not advised"],
  ["the team", { team: "support", also_ok: ["executive"] }, {}, "team is notice, not support or executive"],
  ["no team", { team: "support" }, { team: null }, "team is none, not support"],
  [
    "several fields",
    { issue: "upload", route: "rest" },
    {},
    "issue is trademark, not upload; route is brand, not rest",
  ],
  [
    "facts",
    { facts: { claim: "right", appeal: "none" } },
    {},
    "claim is disputed, not right; appeal is none, not none",
  ],
  ["an outline where none is due", { outline: null }, {}, "outline is dispute, not none"],
  ["another problem", { also: "fees" }, { also: "fees" }, null],
  ["another problem that is not named", { also: "fees" }, {}, "also is none, not fees"],
  ["another problem where there is one", { also: null }, { also: "fees" }, "also is fees, not none"],
])("%s", async (_, expected, answer, differing) => {
  const playbook = await loaded();
  const found = runCases(playbook, [caseWith(expected)], () => ({ ...ANSWER, ...answer }));
  const message = `The case one comes out differently: ${differing}`;
  const hint =
    answer.status === "unsure" ? "It hangs on the fact claim: say it in the text, or name it under facts." : WON;
  expect(found).toEqual(differing === null ? [] : [{ ...expectAt, code: "SR301", severity: "error", message, hint }]);
});
