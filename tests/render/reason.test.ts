import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { NOTHING_READ } from "../../src/core/reading.js";
import type { Route } from "../../src/playbook/types.js";
import { reason } from "../../src/render/reason.js";

const TEXT = "注文不良率が1%を超え、late and LATE again";
const KNOWN = { issue: "odr", claim: "odr" };
const route = { id: "r", because: { en: "So." } } as Route;

/** Words of the text as evidence, the weightiest first unless weights are given. */
const piece = (start: number, end: number, fact = "issue", weight = 1) => ({
  ...{ fact, value: "odr", weight, own: true, text: TEXT.slice(start, end), start, end },
});
type Piece = ReturnType<typeof piece>;
const told = (...evidence: Piece[]) => reason(route, KNOWN, { ...NOTHING_READ, evidence }, "en").evidence;
const texts = (...evidence: Piece[]) => told(...evidence).map(({ text }) => text);

describe("the words that show a reason", () => {
  const cases: [what: string, evidence: Piece[], shown: string[]][] = [
    ["one inside another", [piece(0, 5), piece(0, 4), piece(2, 5)], ["注文不良率"]],
    [
      "the longer one comes later, and takes the place",
      [piece(2, 5), piece(12, 16), piece(0, 5)],
      ["注文不良率", "late"],
    ],
    ["one around two others", [piece(0, 2), piece(12, 16), piece(2, 4), piece(0, 5)], ["注文不良率", "late"]],
    ["some that only overlap", [piece(0, 4), piece(2, 5)], ["注文不良", "不良率"]],
    ["the same words elsewhere, but for capitals", [piece(12, 16), piece(21, 25)], ["late"]],
    ["inside words for something else", [piece(0, 5), piece(0, 4, "claim")], ["注文不良率", "注文不良"]],
    ["the weightiest first", [piece(0, 5, "issue", 1), piece(12, 16, "issue", 2)], ["late", "注文不良率"]],
  ];
  it.each(cases)("%s", (_, evidence, shown) => expect(texts(...evidence)).toEqual(shown));
});

test("nothing told stands inside another, and of few words all stand inside what is told", () => {
  const place = fc.integer({ min: 0, max: 11 });
  const pieces = fc.array(
    fc
      .tuple(place, place, fc.constantFrom("issue", "claim"), fc.integer({ min: 1, max: 9 }))
      .map(([a, b, fact, weight]) => piece(Math.min(a, b), Math.max(a, b) + 1, fact, weight)),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(pieces, (all) => {
      const shown = told(...all);
      const within = (one: (typeof shown)[number], other: (typeof shown)[number]) =>
        one.fact === other.fact && other.start <= one.start && one.end <= other.end;
      expect(shown.length).toBeLessThanOrEqual(8);
      for (const one of shown) expect(shown.filter((other) => within(one, other))).toEqual([one]);
      if (shown.length < 8)
        for (const one of all) expect(shown.some((other) => within(one, other) || one.text === other.text)).toBe(true);
    }),
  );
});
