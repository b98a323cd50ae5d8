import { describe, expect, it } from "vitest";
import type { Limit } from "../../src/core/reading.js";
import { deadlinesOf } from "../../src/render/stated.js";

const words = { window: (value: string, from: string | null) => `${value} from ${from}`, lastDay: () => "last day" };
const telling = { today: "2026-11-23", lang: "en" };
const appeal = { text: { en: "30 days." }, days: 30, since: "granted" };
const usual = { text: { en: "Usually 10 days." }, days: 10, usual: true };
const limit = (value: string, from: string | null = null): Limit => ({ value, from });
const told = (known: Parameters<typeof deadlinesOf>[1], limits: Limit[], gone: Record<string, number> = {}) =>
  deadlinesOf({ limits, gone }, known, telling, words);

describe("the deadlines of a problem", () => {
  it("count from what the text tells of", () => {
    expect(told([appeal], [], { granted: 11 })).toEqual([{ text: "30 days.", due: "2026-12-12", from: "2026-11-12" }]);
    expect(told([appeal], [], { granted: 40 })).toMatchObject([{ due: "2026-11-13", passed: true }]);
    expect(told([{ ...appeal, business: true }], [], { granted: 3 })).toMatchObject([{ due: "2027-01-01" }]);
  });

  it("have no last day where the text does not tell of it", () => {
    expect(told([appeal], [], { waiting: 11 })).toEqual([{ text: "30 days." }]);
    expect(told([{ text: appeal.text, days: 30 }], [], { granted: 11 })).toEqual([{ text: "30 days." }]);
  });

  it("are not told beside the same time from today", () => {
    expect(told([appeal], [limit("30 days")], { granted: 11 })).toMatchObject([{ due: "2026-12-12" }]);
    expect(told([appeal], [limit("3 days")], { granted: 11 })).toMatchObject([
      { due: "2026-11-26" },
      { due: "2026-12-12" },
    ]);
    expect(told([appeal], [limit("30 days")])).toMatchObject([{ due: "2026-12-23", assumed: true }, {}]);
  });

  it("are not told as usual where the text states one", () => {
    expect(told([usual], [])).toEqual([{ text: "Usually 10 days." }]);
    expect(told([usual, appeal], [limit("10 days", "2026-11-20")]).map(({ text }) => text)).toEqual([
      "10 days from 2026-11-20",
      "30 days.",
    ]);
  });
});
