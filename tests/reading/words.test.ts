import { describe, expect, it } from "vitest";
import { firstTwo } from "../../src/reading/entities/first-two.js";
import { numberNamed, Words } from "../../src/reading/entities/words.js";

const all = (text: string) => {
  const words = new Words().take(text);
  const found: string[] = [];
  for (let place = 0; words.at(place) !== undefined; place++) {
    const word = words.at(place) as { text: string; start: number; end: number };
    const part = text.slice(word.start, word.end);
    found.push(word.text === part ? part : `${word.text}:${part}`);
  }
  return found;
};

describe("words and numbers of a text", () => {
  it.each<[string, string, readonly string[]]>([
    ["nothing", " -,. ", []],
    ["words, small and without accents", "My Größe ÉTÉ", ["my:My", "große:Größe", "ete:ÉTÉ"]],
    ["a hyphen parts", "72-hour", ["72", "hour"]],
    ["a point and a comma stand in a number, not behind it", "1,754.20. 3, 4.x", ["1,754.20", "3", "4", "x"]],
    ["or in a word", "amazon.com a,b", ["amazon", "com", "a", "b"]],
    ["letters and digits are one word", "B0D4XK7P2Q 14th", ["b0d4xk7p2q:B0D4XK7P2Q", "14th"]],
    ["unless one is a CJK character", "3月14日内 第2条", ["3", "月", "14", "日内", "第", "2", "条"]],
    [
      "and so are a CJK character and a letter",
      "ASIN是B0D4XK7P2Q的",
      ["asin:ASIN", "是", "b0d4xk7p2q:B0D4XK7P2Q", "的"],
    ],
    ["CJK signs part", "三日、内。「外」　后", ["三日", "内", "外", "后"]],
    ["other signs part", "a–b…c", ["a", "b", "c"]],
    ["a run that is too long is none", `${"a".repeat(64)} ${"b".repeat(65)} c`, ["a".repeat(64), "c"]],
  ])("%s", (_, text, expected) => expect(all(text)).toEqual(expected));

  it("knows where numbers stand, in digits and in words", () => {
    const text = "within seventeen days, 3 of 40, not often; Ten";
    const words = new Words().take(text);
    expect(words.numbers.map((place) => words.at(place)?.text)).toEqual(["seventeen", "3", "40", "ten"]);
  });

  it("knows what may be an ASIN", () => {
    const words = new Words().take("B0D4XK7P2Q b0d4xk7p2q B0D4XK7P2 B0D4XK7P2QX 1234567890 AB0D4XK7P2");
    expect(words.codes.map((place) => words.at(place)?.start)).toEqual([0, 11]);
  });

  it("finds the first that begins at a place or behind", () => {
    const words = new Words().take("one two  three");
    expect([0, 1, 4, 7, 9, 10].map((start) => words.placeAt(start))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it("gives some of them, as far as there are any", () => {
    const words = new Words().take("one two three four");
    expect([words.texts(1, 3), words.texts(-2, 1), words.texts(3, 9), words.texts(4, 9)]).toEqual([
      ["two", "three"],
      ["one"],
      ["four"],
      [],
    ]);
  });

  it.each([
    ["two", 2],
    ["Three", 3],
    ["FIVE", 5],
    ["seven", 7],
    ["ten", 10],
    ["fourteen", 14],
    ["seventeen", 17],
    ["thirty", 30],
    ["sixty", 60],
    ["ninety", 90],
    ["four", undefined],
    ["to", undefined],
    ["then", undefined],
    ["title", undefined],
    ["six", undefined],
    ["seventeenth", undefined],
    ["wen", undefined],
    ["nen", undefined],
    ["een", undefined],
  ])("%s names %s", (word, number) => {
    expect(numberNamed(word)).toBe(number);
    expect(numberNamed(`in ${word} days`, 3, 3 + word.length)).toBe(number);
  });
});

describe("the first two letters", () => {
  it.each([
    ["may", true],
    ["MAerz", true],
    ["m\u00e4rz", true],
    ["\u00e9t\u00e9", true],
    ["mop", false],
    ["m", false],
    ["m1", false],
    ["12", false],
    ["", false],
  ])("of %j may begin a month: %s", (word, may) => {
    const mayBe = firstTwo(() => ["may", "marz"]);
    expect(mayBe(`a ${word}`, 2)).toBe(may);
    expect(mayBe(word, -1)).toBe(false);
  });
});
