import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/main.js";
import { codes } from "../../src/playbook/codes.js";
import type { Files } from "../../src/world.js";
import { changed, edited, FOLDER, type Folder, memory, minimal, under } from "../playbook/fixture.js";
import { ran } from "../support/ran.js";
import { fakeWorld } from "../support/world.js";

/** Runs the program on a folder in memory; what it writes stays there. */
async function check(folder: Folder, ...words: readonly string[]) {
  const texts: Record<string, string> = { ...folder };
  const { world, out, err } = fakeWorld();
  const inside = memory(texts);
  const written: Record<string, string> = {};
  const files: Files = {
    ...world.files,
    read: (path) => (path.startsWith(`${FOLDER}/`) || path === FOLDER ? inside.read(path) : world.files.read(path)),
    list: (path) => (path.startsWith(FOLDER) ? inside.list(path) : world.files.list(path)),
    async write(path, text) {
      written[path] = String(text);
      if (path.startsWith(`${FOLDER}/`)) texts[path.slice(FOLDER.length + 1)] = String(text);
    },
  };
  const code = await main(["check", FOLDER, ...words], { ...world, files });
  return { code, out: out(), err: err(), written };
}

const shadowed = edited(
  "routes.yaml",
  "  - id: rest\n",
  `  - id: late
    when: { issue: trademark, appeal: none }
    team: support
    because: { en: They help. }
    next: null
    sources: [article]
    as_of: undated
  - id: rest
`,
);

describe("check", () => {
  it("shows the line, the part at fault, what to do, and a case", async () => {
    const { code, out, err } = await check(shadowed, "--only", "SR403");
    expect(code).toBe(1);
    expect(out).toContain("SR403  The route late never wins: earlier routes take all that it would (brand)");
    expect(out).toMatch(/\d+ \| {3}- id: late\n +\| +\^\^\^\^\n/);
    expect(out).toContain("case: to put into a file of cases");
    expect(err).toContain("1 error");
  });

  it.each([
    [["--fail-on", "error"], 0],
    [["--max-warnings", "0"], 1],
    [["--max-warnings", "99"], 0],
    [["--ignore", "SR4,SR2"], 1],
  ])("fails by what it is told: %j", async (words, expected) => {
    const folder = edited("facts.yaml", "name: { en: The appeal }", "name: { en: The ABCD appeal }");
    expect((await check(folder, "--only", "SR802", ...words)).code).toBe(expected);
  });

  it.each([
    [["--only", "SR401,SR403"], 1],
    [["--ignore", "SR201"], 1],
    [["--only", "SR1"], 0],
  ])(
    "fails where a playbook that cannot be loaded kept it from checking what was asked: %j",
    async (words, expected) => {
      const { code, out, err } = await check(edited("routes.yaml", "appeal: rejected", "appeal: rejcted"), ...words);
      expect(code).toBe(expected);
      expect(out.includes("SR201")).toBe(expected === 1);
      expect(err.includes("the playbook cannot be loaded")).toBe(expected === 1);
    },
  );

  it.each([
    [["--fail-on", "error"], 0],
    [["--max-warnings", "1"], 0],
    [["--max-warnings", "0"], 1],
  ])("gives as many failures in JUnit as there are: %j", async (words, failures) => {
    const folder = edited("facts.yaml", "name: { en: The appeal }", "name: { en: The ABCD appeal }");
    const { code, out } = await check(folder, "--only", "SR802", "--format", "junit", ...words);
    expect(code).toBe(failures);
    expect(out).toContain(`failures="${failures}" errors="0">\n  <testsuite `);
    expect(out.includes("<failure ")).toBe(failures > 0);
    expect(out.includes("<system-out>warning SR802")).toBe(failures === 0);
  });

  it.each([
    [["--format", "yaml"], "There is no format yaml"],
    [["--format", "json", "--format", "github"], "Only one report can be printed"],
    [["--only", "SR9"], "There is no code SR9"],
    [["--max-age", "old"], "--max-age old is no age"],
    [["--today", "2026-02-31"], "--today 2026-02-31 is no day"],
    [["--update", "nobody"], "There is no case nobody"],
    [["--format", "sarif=book/facts.yaml"], "A report is not written over book/facts.yaml"],
  ])("refuses %j", async (words, message) => {
    const { code, err } = await check(changed({}), ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("hands out several reports in one run", async () => {
    const { out, written } = await check(
      shadowed,
      "--format",
      "sarif=out.sarif",
      "--format",
      "junit=out.xml",
      "--format",
      "github",
    );
    expect(out).toContain("::error file=book/routes.yaml,line=");
    expect(JSON.parse(written["out.sarif"] as string).version).toBe("2.1.0");
    expect(written["out.xml"]).toContain("<testsuites ");
  });

  it("gives every result of SARIF a region, a rule and a fingerprint", async () => {
    const { out } = await check(shadowed, "--format", "sarif", "--info");
    const [run] = JSON.parse(out).runs;
    expect(run.results.length).toBeGreaterThan(3);
    for (const { ruleId, ruleIndex, level, locations, partialFingerprints, message } of run.results) {
      const { region, artifactLocation } = locations[0].physicalLocation;
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(region.startLine).toBeGreaterThan(0);
      expect(region.endColumn).toBeGreaterThan(region.startColumn);
      expect(artifactLocation.uri).toMatch(/^book\/[a-z/-]+\.yaml$/);
      expect(message.text).not.toBe("");
      expect(partialFingerprints).toHaveProperty("sellerRoute/v1");
    }
    const prints = run.results.map((one: { partialFingerprints: unknown }) => JSON.stringify(one.partialFingerprints));
    expect(new Set(prints).size).toBe(prints.length);
  });

  it("prints JSON with counts, and coverage where it is asked for", async () => {
    const { findings, counts, coverage } = JSON.parse((await check(shadowed, "--json", "--coverage")).out);
    expect(counts.error).toBe(findings.filter((one: { severity: string }) => one.severity === "error").length);
    const routes = coverage.find((one: { kind: string }) => one.kind === "route");
    expect(routes).toMatchObject({ all: 4, covered: 2 });
    expect(routes.missing.map((one: { id: string }) => one.id)).toEqual(["refused", "late"]);
  });

  it("fails below a least coverage", async () => {
    expect((await check(changed({}), "--only", "SR305", "--min-coverage", "90")).code).toBe(1);
    expect((await check(changed({}), "--only", "SR305", "--min-coverage", "1")).code).toBe(0);
  });

  it("generates cases that all come out, win every route, and stand on both sides of every boundary", async () => {
    const table = edited("routes.yaml", "claim: { not: right }", "claim: disputed");
    const { code, out } = await check(table, "--generate");
    expect(code).toBe(0);
    const cases = parse(out).cases as { facts: Record<string, string>; expect: { route: string } }[];
    expect(new Set(cases.map((one) => one.expect.route))).toEqual(new Set(["refused", "brand", "rest"]));
    const straddled = (route: string, fact: string) =>
      cases.some(
        (one) =>
          one.expect.route === route &&
          cases.some(
            (other) =>
              other.expect.route !== route &&
              other.facts[fact] !== one.facts[fact] &&
              Object.keys(one.facts).every(
                (name) => name === fact || (other.facts[name] ?? one.facts[name]) === one.facts[name],
              ),
          ),
      );
    for (const [route, fact] of [
      ["refused", "appeal"],
      ["refused", "claim"],
      ["brand", "issue"],
    ] as const)
      expect([route, fact, straddled(route, fact)]).toEqual([route, fact, true]);
    const again = await check({ ...table, "cases/made.yaml": out }, "--only", "SR1,SR3");
    expect(again).toMatchObject({ code: 0, out: "" });
  });

  it("rewrites what a case expects where it is told to, and nothing else", async () => {
    const wrong = `# yaml-language-server: $schema=../schema/cases.schema.json
# A comment.
cases:
  - id: one # here
    facts: { issue: upload, appeal: none }
    expect: { team: notice, outline: dispute } # and here
  - id: two
    facts: { issue: trademark, claim: right, appeal: none }
    expect:
      # In a block.
      team: support
      route: rest
`;
    const { written } = await check(changed({ "cases/wrong.yaml": wrong }), "--update", "one");
    expect(written).toEqual({
      "book/cases/wrong.yaml": wrong.replace("{ team: notice, outline: dispute }", "{ team: support, outline: null }"),
    });
    const marked = await check(changed({ "cases/wrong.yaml": `\ufeff${wrong}` }), "--update", "one");
    expect(marked.written["book/cases/wrong.yaml"]).toBe(`\ufeff${written["book/cases/wrong.yaml"]}`);
    const all = await check(changed({ "cases/wrong.yaml": wrong }), "--update", "all", "--only", "SR301");
    expect(all.code).toBe(0);
    expect(all.written["book/cases/wrong.yaml"]).toContain(
      "      # In a block.\n      team: notice\n      route: brand\n",
    );
  });

  it.each([
    ["generated cases", [FOLDER, "--generate"]],
    ["the page of a code", ["--explain", "SR401"]],
  ])("puts %s into a file, and has one format for them", async (_, words) => {
    const run = (...more: readonly string[]) => ran(["check", ...words, ...more], { files: under(FOLDER, minimal) });
    const { out } = await run();
    expect(out).not.toBe("");
    const told = {
      code: 0,
      out: "",
      err: expect.stringContaining("Written to x.txt"),
      written: new Map([["x.txt", out]]),
    };
    expect(await run("--output", "x.txt")).toEqual(told);
    expect(await run("--json")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("has no other format"),
    });
  });

  it.each([
    ["SR2", "SR2 stands for several codes, and one is explained at a time\nName one of them: SR201, SR202,"],
    ["SR9", "There is no code SR9\n"],
  ])("does not explain %s", async (code, message) => {
    const { world, err } = fakeWorld();
    expect(await main(["check", "--explain", code], world)).toBe(2);
    expect(err()).toContain(message);
  });

  it.each(Object.keys(codes))("explains %s", async (code) => {
    const { world, out } = fakeWorld();
    expect(await main(["check", "--explain", code], world)).toBe(0);
    expect(out()).toContain(`${code}  `);
    expect(out().split("\n").length).toBeGreaterThan(4);
  });

  /** A watch on a folder in memory: what is watched, and what was said. */
  function watched(texts: Folder, folder: string, data: string, words: readonly string[] = []) {
    const { world, out, err } = fakeWorld({ files: { "there.txt": "" } });
    const acts = new Map<string, () => void>();
    let leave = () => {};
    const files: Files = {
      ...world.files,
      ...memory(texts),
      write: world.files.write,
      watch(name, act) {
        if (!Object.keys(texts).some((file) => `${FOLDER}/${file}`.startsWith(`${name}/`))) throw new Error("none");
        acts.set(name, act);
        return () => acts.delete(name);
      },
    };
    const interrupted = (left: () => void) => {
      leave = left;
      return () => {};
    };
    const ended = main(["check", folder, "--watch", ...words], { ...world, data, files, interrupted });
    const runs = (count: number) =>
      expect.poll(() => err().match(/Checked in \d+ ms/g)?.length ?? 0, { timeout: 5000 }).toBe(count);
    return { out, err, runs, ended, leave: () => leave(), acts, folders: () => [...acts.keys()] };
  }

  it("watches: checks at once, and again after a save", async () => {
    const { err, runs, ended, leave, acts, folders } = watched(changed({}), FOLDER, FOLDER);
    await runs(1);
    expect(folders()).toEqual([FOLDER]);
    expect(err()).toContain(`Watching ${FOLDER}; Ctrl-C ends it`);
    acts.get(FOLDER)?.();
    acts.get(FOLDER)?.();
    await runs(2);
    leave();
    expect(await ended).toBe(130);
    expect(folders()).toEqual([]);
  });

  it("watches with a report in a file, which it writes over where it is its own", async () => {
    for (const [file, told] of [
      ["w.txt", /^(?![\s\S]*Cannot write)/],
      ["there.txt", /Cannot write there.txt: it is already there\nGive --force[\s\S]*Cannot write there.txt/],
    ] as const) {
      const { err, runs, ended, leave, acts } = watched(changed({}), FOLDER, FOLDER, ["--output", file]);
      await runs(1);
      acts.get(FOLDER)?.();
      await runs(2);
      leave();
      expect(await ended).toBe(130);
      expect(err()).toMatch(told);
    }
  });

  const line = (kind: string, up = "") => `# yaml-language-server: $schema=${up}schema/${kind}.schema.json\n`;
  const step = "{ text: { en: Do. }, wait: { en: Unknown. }, sources: [article], as_of: undated }";
  const refusals = `${line("refusals")}when: { appeal: rejected }
shows: { appeal: rejected }
first: { appeal: none }
used: { appeal: rejected }
steps: { mend: ${step}, call: ${step}, up: ${step} }
refusals:
  - { id: cause, name: { en: Cause }, do: { en: Say why. }, step: mend, phrases: { en: ["@why cause"] }, sources: [article], as_of: undated }
`;
  const review = `${line("review")}groups: {}
marks: {}
parts: []
rules:
  - { id: rude, check: wording, severity: error, message: { en: Rude. }, advice: { en: Be kind. }, phrases: { en: [fool] }, sources: [article], as_of: undated }
`;
  const full = changed({
    "refusals.yaml": refusals,
    "review.yaml": review,
    "weights.yaml": `${line("weights")}weights: { issue: { upload: { upload fails: upload 2.5 } } }\n`,
    "lexicon.yaml": `${line("lexicon")}groups: { brand: { en: [brand] }, why: { en: [root] } }\nnegators: { en: [not] }\n`,
    "cases/more.yaml": `${line("cases", "../")}cases:\n  - { id: upload, text: My upload fails., expect: { issue: upload } }\n`,
  });
  it.each<[file: string, from: string, to: string]>([
    ["playbook.yaml", "Everything", "Everything at https://evil.example/x"],
    ["teams/support.yaml", "It answers.", "It answers at https://evil.example/x."],
    ["channels.yaml", "Help > Contact us", "https://evil.example/x"],
    ["facts.yaml", "Look it up.", "Look it up at https://evil.example/x."],
    ["issues/upload.yaml", "My upload fails.", "My upload fails at https://evil.example/x."],
    ["outlines/dispute.yaml", "Which listing?", "Which listing of https://evil.example/x?"],
    ["routes.yaml", "Rights are theirs.", "Rights are theirs at https://evil.example/x."],
    ["refusals.yaml", "Say why.", "Say why at https://evil.example/x."],
    ["refusals.yaml", "@why cause", "no cause"],
    ["review.yaml", "Be kind.", "Be kind at https://evil.example/x."],
    ["lexicon.yaml", "why:", "why: { en: [root] }, idle:"],
    ["signals/issue/upload.yaml", "strong: [upload fails]", "strong: [upload fails, trademark complaint]"],
    ["signals/claim.yaml", "[false claim]", "[false claim, a very false claim]"],
    ["weights.yaml", "upload 2.5", "trademark 9.5"],
    ["cases/more.yaml", "issue: upload", "issue: trademark"],
  ])("watches: after a save of %s it finds what a fresh check finds", async (file, from, to) => {
    const texts: Record<string, string> = { ...full };
    const { runs, leave, ended, acts, out } = watched(texts, FOLDER, FOLDER);
    await runs(1);
    const before = out();
    expect(texts[file]).toContain(from);
    texts[file] = (texts[file] as string).replace(from, () => to);
    acts.get(FOLDER)?.();
    await runs(2);
    leave();
    await ended;
    const fresh = await check(texts);
    expect(out().slice(before.length)).toBe(fresh.out);
    expect(fresh.out).not.toBe(before);
  });

  it("watches what a playbook extends, for as long as it does", async () => {
    const own = (base: string) => `${changed({})["playbook.yaml"]}extends: ${base}\n`;
    const texts: Record<string, string> = { "own/playbook.yaml": own("../base") };
    for (const name of ["base", "other"])
      for (const [file, text] of Object.entries(changed({}))) texts[`${name}/${file}`] = text;
    const [mine, base, other] = ["own", "base", "other"].map((name) => `${FOLDER}/${name}`) as [string, string, string];
    const { err, runs, leave, ended, acts, folders } = watched(texts, mine, base);
    await runs(1);
    expect(folders()).toEqual([mine, base]);
    expect(err()).toContain(`Watching ${mine}, ${base}; Ctrl-C ends it`);
    texts["base/routes.yaml"] = "routes: nonsense";
    acts.get(base)?.();
    await runs(2);
    expect(err()).toMatch(/[1-9]\d* errors?/);
    texts["own/playbook.yaml"] = own("../other");
    acts.get(mine)?.();
    await runs(3);
    expect(folders()).toEqual([mine, other]);
    expect(err()).toContain(`Watching ${mine}, ${other}; Ctrl-C ends it`);
    texts["own/playbook.yaml"] = own("../nowhere");
    acts.get(mine)?.();
    await runs(4);
    expect(folders()).toEqual([mine]);
    leave();
    expect(await ended).toBe(130);
  });

  it("watches on after what the user can mend, and says how; a bug ends it", async () => {
    const texts: Record<string, string> = { ...changed({}) };
    const { err, runs, ended, acts, folders } = watched(texts, FOLDER, FOLDER, ["--only", "SR999"]);
    await runs(1);
    expect(err()).toContain("seller-route: There is no code SR999\nDid you mean");
    Object.defineProperty(texts, "routes.yaml", {
      get() {
        throw new TypeError("a bug");
      },
    });
    acts.get(FOLDER)?.();
    expect(await ended).toBe(70);
    expect(folders()).toEqual([]);
  });

  it("watches no folder that is not there", async () => {
    const { world, err } = fakeWorld();
    const watch = () => {
      throw Object.assign(new Error(), { code: "ENOENT" });
    };
    expect(await main(["check", "gone", "--watch"], { ...world, files: { ...world.files, watch } })).toBe(2);
    expect(err()).toContain("Cannot watch gone: there is no such file");
  });
});
