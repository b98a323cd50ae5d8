import { describe, expect, test } from "vitest";
import * as yaml from "yaml";
import type { Kind } from "../../src/playbook/layout.js";
import { parseSheet } from "../../src/playbook/parse.js";

/** What is found in the form of a text, as "line:column-endColumn code message (hint)". */
function found(text: string, kind: Kind = "routes"): string[] {
  const bytes = new TextEncoder().encode(text);
  return parseSheet(yaml, { name: "a.yaml", file: "a.yaml", kind, id: "a", bytes })
    .findings.filter(({ code }) => code !== "SR107")
    .map(
      ({ line, column, endColumn, code, message, hint }) =>
        `${line}:${column}-${endColumn} ${code} ${message}${hint ? ` (${hint})` : ""}`,
    );
}

const COMMENT = 'What stands behind " #" is a comment, and not read';
const QUOTE = 'Put text with " #" in it in quotes.';
const COLON = "Text with a colon and a space in it, or with a special sign before it, needs quotes.";
const indented = (is: number, fits: number) =>
  `This line is indented by ${is} spaces; ${fits} would fit the lines above`;

describe("what is no YAML is told where it has to be mended", () => {
  test.each<[string, string, string]>([
    [
      "a brace that is not closed",
      "r:\n  - id: a\n    when: { appeal: no\n    team: b\n    next: null\n",
      "3:11-12 SR104 The { is never closed (Close it with })",
    ],
    [
      "a line behind one that is too long to be a key",
      `r: 1\n]${"<style>".repeat(280)}  - id: l\n    as_of:`,
      `3:5-11 SR104 ${indented(4, 0)}`,
    ],
    ["one at the end of the file", "when: { a: [b, c], d: e\n", "1:7-8 SR104 The { is never closed (Close it with })"],
    [
      "a bracket in braces",
      "r:\n  - when: { a: [b, c }\n    team: b\n",
      "2:16-17 SR104 The [ is never closed (Close it with ])",
    ],
    [
      "a brace that is lost in a comment",
      "r:\n  - because: { en: Case #5 of it }\n    team: b\n",
      `2:14-15 SR104 The { is never closed (${COMMENT}. ${QUOTE})`,
    ],
    ["a comma that is", "r: [a #5,\n  b]\n", `1:7-10 SR104 ${COMMENT} (${QUOTE})`],
    ["text that goes on behind a comment", "r:\n  en: Lost #5\n    of it\n", `2:12-14 SR104 ${COMMENT} (${QUOTE})`],
    ["a quote", 'r:\n  en: "a\n  zh: b\nx: 1\n', "2:7-8 SR104 The quote that opens here is not closed in its line"],
    [
      "a quote that the next one closes",
      'r:\n  en: "a\n  zh: "b"\n',
      "2:7-8 SR104 The quote that opens here is not closed in its line",
    ],
    ["a space too few", "r:\n  - id: a\n   when: {}\n    team: b\n", `3:4-12 SR104 ${indented(3, 4)}`],
    ["a line further down", "r:\n  - id: a\n    when: {}\n   team: b\n    next: c\n", `4:4-11 SR104 ${indented(3, 4)}`],
    ["a space too many", "r:\n  - id: a\n    when: {}\n     team: b\n", `4:6-13 SR104 ${indented(5, 4)}`],
    ["a line that looks like more of the text", "r:\n  - id: a\n      team: b\n", `3:7-14 SR104 ${indented(6, 4)}`],
    [
      "an item too far in, behind an empty line",
      "r:\n  - id: a\n    when: {}\n\n    # The next one.\n    - id: b\n      when: {}\n",
      `6:5-12 SR104 ${indented(4, 2)}`,
    ],
    ["words that every object knows", "r:\n  - constructor\n  - id: a\n   b: c\n", `4:4-8 SR104 ${indented(3, 4)}`],
    ["a key too far out", "r:\n  - id: a\n  when: {}\n", `3:3-11 SR104 ${indented(2, 4)}`],
    [
      "lists as far in as their keys, and blocks of text",
      "a:\n- b: |\n    x: 1\n      y\n  c: >-\n   z: 2\n   - d\nf: [g,\n  h: {}]\ni: 1\n   j: 2\n",
      `11:4-8 SR104 ${indented(3, 0)}`,
    ],
    ["a dash without a space", "r:\n  - id: a\n\n  -id: b\n", '4:3-4 SR104 A space is missing behind the "-"'],
    [
      "a first item without a dash",
      "r:\n  id: a\n  - id: b\n",
      '3:3-10 SR104 An item of a list stands among keys here (Write "- " before the keys above it too.)',
    ],
    [
      "a colon",
      "a:\n  en: Careful: this\nb:\n    c: 1\n   d: 1\n",
      `2:7-8 SR104 A second key stands in the same line (${COLON})`,
    ],
    [
      "a colon in braces",
      "a: { en: Careful: this }\n",
      `1:10-24 SR104 A second colon stands in the same text (${COLON})`,
    ],
    ["a bracket too many", "a: { en: b }}\n", "1:13-14 SR104 This does not belong here"],
  ])("%s", (_, text, ...wanted) => expect(found(text)).toEqual(wanted));
});

describe("what cannot be seen, or was left behind by git", () => {
  const ODD = "A character stands before this that looks like a space and is none (U+00A0)";
  const SPACES = "Put spaces in its place; it often comes with text from a web page.";
  const MERGED =
    "SR104 Two versions of the file were merged, and not settled (Keep one of the two, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.)";
  test.each<[string, string, string[]]>([
    ["a key behind no-break spaces", "r:\n  - id: a\n  \u00a0\u00a0team: b\n", [`3:3-5 SR104 ${ODD} (${SPACES})`]],
    ["such a key among others", "r:\n  id: a\n  \u00a0team: b\n", [`3:3-4 SR105 ${ODD} (${SPACES})`]],
    ["such a key in braces", "r: { id: a, \u00a0team: b }\n", [`1:13-14 SR105 ${ODD} (${SPACES})`]],
    ["such a space in text", "r: { id: a\u00a0b, en: 'a\u00a0b' }\n", []],
    ["a paragraph that begins with a wide space", "r:\n  zh: |-\n    一\n    \u3000二\n", []],
    ["two versions", "r: 1\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n", [`2:1-13 ${MERGED}`]],
    ["the end of one", "a: 2\n>>>>>>> main\n", [`2:1-13 ${MERGED}`]],
    ["such signs in a text", "r:\n  en: |-\n    <<<<<<< HEAD\n", []],
  ])("%s", (_, text, lines) => expect(found(text)).toEqual(lines));
});

describe("a comment behind text", () => {
  test.each<[string, string, Kind?]>([
    ["behind words", "a:\n  en: Your case #5 is here.\n"],
    ["with spaces around it", "a:\n  value: Help > Contact  # the menu\n"],
    ["behind one word that sellers read", "a:\n  en: Lost\n  zh: 丢失 #5\n"],
    ["behind a phrase of one word", "a:\n  - lost #5 selling\n", "signals"],
    ["behind a phrase in brackets", "a: [\n  b c, # fine\n  lost #5\n  ]\n", "lexicon"],
    ["behind one word of a case", "a:\n  text: Lost #5\n", "cases"],
  ])("%s is told", (_, text, kind) => {
    const [one = "", ...more] = found(text, kind);
    expect([one.replace(/^\S+ /, ""), more]).toEqual([`SR105 ${COMMENT} (${QUOTE})`, []]);
  });

  test.each<[string, string, Kind?]>([
    ["a line of its own", "# one\na: 1\n  # two\nb: 2\n"],
    ["a number", "a: 5 # or 6\n"],
    ["an id", "a: rights-owner # who\nb: undated # no date\n"],
    ["an id beside text", "a:\n  - en: b\n    as_of: undated # no date\n"],
    ["an address", "a:\n  - https://amazon.com/a#b # the page\n"],
    ["nothing", "a:  # below\n  b: null # none\n"],
    ["quotes", "a: \"b c\" # d\nf: 'g h' #i\n"],
    ["a flow collection", "a: [b c, d] # e\nf: { g: h i } #j\n"],
    ["a sign without a space before it", "a:\n  en: Case#5 is here.\n"],
    ["a quoted phrase", 'a:\n  - "lost #5" # selling\n', "signals"],
    ["a comma", "a: [\n  b c, # d\n  f g\n  ]\n", "signals"],
    ["the sign of a block", "a: |  # text\n  b #5\n"],
  ])("behind %s is one", (_, text, kind) => expect(found(text, kind)).toEqual([]));
});
