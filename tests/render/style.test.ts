import { Chalk } from "chalk";
import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { ansi, clean, displayWidth, hang, json, plain, safe, shorten, wrap } from "../../src/render/style.js";
import { CONTROL, text } from "./hostile.js";

describe("safe", () => {
  test.each([
    ["\u001b[31mred\u001b[0m", "␛[31mred␛[0m"],
    ["a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["a\tb", "a b"],
    ["\u009b2J\u007f", "\uFFFD2J␡"],
    ["abc\u202Edcb\u2066", "abcdcb"],
    ["\uD83D!", "\uFFFD!"],
    ["你好 é 👩‍👧", "你好 é 👩‍👧"],
  ])("%j becomes %j", (from, to) => expect(safe(from)).toBe(to));

  test("lets no control character through, and changes nothing twice", () =>
    fc.assert(
      fc.property(text, (one) => {
        expect(safe(one)).not.toMatch(CONTROL);
        expect(safe(safe(one))).toBe(safe(one));
      }),
    ));

  test("clean reaches every string, keys too", () =>
    expect(clean({ "\u0007k": ["\u001b", { n: 1, no: null }] })).toEqual({ "␇k": ["␛", { n: 1, no: null }] }));
});

test("colours are those of chalk, one in another too", () => {
  const chalk = new Chalk({ level: 1 });
  const colour = fc.constantFrom(...(Object.keys(ansi) as (keyof typeof ansi)[]));
  fc.assert(
    fc.property(fc.array(colour, { minLength: 1, maxLength: 3 }), text, (colours, one) => {
      const painted = (paint: Record<keyof typeof ansi, (text: string) => string>) =>
        colours.reduce((so, name) => `${paint[name](so)}.`, one);
      expect(painted(ansi)).toBe(painted(chalk));
    }),
  );
});

test("json shows no control character and loses nothing", () =>
  fc.assert(
    fc.property(fc.dictionary(text, text), fc.constantFrom(0, 2), (value, indent) => {
      expect(json(value, indent)).not.toMatch(CONTROL);
      expect(JSON.parse(json(value, indent))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  ));

test("what is let through as harmless is", () => {
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code);
    const sure = safe(`${char}\u0007`).slice(0, -1);
    expect(safe(char)).toBe(sure);
    expect(json(char)).toBe(json(`${char}\u0007`).replace("\\u0007", ""));
    expect(clean([char])).toEqual([sure]);
  }
});

describe("width", () => {
  const char = fc.oneof(fc.integer({ min: 0x20, max: 0x2ff }), fc.integer({ min: 0x2000, max: 0x21ff }));
  const narrow = fc.array(char.map((code) => String.fromCharCode(code))).map((chars) => chars.join(""));
  test("is that of the library, whether it is asked or not", () =>
    fc.assert(
      fc.property(narrow, (one) => {
        expect(displayWidth(one)).toBe(stringWidth(one));
      }),
      { numRuns: 1000 },
    ));
});

describe("wrap", () => {
  test.each([
    ["words stay whole", "the quick brown fox", 10, ["the quick", "brown fox"]],
    ["Chinese breaks between characters", "我的商品被下架了", 6, ["我的商", "品被下", "架了"]],
    ["no line starts with a closing sign", "你好，世界。", 6, ["你好，", "世界。"]],
    ["no line ends with an opening sign", "说明（附件）", 6, ["说明", "（附", "件）"]],
    ["an address is cut after a sign", "https://a.example/b/cdefgh", 20, ["https://a.example/b/", "cdefgh"]],
    ["a word longer than a line is cut", "abcdefghijkl", 5, ["abcde", "fghij", "kl"]],
    ["a word breaks before what it quotes", "aaaa“bb”‘c’", 8, ["aaaa“bb”", "‘c’"]],
    ["a word may begin with quotes", "‘“aaaa bbb”’", 6, ["‘“aaaa", "bbb”’"]],
    ["newlines stay", "a\n\nb", 10, ["a", "", "b"]],
  ])("%s", (_, from, width, lines) => expect(wrap(from, width)).toEqual(lines));

  test("is never wider than it may be", () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 100 }), fc.integer({ min: 0, max: 8 }), (one, width, indent) => {
        for (const line of [...wrap(safe(one), width, indent), ...hang("10. ", safe(one), width, indent)]) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 500 },
    ));

  test("loses nothing but spaces", () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 100 }), (one, width) => {
        const bare = (from: string): string => from.replace(/[ \n]/g, "");
        expect(bare(wrap(safe(one), width).join("\n"))).toBe(bare(safe(one)));
      }),
    ));

  test("breaks alike whatever stands between words", () => {
    const words = fc.array(fc.oneof(text, fc.stringMatching(/^[a-z.,“‘é]{1,30}$/)), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (some, width) => {
        const one = some.map((word) => safe(word).replace(/\s+/g, " ")).join(" ");
        expect(wrap(one, width)).toEqual(wrap(one.replaceAll(" ", "\t"), width));
        expect(wrap(one, width)).toEqual(wrap(` ${one}`, width));
      }),
      { numRuns: 1000 },
    );
  });

  test("is linear: a megabyte of anything in a moment", () => {
    for (const unit of ["a", "。", "“", "（ ", "👩‍", "a/", "é", " "]) {
      const started = performance.now();
      wrap(unit.repeat(200_000), 80);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

describe("shorten", () => {
  test.each([
    ["short", 10, "short"],
    ["one  line\nonly", 20, "one line only"],
    ["a longer sentence", 9, "a longer…"],
    ["我的商品被下架", 7, "我的商…"],
  ])("%j to %i", (from, width, to) => expect(shorten(from, width)).toBe(to));

  test("is never wider than it may be", () =>
    fc.assert(
      fc.property(text, (one) => {
        expect(displayWidth(shorten(safe(one), 20))).toBeLessThanOrEqual(20);
      }),
    ));
});

test("plain adds nothing; ansi adds codes that take no room", () => {
  for (const name of Object.keys(plain) as (keyof typeof plain)[]) {
    expect(plain[name]("x")).toBe("x");
    expect(ansi[name]("x")).toContain("\u001b[");
    expect(displayWidth(ansi[name]("x"))).toBe(1);
  }
});
