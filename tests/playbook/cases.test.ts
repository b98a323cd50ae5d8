import { expect, test } from "vitest";
import { loadCases } from "../../src/playbook/cases.js";
import { edited, FOLDER, type Folder, loaded, memory, minimal } from "./fixture.js";

const cases = async (folder: Folder) => loadCases(FOLDER, memory(folder), await loaded());
const edit = (from: string, to: string) => edited("cases/basic.yaml", from, to);

test("cases with where they stand", async () => {
  const found = await cases(minimal);
  expect(found.findings).toEqual([]);
  expect(found.cases).toMatchObject([
    {
      id: "brand",
      lang: "en",
      text: "I got a trademark complaint",
      expect: { status: "advised", team: "notice", issue: "trademark", also_ok: [], facts: {} },
      at: { file: "book/cases/basic.yaml", line: 3, column: 9 },
      expectAt: { line: 5, column: 5, endColumn: 11 },
    },
    { id: "facts", facts: { issue: "upload", appeal: "none" }, expect: { team: "support", outline: null } },
  ]);
});

test.each<[string, Folder, string]>([
  ["a team", edit("team: notice", "team: notic"), '5:21 SR302 There is no team "notic" (Did you mean "notice"?)'],
  [
    "another team",
    edit("team: notice", "also_ok: [suport]"),
    '5:25 SR302 There is no team "suport" (Did you mean "support"?)',
  ],
  [
    "an issue",
    edit("issue: trademark", "issue: mark"),
    '5:36 SR302 There is no issue "mark" (Known: trademark, upload.)',
  ],
  ["a fact", edit("appeal: none", "apeal: none"), '7:29 SR302 There is no fact "apeal" (Did you mean "appeal"?)'],
  [
    "a value",
    edit("appeal: none", "appeal: non"),
    '7:37 SR302 There is no value of appeal "non" (Did you mean "none"?)',
  ],
  [
    "an outline",
    edit("outline: null", "outline: disputes"),
    '8:39 SR302 There is no outline "disputes" (Did you mean "dispute"?)',
  ],
  ["a route", edit("outline: null", "route: ret"), '8:37 SR302 There is no route "ret" (Did you mean "rest"?)'],
  [
    "an id twice",
    edit("id: facts", "id: brand"),
    '6:9 SR303 The case "brand" stands twice; first in book/cases/basic.yaml:3',
  ],
  [
    "neither text nor facts",
    edit("    text: I got a trademark complaint\n", ""),
    '3:9 SR304 The case "brand" tests nothing: it needs either a text or facts',
  ],
  [
    "both text and facts",
    edit("    text: I got a trademark complaint\n", "    text: I got a complaint\n    facts: { issue: trademark }\n"),
    '3:9 SR304 The case "brand" tests nothing: it has both a text and facts; one is enough',
  ],
  [
    "an empty text",
    edit("text: I got a trademark complaint", 'text: " "'),
    '3:9 SR304 The case "brand" tests nothing: its text is empty',
  ],
  [
    "no expectation",
    edit("expect: { team: notice, issue: trademark }", "expect: {}"),
    '3:9 SR304 The case "brand" tests nothing: it expects nothing',
  ],
  [
    "an unknown key",
    edit("outline: null", "outlin: null"),
    '8:30 SR111 expect: the key "outlin" is not known (Did you mean "outline"?)',
  ],
])("%s", async (_, folder, line) => {
  const found = await cases(folder);
  expect(
    found.findings.map(
      ({ line, column, code, message, hint }) => `${line}:${column} ${code} ${message}${hint ? ` (${hint})` : ""}`,
    ),
  ).toEqual([line]);
  expect(found.cases.length).toBeLessThan(2);
});

test("a language that there is not is told, and the case runs", async () => {
  const { cases: all, findings } = await cases(edit("id: facts", "id: facts\n    lang: eng"));
  expect(findings).toMatchObject([{ code: "SR806", severity: "warning", line: 7, column: 11 }]);
  expect(all).toHaveLength(2);
});
