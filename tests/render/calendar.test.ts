import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendar } from "../../src/render/calendar.js";
import type { Result } from "../../src/render/result.js";
import { words } from "../../src/render/words.js";
import { result, text } from "./hostile.js";
import { advised, outOfScope, unsure } from "./samples.js";

const TODAY = "2026-11-22";
const next = { team: { id: "jeff-escalation", name: "Jeff" }, after: "two weeks without an answer", because: "x" };
const silent: Result = { ...advised, deadlines: [], next: null };

async function events(one: Result, today = TODAY, lang = "en", mark: readonly string[] = []): Promise<ICAL.Event[]> {
  const file = await calendar(one, words(lang), { today, mark });
  if (file === null) return [];
  const parsed = new ICAL.Component(ICAL.parse(file));
  return parsed.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

test("a due date is a whole day, with what to do", async () => {
  const [event, ...others] = await events({ ...silent, deadlines: [{ text: "72 hours.", due: "2026-11-25" }] });
  expect(others).toEqual([]);
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.startDate.toString()).toBe("2026-11-25");
  expect(event?.duration.toSeconds()).toBe(86_400);
  expect(event?.summary).toBe("Last day to answer Amazon: Trademark complaint (B0ABCDEFGH)");
  expect(event?.description).toMatch(/^72 hours\.\nGo to: Notice-Dispute\nSeller Central: /);
  expect(event?.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-22T00:00:00Z");
  expect(event?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
});

test("the next step is a day only where the playbook gives a number, and says where it counts from", async () => {
  const [event, ...others] = await events({ ...silent, next: { ...next, days: 14, due: "2026-12-06" } });
  expect(others).toEqual([]);
  expect(event?.startDate.toString()).toBe("2026-12-06");
  expect(event?.summary).toBe("Still no answer? Next is Jeff (B0ABCDEFGH)");
  expect(event?.description).toContain("Counted from 2026-11-22.");
  expect(await events({ ...silent, next })).toEqual([]);
});

test("a time that is taken to run from today says so, and stays one entry", async () => {
  const due = { text: "72 hours.", due: "2026-11-25", assumed: true as const };
  const [event] = await events({ ...silent, deadlines: [due] });
  expect(event?.description).toMatch(/^72 hours\.\nCounted from 2026-11-22\. If the notice came on another day/);
  const [told] = await events({ ...silent, deadlines: [{ text: due.text, due: due.due, from: "2026-11-22" }] });
  expect(told?.description).not.toContain("Counted from");
  expect(told?.uid).toBe(event?.uid);
});

test("an alarm rings on the day before", async () => {
  const [event] = await events({ ...silent, deadlines: [{ text: "72 hours.", due: "2026-11-25" }] });
  const alarms = event?.component.getAllSubcomponents("valarm") ?? [];
  expect(alarms).toHaveLength(1);
  const rings = event?.startDate.clone() as ICAL.Time;
  rings.isDate = false;
  rings.addDuration(alarms[0]?.getFirstPropertyValue("trigger") as ICAL.Duration);
  expect(rings.toString()).toBe("2026-11-24T09:00:00");
});

describe("nothing is pretended", () => {
  test.each<[string, Result]>([
    ["a deadline without a day", { ...silent, deadlines: [{ text: "Read the date in your own notice." }] }],
    ["out of scope", outOfScope],
    [
      "unsure: the next step is not shown, so it is not noted",
      { ...unsure, deadlines: [], next: { ...next, due: "2026-12-06" } },
    ],
  ])("%s", async (_, one) => expect(await calendar(one, words("en"), { today: TODAY })).toBeNull());
});

describe("an entry that is made again replaces the old one", () => {
  const due = (day: string): Result => ({ ...silent, deadlines: [{ text: "72 hours.", due: day }] });
  const uid = async (one: Result) => (await events(one))[0]?.uid;

  test("the same case on another day", async () =>
    expect(await uid(due("2026-11-26"))).toBe(await uid(due("2026-11-25"))));
  test("another case of the same kind", async () => {
    const [one, other] = await Promise.all(
      ["one", "other"].map((mark) => events(due("2026-11-25"), TODAY, "en", [mark])),
    );
    expect(one?.[0]?.uid).not.toBe(other?.[0]?.uid);
  });
});

test("Chinese is folded by bytes, and read back whole", async () => {
  const long = "答复亚马逊，".repeat(40);
  const one = { ...silent, deadlines: [{ text: long, due: "2026-11-25" }] };
  const file = (await calendar(one, words("zh"), { today: TODAY })) as string;
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect((await events(one, TODAY, "zh"))[0]?.description).toContain(long);
});

test("whatever the words are, they stay in their property", () =>
  fc.assert(
    fc.asyncProperty(result, text, async ({ refusal: _, ...one }, words) => {
      const found = await events({ ...one, deadlines: [{ text: words, due: "2026-11-25" }], next: null });
      expect(found).toHaveLength(1);
      expect(found[0]?.component.getAllProperties().map(({ name }) => name)).toEqual(
        "uid sequence dtstamp dtstart x-microsoft-cdo-alldayevent x-microsoft-msncalendar-alldayevent summary transp description".split(
          " ",
        ),
      );
    }),
    { numRuns: 60 },
  ));
