import { describe, expect, test } from "vitest";
import { Exit, Refusal } from "../src/exit.js";
import { main } from "../src/main.js";
import { makeProgram } from "../src/program.js";
import { shipped } from "./support/compiled.js";
import { ran } from "./support/ran.js";
import { faults } from "./support/results.js";
import { fakeWorld } from "./support/world.js";

const commands = makeProgram(fakeWorld().world, () => {}).commands.map((command) => command.name());

describe("help", () => {
  test.each([[], ...commands.map((name) => [name])])("%s --help shows examples, in 80 columns", async (...argv) => {
    const { code, out, err } = await ran([...argv, "--help"]);
    expect(code).toBe(Exit.ok);
    expect(err).toBe("");
    expect(out).toMatch(/^Usage: seller-route/);
    expect(out).toMatch(/Examples:\n {2}\$ seller-route/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  test("names every command", async () => {
    const { out } = await ran(["--help"]);
    for (const name of commands) expect(out).toContain(`\n  ${name}`);
    expect(commands).toEqual(expect.arrayContaining(["batch", "teams", "issues", "outline", "check"]));
  });

  test("of a command tells the options that it shares, and no others", async () => {
    const { out } = await ran(["teams", "--help"]);
    expect(out).toContain("--lang <lang>");
    expect(out).not.toContain("--facts");
  });

  test("help <command> is the same as <command> --help", async () => {
    expect((await ran(["help", "batch"])).out).toBe((await ran(["batch", "--help"])).out);
  });
});

test("--version prints the version alone", async () => {
  const { code, out } = await ran(["--version"]);
  expect([code, out]).toEqual([Exit.ok, "0.0.0\n"]);
});

describe("every result holds to data/schema/result.schema.json", async () => {
  const { issues, facts } = await shipped();
  const results = async (lines: readonly object[], ...argv: string[]) => {
    const stdin = lines.map((line) => JSON.stringify(line)).join("\n");
    const { out } = await ran(["batch", ...argv], { stdin });
    return out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
  };

  test.each([["en"], ["zh"]])("of every issue, in %s", async (lang) => {
    const all = await results(
      issues.map(({ id }) => ({ id, facts: { issue: id } })),
      "--full",
      "--lang",
      lang,
    );
    expect(all).toHaveLength(issues.length);
    for (const result of all) expect(faults(result)).toEqual([]);
  });

  test("of every value of every other fact", async () => {
    const each = facts.flatMap(({ id, values }) => values.map((value) => ({ facts: { [id]: value.id } })));
    for (const result of await results(each, "--full")) expect(faults(result)).toEqual([]);
  });

  test("of texts that are strange", async () => {
    const texts = [
      "?",
      "trademark",
      "\u0000\u001b[31m",
      "💥".repeat(100),
      "我的账户被停用了",
      "a ".repeat(5000),
      "__proto__",
    ];
    for (const result of await results(texts.map((text) => ({ text })))) expect(faults(result)).toEqual([]);
  });

  test("of the short form, which leaves out what the playbook says", async () => {
    const [result] = await results([{ id: "x", facts: { issue: "ip-trademark" } }]);
    expect(faults(result)).toEqual([]);
    for (const key of ["first", "channels", "outline", "evidence", "avoid", "next"])
      expect(result).not.toHaveProperty(key);
  });
});

describe("failures become words and a code", () => {
  test("what the user can mend", async () => {
    const { world, err } = fakeWorld();
    const broken = {
      ...world,
      compiled: null,
      files: { ...world.files, read: () => Promise.reject(new Refusal("No", { hint: "Try" })) },
    };
    expect(await main(["teams"], broken)).toBe(Exit.usage);
    expect(err()).toBe("seller-route: No\nTry\n");
  });

  test("our own bugs, with their stack", async () => {
    const { world, err } = fakeWorld();
    const files = { ...world.files, read: () => Promise.reject(new TypeError("oops")) };
    const broken = { ...world, compiled: null, files };
    expect(await main(["teams"], broken)).toBe(Exit.bug);
    expect(err()).toMatch(
      /^seller-route: this is a bug in seller-route, not in what you wrote\nTypeError: oops\n {4}at /,
    );
  });

  test("a full disk is no bug", async () => {
    const { world, err } = fakeWorld();
    const full = Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" });
    const files = { ...world.files, write: () => Promise.reject(full) };
    expect(await main(["teams", "--output", "teams.txt"], { ...world, files })).toBe(Exit.usage);
    expect(err()).toBe("seller-route: Cannot write teams.txt: the disk is full\n");
  });
});

test("options may stand before or behind the command", async () => {
  expect((await ran(["--json", "teams"])).out).toBe((await ran(["teams", "--json"])).out);
});

test("a run leaves nothing behind for the next", async () => {
  const facts = ["--fact", "issue=fees", "--json"];
  await ran(["--fact", "claim=true", ...facts]);
  const { out } = await ran(facts);
  expect((JSON.parse(out) as { facts: object }).facts).toEqual({ issue: "fees" });
});
