import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { review as reviewLetter } from "../../src/letter/review.js";
import { codes, outlineOf, outlines, review, rules, told } from "./shipped.js";

describe("places", () => {
  test.each([
    ["the first line", "The buyers are lying.", "1:5 blame"],
    ["after CR LF", "a\r\n\r\nThe buyers are lying.", "3:5 blame"],
    ["after CR alone", "a\rb. The buyers are lying.", "2:8 blame"],
    ["after wide characters", "你好👋 The buyers are lying.", "1:10 blame"],
    ["after a tab", "\tThe buyers are lying.", "1:6 blame"],
    ["after accents that stand apart", "e\u0301e\u0301 The buyers are lying.", "1:10 blame"],
  ])("%s", (_, text, place) => expect(told(review(text, { outline: null }))).toEqual([place]));

  test("the columns are those of the words", () => {
    const text = "Guten Tag,\r\n\r\n我们 “…” the buyers are lying, sie.\r\n";
    const [found] = review(text, { outline: null });
    const { line, column, endColumn = 0, source = "" } = found as NonNullable<typeof found>;
    expect(source).toBe(text.split("\r\n")[line - 1]);
    expect(source.slice(column - 1, endColumn - 1)).toBe("buyers are lying");
  });

  test("a sentence that goes on in the next line begins where it begins, and ends with its line", () => {
    const [found] = review("x\nthe buyers\nare lying", { outline: null });
    expect(found).toMatchObject({ line: 2, column: 5, endColumn: 11, source: "the buyers" });
  });
});

describe("an earlier letter", () => {
  const letter = `## Root cause

The scanner at dock two skipped the label of every second parcel between 3 and 9 October 2026, and nobody compared the list with the parcels.

## Actions taken

On 10 October 2026 we replaced the scanner and shipped all 63 parcels again, each with its tracking number.

## Prevention

Every evening the warehouse manager compares the list of labels with the parcels on the belt and signs it.
`;
  const same = (text: string, previous: string) =>
    reviewLetter(text, { outline: outlineOf("poa-performance"), rules, previous });

  test("the same again", () => {
    const { findings, same: found } = same(letter, letter);
    expect(findings.map(({ code }) => code)).toEqual(["same-again"]);
    expect(findings[0]?.message).toMatch(/100 %.*Root cause, Actions taken, Prevention/);
    expect(found).toMatchObject({ share: 1, refusal: false });
  });

  test("with other white space, case and marks it is the same", () =>
    expect(
      same(letter.toUpperCase().replaceAll("\n", "\r\n").replaceAll("## ", "**"), letter).same?.share,
    ).toBeGreaterThan(0.9));

  test("one part rewritten: the others are named", () => {
    const fresh = letter.replace(
      /The scanner[^\n]*/,
      "One printer was broken, so labels were printed a day late from 3 to 9 October 2026.",
    );
    const [found] = same(fresh, letter).findings;
    expect(found?.message).toMatch(/parts: Actions taken, Prevention$/);
    expect(found).toMatchObject({ code: "same-again", line: 5 });
  });

  test("a new letter is none, and neither is what the outline itself says", () => {
    const other = letter.replace(/^[A-Z][^\n]*$/gm, (line) => line.split(" ").reverse().join(" "));
    expect(same(other, letter).findings.map(({ code }) => code)).not.toContain("same-again");
    const fixed = (outlines.find(({ id }) => id === "support-question")?.sections ?? [])
      .map(({ text }) => text?.en ?? "")
      .join("\n\n");
    const filled = fixed.replace(/\{\{[a-z_]+\}\}/g, "Harbor");
    expect(reviewLetter(filled, { outline: outlineOf("support-question"), rules, previous: filled }).same?.share).toBe(
      0,
    );
  });

  test.each([
    [
      "Thank you for your appeal. We reviewed your documents but do not have enough information to reactivate your account. Your account remains deactivated.",
    ],
    ["感谢您提供的信息。我们已收到您的申诉，但没有足够的信息，目前无法恢复您的账户。"],
  ])("Amazon's answer in its place is told apart: %s", (answer) =>
    expect(same(letter, answer).same).toMatchObject({ refusal: true, unchanged: [] }),
  );

  const refusals = parse(readFileSync(new URL("../render/refusals.yaml", import.meta.url), "utf8")) as {
    says: string;
    whole?: false;
  }[];
  test.each(refusals.filter(({ whole }) => whole !== false))("and so is $says", ({ says }) =>
    expect(same(letter, says).same?.refusal).toBe(true),
  );

  const folders = ["good", "bad"].map((name) => new URL(`${name}/`, import.meta.url));
  test.each(folders.flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder))))(
    "a letter is none: %s",
    (file) => expect(same(letter, readFileSync(file, "utf8")).same?.refusal).toBe(false),
  );

  test("a letter that quotes a refusal is still a letter", () =>
    expect(same(letter, `You wrote that you do not have enough information.\n\n${letter}`).same?.refusal).toBe(false));
});

describe("any text at all", () => {
  const pieces = [
    "## Root cause\n",
    "Actions taken:\n",
    "- ",
    "1. ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "  ",
    "\t",
    "{{",
    "}}",
    "[",
    "]",
    "…",
    "“",
    "”",
    '"',
    "cause 1",
    "we will ",
    "the buyers are lying",
    "!!",
    ".",
    "。",
    "原因",
    "我们",
    "B0AAAAAAA1",
    "**",
    "__",
    "> ",
    "===",
    "---",
    "\u0000",
    "\ud83d",
    "\u202e",
    "word ",
    "3 May 2026",
    "every week ",
    "____",
    "XXX",
    ":",
    "：",
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test("never throws, and every place is one of the text", () =>
    fc.assert(
      fc.property(texts, texts, fc.option(fc.constantFrom(...outlines)), (text, other, outline) => {
        const { findings } = reviewLetter(text, { outline, rules, notice: other, previous: other, lang: "zh" });
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, column, endColumn = 0, message, hint, code } of findings) {
          const source = lines[line - 1];
          expect(source, `${code} ${line}`).toBeDefined();
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((source as string).length + 1);
          expect(endColumn).toBeGreaterThan(column);
          expect(`${message}${hint}`).not.toMatch(
            /\{\{[a-z]+\}\}(?!.*\{\{)/.test(text + other) ? /^$/ : /\{\{(found|part|count|limit|share|parts)\}\}/,
          );
        }
      }),
      { numRuns: 400 },
    ));

  test("the same text gives the same findings, whatever was reviewed before", () =>
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const first = review(text);
        review(other);
        expect(review(text)).toEqual(first);
      }),
      { numRuns: 100 },
    ));

  const repeated = [
    "a",
    "[",
    "- we will go. ",
    "cause 1 ",
    "“",
    "{{",
    "我",
    "\n",
    "!!",
    "## Root cause\n",
    "1. ",
    "    ",
    "**",
    "B0AAAAAAA1 ",
    ":",
    "原因1、",
    "- x\n",
    "- x\n  - y\n",
    "a\n\n",
    "[x] ",
  ];
  test.each([
    ["a word", "## Root cause\n\n", "a", 300_000],
    ["items", "## Actions taken\n\n", "- a\n", 150_000],
    ["items below one", "## Actions taken\n\n- x\n", "  - a\n", 100_000],
  ])(
    "%s without end",
    (_, head, piece, times) => {
      expect(codes(review(head + piece.repeat(times)))).toContain("missing-part");
    },
    120_000,
  );

  test.each(repeated)(
    "time grows with the length, not more: %j over and over",
    (piece) => {
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const start = performance.now();
        review(text, { notice: text, previous: text });
        return performance.now() - start;
      };
      time(2000);
      const small = Math.min(time(4000), time(4000), time(4000));
      const large = Math.min(time(32_000), time(32_000));
      // Eight times the text; the square would be 64. The machine may be busy.
      expect(large).toBeLessThan(30 * small + 200);
    },
    60_000,
  );
});
