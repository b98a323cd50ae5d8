import { describe, expect, it } from "vitest";
import { walk } from "../../src/core/diagram.js";
import { loadPlaybook } from "../../src/playbook/load.js";
import { openPlaybook } from "../../src/playbook/snapshot.js";
import { fakeWorld } from "../support/world.js";
import { type Folder, minimal, under } from "./fixture.js";

const at = (schema: string, up = "") => `# yaml-language-server: $schema=${up}schema/${schema}.schema.json\n`;
const HEAD = `${at("playbook")}version: mine\nextends: ../base\n`;
const route = (id: string, when: string, team: string) =>
  `  - { id: ${id}, when: ${when}, team: ${team}, because: { en: Ours. }, next: null, sources: [article], as_of: undated }\n`;

/** What comes of a playbook in own/ that extends the one in base/. */
async function over(own: Folder, others: Folder = {}) {
  const files = { ...under("base", minimal), ...under("own", { "playbook.yaml": HEAD, ...own }), ...others };
  const result = await loadPlaybook("own", fakeWorld({ files }).world.files, "base/schema");
  const findings = result.findings.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`,
  );
  return { ...("playbook" in result ? { playbook: result.playbook, book: result.book } : {}), findings };
}

describe("a playbook over another", () => {
  it("may hold nothing of its own", async () => {
    const { playbook, findings } = await over({});
    expect(findings).toEqual([]);
    expect(playbook?.version).toBe("mine");
    expect(playbook?.routes.map((one) => one.id)).toEqual(["refused", "brand", "rest"]);
    expect(playbook?.thresholds.advise).toBe(0.5);
  });

  it("takes thresholds and stakes as a whole, from the one or from the other", async () => {
    const base = minimal["playbook.yaml"]?.replace(
      "understood: 0.7 }",
      "understood: 0.7, second: 4 }\nstakes: [account]",
    );
    const beneath = { "base/playbook.yaml": base as string };
    const kept = await over({}, beneath);
    expect(kept.playbook).toMatchObject({ stakes: ["account"], thresholds: { second: 4 } });
    const own = `${HEAD}thresholds: { advise: 0.4, margin: 0.1, scope: 0.6, understood: 0.7 }\nstakes: [money]\n`;
    const { playbook, findings } = await over({ "playbook.yaml": own }, beneath);
    expect(findings).toEqual([]);
    expect(playbook?.stakes).toEqual(["money"]);
    expect(playbook?.thresholds).not.toHaveProperty("second");
  });

  it("tries its own routes first, in their order, and drops the base's of the same id", async () => {
    const routes = `${at("routes")}routes:\n${route("brand", "{ issue: trademark, appeal: none }", "support")}${route("refused", "{ appeal: rejected }", "notice")}`;
    const { playbook, findings } = await over({ "routes.yaml": routes });
    expect(findings).toEqual([]);
    expect(playbook?.routes.map((one) => one.id)).toEqual(["brand", "refused", "rest"]);
    const team = (facts: Readonly<Record<string, string>>) =>
      playbook?.routes.find((one) => one.id === walk(playbook.diagram, facts)?.route)?.team;
    expect(team({ issue: "trademark", claim: "right", appeal: "none" })).toBe("support");
    expect(team({ issue: "upload", appeal: "rejected" })).toBe("notice");
  });

  it("replaces by id where the other stood, and adds what is new at the end", async () => {
    const entry = (id: string, value: string) =>
      `  - { id: ${id}, teams: [support], kind: email, value: ${value}, marketplaces: [], status: active, sources: [article], as_of: undated }\n`;
    const { playbook, findings } = await over({
      "channels.yaml": `${at("channels")}channels:\n${entry("mail", "a@amazon.com")}${entry("help", "b@amazon.com")}`,
      "teams/support.yaml": (minimal["teams/support.yaml"] as string).replace("{ en: Support }", "{ en: Our desk }"),
      "playbook.yaml": `${HEAD}languages: [de]\nmarketplaces:\n  - { id: us, name: { en: The States }, hosts: [amazon.com], regions: [] }\n`,
    });
    expect(findings).toEqual([]);
    expect(playbook?.channels.map((one) => `${one.id} ${one.value}`)).toEqual([
      "help b@amazon.com",
      "mail a@amazon.com",
    ]);
    expect(playbook?.teams.map((one) => one.name.en)).toEqual(["Our desk", "Notice", "Executive"]);
    expect(playbook?.languages).toEqual(["en", "zh", "de"]);
    expect(playbook?.marketplaces.map((one) => one.name.en)).toEqual(["The States", "Germany"]);
  });

  it("adds signals and words to the base's", async () => {
    const { playbook, book } = await over({
      "signals/issue/upload.yaml": `${at("signals", "../../")}signals:\n  en: { strong: [flat file] }\n`,
      "lexicon.yaml": `${at("lexicon")}groups:\n  mine: { en: [ours] }\nnegators: { en: [hardly], de: [kaum] }\n`,
    });
    expect(book?.lexicon.value.negators).toEqual({ en: ["not", "hardly"], de: ["kaum"] });
    expect(Object.keys(book?.lexicon.value.groups ?? {})).toEqual(["brand", "mine"]);
    expect(book?.lexicon.place(["negators", "en", 0]).file).toBe("base/lexicon.yaml");
    expect(book?.lexicon.place(["negators", "en", 1]).file).toBe("own/lexicon.yaml");
    expect(JSON.stringify(playbook?.automaton)).toContain("flat");
  });

  it("leaves out what it removes, with its signals", async () => {
    const { playbook, findings } = await over({
      "playbook.yaml": `${HEAD}remove: { issues: [upload], routes: [refused] }\n`,
    });
    expect(findings).toEqual([]);
    expect(playbook?.issues.map((one) => one.id)).toEqual(["trademark"]);
    expect(playbook?.routes.map((one) => one.id)).toEqual(["brand", "rest"]);
  });

  it("is checked as one, and each finding stands where it was written", async () => {
    const routes = `${at("routes")}routes:\n${route("one", "{ issue: trademark, claim: maybe }", "nobody")}`;
    expect((await over({ "routes.yaml": routes })).findings).toEqual([
      'own/routes.yaml:3:49 SR201 The fact "claim" has no value "maybe"',
      'own/routes.yaml:3:64 SR201 There is no team "nobody"',
    ]);
    expect((await over({ "playbook.yaml": `${HEAD}remove: { teams: [notice] }\n` })).findings).toEqual([
      'own/playbook.yaml:4:19 SR217 The team "notice" is still named by route brand',
    ]);
    const twice = `${at("routes")}routes:\n${route("one", "{}", "support")}${route("one", "{}", "support")}`;
    expect((await over({ "routes.yaml": twice })).findings).toEqual([
      'own/routes.yaml:4:11 SR202 The id "one" stands twice; first in line 3',
    ]);
  });

  it.each<[string, string, string]>([
    ["a group", "groups: [ip]", 'SR217 The group "ip" is still named by issue trademark, fact claim'],
    ["a fact", "facts: [claim]", 'SR217 The fact "claim" is still named by route refused'],
    ["an issue", "issues: [trademark]", 'SR217 The issue "trademark" is still named by route brand'],
    ["the last issue", "issues: [trademark]", "SR217 Without what is left out these can never hold: fact claim"],
  ])("tells once what still names %s that it leaves out", async (_, remove, message) => {
    const { findings } = await over({ "playbook.yaml": `${HEAD}remove: { ${remove} }\n` });
    expect(findings.filter((one) => one.includes(message))).toHaveLength(1);
    expect(findings.filter((one) => one.startsWith("base/"))).toEqual([]);
  });

  it("says at its own name that it leaves the thing out itself", async () => {
    const own = {
      "playbook.yaml": `${HEAD}remove: { teams: [notice], routes: [brand] }\n`,
      "routes.yaml": `${at("routes")}routes:\n${route("one", "{ issue: trademark }", "notice")}`,
    };
    expect((await over(own)).findings).toEqual(['own/routes.yaml:3:50 SR201 There is no team "notice"']);
  });

  it("takes what it leaves out from the base's lists, and leaves places right", async () => {
    const base = {
      "base/playbook.yaml": (minimal["playbook.yaml"] as string).replace(
        "cautions: []",
        "cautions: [{ id: payment, text: { en: Careful. } }, { id: haste, text: { en: Careful. } }]",
      ),
      "base/signals/caution.yaml": `${at("signals", "../")}values:\n  payment: { en: { strong: [gift card] } }\n  haste: { en: { strong: [at once] } }\n`,
      "base/signals/group.yaml": `${at("signals", "../")}values:\n  all: { en: { strong: [plan of action] } }\n`,
      "base/routes.yaml": (minimal["routes.yaml"] as string)
        .replace("when: { issue: trademark }", "when: { issue: [upload, trademark, nothing] }")
        .replace("channels: [help]", "channels: [help, gone]"),
    };
    const { playbook, findings } = await over(
      {
        "playbook.yaml": `${HEAD}remove: { cautions: [payment], groups: [all], channels: [help], marketplaces: [us] }\n`,
      },
      { ...base, "base/routes.yaml": base["base/routes.yaml"].replace(", nothing]", "]").replace(", gone]", "]") },
    );
    expect(findings).toEqual([]);
    expect(playbook?.cautions.map(({ id }) => id)).toEqual(["haste"]);
    expect(playbook?.automaton.signals.map(({ value }) => value)).not.toContain("payment");
    expect(playbook?.routes.find(({ id }) => id === "brand")?.channels).toEqual([]);
    // A marketplace that nobody is advised on is Amazon's all the same.
    expect(playbook?.hosts).toEqual(["amazon.com", "amazon.com"]);
    const wrong = await over({ "playbook.yaml": `${HEAD}remove: { issues: [upload], channels: [help] }\n` }, base);
    expect(wrong.findings).toEqual([
      'base/routes.yaml:11:40 SR201 The fact "issue" has no value "nothing"',
      'base/routes.yaml:15:22 SR201 There is no channel "gone"',
    ]);
  });

  it("takes it from what says when a step is told and a channel is there, and from what comes from it", async () => {
    const both = "{ issue: [upload, trademark] }";
    const { playbook, findings } = await over(
      { "playbook.yaml": `${HEAD}remove: { issues: [upload], groups: [listing] }\n` },
      {
        "base/channels.yaml": (minimal["channels.yaml"] as string).replace("status:", `when: ${both}\n    status:`),
        "base/routes.yaml": (minimal["routes.yaml"] as string).replace("to the owner. }", `to them., when: ${both} }`),
        "base/issues/trademark.yaml": `${minimal["issues/trademark.yaml"]}follows: [upload, all, listing]\n`,
      },
    );
    expect(findings).toEqual([]);
    const left = [{ issue: ["trademark"] }];
    expect(playbook?.channels[0]?.when).toEqual(left);
    expect(playbook?.routes.find(({ id }) => id === "brand")?.first[0]?.when).toEqual(left);
    expect(playbook?.issues[0]?.follows).toEqual(["all"]);
  });

  it.each<[string, string, string]>([
    [
      "a number",
      "version: 1\nextends: ../base\n",
      "own/playbook.yaml:2:10 SR113 version: text is needed, not a number, 1",
    ],
    [
      "a tab",
      "version: mine\n\textends: ../base\n",
      "own/playbook.yaml:3:1 SR104 A tab cannot be used for indentation",
    ],
    [
      "a key",
      "version: mine\nextend: ../base\n",
      'own/playbook.yaml:3:1 SR111 The file: the key "extend" is not known',
    ],
  ])("tells of one slip alone: %s", async (_, head, finding) => {
    expect((await over({ "playbook.yaml": `${at("playbook")}${head}` })).findings).toEqual([finding]);
  });

  it("may write any part of review.yaml and lexicon.yaml, and a playbook that stands alone all", async () => {
    const rules = `${at("review")}rules:\n  - { id: rude, check: wording, severity: error, message: { en: Rude. }, advice: { en: Be kind. }, phrases: { en: [fool] }, sources: [article], as_of: undated }\n`;
    const { playbook, findings } = await over({
      "review.yaml": rules,
      "lexicon.yaml": `${at("lexicon")}negators: { en: [hardly] }\n`,
    });
    expect(findings).toEqual([]);
    expect(playbook?.review?.rules.map(({ id }) => id)).toEqual(["rude"]);
    expect(playbook?.automaton).toBeDefined();
    const alone = { "base/review.yaml": rules, "base/lexicon.yaml": `${at("lexicon")}groups: {}\n` };
    expect((await over({}, alone)).findings).toEqual([
      'base/lexicon.yaml:2:1 SR112 The file: "negators" is missing',
      'base/review.yaml:2:1 SR112 The file: "groups" is missing',
      'base/review.yaml:2:1 SR112 The file: "marks" is missing',
      'base/review.yaml:2:1 SR112 The file: "parts" is missing',
    ]);
  });

  it("refuses what it cannot extend", async () => {
    const head = (to: string) => ({ "playbook.yaml": `${at("playbook")}version: mine\nextends: ${to}\n` });
    expect((await over(head("../nowhere"))).findings).toEqual([
      "own/playbook.yaml:3:10 SR214 extends leads nowhere: There is no folder nowhere",
    ]);
    expect((await over(head("."))).findings).toEqual([
      "own/playbook.yaml:3:10 SR215 extends goes in a circle: it leads back to own",
    ]);
    const middle = { "middle/playbook.yaml": `${at("playbook")}version: middle\nextends: ../own/\n` };
    expect((await over(head("../middle"), middle)).findings).toEqual([
      "middle/playbook.yaml:3:10 SR215 extends goes in a circle: it leads back to own",
    ]);
    expect((await over({ "playbook.yaml": `${HEAD}remove: { routes: [brnd] }\n` })).findings).toEqual([
      'own/playbook.yaml:4:20 SR216 There is no route "brnd" to remove',
    ]);
    expect(
      (await over({ "playbook.yaml": `${at("playbook")}version: mine\nremove: { routes: [brand] }\n` })).findings,
    ).toContain('own/playbook.yaml:3:1 SR112 The file: "remove" needs "extends" beside it');
  });

  it("may stand over one that stands over another", async () => {
    const middle = {
      "middle/playbook.yaml": `${at("playbook")}version: middle\nextends: ../base\nremove: { issues: [upload] }\n`,
    };
    const { playbook, findings } = await over({ "playbook.yaml": HEAD.replace("base", "middle") }, middle);
    expect(findings).toEqual([]);
    expect(playbook?.issues.map((one) => one.id)).toEqual(["trademark"]);
  });

  it("has another digest when either changes", async () => {
    const plain = (await over({})).playbook?.digest;
    expect((await over({ "cases/a.yaml": `${at("cases", "../")}cases: []\n` })).playbook?.digest).not.toBe(plain);
    expect(
      (await over({}, { "base/teams/notice.yaml": `${minimal["teams/notice.yaml"]}\n` })).playbook?.digest,
    ).not.toBe(plain);
  });

  it("may extend the shipped one", async () => {
    const own = { "own/playbook.yaml": `${at("playbook")}version: mine\nextends: shipped\n` };
    const playbook = await openPlaybook(fakeWorld({ files: own }).world, "own");
    expect(playbook.version).toBe("mine");
    expect(playbook.teams.length).toBe(8);
  });
});
