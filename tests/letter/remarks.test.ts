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
  ...(
    [
      ["{{order_id}}", "302-1234567-1234567", null],
      ["{{order_id}}", "302‑1234567‑1234567 and S01-1234567-1234567 (2 lamps)", null],
      ["{{order_id}}", "302-12345", "no-order"],
      ["{{order_id}}", "302-1234567-1234567, 302-12345", "no-order"],
      ["{{order_id}}", "all of May", "no-order"],
      ["{{complaint_id}}", "12345678901", null],
      ["{{complaint_id}}", "No. 5012 345 6789", null],
      ["{{complaint_id}}", "Blue Lamp", "no-complaint"],
      ["{{complaint_id}}", "B012345678", "no-complaint"],
    ] as const
  ).map(([key, said, remark]) => [said, { ...at("opening"), key }, said, [], remark] as const),
  ["a letter for another day", { ...at("opening"), key: "{{date}}" }, "2026-12-01", ["2026-12-01"], "ahead"],
  ["today's letter", { ...at("opening"), key: "{{date}}" }, "2026-11-22", ["2026-11-22"], null],
  ["nothing", at("actions", "date"), " ", [], null],
] as const)("%s", (_, ask, said, days, remark) => expect(remarkOn(ask, said, known(days))).toBe(remark));
