import { expect, test } from "vitest";
import type { Ask } from "../../src/letter/interview.js";
import { remarkOn } from "../../src/letter/remarks.js";
import { plan } from "./small.js";

const at = (id: string, part?: Ask["part"]): Ask => ({
  key: id,
  section: plan.sections.find((one) => one.id === id) as Ask["section"],
  ...(id !== "opening" && { number: 1 }),
  ...(part && { part }),
});
const known = (days: readonly string[] = []) => ({ today: "2026-11-22", days });

test.each([
  ["a promise", at("actions"), "We will close the offer", [], "promise"],
  ["a promise, shortened", at("actions"), "We'll close it", [], "promise"],
  ["a promise in Chinese", at("actions"), "我们将会关闭", [], "promise"],
  ["something done", at("actions"), "We closed the offer of Will Smith's goodwill", [], "promise"],
  ["something done, without the word", at("actions"), "We closed the offer", [], null],
  ["a measure may look ahead", at("prevention"), "We will check each box", [], null],
  ["a text of its own", at("opening"), "We will", [], null],
  ["a day ahead", at("actions", "date"), "1 December 2026", ["2026-12-01"], "future"],
  ["today", at("actions", "date"), "22 November 2026", ["2026-11-22"], null],
  ["a day without a year", at("actions", "date"), "1 May", ["--05-01"], null],
  ["no day", at("actions", "date"), "soon", [], "no-day"],
  ["no rhythm", at("prevention", "rhythm"), "regularly.", [], "no-rhythm"],
  ["a rhythm", at("prevention", "rhythm"), "every Monday", [], null],
  ["an ASIN", { ...at("opening"), key: "{{asin}}" }, "B0ABCDEFGH", [], null],
  ["no ASIN", { ...at("opening"), key: "{{asin}}" }, "all of them", [], "no-asin"],
  ["nothing", at("actions", "date"), " ", [], null],
] as const)("%s", (_, ask, said, days, remark) => expect(remarkOn(ask, said, known(days))).toBe(remark));
