import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../bin/seller-route.js", import.meta.url));
const SLOW = 30_000;

function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  const { FORCE_COLOR: _, NO_COLOR: __, ...own } = process.env;
  return spawn(process.execPath, [bin, ...argv], { env: { ...own, ...env } });
}

/** Runs the built program to its end. */
async function run(argv: readonly string[], stdin = "", env: Readonly<Record<string, string>> = {}) {
  const child = start(argv, env);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  child.stdin.on("error", () => {}).end(stdin);
  const [code] = (await once(child, "close")) as [number];
  return { code, ...said };
}

const line = (id: number): string => `${JSON.stringify({ id, facts: { issue: "upload-error" } })}\n`;

test("the program is built, its playbook with it", () => {
  for (const file of [
    "start.cjs",
    "first.cjs",
    "quick.cjs",
    "whole.cjs",
    "index.js",
    "compiled/playbook.bin",
    "LICENSES.md",
    "types/index.d.ts",
  ]) {
    expect(existsSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url)))).toBe(true);
  }
});

describe("the built program", () => {
  test("advises on what is piped in", { timeout: SLOW }, async () => {
    const text =
      "A rights owner says my listing infringes their trademark but I own the brand and registered it myself";
    const { code, out, err } = await run(["--json"], text);
    expect({ code, err, team: JSON.parse(out).team.id }).toEqual({ code: 0, err: "", team: "notice-dispute" });
  });

  test.each([
    [["--version"], 0],
    [["outline", "ip-trademark"], 0],
    [["How do I bake a pizza with mozzarella?"], 3],
    [["--nope"], 2],
    [[], 2],
    [["teams", "--data", "/nowhere/at/all"], 2],
  ])("%j ends with %i", { timeout: SLOW }, async (argv, exit) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(exit);
    expect(exit === 2 ? err : out).not.toBe("");
    expect(exit === 2 ? out : err).toBe("");
  });

  test("has no colour in a pipe; FORCE_COLOR gives it, NO_COLOR takes it", { timeout: SLOW }, async () => {
    const [plain, forced, none] = await Promise.all([
      run(["teams"]),
      run(["teams"], "", { FORCE_COLOR: "1" }),
      run(["teams"], "", { FORCE_COLOR: "1", NO_COLOR: "1" }),
    ]);
    expect([plain, forced, none].map(({ out }) => out.includes("\u001b["))).toEqual([false, true, false]);
  });

  test("checks a folder, with its packages loaded from the bundle", { timeout: SLOW }, async () => {
    const { code, err } = await run(["check", fileURLToPath(new URL("support", import.meta.url))]);
    expect({ code, err }).toEqual({ code: 1, err: "1 error\n" });
  });
});

describe("batch is a stream", () => {
  test("the first line is answered before the second is written", { timeout: SLOW }, async () => {
    const child = start(["batch"]);
    const ended = once(child, "close");
    child.stdin.write(line(1));
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(first))).toMatchObject({ id: 1, team: { id: "catalog" } });
    child.stdin.end(line(2));
    const [second] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(second))).toMatchObject({ id: 2 });
    expect(await ended).toEqual([0, null]);
  });

  test("a reader that has seen enough ends it quietly", { timeout: SLOW }, async () => {
    const child = start(["batch"]);
    let err = "";
    child.stderr.on("data", (text) => {
      err += String(text);
    });
    const ended = once(child, "close");
    child.stdin.on("error", () => {}).end(Array.from({ length: 2000 }, (_, i) => line(i)).join(""));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code] = await ended;
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

test("a list whose reader has gone ends quietly too", { timeout: SLOW }, async () => {
  const child = start(["issues", "--json"]);
  let err = "";
  child.stderr.on("data", (text) => {
    err += String(text);
  });
  child.stdout.destroy();
  const [code] = await once(child, "close");
  expect({ code, err }).toEqual({ code: 0, err: "" });
});
