import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../src/main.js";
import { isError } from "../src/playbook/finding.js";
import { loadPlaybook } from "../src/playbook/load.js";
import type { FilesNow } from "../src/world.js";
import { files } from "../src/world.js";
import { shipped } from "./support/compiled.js";
import { DATA, fakeWorld } from "./support/world.js";

describe("the shipped playbook", async () => {
  const playbook = await shipped();
  const { facts, issues, teams, outlines, channels, diagram, routes } = playbook;

  test("loads without errors", async () => {
    const { findings } = await loadPlaybook(DATA, files);
    expect(findings.filter(isError)).toEqual([]);
  });

  test("has the eight teams, by their names", () =>
    expect(teams.map(({ id }) => id)).toEqual([
      "seller-support",
      "catalog",
      "seller-performance",
      "product-quality",
      "executive-seller-relations",
      "jeff-escalation",
      "notice",
      "notice-dispute",
    ]));

  test("has at least 28 issues, each with a letter or none by intention", () => {
    expect(issues.length).toBeGreaterThanOrEqual(28);
    for (const { outline } of issues) {
      if (outline !== null) expect(outlines.map(({ id }) => id)).toContain(outline);
    }
  });

  test.each(teams.map(({ id }) => [id]))("%s can be reached: some facts lead there", (team) => {
    const led = diagram.outcomes.map(({ route }) => routes.find(({ id }) => id === route)?.team);
    expect(led).toContain(team);
  });

  test("every combination of facts leads somewhere", () =>
    expect(diagram.outcomes.filter(({ route }) => route === null)).toEqual([]));

  test("every team and issue says where it has that from", () => {
    for (const one of [...teams, ...issues, ...channels, ...routes]) {
      expect(one.sources.length, one.id).toBeGreaterThan(0);
      expect(one.as_of, one.id).toMatch(/^(\d{4}(-\d\d(-\d\d)?)?|undated)$/);
    }
  });

  test("every fact asks a question and says why", () => {
    for (const { id, question, help, why, values } of facts) {
      expect(`${question.en}`, id).toMatch(/\?$/);
      expect(Math.min(help.en.length, why.en.length, values.length), id).toBeGreaterThan(1);
    }
  });

  test("no executive team before the ordinary appeal was tried", () => {
    const doors = new Set(teams.filter(({ executive }) => executive).map(({ id }) => id));
    const early = ["none", null];
    for (const { id, team, when } of routes.filter((route) => doors.has(route.team))) {
      for (const { appeal } of when)
        expect(appeal?.some((value) => early.includes(value)) ?? true, `${id} → ${team}`).toBe(false);
    }
  });
});

describe("what is added by YAML alone is in effect at the next run", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "seller-route-"));
    cpSync(DATA, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const edit = (name: string, change: (text: string) => string) =>
    write(name, change(readFileSync(join(folder, name), "utf8")));
  const copy = (from: string, to: string, change: (text: string) => string) =>
    write(to, change(readFileSync(join(folder, from), "utf8")));
  const run = async (...argv: string[]) => {
    const { world, out, err } = fakeWorld({ below: folder });
    const code = await main([...argv, "--data", folder, "--json"], world);
    expect(err()).toBe("");
    return { code, result: JSON.parse(out()) };
  };
  const route = (id: string, when: string, team: string) => `
  - id: ${id}
    when: ${when}
    team: ${team}
    because: { en: "A rule of the house." }
    next: null
    sources: [article]
    as_of: undated`;

  test("a team, and a route that leads to it", async () => {
    copy("teams/catalog.yaml", "teams/tax-desk.yaml", (text) => text.replace(/^name: .*$/m, "name: { en: Tax Desk }"));
    edit("routes.yaml", (text) => text.replace("\nroutes:", `\nroutes:${route("tax", "{ issue: tax }", "tax-desk")}`));
    expect((await run("teams", "tax-desk")).result).toMatchObject({ id: "tax-desk", name: "Tax Desk" });
    expect((await run("--fact", "issue=tax")).result).toMatchObject({
      team: { id: "tax-desk", name: "Tax Desk" },
      because: [{ route: "tax", text: "A rule of the house." }],
    });
  });

  test("an issue with signals and a letter", async () => {
    copy("outlines/support-question.yaml", "outlines/drone-letter.yaml", (text) =>
      text.replace(/^name: .*$/m, "name: { en: Drone letter }"),
    );
    copy("issues/fees.yaml", "issues/drone-delivery.yaml", (text) =>
      text.replace(/^name: .*$/m, "name: { en: Drone delivery }").replace(/^outline: .*$/m, "outline: drone-letter"),
    );
    write(
      "signals/issue/drone-delivery.yaml",
      '# yaml-language-server: $schema=../../schema/signals.schema.json\nsignals: { en: { certain: ["delivery drone*", "prime air ~ parcel*"] } }\n',
    );
    const { code, result } = await run("Delivery drones: since Prime Air flies my FBA parcels three are lost");
    expect(result).toMatchObject({
      issue: { id: "drone-delivery", name: "Drone delivery" },
      outline: { name: "Drone letter" },
    });
    expect(code).toBe(0);
  });

  test("a route, and its place in the order decides", async () => {
    edit("routes.yaml", (text) => text.replace("\nroutes:", `\nroutes:${route("last", "{ issue: fees }", "catalog")}`));
    expect((await run("--fact", "issue=fees")).result).toMatchObject({ team: { id: "catalog" } });
  });

  test("a signal for another fact, in a language that had none", async () => {
    edit("signals/claim.yaml", (text) =>
      text.replace(/\n {2}"?disputed"?:\n/, (line) => `${line}    pt:\n      decisive: [queixa falsa]\n`),
    );
    const { result } = await run("trademark infringement of my listing: queixa falsa");
    expect(result).toMatchObject({ facts: { claim: "disputed" } });
  });
});

test("the shipped playbook itself, edited, is read again: its compiled form no longer fits", async () => {
  const { world, out } = fakeWorld();
  const edited = readFileSync(`${DATA}/teams/notice.yaml`, "utf8").replace(/^name: .*$/m, "name: { en: Renamed }");
  const isIt = (path: string) => path.endsWith("teams/notice.yaml");
  const read = (path: string) => (isIt(path) ? Promise.resolve(Buffer.from(edited)) : world.files.read(path));
  const now = world.files.now as FilesNow;
  const glance = (path: string) => (isIt(path) ? Buffer.from(edited) : now.glance(path));
  await main(["teams", "notice", "--json"], { ...world, files: { ...world.files, read, now: { ...now, glance } } });
  expect(JSON.parse(out())).toMatchObject({ name: "Renamed" });
});
