import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diskFiles } from "../src/disk.js";
import { main } from "../src/main.js";
import type { Files, World } from "../src/world.js";
import { fakeWorld } from "./support/world.js";

const guarded = new Set<() => void>();
const owner = {
  pid: 1234,
  guard: (undo: () => void) => {
    guarded.add(undo);
    return () => void guarded.delete(undo);
  },
  remove: (path: string) => rmSync(path, { force: true }),
};
const files = diskFiles(owner);
let top = "";
const at = (name: string): string => join(top, name);
const text = (name: string): string => readFileSync(at(name), "utf8");
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "seller-route-files-"));
});
afterEach(() => {
  rmSync(top, { recursive: true, force: true });
  expect(guarded.size).toBe(0);
});

describe.each(["write", "keep"] as const)("%s", (how) => {
  const put = (name: string, words: string, over = false) => files[how](at(name), words, over);

  test("makes a new file, and never another one's", async () => {
    await put("a", "one");
    await expect(put("a", "two")).rejects.toMatchObject({ code: "EEXIST" });
    expect([text("a"), readdirSync(top)]).toEqual(["one", ["a"]]);
    expect(statSync(at("a")).mode & 0o777 & ~(how === "keep" ? 0 : 0o600)).toBe(
      how === "keep" ? 0o600 : 0o666 & ~process.umask() & ~0o600,
    );
  });

  test(`writes over one where it is told to, and ${how === "keep" ? "lets nobody else read it" : "leaves its mode"}`, async () => {
    writeFileSync(at("a"), "a longer text than the new one");
    chmodSync(at("a"), 0o640);
    await put("a", "two", true);
    expect([text("a"), statSync(at("a")).mode & 0o777, readdirSync(top)]).toEqual([
      "two",
      how === "keep" ? 0o600 : 0o640,
      ["a"],
    ]);
  });

  test("through a link, into what it leads to", async () => {
    writeFileSync(at("a"), "one");
    symlinkSync("a", at("link"));
    await expect(put("link", "two")).rejects.toMatchObject({ code: "EEXIST" });
    await put("link", "two", true);
    expect([text("a"), readdirSync(top)]).toEqual(["two", ["a", "link"]]);
    symlinkSync("nothing", at("broken"));
    await expect(put("broken", "two")).rejects.toMatchObject({ code: "EEXIST" });
    await expect(put("broken", "two", true)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test.each<[string, string, () => unknown, string]>([
    ["a folder", "a", () => mkdirSync(at("a")), "EISDIR"],
    ["a link to a folder", "a", () => [mkdirSync(at("b")), symlinkSync("b", at("a"))], "EISDIR"],
    ["no folder above it", "no/a", () => {}, "ENOENT"],
    ["a file for a folder", "f/a", () => writeFileSync(at("f"), ""), "ENOTDIR"],
  ])("%s: nothing is left behind", async (_, name, make, code) => {
    make();
    const before = readdirSync(top);
    for (const over of [false, true]) await expect(put(name, "x", over)).rejects.toMatchObject({ code });
    expect(readdirSync(top)).toEqual(before);
  });

  test.runIf(existsSync("/dev/full"))("a full device says so; a device stays one", async () => {
    await expect(files[how]("/dev/full", "x", true)).rejects.toMatchObject({ code: "ENOSPC" });
    await expect(files[how]("/dev/null", "x", false)).rejects.toMatchObject({ code: "EEXIST" });
    await files[how]("/dev/null", "x", true);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("when the process is ended in between, no half file stays", async () => {
    writeFileSync(at("a"), "old");
    const writing = put("a", "x".repeat(8_000_000), true);
    while (guarded.size === 0) await new Promise((soon) => setTimeout(soon, 1));
    for (const undo of guarded) undo();
    await writing.catch(() => {});
    expect(readdirSync(top)).toEqual(["a"]);
    expect(["old", "x".repeat(8_000_000)]).toContain(text("a"));
  });
});

test("what two write at once is one of both, whole", async () => {
  const words = ["a", "b", "c", "d"].map((one) => one.repeat(500_000));
  const ended = await Promise.allSettled(words.map((one) => files.write(at("f"), one, false)));
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(words).toContain(text("f"));
  expect(readdirSync(top)).toEqual(["f"]);
});

/** A world whose files fail with `code` at the operation number `turn` of those that `counts`. */
function failing(
  world: World,
  code: string,
  turn: number,
  counts: readonly (keyof Files)[],
): { world: World; count: () => number } {
  let done = 0;
  const wrap =
    (name: keyof Files, call: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]): Promise<unknown> => {
      if (counts.includes(name) && done++ === turn)
        throw Object.assign(new Error(`${code}: as the test wants it`), { code });
      return call(...args);
    };
  const own = Object.entries(world.files).map(([name, call]) => [name, wrap(name as keyof Files, call as never)]);
  return { world: { ...world, files: Object.fromEntries(own) as Files }, count: () => done };
}

const RUNS: readonly (readonly [readonly string[], Readonly<Record<string, string>>])[] = [
  [["teams", "--output", "a.txt"], {}],
  [["my account was deactivated", "--json", "--output", "a.json"], {}],
  [["--fact", "issue=fees", "--save", "s.yaml"], {}],
  [["--file", "n.txt", "--save", "s.yaml"], { "n.txt": "my account was deactivated for late shipments" }],
  [["graph", "--format", "dot", "--output", "a.dot"], {}],
  [["outline", "inauthentic", "--output", "a.md"], {}],
];

describe("whatever fails, it is said in a sentence, and nothing is half there", () => {
  test.each(RUNS)("%j", { timeout: 120_000 }, async (argv, given) => {
    for (const counts of [["write", "keep"], ["read"]] as const) {
      const codes = [
        "EIO",
        "EACCES",
        ...(counts[0] === "write" ? ["ENOSPC", "EROFS", "EMFILE", "ENOENT", "EISDIR"] : []),
      ];
      for (const code of codes) {
        for (let turn = 0; turn < 2; turn++) {
          const fake = fakeWorld({ files: given });
          const hurt = failing(fake.world, code, turn, counts);
          const exit = await main(argv, hurt.world);
          if (hurt.count() <= turn) break;
          const err = fake.err();
          expect(err).not.toMatch(/^\s+at |this is a bug/m);
          // A stored playbook that cannot be read is compiled anew; anything else ends the run.
          if (exit === 0 || exit === 3) continue;
          expect([2, 4]).toContain(exit);
          expect(err).toMatch(/^seller-route: [^\n]+\n/m);
          if (counts.includes("write" as never)) expect([...fake.written.keys()].length).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});
