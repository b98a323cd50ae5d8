import { describe, expect, test } from "vitest";
import { Exit, Refusal } from "../../src/exit.js";
import { copyOf } from "../../src/playbook/copy.js";
import { pack } from "../../src/playbook/pack.js";
import { openPlaybook } from "../../src/playbook/snapshot.js";
import { inFolder, readSource } from "../../src/playbook/source.js";
import { unpack, whole } from "../../src/playbook/stored.js";
import type { Playbook } from "../../src/playbook/types.js";
import { tableOf } from "../../src/reading/votes.js";
import type { World } from "../../src/world.js";
import { shipped } from "../support/compiled.js";
import { changed, edited, FOLDER, type Folder, loaded, memory, minimal, under } from "./fixture.js";

const digest = async (folder: Folder) => (await readSource(FOLDER, memory(folder))).digest;

/** What a build stores of `folder`, in the playbook of which something is changed. */
async function stored(folder: Folder, other: Partial<Playbook> = {}): Promise<Stored> {
  const source = await readSource(FOLDER, memory(folder));
  return { "playbook.bin": pack({ ...(await loaded(folder)), ...other }), "source.bin": copyOf(source) };
}
type Stored = Readonly<Record<"playbook.bin" | "source.bin", Uint8Array>>;

/** A world whose shipped playbook is `folder`, with `stored` as its stored form. */
function worldWith(folder: Folder, stored?: Stored): World {
  const kept = Object.entries(stored ?? {}).map(([name, bytes]) => [`.stored/${name}`, bytes]);
  return {
    files: memory({ ...folder, ...Object.fromEntries(kept) }),
    data: FOLDER,
    compiled: stored === undefined ? null : `${FOLDER}/.stored`,
  } as unknown as World;
}

describe("digest", () => {
  test("is one for the same bytes", async () => {
    expect(await digest(minimal)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await digest(Object.fromEntries(Object.entries(minimal).reverse()))).toBe(await digest(minimal));
    expect(await digest(changed({ "README.md": "x", ".git/x.yaml": "x" }))).toBe(await digest(minimal));
  });
  test.each([
    ["a byte", edited("routes.yaml", "brand", "bland")],
    ["a comment", changed({ "facts.yaml": `${minimal["facts.yaml"]}# x\n` })],
    ["a case", edited("cases/basic.yaml", "complaint", "claim")],
    ["a schema", edited("schema/team.schema.json", "Team", "team")],
    ["a name", changed({ "teams/notice.yaml": null, "teams/notices.yaml": minimal["teams/notice.yaml"] as string })],
    ["a file more", changed({ "cases/more.yaml": "" })],
  ])("differs by %s", async (_, folder) => expect(await digest(folder)).not.toBe(await digest(minimal)));
});

const LAZY = ["nothing", "words", "all"] as const;

describe("a stored playbook", () => {
  test.each(LAZY)("gives back what was packed; lazy: %s", async (lazy) => {
    const playbook = await loaded();
    const found = unpack(whole(pack(playbook)), playbook.digest, lazy) as Playbook;
    expect(lazy === "nothing" ? found : readOut(found, playbook)).toEqual(playbook);
  });
  test.each(LAZY)("gives back what only some playbooks have; lazy: %s", async (lazy) => {
    const votes = tableOf([[["issue", "x", 1.25]], [], [["issue", "y", -0.5]]]);
    const { refusals, review } = await shipped();
    if (refusals === undefined || review === undefined) throw new Error("The shipped playbook has lost them");
    const playbook: Playbook = { ...(await loaded()), votes, refusals, review };
    const found = unpack(whole(pack(playbook)), playbook.digest, lazy) as Playbook;
    expect(lazy === "nothing" ? found : readOut(found, playbook)).toEqual(playbook);
    expect([found.votes?.first, found.votes?.votes].every(ArrayBuffer.isView)).toBe(true);
    expect(found.refusals).toBe(found.refusals);
  });
  test("holds its tables where a view on them can begin", async () => {
    const playbook = await loaded();
    const found = unpack(whole(pack(playbook)), playbook.digest) as Playbook;
    for (const table of Object.values(found.automaton).filter(ArrayBuffer.isView)) expect(table.byteOffset % 8).toBe(0);
  });
  test("is refused for other bytes and where it is broken", async () => {
    const playbook = await loaded();
    const bytes = Buffer.from(pack(playbook));
    const edited = (from: string, to: string) => Buffer.from(bytes.toString("latin1").replace(from, to), "latin1");
    for (const broken of [
      Buffer.alloc(0),
      Buffer.from("{}\n"),
      bytes.subarray(0, bytes.indexOf(10)),
      bytes.subarray(0, bytes.indexOf(10) + 9),
      edited('"form":9', '"form":0'),
      bytes.subarray(0, -8),
      edited("\n", " \n"),
    ])
      expect(unpack(whole(Buffer.from(broken)), playbook.digest)).toBeNull();
    expect(unpack(whole(bytes), "sha256:0")).toBeNull();
  });
});

/** A lazily read value with everything read that `wanted` has; and nothing that it has not. */
function readOut(found: unknown, wanted: unknown): unknown {
  if (typeof found !== "object" || found === null || ArrayBuffer.isView(found)) return found;
  if (Array.isArray(found)) return found.map((one, i) => readOut(one, (wanted as unknown[])[i]));
  const keys = [...new Set([...Object.keys(found), ...Object.keys(wanted as object)])];
  const value = (of: unknown, key: string) => (of as Record<string, unknown>)[key];
  return Object.fromEntries(keys.map((key) => [key, readOut(value(found, key), value(wanted, key))]));
}

describe("openPlaybook", () => {
  /** The stored form says version 9, so that it can be told from the YAML. */
  const other = { version: "9" };
  const version = async (folder: Folder, kept?: Stored, named?: string) =>
    (await openPlaybook(worldWith(folder, kept), named)).version;
  test("takes the stored form while nobody has edited the YAML", async () => {
    expect(await version(minimal, await stored(minimal, other))).toBe("9");
  });
  test.each([
    ["an edited byte", edited("playbook.yaml", 'version: "1"', 'version: "2"'), undefined, "2"],
    ["a comment more", changed({ "facts.yaml": `${minimal["facts.yaml"]}# x\n` }), undefined, "1"],
    ["a file more", changed({ "cases/zz.yaml": "cases: []\n" }), undefined, "1"],
    ["a file less", changed({ "cases/basic.yaml": null }), undefined, "1"],
    ["a folder that was named", minimal, FOLDER, "1"],
  ])("reads the YAML for %s", async (_, folder, named, wanted) => {
    expect(await version(folder, await stored(minimal, other), named)).toBe(wanted);
  });
  test("reads the YAML where nothing is stored, or what is stored is broken or of another build", async () => {
    const [kept, strange] = [await stored(minimal, other), await stored(changed({ "cases/zz.yaml": "cases: []\n" }))];
    expect(await version(minimal)).toBe("1");
    expect(await version(minimal, { ...kept, "playbook.bin": kept["playbook.bin"].slice(0, -9) })).toBe("1");
    expect(await version(minimal, { ...kept, "source.bin": kept["source.bin"].slice(0, -9) })).toBe("1");
    expect(await version(minimal, { ...kept, "playbook.bin": strange["playbook.bin"] })).toBe("1");
  });
  test.each([
    ["book/nowhere", "There is no folder book/nowhere"],
    ["book/routes.yaml", "book/routes.yaml is a file, not a playbook's folder"],
  ])("refuses %s as wrong use", async (folder, message) => {
    await expect(openPlaybook(worldWith(minimal), folder)).rejects.toMatchObject({ message, exit: Exit.usage });
  });
  test("refuses a broken playbook with its first error", async () => {
    const broken = {
      ...edited("routes.yaml", "team: notice", "team: notce"),
      "signals/claim.yaml": edited("signals/claim.yaml", "disputed", "dispute")["signals/claim.yaml"] as string,
    };
    const refusal = await openPlaybook(worldWith(broken), FOLDER).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      message: 'book/routes.yaml:12:11: There is no team "notce"',
      hint: 'Did you mean "notice"? There is 1 more. See seller-route check book',
      exit: Exit.playbook,
    });
  });
  test("holds another folder against the program's own schemas", async () => {
    const without = Object.fromEntries(Object.entries(minimal).filter(([name]) => !name.startsWith("schema/")));
    const both = {
      ...minimal,
      ...under("mine", without),
    };
    expect((await openPlaybook(worldWith(both), `${FOLDER}/mine`)).version).toBe("1");
  });
});

test.each([
  ["data", "data/x"],
  ["data/", "data/x"],
  ["./data//", "data/x"],
  ["data\\", "data/x"],
  [".", "x"],
  ["./", "x"],
  ["/", "/x"],
  ["../data", "../data/x"],
])("a file in %s", (folder, path) => expect(inFolder(folder, "x")).toBe(path));
