import { execFile } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import {
  advise,
  asJson,
  decide,
  fromJson,
  loadPlaybook,
  type Playbook,
  present,
  presentFully,
  read,
  redact,
} from "../src/index.js";
import { main } from "../src/main.js";
import { ownFolder } from "./support/folder.js";
import { fakeWorld } from "./support/world.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const SLOW = 60_000;
const TEXT = "A rights owner says my listing B0B8NQ3X5T infringes their trademark. I own the brand and have proof.";

/** A folder in which seller-route and Express are installed, as somebody else's project. */
const room = ownFolder();
beforeAll(async () => {
  await mkdir(join(room, "node_modules"));
  await writeFile(join(room, "package.json"), '{ "type": "module", "private": true }');
  symlinkSync(root, join(room, "node_modules", "seller-route"), "junction");
  symlinkSync(join(root, "node_modules", "express"), join(room, "node_modules", "express"), "junction");
});

let playbook: Playbook;
beforeAll(async () => {
  playbook = await loadPlaybook();
}, SLOW);

const result = (text: string, own = playbook) => {
  const reading = read(text, own);
  return present(advise(own, reading, {}), reading, own, { lang: "en" });
};

describe("a playbook", () => {
  test("is loaded from its folder, and without one it is the shipped one", { timeout: SLOW }, async () => {
    const named = await loadPlaybook(join(root, "data"));
    expect(named.digest).toBe(playbook.digest);
    expect(result(TEXT, named)).toEqual(result(TEXT));
  });
  test("that is not there is refused in one sentence", async () => {
    await expect(loadPlaybook("/nowhere/at/all")).rejects.toMatchObject({
      message: "There is no folder /nowhere/at/all",
      hint: expect.stringContaining("seller-route init"),
    });
  });
  test("goes through JSON unchanged", { timeout: SLOW }, () => {
    const stored = asJson(playbook);
    const again = fromJson(stored);
    expect(asJson(again) === stored).toBe(true);
    expect(again.automaton.patterns).toBeInstanceOf(Int32Array);
    expect(result(TEXT, again)).toEqual(result(TEXT));
  });
});

test("what decides needs no text", () => {
  const facts = { issue: "ip-trademark", claim: "disputed", account: "selling", appeal: "none" };
  expect(decide(playbook.diagram, facts)).toMatchObject({ kind: "settled" });
  expect(decide(playbook.diagram, {})).toMatchObject({ kind: "open", hangs: expect.arrayContaining(["issue"]) });
});

/** Bundles what somebody else's file imports, for a browser. */
async function bundled(contents: string): Promise<{ code: string; inputs: Metafile["inputs"]; used: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: room },
    absWorkingDir: room,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: "browser",
    format: "iife",
    globalName: "library",
  });
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).flatMap(([name, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [name] : [],
  );
  return { code: outputFiles[0]?.text ?? "", inputs: metafile.inputs, used };
}

describe("a bundler", () => {
  test("takes no more than what is used", { timeout: SLOW }, async () => {
    const { code, used } = await bundled('import { decide } from "seller-route"; export { decide };');
    // Deciding is a walk over tables: no reader, no words, no YAML.
    expect(used.filter((name) => /present|read|yaml|ajv|loading/.test(name))).toEqual([]);
    expect(code).not.toMatch(/normalize|\\p\{L\}|YAML|ajv|automaton/);
    expect(code.length).toBeLessThan(2_500);
  });
  test("never meets Node or a package", { timeout: SLOW }, async () => {
    const { code, inputs } = await bundled('export * from "seller-route";');
    expect(Object.keys(inputs).filter((name) => !/^<stdin>|dist\/(browser|lib\/[\w-]+)\.js$/.test(name))).toEqual([]);
    expect(code).not.toMatch(/node:|\brequire\(|\bprocess\b\.|\bBuffer\b/);
    expect(code.length).toBeLessThan(170_000);
  });
});

test("runs where there is nothing but ECMAScript, with the playbook as JSON", { timeout: SLOW }, async () => {
  const { code } = await bundled('export * from "seller-route";');
  const bare = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  runInContext("delete globalThis.console; delete globalThis.WebAssembly;", bare);
  expect(runInContext("typeof process + typeof Buffer + typeof TextDecoder + typeof console", bare)).toBe(
    "undefined".repeat(4),
  );
  bare.given = JSON.stringify({ stored: asJson(playbook), text: TEXT });
  const answer = runInContext(
    `"use strict"; ${code};
    const { stored, text } = JSON.parse(given);
    const playbook = library.fromJson(stored);
    const reading = library.read(text, playbook);
    JSON.stringify(library.present(library.advise(playbook, reading, {}), reading, playbook, { lang: "en" }));`,
    bare,
    { timeout: SLOW },
  );
  expect(JSON.parse(answer)).toEqual(result(TEXT));
  expect(JSON.parse(answer)).toMatchObject({ status: "advised", team: { id: "notice-dispute" } });
});

const tsc = (...argv: string[]) =>
  promisify(execFile)(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), ...argv], {
    cwd: room,
  }).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );

describe("types", () => {
  const uses = `
    const reading: Reading = read("text", playbook);
    const advice: Advice = advise(playbook, reading, { issue: "fees" });
    const decision: Decision = decide(playbook.diagram, {});
    if (decision.kind === "open") decision.hangs.join();
    else decision.outcome.route?.trim();
    // @ts-expect-error A playbook is not changed.
    playbook.version = "2";
    // @ts-expect-error Facts are texts.
    advise(playbook, reading, { issue: 1 });
    export const result: Result = present(advice, reading, playbook, { lang: "en" });
    export const full: Result = presentFully(advice, reading, playbook, { lang: "en", today: undefined });`;
  const names = "advise, decide, present, presentFully, read, type Advice, type Decision, type Reading, type Result";
  const CONSUMERS = {
    node: `import { ${names}, loadPlaybook } from "seller-route"; const playbook = await loadPlaybook();${uses}`,
    browser: `import { ${names}, fromJson } from "seller-route/browser"; const playbook = fromJson("{}");${uses}`,
  };
  test.each([
    ["node", "nodenext", "nodenext"],
    ["node", "esnext", "bundler"],
    ["browser", "nodenext", "nodenext"],
    ["browser", "esnext", "bundler"],
  ] as const)("%s: resolve with module %s and %s resolution", { timeout: SLOW }, async (where, module, resolution) => {
    const name = `${where}-${resolution}`;
    await writeFile(join(room, `${name}.ts`), CONSUMERS[where]);
    const compilerOptions = {
      ...{ module, moduleResolution: resolution, target: "es2022", lib: ["es2023"], noEmit: true },
      ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
      // In a browser there are no types of Node; at Node there are.
      ...(where === "node" ? { types: ["node"], typeRoots: [join(root, "node_modules", "@types")] } : { types: [] }),
    };
    await writeFile(join(room, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    expect(await tsc("-p", `${name}.json`)).toBe("");
  });

  test("say what things are for", () => {
    for (const [file, words] of Object.entries({
      "index.d.ts": ["the one that ships with this package"],
      "browser.d.ts": ["The library where there is no Node"],
      "reading/read.d.ts": ["Reads a text"],
      "core/decide.d.ts": ["Decides by first match"],
      "core/advise.d.ts": ["One-shot advice"],
    }))
      for (const said of words) expect(readFileSync(join(root, "dist", "types", file), "utf8")).toContain(said);
  });
  test("are those of the library alone", () => {
    expect(existsSync(join(root, "dist", "types", "core", "decide.d.ts"))).toBe(true);
    expect(existsSync(join(root, "dist", "types", "commands"))).toBe(false);
  });
});

test("the source of what runs in a browser names nothing of Node or of a browser", { timeout: SLOW }, async () => {
  const compilerOptions = { types: [], lib: ["ES2023"], skipLibCheck: false };
  const config = { extends: join(root, "tsconfig.json"), compilerOptions, files: [join(root, "src/browser.ts")] };
  await writeFile(join(room, "pure.json"), JSON.stringify({ ...config, include: [] }));
  expect(await tsc("-p", "pure.json")).toBe("");
});

/** The examples of README's "As a library", by what their first comment calls them. */
const section = /## As a library\n(.*?)\n## /s.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1] ?? "";
const EXAMPLES = new Map(
  [...section.matchAll(/```js\n\/\/ (\S+).*?\n(.*?)```/gs)].map(([, name, code]) => [name, code]),
);

/** Runs an example of README in a process of its own, followed by what uses it; gives what that prints. */
async function example(name: string, driver: string): Promise<unknown> {
  await writeFile(join(room, name), EXAMPLES.get(name) ?? "");
  await writeFile(join(room, `drive-${name}`), driver);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [`drive-${name}`], { cwd: room });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("what is presented fully is what --json prints", { timeout: SLOW }, async () => {
  const text = `${TEXT} They gave us 7 days on amazon.de`;
  const { world, out } = fakeWorld({ today: "2026-11-22" });
  expect(await main(["--json", text], world)).toBe(0);
  const reading = read(text, playbook);
  const advice = advise(playbook, reading, {});
  expect(presentFully(advice, reading, playbook, { lang: "en", today: "2026-11-22" })).toEqual(JSON.parse(out()));
  const { deadlines } = presentFully(advice, reading, playbook, { lang: "en" });
  expect(deadlines).toEqual(
    expect.arrayContaining([expect.objectContaining({ due: expect.stringMatching(/^\d{4}-/) })]),
  );
  const masked = redact(text, reading).reading;
  expect(JSON.stringify(presentFully(advice, masked, playbook, { lang: "en" }).outline)).not.toContain("█");
});

describe("README's examples", () => {
  test("are these, of ten lines or so", () => {
    expect([...EXAMPLES.keys()]).toEqual(["advice.mjs", "server.mjs", "worker.mjs", "page.mjs"]);
    for (const code of EXAMPLES.values()) expect(code?.trim().split("\n").length).toBeLessThanOrEqual(11);
  });
  test("three lines", { timeout: SLOW }, async () => {
    const answer = await example(
      "advice.mjs",
      'import { result } from "./advice.mjs"; console.log(JSON.stringify(result));',
    );
    expect(answer).toMatchObject({ status: "advised", team: { id: "notice-dispute" } });
  });
  test("an Express handler", { timeout: SLOW }, async () => {
    const answers = await example(
      "server.mjs",
      `import { app } from "./server.mjs";
      const server = app.listen(0, "127.0.0.1", async () => {
        const ask = async (body) => {
          const to = "http://127.0.0.1:" + server.address().port + "/advice";
          const response = await fetch(to, { method: "POST", headers: { "content-type": "text/plain" }, body });
          return [response.status, await response.json()];
        };
        console.log(JSON.stringify([await ask(${JSON.stringify(TEXT)}), await ask("")]));
        server.close();
      });`,
    );
    expect(answers).toMatchObject([
      [200, { status: "advised", team: { id: "notice-dispute" } }],
      [200, { status: "out-of-scope", team: null }],
    ]);
  });
  test("a queue worker", { timeout: SLOW }, async () => {
    const answers = await example(
      "worker.mjs",
      `import { work } from "./worker.mjs";
      const done = [];
      async function* queue() {
        for (const [id, text] of Object.entries(${JSON.stringify({ a: TEXT, b: "How do I bake a pizza?" })}))
          yield { id, text, done: async (result) => { done.push(result); } };
      }
      await work(queue());
      console.log(JSON.stringify(done));`,
    );
    expect(answers).toMatchObject([
      { id: "a", team: { id: "notice-dispute" } },
      { id: "b", status: "out-of-scope" },
    ]);
  });
  test("a page", { timeout: SLOW }, async () => {
    await writeFile(join(room, "playbook.json"), asJson(playbook));
    const answer = await example(
      "page.mjs",
      `import { readFile } from "node:fs/promises";
      globalThis.fetch = async () => new Response(await readFile("playbook.json"));
      const { answer } = await import("./page.mjs");
      console.log(JSON.stringify(answer(${JSON.stringify(TEXT)})));`,
    );
    expect(answer).toMatchObject({ status: "advised", team: { id: "notice-dispute" } });
  });
});
