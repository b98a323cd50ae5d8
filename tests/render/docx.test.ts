import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, test, vi } from "vitest";
import { type Block, list, said, strong } from "../../src/render/blocks.js";
import { documentOf } from "../../src/render/document.js";
import { docx } from "../../src/render/docx.js";
import { words } from "../../src/render/words.js";
import { result } from "./hostile.js";
import { advised, view } from "./samples.js";

const PRINT = { title: "Trademark complaint", lang: "en" } as const;

async function html(blocks: readonly Block[]): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await docx(blocks, PRINT)) });
  expect(messages.filter(({ message }) => !message.includes("'Quote'"))).toEqual([]);
  return value;
}

/** The files inside, by name. */
const inside = async (blocks: readonly Block[], print: Parameters<typeof docx>[1] = PRINT) => {
  const files = unzipSync(await docx(blocks, print));
  return (name: string) => strFromU8(files[name] as Uint8Array);
};

describe("what another program reads in it", () => {
  test("headings of each level, numbered ones with their number", async () => {
    const page = await html([
      { kind: "heading", level: 1, line: "Dispute" },
      { kind: "heading", level: 2, number: 3, line: "Closing" },
    ]);
    expect(page).toBe("<h1>Dispute</h1><h2>3. Closing</h2>");
  });

  test("real lists: bullets, numbers, boxes; a second one is numbered anew", async () => {
    const blocks = [list("number", ["one", "two"]), list("bullet", ["a"]), list("number", ["uno"])] as Block[];
    expect(await html(blocks)).toBe("<ol><li>one</li><li>two</li></ol><ul><li>a</li></ul><ol><li>uno</li></ol>");
    const numbers = [...(await inside(blocks))("word/document.xml").matchAll(/<w:numId w:val="(\d+)"/g)];
    expect(new Set(numbers.map(([, id]) => id)).size).toBe(3);
    expect((await inside([list("box", ["tick"]) as Block]))("word/numbering.xml")).toContain("☐");
  });

  test("an entry's notes stand in it", async () =>
    expect(await html([list("bullet", [{ line: "a mailbox", notes: ["old", "Sources: x"] }]) as Block])).toBe(
      "<ul><li>a mailbox<br />old<br />Sources: x</li></ul>",
    ));

  test("what is strong, and the input's own words", async () =>
    expect(await html([{ kind: "paragraph", line: [strong("very likely"), " ", said("we  own\nit")] }])).toBe(
      "<p><strong>very likely</strong> <em>we own<br />it</em></p>",
    ));

  test("a whole answer: every heading and every channel of the Markdown", async () => {
    const page = await html(documentOf(advised, view()));
    for (const heading of ["Go to: Notice-Dispute", "Where", "Never", "1. Opening", "If it fails"])
      expect(page).toContain(`>${heading}</h`);
    for (const { value } of advised.channels ?? []) expect(page).toContain(value.replaceAll(">", "&gt;"));
  });
});

describe("blanks are highlighted, and nothing else is", () => {
  test.each([
    ["Complaint {{complaint_id}} of {{notice_date}}.", ["{{complaint_id}}", "{{notice_date}}"]],
    ["We closed it on […: the date] for good [sic].", ["[…: the date]"]],
    ["Nothing is missing here.", []],
  ])("%s", async (text, blanks) => {
    const document = (await inside([{ kind: "quote", lines: [text] }]))("word/document.xml");
    const lit = [...document.matchAll(/<w:highlight w:val="yellow"\/>.*?<w:t[^>]*>([^<]*)</g)].map(([, one]) => one);
    expect(lit).toEqual(blanks);
    expect(document.replace(/<[^>]+>/g, "")).toBe(text);
  });
});

describe("paper and language", () => {
  test.each([
    ["us", "en", 12240, "en-US"],
    ["ca", "en", 12240, "en-US"],
    ["uk", "en", 11906, "en-GB"],
    ["de", "en", 11906, "en-US"],
    [undefined, "zh", 11906, "zh-CN"],
  ])("%s, %s", async (marketplace, lang, width, tag) => {
    const file = await inside([], { ...PRINT, lang, ...(marketplace !== undefined && { marketplace }) });
    expect(file("word/document.xml")).toContain(`w:w="${width}"`);
    expect(file("word/styles.xml")).toContain(`w:val="${tag}"`);
    expect(file("docProps/core.xml")).toContain(`<dc:language>${tag}</dc:language>`);
  });
});

test("it tells of nobody: a title, a language, no author, no time, no program", async () => {
  const file = await inside(documentOf(advised, view()), { ...PRINT, title: "R&D <x>" });
  expect(file("docProps/core.xml").replace(/^.*?<dc:title>/, "")).toBe(
    "R&#38;D &#60;x&#62;</dc:title><dc:language>en-US</dc:language></cp:coreProperties>",
  );
  expect(file("docProps/app.xml")).not.toMatch(/<(Application|Company|AppVersion)>/);
});

test("the same answer gives the same bytes, whenever it is written", async () => {
  const blocks = documentOf(advised, view());
  const first = await docx(blocks, PRINT);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
  const later = await docx(blocks, PRINT);
  vi.useRealTimers();
  expect(Buffer.compare(first, later)).toBe(0);
});

test(
  "whatever is in it, the document can be read",
  () =>
    fc.assert(
      fc.asyncProperty(result, fc.constantFrom("en", "zh"), async (one, lang) => {
        const blocks = documentOf(one, { ...view(80, lang), words: words(lang) });
        const buffer = Buffer.from(await docx(blocks, { title: "x", lang }));
        const { value } = await mammoth.extractRawText({ buffer });
        expect(value).not.toBe("");
      }),
      { numRuns: 20 },
    ),
  30_000,
);
