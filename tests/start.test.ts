import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildQuick } from "./tools/build-quick.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const TEXT = "A rights owner says my listing infringes their trademark, but I own the brand";
const SLOW = 60_000;

/** What a run of the built program loads. */
function loaded(argv: readonly string[], input = "") {
  const command = ["--require", `${root}tests/support/loaded.cjs`, `${root}bin/seller-route.js`, ...argv];
  const { status, stderr } = spawnSync(process.execPath, command, { input, encoding: "utf8" });
  const { files, own } = JSON.parse(stderr) as { readonly files: readonly string[]; readonly own: readonly string[] };
  return { status, files: files.map((file) => file.slice(root.length).replaceAll("\\", "/")), own };
}

/** Parts of Node that take as long to load as all the rest of such a run. */
const HEAVY = ["child_process", "crypto", "http", "net", "readline", "stream", "tty", "url", "worker_threads", "zlib"];
const QUICK = ["bin/seller-route.js", "dist/quick.cjs"];

test.each<[string, readonly string[], string?]>([
  ["words", [TEXT]],
  ["words as JSON", [TEXT, "--json"]],
  ["a text that is piped in", [], TEXT],
  ["facts", ["--fact", "issue=ip-trademark"]],
])("one-shot with %s loads its own file and nothing heavy", { timeout: SLOW }, (_, argv, input) => {
  const { status, files, own } = loaded(argv, input);
  expect([status, files]).toEqual([0, QUICK]);
  expect(own.filter((name) => HEAVY.includes(name) && !idle.has(name))).toEqual([]);
});

test.each([
  ["--version", ["--version"], QUICK],
  ["--help", ["--help"], QUICK],
  ["Chinese", [TEXT.replace("brand", "品牌")], [...QUICK, "dist/quick-more.cjs"]],
  ["Markdown", [TEXT, "--format", "markdown"], [...QUICK, "dist/quick-more.cjs"]],
])("%s loads what it needs", { timeout: SLOW }, (_, argv, files) => expect(loaded(argv).files).toEqual(files));

test("the file of one-shot holds no package, and loads files alone", { timeout: SLOW }, async () => {
  const { quick, more } = await buildQuick({ write: false });
  const packages = ({ metafile }: typeof quick) =>
    Object.keys(metafile.inputs).flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
  expect(packages(quick)).toEqual([]);
  expect([...new Set(packages(more))].sort()).toEqual([
    "ansi-styles",
    "fast-string-truncated-width",
    "fast-string-width",
  ]);
  const [output] = Object.values(quick.metafile.outputs);
  const outside = output?.imports.map(({ path, kind }) => `${kind} ${path}`);
  expect([...new Set(outside)].sort()).toEqual([
    "require-call ./quick-more.cjs",
    "require-call node:fs",
    "require-call node:path",
  ]);
});

/** What Node loads for any program at all. */
const idle = new Set(loadedByNothing());
function loadedByNothing(): readonly string[] {
  const command = ["--require", `${root}tests/support/loaded.cjs`, "--eval", "0"];
  return (JSON.parse(spawnSync(process.execPath, command, { encoding: "utf8" }).stderr) as { own: string[] }).own;
}
