import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ownFolder } from "./support/folder.js";

/** What the program never does, whatever it is asked: go to the network, read or write what it was not told to. */
const root = realpathSync(fileURLToPath(new URL("..", import.meta.url)));
const SLOW = 60_000;
const room = realpathSync(ownFolder());

const notice = join(room, "notice.txt");
writeFileSync(notice, "My account was deactivated for late shipments and my appeal was refused.");
const secret = join(room, "secret.txt");
writeFileSync(secret, "Not to be read");

/** Runs the program under Node with flags of its own. */
async function run(flags: readonly string[], argv: readonly string[], stdin = "") {
  const bin = join(root, "bin", "seller-route.js");
  const child = spawn(process.execPath, [...flags, bin, ...argv], { cwd: room });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => {}).end(stdin);
  const [code] = (await once(child, "close")) as [number];
  return { code, out, err };
}

const RUNS: readonly (readonly [string, readonly string[], string, number])[] = [
  ["one case", ["--file", notice], "", 0],
  ["one case as JSON, from a pipe", ["--json", "--explain"], "They took my listing down, but I own the brand.", 0],
  ["many cases", ["batch", "--full"], '{"id":1,"text":"https://example.com took my listing down"}\n', 0],
  ["a list", ["teams", "notice-dispute"], "", 0],
  ["a letter", ["outline", "inauthentic", "--format", "markdown"], "", 0],
  ["the map", ["graph"], "", 0],
  ["a check of YAML", ["check", join(root, "data"), "--format", "sarif"], "", 0],
  ["help", ["--help"], "", 0],
  ["a wrong use", ["--nope"], "", 2],
];

describe("the network", () => {
  const dist = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" });
  const bundle = dist
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, "dist", name), "utf8") }));
  const holding = (pattern: RegExp) =>
    bundle.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([found]) => `${name}: ${found}`));

  const IMPORTS =
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\b(?:__)?require\w*\(\s*|getBuiltinModule\(\s*)["'`](?:node:)?(?:net|tls|dns|dgram|https?|http2|undici|ws|inspector|quic)(?:\/\w+)?["'`]/g;
  const CALLS = /\b(?:fetch|importScripts|sendBeacon)\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b/g;
  const HIDDEN = /\bimport\(\s*(?!["'][^"']*["']\s*\))[^)]*\)|\bprocess\.(?:binding|dlopen)\b|\beval\(/g;

  test("is imported nowhere in the bundle", () => {
    expect(bundle.length).toBeGreaterThan(5);
    expect(holding(IMPORTS)).toEqual([]);
  });
  test("is called nowhere in the bundle", () => expect(holding(CALLS)).toEqual([]));
  test("cannot be reached by a name that is put together", () => expect(holding(HIDDEN)).toEqual([]));
  test.each([
    [IMPORTS, 'import{get}from"node:https";', 'require("net")', 'import("dns/promises")', 'import "node:http2"'],
    [CALLS, "await fetch(url)", "new WebSocket(url)"],
    [HIDDEN, "import(name)", 'import("node:" + name)', 'process.binding("tcp_wrap")', "eval(code)"],
  ])("%s finds what it is for", (pattern, ...samples) => {
    for (const sample of samples) expect(sample).toMatch(new RegExp(pattern.source));
    expect('import {a} from "node:fs"; fetched(1); import("./x.js"); const ws = "https";').not.toMatch(
      new RegExp(pattern.source),
    );
  });
  test.each(RUNS)("is not asked for by %s", { timeout: SLOW }, async (_, argv, stdin, code) => {
    const guard = new URL("support/no-network.mjs", import.meta.url).href;
    const ran = await run(["--import", guard], argv, stdin);
    expect(ran.err).not.toContain("network:");
    expect(ran.code, ran.err).toBe(code);
  });
  test("the guard catches what reaches for it", async () => {
    const guard = new URL("support/no-network.mjs", import.meta.url).href;
    const caught = async (code: string) => {
      const child = spawn(process.execPath, ["--import", guard, "--input-type=module", "--eval", code]);
      return (await once(child, "close"))[0] as number;
    };
    expect(await caught('fetch("https://example.com")')).toBe(99);
    expect(await caught('import { get } from "node:https"; get("https://example.com")')).toBe(99);
    expect(await caught('import { lookup } from "node:dns/promises"; lookup("example.com")')).toBe(99);
  });
});

describe("files", () => {
  const permission = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  /** Node's own permission model: reading only in the package and where told, no writing, no other process. */
  const only = (...paths: readonly string[]) => [
    "--no-warnings",
    permission,
    ...["bin/", "dist/", "data/", "package.json"].map((name) => `--allow-fs-read=${join(root, name)}`),
    ...paths.map((path) => `--allow-fs-read=${path}`),
  ];
  test.each(RUNS)("%s reads the package, and what it is told to", { timeout: SLOW }, async (_, argv, stdin, code) => {
    const ran = await run(only(...(argv.includes(notice) ? [notice] : [])), argv, stdin);
    expect(ran.err).not.toMatch(/restricted|ERR_ACCESS_DENIED/);
    expect(ran.code, ran.err).toBe(code);
  });
  test("the permissions hold: no other file, and none is written unasked", { timeout: SLOW }, async () => {
    const [other, written] = await Promise.all([
      run(only(notice), ["--file", secret]),
      run(only(notice), ["--file", notice, "--output", join(room, "out.txt")]),
    ]);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining("Cannot read") });
    expect(written).toMatchObject({ code: 2, err: expect.stringContaining("Cannot write") });
    expect(readdirSync(room).sort()).toEqual(["notice.txt", "secret.txt"]);
  });
});

test("the bill of materials names all that is in the bundle, and what it is for", { timeout: SLOW }, () => {
  const printed = execFileSync(process.execPath, [join(root, "tests", "tools", "sbom.mjs")], { encoding: "utf8" });
  const bill = JSON.parse(printed) as {
    readonly bomFormat: string;
    readonly metadata: { readonly component: { readonly purl: string } };
    readonly components: readonly {
      readonly name: string;
      readonly scope: string;
      readonly hashes: readonly object[];
    }[];
  };
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "seller-route" } } });
  const named = (scope: string) => bill.components.filter((one) => one.scope === scope).map((one) => one.name);
  expect(named("required")).toEqual(expect.arrayContaining(["yaml", "ajv", "commander", "@inquirer/core"]));
  expect(named("required")).not.toContain("typescript");
  expect(named("excluded")).toEqual(expect.arrayContaining(["typescript", "vitest"]));
  expect(bill.components.filter((one) => one.hashes.length === 0)).toEqual([]);
});
