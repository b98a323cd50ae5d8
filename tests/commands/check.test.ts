import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/main.js";
import { codes } from "../../src/playbook/codes.js";
import type { Files } from "../../src/world.js";
import { changed, edited, FOLDER, type Folder, memory } from "../playbook/fixture.js";
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
    const all = await check(changed({ "cases/wrong.yaml": wrong }), "--update", "all", "--only", "SR301");
    expect(all.code).toBe(0);
    expect(all.written["book/cases/wrong.yaml"]).toContain(
      "      # In a block.\n      team: notice\n      route: brand\n",
    );
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
  function watched(texts: Folder, folder: string, data: string) {
    const { world, err } = fakeWorld();
    const acts = new Map<string, () => void>();
    let leave = () => {};
    const files: Files = {
      ...world.files,
      ...memory(texts),
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
    const ended = main(["check", folder, "--watch"], { ...world, data, files, interrupted });
    const runs = (count: number) =>
      expect.poll(() => err().match(/Checked in \d+ ms/g)?.length ?? 0, { timeout: 5000 }).toBe(count);
    return { err, runs, ended, leave: () => leave(), acts, folders: () => [...acts.keys()] };
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

  it("watches no folder that is not there", async () => {
    const { world, err } = fakeWorld();
    const watch = () => {
      throw Object.assign(new Error(), { code: "ENOENT" });
    };
    expect(await main(["check", "gone", "--watch"], { ...world, files: { ...world.files, watch } })).toBe(2);
    expect(err()).toContain("Cannot watch gone: there is no such file");
  });
});
