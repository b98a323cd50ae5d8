import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.js";
import type { Files } from "../../src/world.js";
import { fakeWorld } from "../support/world.js";

const TRADEMARK = "A rights owner says my listing is a trademark infringement, but I own the brand.";

/** Types lines at a terminal, slowly enough to be no paste, then leaves. */
async function typed(
  args: readonly string[],
  lines: readonly string[],
  { files: other, size }: { files?: Partial<Files>; size?: { columns: number } } = {},
) {
  const fake = fakeWorld({ tty: true });
  const stdin = Readable.from(
    (async function* () {
      for (const line of lines) {
        yield Buffer.from(`${line}\n`);
        await pause(150);
      }
    })(),
  );
  const { files, stderr } = fake.world;
  const world = {
    ...fake.world,
    stdin: Object.assign(stdin, { isTTY: true }),
    stderr: Object.assign(stderr, size),
    files: { ...files, ...other },
  };
  const code = await main([...args, "--plain"], world);
  return { code, err: fake.err(), out: fake.out(), written: Object.fromEntries(fake.written) };
}

describe("asked line by line", () => {
  it("Enter alone where nothing is offered asks again", async () => {
    const { code, err } = await typed([], [TRADEMARK, "", "1", "1", "", "8"]);
    expect(err).toMatch(/What now\?[\s\S]*8\. Done/);
    expect({ code, bug: err.includes("bug") }).toEqual({ code: 0, bug: false });
  });

  it("says whether what Enter alone answers was read or answered", async () => {
    const { err } = await typed([], [TRADEMARK, "", "3", "b", "3", "1", "3"]);
    const [first, second, third] = err.split("Is the rights owner").slice(1);
    expect(first).toMatch(/mistaken or abusive \(as I read it\)/);
    expect(second).toMatch(/mistaken or abusive \(as I read it\)/);
    expect(third).toMatch(/\n1\. [^\n]* \(your last answer\)/);
    expect(err).not.toMatch(/read it\)\n[\s\S]*your last answer\)[\s\S]*read it/);
  });

  it("shows what was read of a question that may not arise once it does", async () => {
    const waits = "trademark infringement complaint, no answer for 10 days";
    const { err } = await typed([], [waits, "", "1", "2", "2"]);
    const [, first, second] = err.split("Is this right?");
    expect(first).not.toContain("How long you have waited");
    expect(second).toContain("How long you have waited: Up to two weeks");
  });

  it("goes on from a text that came through a pipe, which can be read once", async () => {
    const pipe = [Buffer.from(TRADEMARK)];
    const read: Files["read"] = async () => {
      const bytes = pipe.pop();
      if (bytes === undefined) throw Object.assign(new Error("gone"), { code: "ENOENT" });
      return bytes;
    };
    const { err } = await typed(["--file", "/dev/fd/63", "--save", "a.yaml"], ["1", "1", "8"], { files: { read } });
    expect(err).toContain("Is this right?");
    expect(err).not.toContain("seller-route: ");
  });

  it("is as wide as it is elsewhere at a terminal that does not tell its size", async () => {
    const { err } = await typed([], [], { size: { columns: 0 } });
    expect(err).toContain("  Say it in your own words or paste Amazon's message. An empty line ends it.\n");
  });
});

describe("answers that cannot be kept where they should be", () => {
  const full = async (file: string, files: Map<string, string>, text: string | Uint8Array, broken: RegExp) => {
    if (broken.test(file)) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    files.set(file, String(text));
  };
  /** The same with a disk of which some files are full, at once or from some write on. */
  async function kept(args: readonly string[], lines: readonly string[], broken: RegExp, good = 0) {
    const files = new Map<string, string>();
    let writes = 0;
    const keep: Files["write"] = (file, text) => full(file, files, text, writes++ < good ? /^$/ : broken);
    const { code, err } = await typed(args, lines, { files: { keep, write: keep } });
    const temporary = [...files.keys()].find((file) => /seller-route-\w+\.yaml$/.test(file));
    return { code, err, temporary, text: temporary === undefined ? undefined : files.get(temporary) };
  }

  it("are in a temporary file", async () => {
    const { code, err, temporary, text } = await kept(["--save", "a.yaml"], [TRADEMARK, ""], /^a\.yaml/);
    expect(text).toContain("trademark infringement");
    expect({ code, lines: err.trimEnd().split("\n").slice(-4) }).toEqual({
      code: 2,
      lines: [
        "What you answered is in a file that only you can read. Delete it if you do not",
        "go on.",
        `Go on with: seller-route --resume ${temporary}`,
        "seller-route: Cannot write a.yaml: the disk is full",
      ],
    });
  });

  it("are in one too where somebody leaves, and the file is gone that they were in", async () => {
    const { code, err, temporary } = await kept(["--save", "a.yaml"], [TRADEMARK, "", "1"], /^a\.yaml/, 1);
    expect({ code, lines: err.trimEnd().split("\n").slice(-4) }).toEqual({
      code: 130,
      lines: [
        "Cannot write a.yaml: the disk is full",
        "What you answered is in a file that only you can read. Delete it if you do not",
        "go on.",
        `Go on with: seller-route --resume ${temporary}`,
      ],
    });
  });

  it("on a narrow screen it is said in whole words, and the command in one line", async () => {
    const { err } = await typed([], [TRADEMARK, "", "1"], { size: { columns: 40 } });
    expect(err).toMatch(
      /for why: \nWhat you answered is in a file that\nonly you can read\. Delete it if you do\nnot go on\.\nGo on with:\nseller-route --resume \S+\.yaml\n$/,
    );
  });

  it("a letter of which nothing was said begins again as it was begun", async () => {
    const { err } = await typed(["letter", "inauthentic", "--lang", "zh"], []);
    expect(err).toMatch(/？ \n还没有任何回答。重新开始请运行：seller-route letter --lang zh inauthentic\n$/);
  });

  it("of a letter are in one as well, or are said to be lost", async () => {
    const letter = ["letter", "inauthentic", "--save", "a.yaml"];
    const { err, temporary, text } = await kept(letter, ["Blue Store"], /^a\.yaml/, 1);
    expect(text).toContain("Blue Store");
    expect(err).toContain(`Go on with: seller-route letter --resume ${temporary}`);
    const lost = await kept(letter, ["Blue Store"], /./, 1);
    expect(lost.err).toContain("What you answered could not be kept anywhere.");
    expect(lost.err).not.toContain("Nothing was answered");
  });

  it("are in one where the result cannot be written", async () => {
    const { code, text } = await kept(["--output", "advice.txt"], [TRADEMARK, "", "1", "1", "8"], /^advice/);
    expect(code).toBe(2);
    expect(text).toContain("trademark infringement");
  });
});
