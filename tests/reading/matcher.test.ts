import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build, type Signal } from "../../src/reading/automaton.js";
import { Matcher } from "../../src/reading/matcher.js";
import { tokenise } from "../../src/reading/tokens.js";

const lexicon = { groups: {}, negators: [] };
const word = fc.constantFrom("a", "b", "c", "账", "户");
const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: word }, fc.constantFrom(".", ",", "\n\n", "é", "x1", "&amp;")), {
    maxLength: 30,
  })
  .map((all) => all.join(" "));
const piece = fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom("~", "~2", "(a|b c)", "(b)?", "a*"));
const phrase = fc
  .tuple(word, fc.array(piece, { maxLength: 4 }), word)
  .map(([first, middle, last]) => [first, ...middle, last].join(" "));

/** The same language as a regular expression over words, for comparison. Backtracks, so only for short texts. */
function asPattern(one: string): RegExp {
  const source = one
    .split(/\s+(?![^(]*\))/)
    .map((part) => {
      if (part.startsWith("~")) return `(?:(?!\\. )\\S+ ){0,${part.slice(1) || 4}}`;
      if (part === "(a|b c)") return "(?:a |b c )";
      if (part === "(b)?") return "(?:b )?";
      return part === "a*" ? "a\\S* " : `${part} `;
    })
    .join("");
  return new RegExp(`(?:^| )${source}`);
}

describe("the automaton", () => {
  it("finds what a backtracking search finds", () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), text, (phrases, given) => {
        const signals = phrases.map(
          (one, i): Signal => ({ fact: "f", value: String(i), phrase: one, weight: 1, lang: "en" }),
        );
        const hits = new Set(new Matcher(build(signals, lexicon)).find(given).map((hit) => hit.signal));
        const sentences = given.split(/\.(?=\s|$)|\n\n/).map((sentence) => ` ${tokenise(sentence).join(" ")} `);
        phrases.forEach((one, i) => {
          expect([one, hits.has(i)]).toEqual([one, sentences.some((sentence) => asPattern(one).test(sentence))]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("points into the text as it was given, whatever it holds", () => {
    const matcher = new Matcher(build([{ fact: "f", value: "v", phrase: "a ~ b", weight: 1, lang: "en" }], lexicon));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), text, (noise, given) => {
        const whole = noise + given;
        for (const { start, end } of matcher.find(whole)) {
          expect(tokenise(whole.slice(start, end)).at(0)).toBe("a");
          expect(tokenise(whole.slice(start, end)).at(-1)).toBe("b");
        }
      }),
    );
  });

  it("gives what it found in the order of the text, and of the signals, however late it was complete", () => {
    // Later words complete earlier signals.
    const signals = Array.from(
      { length: 240 },
      (_, i): Signal => ({
        fact: "f",
        value: String(i),
        phrase: `a ~12 c${11 - Math.floor(i / 20)}`,
        weight: 1,
        lang: "en",
      }),
    );
    const words = Array.from({ length: 12 }, (_, i) => `c${i}`);
    const found = new Matcher(build(signals, lexicon)).find(`a ${words.join(" ")}`);
    expect(found.map((hit) => hit.signal)).toEqual(signals.map((_, i) => i));
  });

  it("carries nothing from one text to the next", () => {
    const short = fc.array(word, { maxLength: 4 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 4 }),
        fc.array(short, { maxLength: 12 }),
        (phrases, texts) => {
          const signals = phrases.map(
            (one, i): Signal => ({ fact: "f", value: String(i), phrase: one, weight: 1, lang: "en" }),
          );
          const automaton = build(signals, lexicon);
          const matcher = new Matcher(automaton);
          for (const given of texts) expect(matcher.find(given)).toEqual(new Matcher(automaton).find(given));
        },
      ),
      { numRuns: 300 },
    );
  });
});
