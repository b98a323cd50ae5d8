import { expect, test } from "vitest";
import type { Case } from "../../src/playbook/cases.js";
import { type CaseAnswer, caseChanges } from "../../src/proof/case-changes.js";

const OLD: CaseAnswer = {
  ...{ status: "advised", team: "notice", issue: "trademark", outline: null },
  facts: { issue: "trademark", claim: "right" },
};
const one = { id: "one", at: { file: "cases/a.yaml", line: 3, column: 5 } } as Case;

test.each<[string, Partial<CaseAnswer>, readonly (readonly [string, string, string])[]]>([
  ["nothing", {}, []],
  [
    "the issue, which is told once",
    { issue: "upload", facts: { issue: "upload", claim: "right" } },
    [["issue", "trademark", "upload"]],
  ],
  ["what there was not before", { outline: "dispute" }, [["outline", "none", "dispute"]]],
  [
    "what is no more",
    { team: null, status: "unsure" },
    [
      ["status", "advised", "unsure"],
      ["team", "notice", "none"],
    ],
  ],
  [
    "facts",
    { facts: { appeal: "sent" } },
    [
      ["claim", "right", "none"],
      ["appeal", "none", "sent"],
    ],
  ],
])("an answer with another %s", (_, fresh, fields) => {
  const found = caseChanges(
    [one],
    () => OLD,
    () => ({ ...OLD, ...fresh }),
  );
  const told = fields.map(([field, old, now]) => ({ field, old, new: now }));
  expect(found).toEqual(told.length === 0 ? [] : [{ id: "one", file: "cases/a.yaml", line: 3, fields: told }]);
});
