import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/main.js";
import type { Files } from "../../src/world.js";
import { FOLDER, memory, minimal } from "../playbook/fixture.js";
import { shipped } from "../support/compiled.js";
import { DATA, fakeWorld, type Outside } from "../support/world.js";

beforeAll(() => shipped(), 60_000);

async function run(argv: readonly string[], outside: Outside) {
  const fake = fakeWorld(outside);
  const code = await main(["review", ...argv], fake.world);
  return { code, out: fake.out(), err: fake.err(), written: fake.written };
}

const schema = JSON.parse(readFileSync(`${DATA}/schema/review-result.schema.json`, "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

describe("JSON", () => {
  const bad = new URL("../letter/bad/", import.meta.url);
  const notice = readFileSync(new URL("other-matters.txt.notice", bad), "utf8");

  test.each(readdirSync(bad).filter((name) => !name.endsWith(".notice")))("of %s holds to its schema", async (name) => {
    const files = { "draft.md": readFileSync(new URL(name, bad), "utf8"), "notice.txt": notice };
    const argv = ["draft.md", "--json", "--info", "--notice", "notice.txt", "--previous", "draft.md"];
    const { code, out } = await run(argv, { files });
    expect(code).toBe(1);
    validate(JSON.parse(out));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("of several drafts is a list of the same, each with its file", async () => {
    const files = { "a.md": "The buyers are lying.", "b.md": "Hello." };
    const alone = await Promise.all(["a.md", "b.md"].map((file) => run([file, "--json"], { files })));
    const { code, out } = await run(["a.md", "b.md", "--json"], { files });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      { file: "a.md", ...JSON.parse(alone[0]?.out as string) },
      { file: "b.md", ...JSON.parse(alone[1]?.out as string) },
    ]);
  });

  test("of a letter that is nobody's", async () => {
    const { out } = await run(["-", "--json"], { stdin: "Hello." });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      letter: null,
      counts: { error: 0, warning: 0, info: 0 },
      findings: [],
    });
  });
});

describe("what comes in", () => {
  const blamed = "Hello,\r\nthe buyers are lying.\r\n";
  const place = /^stdin:2:5 {2}warning blame/m;

  test.each([
    ["a byte order mark", Buffer.from(`\ufeff${blamed}`)],
    ["UTF-16", Buffer.from(`\ufeff${blamed}`, "utf16le")],
  ])("%s moves no place", async (_, stdin) => {
    const { code, out } = await run(["-", "--outline", "support-question"], { stdin });
    expect(code).toBe(1);
    expect(out).toMatch(place);
  });

  test("more than a megabyte is refused, from a file and from a pipe", async () => {
    const huge = "word ".repeat(250_000);
    const from = { code: 2, out: "", err: expect.stringContaining("is larger than 1 MB") };
    expect(await run(["-"], { stdin: huge })).toMatchObject(from);
    expect(await run(["huge.md"], { files: { "huge.md": huge } })).toMatchObject(from);
    expect(await run(["-", "--notice", "huge.md"], { stdin: "Hi", files: { "huge.md": huge } })).toMatchObject(from);
  });

  test("no more is read of a file than shows that it is too large, and a pipe is as good as a file", async () => {
    const { world, err } = fakeWorld();
    const asked: unknown[] = [];
    const files: Files = {
      ...world.files,
      async read(path, how) {
        if (path !== "huge.md") return world.files.read(path, how);
        asked.push(how);
        return Buffer.alloc(how?.most ?? 0, "a");
      },
    };
    expect(await main(["review", "huge.md"], { ...world, files })).toBe(2);
    expect(asked).toEqual([{ most: 1024 * 1024 + 1, pipes: true }]);
    expect(err()).toContain("is larger than 1 MB");
  });

  test("--max-bytes, which would change nothing, is refused", async () => {
    const { code, err } = await run(["-", "--max-bytes", "2M"], { stdin: "Hello." });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("--max-bytes means nothing to") });
  });

  test("a notice may be a whole mail", async () => {
    const mail = `From: Amazon <no-reply@amazon.com>\r\nSubject: Notice\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>ASIN: <b>B0AAAAAAA1</b></p>`;
    const { out } = await run(["-", "--outline", "poa-ip", "--notice", "notice.eml"], {
      stdin: "We write about B0AAAAAAA2.",
      files: { "notice.eml": mail },
    });
    expect(out).toContain("B0AAAAAAA1");
  });
});

test("the findings go to a file that is not there yet", async () => {
  const draft = { "draft.md": "The buyers are lying." };
  const argv = ["draft.md", "--outline", "support-question", "--output", "found.txt"];
  expect((await run(argv, { files: draft })).written.get("found.txt")).toContain("draft.md:1:5");
  expect(await run(argv, { files: { ...draft, "found.txt": "mine" } })).toMatchObject({ code: 2 });
});

test("a playbook without rules says so", async () => {
  const { world, err } = fakeWorld({ stdin: "Hello." });
  const folder = memory(minimal);
  const files = {
    ...world.files,
    read: (path: string) => (path.startsWith(FOLDER) ? folder : world.files).read(path),
    list: (path: string) => (path.startsWith(FOLDER) ? folder : world.files).list(path),
  };
  expect(await main(["review", "-", "--data", FOLDER], { ...world, files })).toBe(2);
  expect(err()).toContain("This playbook has no rules for letters");
});
