import { expect, test } from "vitest";
import { nearest, suggest } from "../../src/playbook/nearest.js";

const TEAMS = ["seller-support", "catalog", "notice", "notice-dispute", "jeff-escalation"];

test.each([
  ["notcie", "notice"],
  ["notice-disputes", "notice-dispute"],
  ["Notice Dispute", "notice-dispute"],
  ["seller_support", "seller-support"],
  ["catalogue", "catalog"],
  ["jeff", "jeff-escalation"],
  ["bezos", undefined],
  ["", undefined],
  ["x".repeat(10_000), undefined],
])("%s", (word, option) => expect(nearest(word, TEAMS)).toBe(option));

test("short lists are told where nothing is near", () => {
  expect(suggest("zzz", ["us", "uk"])).toBe("Known: us, uk.");
  expect(suggest("zzz", TEAMS, 3)).toBeUndefined();
  expect(suggest("ukk", ["us", "uk"])).toBe('Did you mean "uk"?');
});
