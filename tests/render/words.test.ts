import { describe, expect, test } from "vitest";
import { degree, percent } from "../../src/render/degree.js";
import { say } from "../../src/render/say.js";
import { words } from "../../src/render/words.js";

describe("words", () => {
  test.each([
    ["en", "en"],
    ["zh", "zh"],
    ["zh-CN", "zh"],
    ["de", "en"],
    ["constructor", "en"],
  ])("%s is %s", (lang, found) => expect(words(lang).lang).toBe(found));

  test("nothing is empty, and Chinese borrows no English sentence", () => {
    const texts = (value: unknown): string[] =>
      typeof value === "object" && value !== null
        ? Object.values(value).flatMap(texts)
        : typeof value === "string"
          ? [value]
          : [];
    for (const text of [...texts(words("en")), ...texts(words("zh"))]) expect(text).not.toBe("");
    const english = texts(words("en")).filter((text) => /[a-z] [a-z]/.test(text));
    expect(texts(words("zh")).filter((text) => english.includes(text))).toEqual([]);
  });
});

test.each([
  ["zh", "中"],
  ["zh-TW", "中"],
  ["en", "e"],
  ["fr", "e"],
  ["toString", "e"],
])("say in %s", (lang, text) => expect(say({ en: "e", zh: "中" }, lang)).toBe(text));

test.each([
  [1, {}, "settled"],
  [1, { appeal: "none" }, "certain"],
  [0.93, {}, "very"],
  [0.7, {}, "likely"],
  [0.5, {}, "leaning"],
  [0.2, {}, "guess"],
] as const)("%d with %j is %s", (confidence, assumed, word) => expect(degree({ confidence, assumed })).toBe(word));

test.each([
  [1, "100%"],
  [0.996, "99%"],
  [0.934, "93%"],
  [0.004, "<1%"],
  [0, "0%"],
])("%d is %s", (share, text) => expect(percent(share)).toBe(text));
