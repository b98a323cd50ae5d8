import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { main } from "../src/main.js";
import { makeProgram } from "../src/program.js";
import { COMMANDS } from "../src/quick/understand.js";
import { quick } from "../src/quick.js";
import { tell } from "../src/told.js";
import { stored } from "./support/compiled.js";
import { fakeWorld, type Outside } from "./support/world.js";

const SLOW = 120_000;
const TEXT = "A rights owner says my listing infringes their trademark but I own the brand";

/** What the quick way makes of a command line; null where it leaves it to the whole program. */
async function quickly(argv: readonly string[], outside: Outside = {}) {
  const fake = fakeWorld(outside);
  const code = tell(argv, fake.world) ?? (await quick(argv, fake.world));
  if (code === null) expect([fake.out(), fake.err(), fake.world.stdin.readableDidRead]).toEqual(["", "", false]);
  return code === null ? null : { code, out: fake.out(), err: fake.err() };
}

async function wholly(argv: readonly string[], outside: Outside = {}) {
  const fake = fakeWorld(outside);
  return { code: await main(argv, fake.world), out: fake.out(), err: fake.err() };
}

describe("the quick way", () => {
  test.each<[string, readonly string[], Outside?]>([
    ["words", [TEXT]],
    ["words without quotes", TEXT.split(" ")],
    ["words before and behind an option", ["they took", "--json", "my listing down"]],
    ["a text that is piped in", ["--json"], { stdin: TEXT }],
    ["Chinese", ["我的账户因为关联被停用，已经申诉过一次", "--lang", "zh"]],
    ["facts", ["--fact", "issue=ip-trademark", "--fact", "claim=disputed", "--format", "markdown"]],
    ["a terminal", [TEXT, "--explain"], { tty: true, columns: 60 }],
    ["a terminal without colour", [TEXT, "--no-color"], { tty: true }],
    ["what is not to be shown", [`${TEXT}, ASIN B0B8NQ3X5T`, "--redact"]],
    ["an e-mail that is piped in", [], { stdin: `Subject: x\nContent-Type: text/plain\n\n${TEXT}` }],
    ["a marketplace and a day", [TEXT, "--marketplace", "DE", "--today", "2026-01-31"]],
    ["something else", ["How do I bake a pizza?"]],
    ["a fact that is none", ["--fact", "isue=x"]],
    ["a marketplace that is none", [TEXT, "--marketplace", "xx"]],
    ["a day that is none", [TEXT, "--today", "yesterday"]],
    ["a day that is none, and no text", ["--today", ""], { stdin: "" }],
    ["no text in what is piped in", [], { stdin: " \n" }],
    ["bytes that are no text", [], { stdin: Uint8Array.of(0xff, 0xfe, 0xfd) }],
  ])("answers %s as the whole program does", async (_, argv, outside) => {
    const found = await quickly(argv, outside);
    expect(found).not.toBeNull();
    expect(found).toEqual(await wholly(argv, outside));
  });

  test.each<[string, readonly string[], Outside?]>([
    ["nothing, at a terminal", [], { tty: true }],
    ["no text, at a terminal", ["--json"], { tty: true }],
    ["a command", ["teams"]],
    ["a command with more words", ["check", "my", "listing"]],
    ["help on something", ["help", "batch"]],
    ["a command that was misspelt", ["teems"]],
    ["an option that it does not know", [TEXT, "--save", "a.yaml"]],
    ["a file", ["--file", "a.txt"]],
    ["help on nothing in a narrow terminal", ["--help"], { tty: true, columns: 60 }],
    ["an option that nobody knows", [TEXT, "--nope"]],
    ["an option and its value in one word", [TEXT, "--lang=zh"]],
    ["an option without its value", [TEXT, "--lang"]],
    ["an option instead of a value", [TEXT, "--today", "--json"]],
    ["a language that is none", [TEXT, "--lang", "xx"]],
    ["a format that is none", [TEXT, "--format", "pdf"]],
    ["a fact without a value", [TEXT, "--fact", "claim"]],
    ["an option twice", [TEXT, "--lang", "en", "--lang", "zh"]],
    ["two formats", [TEXT, "--json", "--format", "text"]],
    ["two dashes", ["--", TEXT]],
    ["a dash", ["-"]],
    ["one dash before a letter and an option's name", ["-xjson", TEXT]],
    ["one dash and another sign before an option that takes a value", ["-/lang", "zh", TEXT]],
  ])("leaves %s to the whole program, untouched", async (_, argv, outside) => {
    expect(await quickly(argv, { stdin: TEXT, ...outside })).toBeNull();
  });

  test("leaves an edited playbook to the whole program", async () => {
    const { world } = fakeWorld();
    const { now } = world.files;
    if (now === undefined) throw new Error("The fake world has no files at once");
    const edited = { ...now, list: (...given: Parameters<typeof now.list>) => now.list(...given).slice(1) };
    expect(await quick([TEXT], { ...world, files: { ...world.files, now: edited } })).toBeNull();
  });

  test("knows every command by name", () => {
    const names = makeProgram(fakeWorld().world, () => {}).commands.map((command) => command.name());
    expect([...COMMANDS].sort()).toEqual([...names, "help"].sort());
  });

  test("says its version", async () => {
    for (const argv of [["--version"], ["-V"]]) expect(await quickly(argv)).toEqual(await wholly(argv));
  });

  test.each([[{}], [{ tty: true, columns: 100 }], [{ tty: true, columns: 200 }]])(
    "shows the help that a build has stored, if there is one: %j",
    async (outside) => {
      for (const argv of [["--help"], ["-h"], ["help"]]) {
        const found = await quickly(argv, outside);
        expect(found === null).toBe(!stored.has("help-80.txt"));
        if (found !== null) expect(found).toEqual(await wholly(argv, outside));
      }
    },
  );

  test("is the whole program, only sooner, whatever is asked", { timeout: SLOW }, async () => {
    const word = fc.constantFrom(
      ...["", "my appeal was refused", "teams", "team", "B0B8NQ3X5T", "help", "侵权", "--", "-", "-x", "a\u001b[31mb"],
      ...["--json", "--explain", "--redact", "--no-color", "--plain", "--nope", "--format", "--lang", "--fact"],
      ...["text", "markdown", "zh", "claim=disputed", "issue=fees", "claim=x", "--today", "2026-02-29", "2026-02-28"],
      ...["--marketplace", "us", "--file", "a.txt", "b.txt", "--force"],
    );
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 6 }),
        fc.constantFrom("", "My account is deactivated\r\nfor related accounts"),
        async (argv, stdin) => {
          const outside: Outside = { stdin, files: { "a.txt": "they withheld $1,200 on 3/4/2026" } };
          const found = await quickly(argv, outside);
          if (found === null) return;
          answered++;
          expect(found).toEqual(await wholly(argv, outside));
        },
      ),
      { numRuns: 150 },
    );
    expect(answered).toBeGreaterThan(10);
  });
});
