import { describe, expect, test } from "vitest";
import { review } from "../../src/letter/review.js";
import { loadPlaybook } from "../../src/playbook/load.js";
import type { ReviewRules } from "../../src/playbook/review.js";
import { changed, FOLDER, type Folder, load, loaded, memory, minimal, under } from "./fixture.js";

const LINE = "# yaml-language-server: $schema=schema/review.schema.json\n";
const rule = (id: string, more = "phrases: { en: [not our fault] }", check = "wording") => `  - id: ${id}
    check: ${check}
    severity: warning
    message: { en: "“{{found}}”" }
    advice: { en: Say what you changed. }
    ${more}
    sources: [article]
    as_of: undated
`;
const yaml = (rules = rule("blame"), marks = "{}") => `${LINE}groups: {}\nmarks: ${marks}\nparts: []\nrules:\n${rules}`;
const withReview = (text: string): Folder => changed({ "review.yaml": text });

const said = async (folder: Folder) =>
  (await load(folder)).findings.map(
    ({ file, line, code, message }) => `${file.replace(`${FOLDER}/`, "")}:${line} ${code} ${message}`,
  );

describe("review.yaml", () => {
  test("a playbook can do without", async () => {
    expect((await loaded(minimal)).review).toBeUndefined();
    expect(await said(minimal)).toEqual([]);
  });

  test("rules come with the playbook, and with the lexicon's negators", async () => {
    const rules = (await loaded(withReview(yaml()))).review as ReviewRules;
    expect(rules).toMatchObject({ rules: [{ id: "blame" }], negators: ["not"] });
    expect(review("It was not our fault.", { outline: null, rules }).findings).toMatchObject([
      { code: "blame", line: 1, column: 8, message: "“not our fault”", hint: "Say what you changed." },
    ]);
  });

  test.each([
    ["a rule twice", yaml(rule("a") + rule("a")), ':14 SR202 The id "a" stands twice; first in line 6'],
    [
      "a phrase that cannot be read",
      yaml(rule("a", "phrases: { en: [(not] }")),
      ':11 SR206 The phrase cannot be read: "(" is never closed',
    ],
    [
      "a phrase twice in a language",
      yaml(rule("a", "phrases: { en: [not our fault, theirs, Not our fault], ja: [不公平], zh: [不公平] }")),
      ":11 SR207 The phrase stands twice; first in line 11",
    ],
    [
      "a group that is not there",
      yaml(rule("a", "phrases: { en: [x @nobody] }")),
      ":11 SR206 The phrase cannot be read: There is no word group @nobody",
    ],
    [
      "a mark that is not there",
      yaml(rule("a", "unless: [because]\n    phrases: { en: [x] }")),
      ':11 SR201 There is no mark "because"',
    ],
    [
      "a mark that a check needs",
      yaml(rule("a", "unverified: true", "no-evidence").replace("“{{found}}”", "x")),
      ':7 SR201 The check "no-evidence" needs the mark "evidence"',
    ],
    [
      "a placeholder that nothing fills",
      yaml(rule("a").replace("found", "share")),
      ":9 SR201 There is no placeholder {{share}}",
    ],
    [
      "a letter that is not there",
      yaml(rule("a", "applies: { outlines: [disput] }\n    phrases: { en: [x] }")),
      ':11 SR201 There is no outline "disput"',
    ],
    ["wording without phrases", yaml(rule("a", "least: 2")), ':6 SR112 rules (no. 1): "phrases" is missing'],
    ["an unknown check", yaml(rule("a", "least: 2", "spelling")), ":7 SR114"],
  ])("%s", async (_, text, finding) => {
    const found = await said(withReview(text));
    expect(
      found.some((one) => one.startsWith(`review.yaml${finding}`)),
      found.join("\n"),
    ).toBe(true);
  });
});

describe("over another playbook", () => {
  const over = (more: Folder, head = "") => {
    const own = {
      "playbook.yaml": `# yaml-language-server: $schema=schema/playbook.schema.json\nextends: ../base\nversion: "2"\n${head}`,
      ...more,
    };
    const base = withReview(yaml(rule("blame") + rule("threat"), "{ owner: { en: [manager] } }"));
    return { ...under("base", base), ...under("own", own) };
  };
  const rulesOf = async (folder: Folder) => {
    const found = await loadPlaybook(`${FOLDER}/own`, memory(folder), `${FOLDER}/base/schema`);
    if (!("playbook" in found)) throw new Error(found.findings.map(({ message }) => message).join("\n"));
    return found.playbook.review as ReviewRules;
  };

  test("the base's rules hold where there are no own ones", async () =>
    expect((await rulesOf(over({}))).rules.map(({ id }) => id)).toEqual(["blame", "threat"]));

  test("an own rule takes the place of the one with its id, marks are replaced by name", async () => {
    const own = yaml(
      rule("threat", "phrases: { en: [sue] }") + rule("more"),
      "{ owner: { en: [boss] }, mine: { en: [x] } }",
    );
    const { rules, marks } = await rulesOf(over({ "review.yaml": own }));
    expect(rules.map(({ id }) => id)).toEqual(["blame", "threat", "more"]);
    expect(rules[1]?.phrases).toEqual({ en: ["sue"] });
    expect(marks).toEqual({ owner: { en: ["boss"] }, mine: { en: ["x"] } });
  });

  test("a rule can be left out, and a letter with what rules say of it", async () => {
    expect((await rulesOf(over({}, "remove: { rules: [blame] }\n"))).rules.map(({ id }) => id)).toEqual(["threat"]);
    const found = await loadPlaybook(
      `${FOLDER}/own`,
      memory(over({}, "remove: { rules: [nope] }\n")),
      `${FOLDER}/base/schema`,
    );
    expect(found.findings.map(({ code }) => code)).toEqual(["SR216"]);
  });

  test("a letter that is left out is no fault of the rules that speak of it", async () => {
    const rules = yaml(rule("blame", "applies: { except: [other] }\n    phrases: { en: [x] }"));
    const letters = {
      "base/outlines/other.yaml": minimal["outlines/dispute.yaml"] as string,
      "base/review.yaml": rules,
    };
    const { rules: left } = await rulesOf({ ...over({}, "remove: { outlines: [other] }\n"), ...letters });
    expect(left).toMatchObject([{ id: "blame", applies: { except: [] } }]);
  });
});
