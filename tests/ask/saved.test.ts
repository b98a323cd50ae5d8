import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Keeper } from "../../src/ask/keeper.js";
import { letterTalk } from "../../src/ask/letter-words.js";
import { changesSince, readAnswers, writeAnswers } from "../../src/ask/saved.js";
import { talk } from "../../src/ask/words.js";
import { Refusal } from "../../src/exit.js";
import { type Letter, next } from "../../src/letter/interview.js";
import { keptLetter } from "../../src/letter/kept.js";
import type { Playbook } from "../../src/playbook/types.js";
import { files } from "../../src/world.js";
import { plan, told } from "../letter/small.js";
import { ownFolder } from "../support/folder.js";
import { fakeWorld } from "../support/world.js";

const words = (en: string) => ({ en });
const fact = (id: string, values: string[]) => ({
  id,
  name: words(id),
  question: words(`${id}?`),
  help: words("help"),
  why: words("why"),
  values: values.map((value) => ({ id: value, label: words(`It is ${value}`), prior: 1 })),
});

/** As much of a playbook as saving needs. */
const playbook = {
  version: "2026.11",
  digest: "sha256:aa",
  marketplaces: [{ id: "de", name: words("Germany"), hosts: [], regions: [] }],
  facts: [fact("issue", ["trademark", "upload"]), fact("claim", ["true", "disputed"]), fact("appeal", ["none"])],
} as unknown as Playbook;

const text = "They took it down.\r\n\r\n# not a comment: “a claim”\n\t- \u0007 end\n";
const steps = [
  { fact: "issue", answer: "trademark" },
  { fact: "claim", answer: "true" },
  { fact: "appeal", answer: null },
];

const folder = ownFolder("saved");

const reading = (file: string, of = playbook) =>
  readAnswers(file, of, { files, stdin: fakeWorld().world.stdin }, () => "2026-11-22");
const put = async (name: string, content: string) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

describe("saved answers", () => {
  it("can be read by people", async () => {
    expect(
      await writeAnswers({ text: "one\n\ntwo", steps, marketplace: "de" }, playbook),
    ).toBe(`# Answers of a seller-route interview. Go on with: seller-route --resume FILE

form: 1
playbook:
  version: "2026.11"
  digest: sha256:aa
marketplace: de
text: |-
  one

  two
answers:
  issue: trademark # It is trademark
  claim: "true" # It is true
  appeal: unknown
`);
  });

  it("come back as they were", async () => {
    const file = await put("same.yaml", await writeAnswers({ text, steps, marketplace: "de" }, playbook));
    expect(await reading(file)).toEqual({ text, steps, marketplace: "de", before: null, faults: [] });
  });

  it("may be edited by hand", async () => {
    const file = await put(
      "edited.yaml",
      "form: 1\nplaybook: {version: x, digest: 'sha256:aa'}\nanswers: {claim: true, appeal: null}\n",
    );
    expect((await reading(file)).steps).toEqual([
      { fact: "claim", answer: "true" },
      { fact: "appeal", answer: null },
    ]);
  });

  it("hold letters too, and what of them is no more", async () => {
    const letters = { plan: keptLetter(told("Lamps, -, one"), { "root-cause.2": "tw" }), poem: {} };
    const file = await put("letters.yaml", await writeAnswers({ text: null, steps, letters }, playbook));
    expect(await readFile(file, "utf8")).toContain(`letters:
  plan:
    placeholders:
      store: Lamps
    sections:
      opening: null # left open
      root-cause:
        - one
        - …
    unfinished:
      root-cause.2: tw
  poem: {}
`);
    const again = await reading(file, { ...playbook, outlines: [plan] } as unknown as Playbook);
    expect(again.faults).toMatchObject([{ why: "gone", name: "poem", place: `${file}:22:9` }]);
    const letter = { ...(again.letters?.plan as Letter), fill: { asin: "B0ABCDEFGH" } };
    expect(next(letter)).toMatchObject({ key: "root-cause.2", offer: "tw" });
    expect(letter.answers).toEqual({ "{{store}}": "Lamps", opening: null, "root-cause.1": "one" });
  });

  it("tell a playbook that has changed, and what is no longer in it", async () => {
    const file = await put("old.yaml", await writeAnswers({ text: null, steps, marketplace: "de" }, playbook));
    const newer = {
      ...playbook,
      digest: "sha256:bb",
      marketplaces: [],
      facts: [fact("issue", ["upload"]), fact("claim", ["true"])],
    };
    const { faults, ...again } = await reading(file, newer as unknown as Playbook);
    expect(again).toEqual({ text: null, steps: [{ fact: "claim", answer: "true" }], before: "2026.11" });
    expect(faults).toMatchObject([
      { name: "marketplace: de", place: `${file}:7:14` },
      { name: "issue: trademark", place: `${file}:9:10` },
      { name: "appeal", place: `${file}:11:11` },
    ]);
  });

  const edited: [what: string, letter: string, says: RegExp | null, answers: object][] = [
    ["a day that no calendar has", "notice_date: 31 February 2026", /^8:20: The calendar has no such day: “31 F/, {}],
    ["no day", "date: not a date", /^8:13: I see no day in “not a date”/, {}],
    ["a day to come", "date: 2099-01-01", /^8:13: This day is still to come/, { "{{date}}": "2099-01-01" }],
    ["a notice to come", "notice_date: 2099-01-01", /^8:20: “2099-01-01” is still to come/, {}],
    ["a marketplace by its id", "marketplace: de", null, { "{{marketplace}}": "Amazon.de" }],
    ["a short number", 'order_id: "123"', /^8:17: This does not look like order n/, { "{{order_id}}": "123" }],
    ["an order number", "order_id: 302-1234567-1234567", null, { "{{order_id}}": "302-1234567-1234567" }],
    [
      "a name for a number",
      "complaint_id: Blue Lamp",
      /^8:21: I see no complaint ID/,
      { "{{complaint_id}}": "Blue Lamp" },
    ],
    ["a list for a text", "store: [a]", /^8:14: not in the form of an answer.*: plan: store$/, {}],
    ["what is no placeholder", "colour: blue", /^8:15: not in the playbook.*: plan: colour$/, {}],
  ];
  it.each(edited)("that were edited are looked at: %s", async (_, placeholder, says, answers) => {
    const named = /^\w+/.exec(placeholder)?.[0];
    const text = { en: named === "colour" ? "Dear" : `Dear {{${named}}}` };
    const outline = { ...plan, sections: plan.sections.map((one, i) => (i === 0 ? { ...one, text } : one)) };
    const site = { id: "de", name: words("Germany"), hosts: ["amazon.de"], regions: [] };
    const of = { ...playbook, outlines: [outline], marketplaces: [site] } as unknown as Playbook;
    const head = "form: 1\nplaybook: { version: x, digest: 'sha256:aa' }\nanswers: {}\n\nletters:\n  plan:\n";
    const file = await put("letter.yaml", `${head}    placeholders:\n      ${placeholder}\n`);
    const again = await reading(file, of);
    const lines = changesSince(again, of, talk("en"), letterTalk("en"));
    expect(lines).toHaveLength(says === null ? 0 : 1);
    if (says !== null) expect(lines[0]?.replace(`${file}:`, "")).toMatch(says);
    expect(again.letters?.plan?.answers).toEqual(answers);
  });

  it("what is wrong in them is offered, to be mended", async () => {
    const outline = {
      ...plan,
      sections: [{ ...plan.sections[0], text: { en: "{{notice_date}}" } }, ...plan.sections.slice(1)],
    };
    const head = "form: 1\nplaybook: { version: x, digest: 'sha256:aa' }\nanswers: {}\n";
    const file = await put("offer.yaml", `${head}letters: { plan: { placeholders: { notice_date: 31 February } } }\n`);
    const again = await reading(file, { ...playbook, outlines: [outline] } as unknown as Playbook);
    expect(next(again.letters?.plan as Letter)).toMatchObject({ key: "{{notice_date}}", offer: "31 February" });
  });

  const bad: [what: string, content: string, says: RegExp][] = [
    ["not YAML", "a: [", /bad\.yaml does not hold saved answers/],
    ["a list", "- a", /"playbook" or "answers" is missing/],
    ["no answers", "form: 1\nplaybook: {}\n", /"playbook" or "answers" is missing/],
    ["another form", "form: 2\nplaybook: {}\nanswers: {}\n", /its form is 2, not 1/],
    ["a text that is none", "form: 1\nplaybook: {}\nanswers: {}\ntext: [1]\n", /"text" is not a text/],
    [
      "letters in a list",
      "form: 1\nplaybook: {}\nanswers: {}\nletters: [a]\n",
      /bad\.yaml:4:10 .*"letters" is not a map/,
    ],
    ["aliases without end", "a: &a [1,1]\nform: 1\nplaybook: {}\nanswers: {x: *a}\n", /does not hold saved answers/],
    ["nothing", "  \n", /nothing to read/],
  ];
  it.each(bad)("are refused: %s", async (_, content, says) => {
    const file = await put("bad.yaml", content);
    await expect(reading(file)).rejects.toThrow(says);
    await expect(reading(file)).rejects.toThrow(Refusal);
  });
  it("are refused: no file", () =>
    expect(reading(join(folder, "none.yaml"))).rejects.toThrow(/Cannot read .*no such file/));
});

describe("keeping answers", () => {
  it("in a new file, for the owner alone, nothing left beside it", async () => {
    const file = join(folder, "kept.yaml");
    const keeper = new Keeper(file, files, false);
    await keeper.check();
    await keeper.keep("one");
    await keeper.keep("two");
    expect(await readFile(file, "utf8")).toBe("two");
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.includes("tmp"))).toEqual([]);
  });

  it("never over another file", async () => {
    const file = await put("mine.txt", "mine");
    await expect(new Keeper(file, files, false).check()).rejects.toThrow(/already there/);
    await expect(new Keeper(file, files, false).keep("x")).rejects.toThrow(/it exists/);
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  it("over another file where that is wanted", async () => {
    const file = await put("force.txt", "old");
    const keeper = new Keeper(file, files, true);
    await keeper.check();
    await keeper.keep("new");
    expect(await readFile(file, "utf8")).toBe("new");
  });

  it("says what is wrong with the place", () =>
    expect(new Keeper(join(folder, "no", "where.yaml"), files, false).keep("x")).rejects.toThrow(
      /Cannot write .*no such file/,
    ));
});
