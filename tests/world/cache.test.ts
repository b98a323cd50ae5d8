import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isPart } from "../../src/playbook/folder.js";
import { cache, cached } from "../../src/world/cache.js";
import { recall } from "../../src/world/recall.js";

/** Longer ago than clocks of files are coarse. */
const LONG_AGO = 10_000;
const room = mkdtempSync(join(tmpdir(), "seller-route-"));
const home = join(room, "cache", "seller-route");
const folder = join(room, "data");
const other = join(room, "other");

beforeEach(() => {
  vi.stubEnv("XDG_CACHE_HOME", join(room, "cache"));
  vi.stubEnv("LOCALAPPDATA", join(room, "cache"));
  vi.stubEnv("HOME", room);
  vi.stubEnv("NODE_DISABLE_COMPILE_CACHE", "");
  mkdirSync(join(folder, "teams"), { recursive: true });
  mkdirSync(join(folder, "template"));
  for (const name of ["a.yaml", "teams/b.yaml", "template/d.yaml", "notes.txt"])
    writeFileSync(join(folder, name), "text");
  writeFileSync(other, "text");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  rmSync(room, { recursive: true });
});

describe("what is kept for the next run", () => {
  test("is there again, for its owner's eyes only", () => {
    expect(cached("x")).toBeNull();
    cache("x", Buffer.from("first"));
    cache("x", Buffer.from("second"));
    expect(Buffer.from(cached("x") ?? "").toString()).toBe("second");
    expect(readdirSync(home)).toEqual(["x"]);
    if (process.platform !== "win32") expect(statSync(join(home, "x")).mode & 0o777).toBe(0o600);
  });
  test.each([
    ["Node is told to keep no compiled code", { NODE_DISABLE_COMPILE_CACHE: "1" }],
    ["there is no place for it", { XDG_CACHE_HOME: "", LOCALAPPDATA: "", HOME: "" }],
    ["a file stands in the way", { XDG_CACHE_HOME: join(folder, "a.yaml"), LOCALAPPDATA: join(folder, "a.yaml") }],
  ])("is nothing where %s", (_, env) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    cache("x", Buffer.from("first"));
    expect(cached("x")).toBeNull();
  });
  test("is not taken from others", () => {
    cache("x", Buffer.from("first"));
    const own = process.getuid?.() ?? 0;
    process.getuid = () => own + 1;
    expect(cached("x")).toBeNull();
    process.getuid = () => own;
    expect(cached("x")).not.toBeNull();
  });
});

describe("what was said of a folder", () => {
  const later = () => vi.setSystemTime(Date.now() + LONG_AGO);
  const say = () => {
    later();
    recall(folder, isPart, [other]).say?.("the same");
    expect(recall(folder, isPart, [other]).said).toBe("the same");
  };

  test("is not said of what was touched a moment ago", () => {
    expect(recall(folder, isPart, [other]).say).toBeUndefined();
    expect(recall(folder, isPart, [other]).said).toBeNull();
  });
  test("holds while nothing is touched, and for these alone", () => {
    say();
    expect(recall(join(folder, "teams"), isPart, [other]).said).toBeNull();
    expect(recall(folder, isPart).said).toBeNull();
  });
  test.each<[string, () => void]>([
    ["a file is edited", () => writeFileSync(join(folder, "a.yaml"), "texts")],
    ["a byte is edited", () => writeFileSync(join(folder, "teams/b.yaml"), "tent")],
    ["a file comes", () => writeFileSync(join(folder, "teams/c.yaml"), "")],
    ["a file goes", () => rmSync(join(folder, "teams/b.yaml"))],
    ["a folder comes", () => mkdirSync(join(folder, "issues"))],
    ["the other file is edited", () => writeFileSync(other, "tent")],
    ["the other file goes", () => rmSync(other)],
    [
      "a byte is edited and the time set back",
      () => {
        const { atime, mtime } = statSync(join(folder, "a.yaml"));
        writeFileSync(join(folder, "a.yaml"), "tent");
        utimesSync(join(folder, "a.yaml"), atime, mtime);
      },
    ],
  ])("is forgotten when %s", (_, edit) => {
    say();
    edit();
    expect(recall(folder, isPart, [other]).said).toBeNull();
  });
  test("holds whatever becomes of files that are not wanted", () => {
    say();
    writeFileSync(join(folder, "notes.txt"), "tent");
    writeFileSync(join(folder, "template/d.yaml"), "tent");
    mkdirSync(join(folder, "template/e"));
    expect(recall(folder, isPart, [other]).said).toBe("the same");
  });
  test("is not taken from a note that is broken", () => {
    say();
    const [name = ""] = readdirSync(home);
    const note = readFileSync(join(home, name));
    for (const broken of [note.subarray(0, 7), note.subarray(0, 40), Buffer.alloc(0), Buffer.alloc(500, 255)]) {
      writeFileSync(join(home, name), broken);
      expect(recall(folder, isPart, [other]).said).toBeNull();
    }
  });
  test("is left unsaid where a folder cannot be listed", () => {
    expect(recall(join(room, "nowhere"), isPart)).toEqual({ said: null });
  });
});
