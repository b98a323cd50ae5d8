import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build, type Signal } from "../../src/reading/automaton.js";
import { Listener } from "../../src/reading/listen.js";
import { Rows } from "../../src/reading/rows.js";
import { type Said, tableOf } from "../../src/reading/votes.js";

const target = fc.integer({ min: 0, max: 40 }).map((value) => `v${value}`);
const weight = fc.integer({ min: -32767, max: 32767 }).map((hundredths) => hundredths / 100);
const said: fc.Arbitrary<Said> = fc.array(fc.tuple(fc.constant("f"), target, weight), { maxLength: 30 }).map((all) => {
  const first = new Map(all.map((one) => [one[1], one]));
  return [...first.values()];
});

describe("rows of votes", () => {
  it("add up to what the votes do one by one", () => {
    fc.assert(
      fc.property(
        fc.array(said, { minLength: 1, maxLength: 20 }),
        fc.array(fc.array(fc.nat(), { maxLength: 40 }), { maxLength: 4 }),
        (all, texts) => {
          const votes = tableOf(all);
          const rows = Rows.of(votes) as Rows;
          for (const text of texts) {
            // As in a text, each signal once.
            const signals = [...new Set(text.map((one) => one % all.length))];
            const sums = new Int32Array(votes.targets.length);
            const others = signals.filter((signal) => !rows.take(signal));
            rows.addTo(sums);
            const expected = new Int32Array(votes.targets.length);
            for (const [list, into] of [
              [signals, expected],
              [others, sums],
            ] as const)
              for (const signal of list)
                for (let at = votes.first[signal] as number; at < (votes.first[signal + 1] as number); at += 2)
                  (into[votes.votes[at] as number] as number) += votes.votes[at + 1] as number;
            expect(sums).toEqual(expected);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("tell the same of a text, be it the first or one of many", () => {
    const phrases = ["refund", "late", "case closed", "my listing"];
    const signals = phrases.map((phrase): Signal => ({ fact: "word", value: phrase, phrase, weight: 0, lang: "en" }));
    const votes = tableOf(
      phrases.map((_, i): Said => Array.from({ length: 9 * i }, (_, k) => ["issue", `v${k}`, (k - 3 + i) / 10])),
    );
    const listener = new Listener(build(signals, { groups: {}, negators: [] }), votes);
    const heard = () => {
      listener.listen("My listing was late; the case closed without a refund.");
      return [...listener.sums];
    };
    const first = heard();
    expect(first.some((sum) => sum !== 0)).toBe(true);
    for (let text = 1; text < 100; text++) expect(heard()).toEqual(first);
  });
});
