import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { daysIn, written, wrongIn } from "../../src/letter/answers.js";
import type { Ask } from "../../src/letter/interview.js";
import type { Section } from "../../src/playbook/types.js";
import { shipped } from "../support/compiled.js";
import { plan } from "./small.js";

const section = plan.sections[0] as Section;
const ASKS: Readonly<Record<string, Ask>> = {
  notice: { key: "{{notice_date}}", section },
  letter: { key: "{{date}}", section },
  done: { key: "actions.1.date", section, number: 1, part: "date" },
  asin: { key: "{{asin}}", section },
  store: { key: "{{store}}", section },
  email: { key: "{{email}}", section },
  place: { key: "{{marketplace}}", section },
  owner: { key: "prevention.1.owner", section, number: 1, part: "owner" },
};
const wrong = (ask: string, said: string) => wrongIn(ASKS[ask] as Ask, said, "2026-11-22");

describe("an answer that is none", () => {
  const cases: [ask: string, said: string, why: string | null][] = [
    ["notice", "12 November 2026", null],
    ["notice", "2026-11-12", null],
    ["notice", "2026/11/12", null],
    ["notice", "the 12th of November 2026", null],
    ["notice", "12.11.2026", null],
    ["notice", "Nov 12", null],
    ["notice", "2026年11月12日", null],
    ["notice", "29 February 2024", null],
    ["notice", "2026-11-22", null],
    ["notice", "yesterday-ish", "no-day"],
    ["notice", "12", "no-day"],
    ["notice", "May 2026", "no-day"],
    ["notice", "昨天", "no-day"],
    ["notice", "31 February", "no-such-day"],
    ["notice", "Feb 30, 2026", "no-such-day"],
    ["notice", "29 February 2026", "no-such-day"],
    ["notice", "2026-02-31", "no-such-day"],
    ["notice", "2026-13-05", "no-such-day"],
    ["notice", "31.04.2026", "no-such-day"],
    ["notice", "13/13/2026", "no-such-day"],
    ["notice", "2月31日", "no-such-day"],
    ["notice", "2026-11-23", "to-come"],
    ["letter", "2026-11-30", null],
    ["letter", "soon", "no-day"],
    ["done", "14 November 2026", null],
    ["done", "between 3 and 7 May 2026", null],
    ["done", "14 December 2026", null],
    ["done", "May 2026", null],
    ["done", "2026年5月", null],
    ["done", "last week", "no-day"],
    ["done", "31 June 2026", "no-such-day"],
    ["asin", "B0ABCDEFGH", null],
    ["asin", "b0abcdefgh and B012345678 (blue lamp, 12 pieces)", null],
    ["asin", "0306406152, 030640615X", null],
    ["asin", "all 40 in the file", null],
    ["asin", "B0ABCDEFG", "no-asin"],
    ["asin", "B0ABCDEFGHI", "no-asin"],
    ["asin", "b0abcdefg", "no-asin"],
    ["asin", "B0ABCDEFGH, B0ABCDEF1", "no-asin"],
    ["asin", "X000123ABC", "no-asin"],
    ["asin", "BO12345678", "no-asin"],
    ["email", "ben@example.com", null],
    ["email", "ben.ode@mail.example.co.uk or lee@example.com", null],
    ["email", "店主@例子.公司", null],
    ["email", "ben＠example.com", null],
    ["email", "Ben Ode", "no-email"],
    ["email", "ben@example", "no-email"],
    ["email", "example.com", "no-email"],
    ["email", "@example.com", "no-email"],
    ["store", "31 February B0ABCDEFG", null],
    ["owner", "yesterday-ish", null],
  ];
  it.each(cases)("%s: %s", (ask, said, why) => expect(wrong(ask, said)?.why ?? null).toBe(why));

  it("names the part that is wrong", () => {
    expect(wrong("asin", "B0ABCDEFGH, B0ABCDEF1")?.found).toBe("B0ABCDEF1");
    expect(wrong("notice", "31 February")?.found).toBe("31 February");
  });
});

test("every day of the calendar is one, and no other", () => {
  const number = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(number(1996, 2099), number(1, 12), number(1, 31), (year, month, day) => {
      const real = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
      const said = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      expect(daysIn(said)).toEqual(real ? [said] : []);
      expect(wrong("letter", said)?.why ?? null).toBe(real ? null : "no-such-day");
    }),
  );
});

test("ASINs stand in capitals, and nothing else is touched", () => {
  expect(written(ASKS.asin as Ask, "b0abcdefgh of brand b0x", [])).toBe("B0ABCDEFGH of brand b0x");
  expect(written(ASKS.store as Ask, "b0abcdefgh", [])).toBe("b0abcdefgh");
});

describe("a marketplace stands in the letter by its site", () => {
  const cases: [said: string, stands: string][] = [
    ["germany", "Amazon.de"],
    ["Germany", "Amazon.de"],
    ["DE", "Amazon.de"],
    ["amazon.de", "Amazon.de"],
    ["www.amazon.de", "Amazon.de"],
    ["https://www.amazon.de/", "Amazon.de"],
    ["sellercentral.amazon.de", "Amazon.de"],
    ["Amazon Germany", "Amazon.de"],
    ["Amazon.de", "Amazon.de"],
    ["德国", "Amazon.de"],
    ["德国站", "Amazon.de"],
    ["the US", "Amazon.com"],
    ["U.S.", "Amazon.com"],
    ["USA", "Amazon.com"],
    ["uk", "Amazon.co.uk"],
    ["Turkiye", "Amazon.com.tr"],
    ["germany and france", "Amazon.de and Amazon.fr"],
    ["DE, FR, IT", "Amazon.de, Amazon.fr, Amazon.it"],
    ["德国和法国", "Amazon.de和Amazon.fr"],
    ["Germany, mostly", "Germany, mostly"],
    ["all of Europe", "all of Europe"],
    ["Amazon", "Amazon"],
    ["constructor", "constructor"],
  ];
  it.each(cases)("%s", async (said, stands) => {
    const { marketplaces } = await shipped();
    expect(written(ASKS.place as Ask, said, marketplaces)).toBe(stands);
  });
  it("but a store of that name keeps it", async () =>
    expect(written(ASKS.store as Ask, "germany", (await shipped()).marketplaces)).toBe("germany"));
});
