import { describe, expect, it } from "vitest";
import { foldCjk, foldUnit, Kind, kindOf } from "../../src/reading/fold.js";
import { simplify } from "../../src/reading/hanzi.js";
import { letterOf, NONE, OTHER, unitOf } from "../../src/reading/letters.js";

const unit = (code: number): string => String.fromCharCode(code);
const kind = (char: string): string | undefined =>
  Object.entries(Kind).find(([, number]) => number === kindOf(char.charCodeAt(0)))?.[0];

describe("what a character does in a text", () => {
  it.each<[keyof typeof Kind, string, string]>([
    ["latin", "letters and digits", "azAZ09"],
    ["latin", "letters with accents, and ligatures", "éüßæœøđłıþðñÀÖØöøÿĀſ"],
    ["latin", "wide letters and digits, up to their ends", "０９ＡＺａｚ"],
    ["latin", "letters with several accents", "ḀỹỿẞắẠ"],
    ["space", "signs", ' ,-@/"()[]{}&%#_*+=<>|~^$\\\t\r×÷¿¡€—–、・：，「」“”•'],
    ["space", "signs between and behind wide letters", "／：＠［｀｛～"],
    ["stop", "ends of sentences", ".!?;:\n。！？；…"],
    ["joiner", "apostrophes", "'`´’‘ʼ"],
    ["joiner", "what is not seen", "\u00ad\u200b\u200f\u202a\u202e\u2060\ufeff\u0300\u036f"],
    ["space", "what stands beside what is not seen", "\u200a\u2010\u2029\u202f\u2061\u205f"],
    ["cjk", "kana, up to their ends", "ぁんァヿーｦﾝ"],
    ["cjk", "Chinese characters and Hangul, up to their ends", "㐀一鿿가힯\uf900\ufaff々"],
    ["space", "what stands beside these", "\u3040\u3100\u33ff\ua000\uabff\ud7b0\uf8ff\ufb00\uff65\uff9e\u3004"],
    ["other", "letters of other scripts", "жαאक"],
  ])("%s: %s", (wanted, _, chars) => {
    for (const char of chars) expect([char, kind(char)]).toEqual([char, wanted]);
    // Asked again, it is remembered.
    for (const char of chars) expect([char, kind(char)]).toEqual([char, wanted]);
  });
});

describe("folding", () => {
  it.each([
    ["case", "AZ", "az"],
    ["accents", "ÀéñǕ", "aenu"],
    ["several accents", "ắỹ", "ay"],
    ["ligatures", "ßÆœØđŁıÞð", "ssaeoeodlithd"],
    ["width", "Ａｚ０９", "az09"],
  ])("%s is nothing", (_, chars, folded) => {
    expect([...chars].map((char) => foldUnit(char.charCodeAt(0))).join("")).toBe(folded);
  });
  it("reads traditional characters as simplified ones, and half kana as whole", () => {
    const folded = (chars: string) => [...chars].map((char) => unit(foldCjk(char.charCodeAt(0)))).join("");
    expect(folded("賬戶停用龜丟")).toBe("账户停用龟丢");
    expect(folded("ｦｱﾝあア가")).toBe("ヲアンあア가");
    expect(folded("賬ｱ")).toBe("账ア");
  });
  it("simplifies Chinese characters alone", () => {
    expect(unit(simplify("賬".charCodeAt(0)))).toBe("账");
    for (const char of "账a가") expect(unit(simplify(char.charCodeAt(0)))).toBe(char);
  });
});

describe("letters as numbers", () => {
  it("are a to z, 0 to 9, and nothing else", () => {
    const all = Array.from({ length: 200 }, (_, code) => [unit(code), letterOf(code)] as const);
    expect(
      all
        .filter(([, letter]) => letter !== NONE)
        .map(([char]) => char)
        .join(""),
    ).toBe("0123456789abcdefghijklmnopqrstuvwxyz");
    expect(["a", "z", "0", "9"].map((char) => letterOf(char.charCodeAt(0)))).toEqual([1, 26, 27, 36]);
  });
  it("are letters again", () => {
    for (const char of "az09my5") expect(unit(unitOf(letterOf(char.charCodeAt(0))))).toBe(char);
    expect(unitOf(OTHER)).toBe(0xffff);
  });
});
