import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asked, MARKS, markValue, NAMED, type Piece, UNLESS } from "../../src/core/asked.js";
import { ASKED } from "../../src/core/reading.js";

/** Pieces from words: `please` demands what follows, `missing` what stands before; `sent` and `enclosed` are for sending. */
const VALUES: Readonly<Record<string, string>> = {
  please: markValue("demanded-before"),
  missing: markValue("demanded-behind"),
  sent: markValue("sent-before"),
  enclosed: markValue("sent-behind"),
  did: markValue("answered"),
  invoice: `invoices${NAMED}`,
  bill: `identity${NAMED}`,
  blurry: "unreadable",
  foreign: `invoices${UNLESS}`,
};

function piecesOf(lines: readonly string[]): Piece[] {
  let start = 0;
  return lines.map((line) => {
    const words = line.split(" ").flatMap((text) => {
      const own = { fact: ASKED, weight: 1, own: true, text, start, end: start + text.length };
      start += text.length + 1;
      const value = VALUES[text];
      return value === undefined ? [] : [{ ...own, value }];
    });
    const opens = line.endsWith(":") ? "lines" : line.endsWith(";") ? "parts" : null;
    return { words, item: line.startsWith("-"), apart: line.startsWith("_"), opens };
  });
}

const ids = (...lines: readonly string[]): string =>
  asked(piecesOf(lines))
    .map(({ value }) => value)
    .join(" ");

describe("what is asked for", () => {
  test.each<[string, readonly string[], string]>([
    ["what is only named is not", ["the invoice"], ""],
    ["what is said outright is", ["it is blurry"], "unreadable"],
    ["a demand before it", ["please send the invoice"], "invoices"],
    ["a demand behind it", ["the invoice is missing"], "invoices"],
    ["what was sent, said before or behind", ["sent the invoice", "the bill is enclosed"], ""],
    ["the nearest decides", ["please mind that we sent the invoice and the bill is missing"], "identity"],
    ["a list has the mark above it", ["please send", "- invoice", "- bill"], "invoices identity"],
    ["a list of what was sent", ["sent to you", "- invoice", "- bill"], ""],
    ["an item with a mark of its own", ["please send", "- invoice", "- bill is enclosed"], "invoices"],
    ["sentences behind a demand are no list", ["please send it .", "the invoice"], ""],
    ["but behind a colon they are", ["please send :", "invoice .", "bill ."], "invoices identity"],
    ["up to an empty line", ["please send :", "invoice .", "_ bill"], "invoices"],
    ["what was asked for and sent", ["please send the invoice", "we did"], ""],
    ["what is ruled out anywhere", ["please send the invoice", "it is foreign"], ""],
  ])("%s", (_, lines, expected) => expect(ids(...lines)).toBe(expected));

  test("each thing once, at the first words that ask for it, and never a mark", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...Object.keys(VALUES), "the", "-", ":"), { maxLength: 8 }), {
          maxLength: 8,
        }),
        (lines) => {
          const found = asked(piecesOf(lines.map((words) => words.join(" ")))).map(({ value }) => value);
          expect(new Set(found).size).toBe(found.length);
          for (const value of found) expect(["invoices", "identity", "unreadable"]).toContain(value);
        },
      ),
    ));

  test("no mark can be taken for an id", () => {
    for (const mark of MARKS) expect(markValue(mark)).not.toMatch(/^[a-z0-9-]+$/);
  });
});
