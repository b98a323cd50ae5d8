import { describe, expect, it } from "vitest";
import { unitOf } from "../../src/reading/letters.js";
import { scan, tokenise } from "../../src/reading/tokens.js";

/** Tokens with the part of the text that each is of; "|" for the end of a sentence. */
function scanned(text: string, room = 100): string[] {
  const letters = new Uint8Array(room);
  const found: string[] = [];
  scan(text, {
    letters,
    word(length, start, end) {
      const word = String.fromCharCode(...Array.from(letters.subarray(0, length), unitOf)).replaceAll("\uffff", "?");
      const part = text.slice(start, end);
      found.push(word === part ? word : `${word}:${part}`);
    },
    ideograph: (code, start) => found.push(`${String.fromCharCode(code)}:${text[start]}`),
    stop: () => found.push("|"),
  });
  return found;
}

describe("a text as tokens", () => {
  it.each<[string, string, readonly string[]]>([
    ["nothing", "", []],
    ["words", "my listing", ["my", "listing"]],
    ["folded", "Größe ÉTÉ", ["grosse:Größe", "ete:ÉTÉ"]],
    ["an apostrophe joins", "don't", ["dont:don't"]],
    [
      "what is elided before a vowel is left out",
      "l'annonce dell’Account QU'IL",
      ["annonce", "account:Account", "il:IL"],
    ],
    ["so it is with an entity", "d&rsquo;avis", ["avis"]],
    ["one letter has nothing before it", "Dell's l'a d'", ["dells:Dell's", "la:l'a", "d"]],
    ["only an apostrophe elides", "un\u00adable", ["unable:un\u00adable"]],
    ["a hyphen parts", "take-down", ["take", "down"]],
    ["a sentence ends", "Gone. Why?", ["gone:Gone", "|", "why:Why", "|"]],
    ["before a bracket or a quotation mark", 'so.) or." or.” x', ["so", "|", "or", "|", "or", "|", "x"]],
    ["a point inside ends nothing", "amazon.com v1.2", ["amazon", "com", "v1", "2"]],
    ["a colon ends nothing", "why: this", ["why", "this"]],
    ["one line break ends nothing, two do", "a\nb\n\nc\n\r\nd\n\rb", ["a", "b", "|", "c", "|", "d", "b"]],
    ["a Chinese stop ends wherever it stands", "a。b…c", ["a", "|", "b", "|", "c"]],
    ["CJK characters are tokens", "賬号A", ["账:賬", "号:号", "a:A"]],
    ["a percent sign is a word", "5% ５％", ["5", "percent:%", "5:５", "percent:％"]],
    ["other scripts are words that no phrase has", "жx", ["?x:жx"]],
    ["entities", "a&nbsp;b &auml;x &#65;b &#x42; c&amp;d", ["a", "b", "ax:&auml;x", "ab:&#65;b", "b:&#x42;", "c", "d"]],
    ["an entity in the middle of a word", "Verk&auml;ufer", ["verkaufer:Verk&auml;ufer"]],
    ["an entity that joins", "don&rsquo;t", ["dont:don&rsquo;t"]],
    ["nor what every object has", "&toString; &valueOf;", ["tostring:toString", "|", "valueof:valueOf", "|"]],
    ["what is no entity", "a&b; &; &nosuch; &verylongname;", ["a", "b", "|", "|", "nosuch", "|", "verylongname", "|"]],
    ["a number beyond all characters", "a&#x1F600;b", ["a", "b"]],
    ["an entity that ends a sentence", "a&hellip;b", ["a", "|", "b"]],
  ])("%s", (_, text, expected) => expect(scanned(text)).toEqual(expected));

  it("has no room for more letters than it is given", () => {
    expect(scanned("abcdef x", 3)).toEqual(["abc:abcdef", "x"]);
    expect(scanned("Größe", 4)).toEqual(["gros:Größe"]);
  });

  it("is words alone for phrases", () => {
    expect(tokenise("Größe, 賬号. 5%")).toEqual(["grosse", "账", "号", "5", "percent"]);
  });

  it("of any length", () => expect(tokenise("A".repeat(300_000))).toEqual(["a".repeat(300_000)]));
});
