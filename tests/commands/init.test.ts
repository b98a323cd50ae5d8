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

  it("advises on every issue that is added, and on the others as before", async () => {
    const dir = join(top, "mine");
    await run("init", dir);
    const copy = async (from: string, to: string, change: (text: string) => string) =>
      files.write(join(dir, to), change(new TextDecoder().decode(await files.read(join(dir, from)))), false);
    for (const name of ["late-payout", "lost-stock", "slow-upload"]) {
      await copy("issues/account-deactivated.yaml", `issues/${name}.yaml`, (text) =>
        text.replace("Account deactivated", name).replace("My account may no longer sell", `It is a ${name}`),
      );
      await copy("signals/issue/listing-hidden.yaml", `signals/issue/${name}.yaml`, (text) =>
        text.replace(/decisive: .*/, `decisive: [${name.replace("-", " ")}]`).replace(/ *strong: .*/, ""),
      );
    }
    expect(await run("check", dir)).toMatchObject({ code: 0, out: "" });
    const { out } = await run("--data", dir, "My late payout is not here", "--json");
    expect(JSON.parse(out)).toMatchObject({ issue: { id: "late-payout" } });
    expect(JSON.parse((await run("--data", dir, "My cat likes pizza", "--json")).out).status).toBe("out-of-scope");
  });

  it("writes over any playbook what check finds nothing in", async () => {
    await run("init", join(top, "base"));
    await run("init", join(top, "german"));
    const head = join(top, "german", "playbook.yaml");
    const text = new TextDecoder().decode(await files.read(head));
    await files.write(head, text.replace("languages: [en]", "languages: [en, de]"), true);
    for (const name of ["routes.yaml", "facts.yaml"]) {
      const path = join(top, "german", name);
      const texts = new TextDecoder().decode(await files.read(path));
      await files.write(path, texts.replace(/\{ en: ("[^"]*"|[^}"]*) \}/g, "{ en: $1, de: Das ist deutsch. }"), true);
    }
    for (const [base, begin] of [
      ["../base", "routes"],
      ["../over-base", "routes"],
      ["../german", "playbook"],
      ["shipped", "routes"],
    ] as const) {
      const dir = join(top, `over-${base.replace("../", "")}`);
      expect(await run("init", dir, "--extends", base)).toMatchObject({
        code: 0,
        out: expect.stringContaining(`Begin with ${begin}.yaml`),
      });
      expect(await run("check", dir)).toMatchObject({ code: 0, out: "" });
    }
    const none = await run("init", join(top, "none"), "--extends", "../nowhere");
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("There is no folder") });
    expect(await files.list(top)).not.toContain("none/playbook.yaml");
  });

  it("brings an example of leaving things out that holds", async () => {
    const dir = join(top, "ours");
    await run("init", dir, "--extends", "shipped");
    const head = join(dir, "playbook.yaml");
    const text = new TextDecoder().decode(await files.read(head));
    await files.write(head, text.replace("# remove:", "remove:"), true);
    expect(text).toContain("# remove:");
    expect(await run("check", dir)).toMatchObject({ code: 0, out: "" });
  });

  it("counts what the cases of a playbook over another cover of its own", async () => {
    const dir = join(top, "ours");
    await run("init", dir, "--extends", "shipped");
    const { out } = await run("check", dir, "--coverage", "--min-coverage", "100", "--json");
    const { coverage, findings } = JSON.parse(out);
    expect(findings).toEqual([]);
    const counts = coverage.map(({ kind, covered, all }: Record<string, unknown>) => `${kind} ${covered}/${all}`);
    expect(counts.join(", ")).toBe("team 1/1, route 1/1, issue 0/0, outline 0/0, channel 1/1, value 0/0, signal 0/0");
  });

  it("tells at an own route what it leaves nothing to", async () => {
    await run("init", join(top, "base"));
    const dir = join(top, "ours");
    await run("init", dir, "--extends", "../base");
    const path = join(dir, "routes.yaml");
    const text = new TextDecoder().decode(await files.read(path));
    await files.write(path, text.replace("- id: listing", "- id: our-desk"), true);
    const { out } = await run("check", dir, "--only", "SR403");
    expect(out).toContain("ours/routes.yaml:4:9  error SR403  The route our-desk leaves nothing to listing");
    expect(out).toContain("hint: Write remove: { routes: [listing] } in playbook.yaml, give yours the id listing,");
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
