import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Keeper } from "../../src/ask/keeper.js";
import { readAnswers, writeAnswers } from "../../src/ask/saved.js";
import { Refusal } from "../../src/exit.js";
import { type Letter, next } from "../../src/letter/interview.js";
import { keptLetter } from "../../src/letter/kept.js";
import type { Playbook } from "../../src/playbook/types.js";
import { files } from "../../src/world.js";
import { plan, told } from "../letter/small.js";
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

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "saved-"));
});

const reading = (file: string, of = playbook) => readAnswers(file, of, { files, stdin: fakeWorld().world.stdin });
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
    expect(await reading(file)).toEqual({ text, steps, marketplace: "de", before: null, gone: [] });
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
    expect(again.gone).toEqual(["poem"]);
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
    expect(await reading(file, newer as unknown as Playbook)).toEqual({
      text: null,
      steps: [{ fact: "claim", answer: "true" }],
      before: "2026.11",
      gone: ["issue: trademark", "appeal"],
    });
  });

  const bad: [what: string, content: string, says: RegExp][] = [
    ["not YAML", "a: [", /bad\.yaml does not hold saved answers/],
    ["a list", "- a", /"playbook" or "answers" is missing/],
    ["no answers", "form: 1\nplaybook: {}\n", /"playbook" or "answers" is missing/],
    ["another form", "form: 2\nplaybook: {}\nanswers: {}\n", /its form is 2, not 1/],
    ["a text that is none", "form: 1\nplaybook: {}\nanswers: {}\ntext: [1]\n", /"text" is not a text/],
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
