import { describe, expect, test } from "vitest";
import { Exit, Refusal } from "../../src/exit.js";
import { openPlaybook, pack, unpack } from "../../src/playbook/snapshot.js";
import { inFolder, readSource } from "../../src/playbook/source.js";
import type { World } from "../../src/world.js";
import { changed, edited, FOLDER, type Folder, loaded, memory, minimal } from "./fixture.js";

const digest = async (folder: Folder) => (await readSource(FOLDER, memory(folder))).digest;

/** A world whose shipped playbook is `folder`, with `compiled` as its stored form. */
const worldWith = (folder: Folder, compiled: string | null = null) =>
  ({
    files: memory({ ...folder, ...(compiled === null ? {} : { "../compiled": compiled }) }),
    data: FOLDER,
    compiled: compiled === null ? null : `${FOLDER}/../compiled`,
  }) as unknown as World;

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

describe("snapshot", () => {
  test("gives back what was packed", async () => {
    const playbook = await loaded();
    expect(unpack(pack(playbook), playbook.digest)).toEqual(playbook);
  });
  test("is refused for other bytes and where it is broken", async () => {
    const playbook = await loaded();
    const text = pack(playbook);
    for (const broken of ["", "{}", text.slice(0, -3), text.replace(/"form":\d/, '"form":0')]) {
      expect(unpack(broken, playbook.digest)).toBeNull();
    }
    expect(unpack(text, "sha256:0")).toBeNull();
  });
});

describe("openPlaybook", () => {
  /** The stored form says version 9, so that it can be told from the YAML. */
  const stored = async () => pack({ ...(await loaded()), version: "9" });
  test("takes the stored form while nobody has edited the YAML", async () => {
    expect((await openPlaybook(worldWith(minimal, await stored()), undefined)).version).toBe("9");
  });
  test.each([
    ["edited YAML", edited("playbook.yaml", 'version: "1"', 'version: "2"'), undefined, "2"],
    ["a folder that was named", minimal, FOLDER, "1"],
  ])("reads %s", async (_, folder, named, version) => {
    expect((await openPlaybook(worldWith(folder, await stored()), named)).version).toBe(version);
  });
  test("reads the YAML where nothing is stored, or what is stored is broken", async () => {
    expect((await openPlaybook(worldWith(minimal), undefined)).version).toBe("1");
    expect((await openPlaybook(worldWith(minimal, (await stored()).slice(0, -9)), undefined)).version).toBe("1");
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
      ...Object.fromEntries(Object.entries(without).map(([name, text]) => [`mine/${name}`, text])),
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
