import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ownFolder } from "./support/folder.js";
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
const START = ["bin/seller-route.js", "dist/start.cjs"];
const TOLD = [...START, "dist/told.cjs"];
const QUICK = [...START, "dist/quick.cjs"];
const WHOLE = [...QUICK, "dist/whole.cjs"];

test.each<[string, readonly string[], string?]>([
  ["words", [TEXT]],
  ["words as JSON", [TEXT, "--json"]],
  ["a text that is piped in", [], TEXT],
  ["facts", ["--fact", "issue=ip-trademark", "--fact", "claim=disputed"]],
])("one-shot with %s loads its own file and nothing heavy", { timeout: SLOW }, (_, argv, input) => {
  const { status, files, own } = loaded(argv, input);
  expect([status, files]).toEqual([0, QUICK]);
  expect(own.filter((name) => HEAVY.includes(name) && !idle.has(name))).toEqual([]);
});

test.each([
  ["--version", ["--version"], TOLD],
  ["--help", ["--help"], TOLD],
  ["a list", ["teams"], WHOLE],
  ["Chinese", [TEXT.replace("brand", "品牌")], [...QUICK, "dist/quick-more.cjs"]],
  ["Markdown", [TEXT, "--format", "markdown"], [...QUICK, "dist/quick-more.cjs"]],
])("%s loads what it needs", { timeout: SLOW }, (_, argv, files) => expect(loaded(argv).files).toEqual(files));

test("the file of one-shot holds no package, and loads files alone", { timeout: SLOW }, async () => {
  const { quick, more } = await buildQuick();
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
  expect([...new Set(outside)].sort()).toEqual(["require-call ./quick-more.cjs", "require-call node:fs"]);
});

/** What Node loads for any program at all. */
const idle = new Set(loadedByNothing());
function loadedByNothing(): readonly string[] {
  const command = ["--require", `${root}tests/support/loaded.cjs`, "--eval", "0"];
  return (JSON.parse(spawnSync(process.execPath, command, { encoding: "utf8" }).stderr) as { own: string[] }).own;
}

describe("a run after others", () => {
  const room = ownFolder();
  const kept = join(room, "cache", "seller-route");
  const env = { ...process.env, XDG_CACHE_HOME: join(room, "cache"), LOCALAPPDATA: join(room, "cache"), HOME: room };
  const names = () => readdirSync(kept).map((name) => name.replace(/-.*/, ""));
  const run = (bin: string, argv: readonly string[] = [TEXT]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { encoding: "utf8", env });
    return { status, stdout, stderr };
  };

  test("answers the same by the code that was kept, and by none that is another's", { timeout: SLOW }, () => {
    const bin = join(root, "bin", "seller-route.js");
    const first = run(bin);
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(names()).toContain("quick");
    expect(run(bin)).toEqual(first);
    const file = join(kept, readdirSync(kept).find((name) => name.startsWith("quick-")) as string);
    const code = readFileSync(file);
    for (const broken of [code.subarray(0, 40), code.subarray(0, -100), Buffer.concat([Buffer.from("x"), code])]) {
      writeFileSync(file, broken);
      expect(run(bin)).toEqual(first);
      // It was kept anew.
      expect(readFileSync(file).length).toBeGreaterThan(code.length / 2);
    }
  });

  test("answers by the playbook as it is, however often it answered before", { timeout: SLOW }, async () => {
    const copy = join(room, "copy");
    mkdirSync(copy);
    for (const name of ["bin", "dist", "data", "package.json"])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    const bin = join(copy, "bin", "seller-route.js");
    // Until then what was touched is not remembered.
    await setTimeout(3500);
    const before = run(bin);
    expect(before.status).toBe(0);
    expect(names()).toContain("seen");
    // The other installation's code names files that are not this one's.
    const code = readdirSync(kept).filter((name) => name.startsWith("quick-"));
    const own = code.filter((name) =>
      readFileSync(join(kept, name))
        .toString("latin1")
        .endsWith(`${join(copy, "dist")}/quick.cjs`),
    );
    expect([code.length, own.length]).toEqual([2, 1]);
    expect(run(bin)).toEqual(before);
    const file = join(copy, "data", "teams", "notice-dispute.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/Notice-Dispute/, "Notice-Distupe"));
    const after = run(bin);
    expect(before.stdout).toMatch(/^Go to +Notice-Dispute,/);
    expect(after.stdout).toMatch(/^Go to +Notice-Distupe,/);
    expect(run(bin)).toEqual(after);
  });
});
