import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/main.js";
import type { Files } from "../../src/world.js";
import { FOLDER, memory, minimal } from "../playbook/fixture.js";
import { shipped } from "../support/compiled.js";
import { ran } from "../support/ran.js";
import { DATA, fakeWorld, type Outside } from "../support/world.js";

beforeAll(() => shipped(), 60_000);

const run = (argv: readonly string[], outside: Outside) => ran(["review", ...argv], outside);

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

  describe("a draft in another dress is read as a reader sees it", () => {
    const mail = (type: string, encoding: string, body: string) =>
      `From: Ben <ben@lamp.example>\r\nTo: x@amazon.com\r\nSubject: Plan of Action\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
    const text = "Guten Tag,\n\ndie Käufer lügen.";
    const quoted = "Guten Tag,\r\n\r\ndie K=C3=A4ufer l=C3=\r\n=BCgen.\r\n";
    test.each([
      ["base64", mail("text/plain; charset=utf-8", "base64", Buffer.from(text).toString("base64")), 7],
      ["quoted-printable", mail("text/plain; charset=utf-8", "quoted-printable", quoted), 7],
      [
        "several parts",
        mail(
          "multipart/alternative; boundary=BB",
          "7bit",
          `--BB\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}\r\n--BB\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--BB--\r\n`,
        ),
        7,
      ],
      ["HTML", "<!doctype html><html><body><p>Guten Tag,</p><p>die K&auml;ufer l&uuml;gen.</p></body></html>", 3],
    ])("%s", async (_, draft, line) => {
      const { code, out, err } = await run(["draft", "--outline", "support-question"], { files: { draft } });
      expect(code).toBe(1);
      expect(out).toMatch(new RegExp(`^draft:${line}:5 {2}warning blame .*Käufer lügen`));
      expect(err).toContain("Lines and columns are those of the text that a reader sees");
    });

    const word = (body: string) =>
      Buffer.from(zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }));
    const style = (id: string) => `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`;

    test("a Word document, with its headings and lists", async () => {
      const draft = word(
        `<w:p>${style("Title")}<w:r><w:t>Plan of Action</w:t></w:r></w:p><w:p/>` +
          `<w:p>${style("Heading2")}<w:r><w:t>Actions taken</w:t></w:r></w:p>` +
          `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">The b&#117;yers </w:t></w:r><w:r><w:t>are lying &amp; so.</w:t></w:r></w:p>` +
          "<w:p><w:r><w:t>[DATE]</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p>",
      );
      const { out } = await run(["draft.docx"], { files: { "draft.docx": draft } });
      expect(out).toMatch(/^draft.docx:5:7 {2}warning blame .*buyers are lying/m);
      expect(out).toMatch(/action-without-date/);
      expect(out).toContain("missing-part  The letter lacks the root cause");
      expect(out).toMatch(/^draft.docx:6:1 {2}error blank/m);
    });

    test("a letter written here as a Word document reads as it does in Markdown", async () => {
      const outline = (await shipped()).outlines.find(({ id }) => id === "poa-account");
      const { world, written, bytes } = fakeWorld();
      for (const name of ["a.docx", "a.md"])
        expect(await main(["letter", outline?.id as string, "--output", name], world)).toBe(0);
      const files = { "a.md": written.get("a.md") as string, "a.docx": Buffer.from(bytes.get("a.docx") ?? []) };
      const found = async (name: string) => {
        const { letter, findings } = JSON.parse((await run([name, "--json"], { files })).out);
        return { letter, codes: findings.map(({ code }: { code: string }) => code).sort() };
      };
      expect(await found("a.docx")).toEqual(await found("a.md"));
    });

    test.each([
      ["another archive", Buffer.from(zipSync({ "xl/workbook.xml": strToU8("<a/>") })), "is a zip archive"],
      ["a broken one", word("<w:p/>").subarray(0, 60), "is a Word document that cannot be read"],
    ])("%s is refused", async (_, draft, fault) => {
      expect(await run(["d.docx"], { files: { "d.docx": draft } })).toMatchObject({
        code: 2,
        err: expect.stringContaining(fault),
      });
    });

    test("plain text is not said to be one", async () => {
      const { err } = await run(["-", "--outline", "support-question"], {
        stdin: "We <b>write</b>.\r\nx <y@z.example>",
      });
      expect(err).not.toContain("Lines and columns");
    });
  });

  test("a day is still to come by the day on which it is reviewed", async () => {
    const stdin = "# Plan of Action\n\n## Actions taken\n\n- On 5 November 2036 we ended the supply.\n";
    expect((await run(["-"], { stdin })).out).toContain("action-ahead");
    expect((await run(["-"], { stdin, today: "2036-11-06" })).out).not.toContain("action-ahead");
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
