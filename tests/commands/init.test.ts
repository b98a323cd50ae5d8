import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/main.js";
import { loadPlaybook } from "../../src/playbook/load.js";
import { files } from "../../src/world.js";
import { fakeWorld } from "../support/world.js";

/** A run over the real disk, below a folder of its own. */
async function run(...words: string[]) {
  const { world, out, err } = fakeWorld();
  const code = await main(words, { ...world, files });
  return { code, out: out(), err: err() };
}

describe("init", () => {
  let top: string;
  beforeEach(async () => {
    top = await mkdtemp(join(tmpdir(), "seller-route-init-"));
  });
  afterEach(() => rm(top, { recursive: true }));

  it("writes a playbook in which check finds nothing, and that advises", async () => {
    const dir = join(top, "deep", "mine");
    expect(await run("init", dir)).toMatchObject({ code: 0, out: expect.stringContaining("Begin with routes.yaml.") });
    expect(await run("check", dir, "--min-coverage", "100", "--max-age", "5y")).toMatchObject({ code: 0, out: "" });
    const { out } = await run("--data", dir, "--fact", "issue=account-deactivated", "--fact", "appeal=sent", "--json");
    expect(JSON.parse(out)).toMatchObject({ status: "advised", team: { id: "account-health" } });
  });

  it("brings the schemas that the first lines name, and a workflow", async () => {
    await run("init", join(top, "mine"));
    const names = await files.list(join(top, "mine"));
    for (const kind of ["team", "issue", "routes", "common"]) expect(names).toContain(`schema/${kind}.schema.json`);
    expect(names).not.toContain("schema/result.schema.json");
    const workflow = await files.read(join(top, "mine", ".github/workflows/playbook.yml"));
    const { steps } = parse(new TextDecoder().decode(workflow)).jobs.check;
    expect(steps.at(-2).run).toBe("npx --yes seller-route check . --format github");
  });

  it("lays a playbook over the shipped one", async () => {
    const dir = join(top, "ours");
    await run("init", dir, "--extends", "shipped");
    const { findings } = await loadPlaybook(dir, files, join(fakeWorld().world.data, "schema"));
    expect(findings.filter((one) => one.severity === "error" || one.file.startsWith(dir))).toEqual([]);
    const { out } = await run("--data", dir, "--fact", "issue=general-question", "--json");
    expect(JSON.parse(out)).toMatchObject({ status: "advised", team: { id: "our-desk" } });
  });

  it("lays a playbook over one that is named", async () => {
    await run("init", join(top, "base"));
    await run("init", join(top, "ours"), "--extends", "../base");
    const head = new TextDecoder().decode(await files.read(join(top, "ours", "playbook.yaml")));
    expect(parse(head).extends).toBe("../base");
  });

  it("refuses a folder that is not empty, and leaves it as it was", async () => {
    await files.write(join(top, "letter.txt"), "mine", false);
    expect(await run("init", top)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("is not empty") });
    expect(await files.list(top)).toEqual(["letter.txt"]);
    const file = join(top, "letter.txt");
    expect(await run("init", file)).toMatchObject({ code: 2, err: expect.stringContaining("Cannot write a playbook") });
  });

  it("is no part of the shipped playbook", async () => {
    const { readSource } = await import("../../src/playbook/source.js");
    const { files: parts } = await readSource(fakeWorld().world.data, files);
    expect(parts.filter(({ name }) => name.includes("template"))).toEqual([]);
  });
});
