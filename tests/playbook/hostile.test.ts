import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ownFolder } from "../support/folder.js";
import { ran } from "../support/ran.js";
import { changed, edited, type Folder, load, minimal } from "./fixture.js";
import { said } from "./said.js";

const SLOW = 60_000;
const times = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join("");
const within = (name: string, after: string, more: string): Folder => edited(name, after, `${after}${more}`);
const routes = (n: number, team: string): Folder =>
  within(
    "routes.yaml",
    "routes:\n",
    times(
      n,
      (i) =>
        `  - { id: r${i}, when: { appeal: none }, team: ${team}${i}, because: { en: x }, next: null, sources: [article], as_of: undated }\n`,
    ),
  );
const phrases = (...all: string[]): Folder =>
  changed({
    "signals/claim.yaml": `${(minimal["signals/claim.yaml"] as string).split("\n")[0]}\nvalues:\n  disputed: { en: { strong: ${JSON.stringify(all)} } }\n`,
  });

describe("a hostile file is refused with its place, soon", () => {
  test.each<[string, () => Folder, RegExp]>([
    [
      "a bomb of aliases",
      () =>
        changed({
          "lexicon.yaml": `a: &a [x, x]\n${times(20, (i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : "a"}, *${i ? `b${i - 1}` : "a"}]\n`)}`,
        }),
      /^lexicon\.yaml:1:\d+ SR105 The anchor &a cannot be used here/,
    ],
    ["merge keys", () => within("teams/notice.yaml", "order: 20\n", "<<: { executive: true }\n"), /SR105 A merge key/],
    [
      "tags of one's own",
      () => edited("teams/notice.yaml", "executive: false", "executive: !!js/function 'x'"),
      /SR105 The tag/,
    ],
    [
      "__proto__ as a key",
      () => within("teams/notice.yaml", "order: 20\n", "__proto__: { executive: true }\n"),
      /SR111 The file: the key "__proto__" is not known/,
    ],
    ["constructor as an id", () => edited("facts.yaml", "id: claim", "id: constructor"), /SR115 .*An id is lower-case/],
    ["__proto__ in a condition", () => edited("routes.yaml", "when: {}", "when: { __proto__: none }"), /__proto__/],
    [
      "lists in lists without end",
      () => changed({ "routes.yaml": "[".repeat(200_000) }),
      /SR104 The file is nested too deeply/,
    ],
    [
      "maps in maps without end",
      () => changed({ "routes.yaml": "{a: ".repeat(50_000) }),
      /SR104 The file is nested too deeply/,
    ],
    [
      "conditions in conditions",
      () => edited("routes.yaml", "when: {}", `when: ${"{ any: [".repeat(5000)}{}${"] }".repeat(5000)}`),
      /SR104 The file is nested too deeply/,
    ],
    [
      "more values than make sense",
      () =>
        within(
          "facts.yaml",
          "    values:\n",
          times(10_000, (i) => `      - { id: v${i}, label: { en: x }, prior: 0.1 }\n`),
        ),
      /SR115 values: a list of at most 500 is needed/,
    ],
    [
      "groups that hold one another",
      () =>
        within(
          "playbook.yaml",
          "groups:\n",
          times(3000, (i) => `  - { id: g${i}, name: { en: x }, includes: [g${(i + 1) % 3000}] }\n`),
        ),
      /SR115 groups: a list of at most 200 is needed/,
    ],
    [
      "thousands of unknown keys",
      () =>
        within(
          "teams/notice.yaml",
          "order: 20\n",
          times(20_000, (i) => `k${i}: 1\n`),
        ),
      /SR111 The file: the key "k0" is not known/,
    ],
    ["thousands of names that lead nowhere", () => routes(2000, "suport"), /SR201 There is no team "suport0"/],
    [
      "a phrase in which much may be missing",
      () => phrases(`x ${"(a)? ".repeat(190)}e`),
      /SR206 The phrase can be read in too many ways/,
    ],
    [
      "choices of two, again and again, with gaps",
      () => phrases(`x ${"(a|b)? ~12 ".repeat(70)}e`),
      /SR206 The phrase can be read in too many ways/,
    ],
    [
      "brackets in brackets",
      () => phrases(`x ${"(".repeat(450)}a${")".repeat(449)}`),
      /SR206 The phrase cannot be read: "\(" is never closed/,
    ],
    ["a phrase without end", () => phrases("x ".repeat(2000)), /SR115 .*at most 1000 characters/],
    [
      "phrases of large groups",
      () => ({
        ...phrases(...Array.from({ length: 2500 }, (_, i) => `@brand x${i}`)),
        "lexicon.yaml": (minimal["lexicon.yaml"] as string).replace(
          "[brand, trade mark]",
          `[${times(1000, (i) => `w${i},`)}]`,
        ),
      }),
      /SR206 All phrases together/,
    ],
    [
      "a file of 50 MB",
      () => changed({ "channels.yaml": "#".repeat(50 * 1024 * 1024) }),
      /^channels\.yaml:1:1 SR103 The file is larger than 1 MB/,
    ],
  ])("%s", { timeout: SLOW }, async (_, folder, wanted) => {
    const start = performance.now();
    const { findings } = await load(folder());
    expect(findings.some((one) => wanted.test(said(one)))).toBe(true);
    for (const { line, column } of findings) expect([line >= 1, column >= 1]).toEqual([true, true]);
    expect(performance.now() - start).toBeLessThan(SLOW / 2);
    expect(Object.hasOwn(Object.prototype, "executive")).toBe(false);
  });

  test("phrases that may be long are still read", async () => {
    expect("playbook" in (await load(phrases(`x ${"(a|b) ".repeat(100)}e`, `x ${"(c)? ".repeat(40)}e`)))).toBe(true);
  });
});

describe("on the disk", () => {
  const top = ownFolder("seller-route-hostile");
  const book = join(top, "book");
  beforeAll(() => {
    for (const [name, text] of Object.entries(minimal)) put(name, text);
    writeFileSync(join(top, "secret.yaml"), "password: hunter2\n");
  });

  function put(name: string, text: string): void {
    const file = join(book, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  /** The playbook elsewhere, without its playbook.yaml. */
  function copy(to: string): string {
    cpSync(book, to, { recursive: true });
    rmSync(join(to, "playbook.yaml"));
    return to;
  }
  const check = () => ran(["check", book, "--format", "json"], { below: top });
  const teams = (folder = book) => ran(["teams", "--data", folder], { below: top });

  test("the playbook itself is sound", async () => expect((await teams()).code).toBe(0));

  test.each<[string, string, (file: string) => void, string]>([
    [
      "a pipe for a file",
      "teams/pipe.yaml",
      (file) => spawnSync("mkfifo", [file]),
      "This is a pipe or a device, not a file",
    ],
    ["a folder called like a file", "teams/folder.yaml", (file) => mkdirSync(file), "This is a folder, not a file"],
    [
      "a link out of the folder",
      "teams/link.yaml",
      (file) => symlinkSync(join(top, "secret.yaml"), file),
      "the link leads out of the folder",
    ],
    [
      "a link by way of its own folder",
      "teams/up.yaml",
      (file) => symlinkSync("../../secret.yaml", file),
      "the link leads out of the folder",
    ],
    [
      "a link to a device",
      "teams/zero.yaml",
      (file) => symlinkSync("/dev/zero", file),
      "the link leads out of the folder",
    ],
    ["a link that leads nowhere", "teams/gone.yaml", (file) => symlinkSync("nothing", file), "the link leads nowhere"],
    ["a link in a circle", "teams/round.yaml", (file) => symlinkSync("round.yaml", file), "the link leads nowhere"],
    ["a link to another folder", "cases/more", (file) => symlinkSync(top, file), "it is a link to a folder"],
    [
      "a file of 50 MB",
      "cases/large.yaml",
      (file) => writeFileSync(file, Buffer.alloc(50 * 1024 * 1024)),
      "The file is larger than 1 MB",
    ],
  ])("%s is refused", { timeout: SLOW }, async (_, name, make, wanted) => {
    const file = join(book, name);
    make(file);
    try {
      const { code, err, out } = await check();
      expect(code).not.toBe(0);
      expect(code).not.toBe(70);
      expect(`${out}${err}`).toContain(wanted);
      expect(`${out}${err}`).toContain(name);
      expect(`${out}${err}`).not.toContain("hunter2");
      // Whoever only asks for advice reads no cases.
      if (name.startsWith("teams/")) {
        const { code, err } = await teams();
        expect(code).toBe(4);
        expect(err).toContain(`${name}:1:1: `);
        expect(err).toContain(wanted);
      }
    } finally {
      rmSync(file, { recursive: true, force: true });
    }
  });

  test("a link within the folder is a file like others", async () => {
    symlinkSync("notice.yaml", join(book, "teams/copy.yaml"));
    expect((await teams()).code).toBe(0);
    rmSync(join(book, "teams/copy.yaml"));
  });

  test.runIf(process.getuid?.() !== 0)("a file that may not be read", async () => {
    chmodSync(join(book, "teams/notice.yaml"), 0);
    expect((await teams()).err).toContain("teams/notice.yaml:1:1: The file cannot be read: permission denied");
    chmodSync(join(book, "teams/notice.yaml"), 0o644);
  });

  test.each<[string, (file: string) => void, string]>([
    ["a pipe", (file) => spawnSync("mkfifo", [file]), "is a pipe or a device"],
    ["a file", (file) => writeFileSync(file, ""), "is a file, not a playbook's folder"],
    ["nothing", () => {}, "There is no folder"],
    [
      "a folder whose playbook.yaml is a pipe",
      (file) => spawnSync("mkfifo", [join(copy(file), "playbook.yaml")]),
      "This is a pipe or a device",
    ],
    [
      "a folder whose playbook.yaml is a folder",
      (file) => mkdirSync(join(copy(file), "playbook.yaml")),
      "This is a folder",
    ],
  ])("for a playbook, %s is refused", async (_, make, wanted) => {
    const file = join(top, "other");
    make(file);
    const { code, err } = await teams(file);
    rmSync(file, { recursive: true, force: true });
    expect([2, 4]).toContain(code);
    expect(err).toContain(wanted);
  });

  test("playbooks that extend one another end", async () => {
    put(
      "playbook.yaml",
      (minimal["playbook.yaml"] as string).replace('version: "1"\n', 'version: "1"\nextends: ../book\n'),
    );
    expect((await teams()).err).toContain("extends goes in a circle");
    put(
      "playbook.yaml",
      (minimal["playbook.yaml"] as string).replace(
        'version: "1"\n',
        'version: "1"\nextends: ../../../../../../../dev\n',
      ),
    );
    expect((await teams()).code).toBe(4);
    put("playbook.yaml", minimal["playbook.yaml"] as string);
  });

  test("an id that the disk gives is no path: an outline, a team or a letter names none", async () => {
    put(
      "issues/upload.yaml",
      (minimal["issues/upload.yaml"] as string).replace("outline: null", 'outline: "../../secret"'),
    );
    const { code, err } = await teams();
    expect(code).toBe(4);
    expect(err).not.toContain("hunter2");
    put("issues/upload.yaml", minimal["issues/upload.yaml"] as string);
  });
});
