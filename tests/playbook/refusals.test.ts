import { describe, expect, it } from "vitest";
import { loadPlaybook } from "../../src/playbook/load.js";
import { read } from "../../src/reading/read.js";
import { fakeWorld } from "../support/world.js";
import { changed, minimal, under } from "./fixture.js";
import { says } from "./said.js";

const HEAD = "# yaml-language-server: $schema=schema/refusals.schema.json\n";
const step = (name: string) =>
  `  ${name}: { text: { en: ${name} it. }, wait: { en: Unknown. }, sources: [article], as_of: undated }\n`;
const RULES = `when: { appeal: rejected }
shows: { appeal: rejected }
first: { appeal: none }
used: { issue: upload }
steps:
${step("mend")}${step("call")}${step("up")}`;
const ask = (id: string, phrase: string, deed = "Send it.") =>
  `  - { id: ${id}, name: { en: ${id} }, do: { en: ${deed} }, step: mend, phrases: { en: ["${phrase}"] }, sources: [article], as_of: undated }\n`;
const refusals = (rules: string, ...asks: readonly string[]) => `${HEAD}${rules}refusals:\n${asks.join("")}`;
const sheet = (text: string) => changed({ "refusals.yaml": text });

describe("what is wrong in refusals.yaml", () => {
  says("nothing", sheet(refusals(RULES, ask("papers", "papers"))));
  says(
    "a phrase that cannot be read",
    sheet(refusals(RULES, ask("papers", "papers)"))),
    'refusals.yaml:11:98 SR206 The phrase cannot be read: ")" has nothing to belong to',
  );
  says(
    "a fact that is not there",
    sheet(refusals(RULES.replace("shows: { appeal", "shows: { apeal"), ask("papers", "papers"))),
    'refusals.yaml:3:10 SR201 There is no fact "apeal" (Did you mean "appeal"?)',
  );
  says(
    "a value that is not there",
    sheet(refusals(RULES.replace("first: { appeal: none }", "first: { appeal: never }"), ask("papers", "papers"))),
    'refusals.yaml:4:18 SR201 The fact "appeal" has no value "never" (Known: none, rejected.)',
  );
  says(
    "a condition on what is not there",
    sheet(refusals(RULES.replace("issue: upload", "issue: uplod"), ask("papers", "papers"))),
    'refusals.yaml:5:16 SR201 The fact "issue" has no value "uplod" (Did you mean "upload"?)',
  );
  says(
    "no word of when it is one",
    sheet(refusals(RULES.replace(/^when.*\n/, ""), ask("papers", "papers"))),
    "refusals.yaml:2:1 SR112 The key when is missing",
  );
  says(
    "two of the same id",
    sheet(refusals(RULES, ask("papers", "papers"), ask("papers", "documents"))),
    'refusals.yaml:12:11 SR202 The id "papers" stands twice; first in line 11',
  );
});

describe("refusals over another playbook's", () => {
  const own = async (text: string | null, remove = "") => {
    const files = {
      ...under("base", minimal),
      "base/refusals.yaml": refusals(RULES, ask("papers", "papers"), ask("cause", "cause")),
      "own/playbook.yaml": `# yaml-language-server: $schema=schema/playbook.schema.json\nversion: mine\nextends: ../base\n${remove}`,
      ...(text !== null && { "own/refusals.yaml": text }),
    };
    const loaded = await loadPlaybook("own", fakeWorld({ files }).world.files, "base/schema");
    if (!("playbook" in loaded)) throw new Error(JSON.stringify(loaded.findings));
    return loaded.playbook;
  };
  const asked = ({ refusals }: Awaited<ReturnType<typeof own>>) =>
    refusals?.asks.map(({ id, do: deed }) => `${id}: ${deed.text.en}`);

  it("are the base's where it has none of its own", async () =>
    expect(asked(await own(null))).toEqual(["papers: Send it.", "cause: Send it."]));

  it("are replaced by id, and new ones come last; its own phrases are read, the old ones no more", async () => {
    const playbook = await own(refusals("", ask("papers", "originals", "Ours."), ask("photos", "photos")));
    expect(asked(playbook)).toEqual(["papers: Ours.", "cause: Send it.", "photos: Send it."]);
    const found = (text: string) => read(text, playbook).evidence.filter(({ fact }) => fact === "refusal");
    expect(found("Not the originals.").map(({ value }) => value)).toEqual(["papers"]);
    expect(found("The papers.")).toEqual([]);
  });

  it("are left out by id", async () =>
    expect(asked(await own(null, "remove: { refusals: [papers] }\n"))).toEqual(["cause: Send it."]));

  it("can do without", async () => {
    const { world } = fakeWorld({
      files: under("base", minimal),
    });
    const loaded = await loadPlaybook("base", world.files);
    expect("playbook" in loaded && loaded.playbook.refusals).toBe(undefined);
  });
});
