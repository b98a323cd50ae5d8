import { describe, expect, it } from "vitest";
import { dayAfter, dayBefore, daysBetween, isDay, nearestDay, windowOf } from "../../src/core/calendar.js";

describe("dayAfter", () => {
  it.each<[string, number, "hours" | "days" | "business days" | "weeks" | "months", string]>([
    ["2026-11-22", 72, "hours", "2026-11-25"],
    ["2026-11-22", 1, "hours", "2026-11-23"],
    ["2026-12-30", 3, "days", "2027-01-02"],
    ["2028-02-28", 1, "days", "2028-02-29"],
    ["2026-11-20", 1, "business days", "2026-11-23"],
    ["2026-11-21", 1, "business days", "2026-11-23"],
    ["2026-11-18", 5, "business days", "2026-11-25"],
    ["2026-11-23", 2, "weeks", "2026-12-07"],
    ["2026-11-23", 2, "months", "2027-01-23"],
    ["2027-01-31", 1, "months", "2027-02-28"],
    ["2026-10-31", 1, "months", "2026-11-30"],
  ])("%s and %d %s: %s", (from, count, unit, expected) => {
    expect(dayAfter(from, count, unit)).toBe(expected);
  });
});

it("counts days back, and between two days", () => {
  expect(dayBefore("2026-03-02", 3)).toBe("2026-02-27");
  expect(daysBetween("2026-02-27", "2026-03-02")).toBe(3);
  expect(daysBetween("2026-03-02", "2026-02-27")).toBe(-3);
});

describe("nearestDay", () => {
  it.each([
    ["--12-02", "2026-11-23", "2026-12-02"],
    ["--11-02", "2026-11-23", "2026-11-02"],
    ["--01-10", "2026-11-23", "2027-01-10"],
    ["--12-20", "2026-01-10", "2025-12-20"],
    ["--02-29", "2026-11-23", "2028-02-29"],
  ])("%s, seen from %s: %s", (day, today, expected) => {
    expect(nearestDay(day, today)).toBe(expected);
  });
});

describe("isDay", () => {
  it.each([
    ["2026-02-28", true],
    ["2026-02-30", false],
    ["2026-2-3", false],
    ["tomorrow", false],
    ["12026-02-28", false],
    ["2026-02-28T00:00", false],
    ["2026", false],
    ["2026-02", false],
  ])("%s: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe("windowOf", () => {
  it.each([
    ["72 hours", { count: 72, unit: "hours" }],
    ["5 business days", { count: 5, unit: "business days" }],
    ["17 days", { count: 17, unit: "days" }],
    ["days", null],
    ["x days", null],
    ["about 3 days", null],
    ["3 days or so", null],
    ["3 years", null],
  ])("%s: %j", (value, expected) => {
    expect(windowOf(value)).toEqual(expected);
  });
});
