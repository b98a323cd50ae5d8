import { describe, expect, it } from "vitest";
import { dayAfter, isDay } from "../../src/core/calendar.js";

describe("dayAfter", () => {
  it.each<[string, number, "hours" | "days" | "business days", string]>([
    ["2026-11-22", 72, "hours", "2026-11-25"],
    ["2026-11-22", 1, "hours", "2026-11-23"],
    ["2026-12-30", 3, "days", "2027-01-02"],
    ["2028-02-28", 1, "days", "2028-02-29"],
    ["2026-11-20", 1, "business days", "2026-11-23"],
    ["2026-11-21", 1, "business days", "2026-11-23"],
    ["2026-11-18", 5, "business days", "2026-11-25"],
  ])("%s and %d %s: %s", (from, count, unit, expected) => {
    expect(dayAfter(from, count, unit)).toBe(expected);
  });
});

describe("isDay", () => {
  it.each([
    ["2026-02-28", true],
    ["2026-02-30", false],
    ["2026-2-3", false],
    ["tomorrow", false],
  ])("%s: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
