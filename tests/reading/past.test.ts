import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pastTimes } from "../../src/reading/entities/past.js";

const TODAY = "2026-11-23";
const told = (text: string) =>
  pastTimes(text, TODAY).map(({ days, start, end, sure }) => `${days}${sure ? "" : "?"}: ${text.slice(start, end)}`);

describe("times that have passed", () => {
  it.each([
    ["deactivated 75 days ago", ["75: 75 days ago"]],
    ["appealed 12 business days ago", ["16: 12 business days ago"]],
    ["two weeks ago", ["14: two weeks ago"]],
    ["7 wks ago", ["49: 7 wks ago"]],
    ["2 yrs ago", ["730: 2 yrs ago"]],
    ["more than two weeks ago", ["15: two weeks ago"]],
    ["nearly 60 days ago", ["59: 60 days ago"]],
    ["a week ago", ["7: a week ago"]],
    ["36 hours ago", ["1: 36 hours ago"]],
    ["waiting for 20 days", ["20?: 20 days"]],
    ["no answer for 3 months", ["90?: 3 months"]],
    ["I appealed yesterday", ["1: yesterday"]],
    ["Gestern eingereicht", ["1: Gestern"]],
    ["昨天提交的申诉", ["1: 昨天"]],
    ["前天提交的申诉", ["2: 前天"]],
    ["I appealed yesterday, 20 November 2026", ["3: 20 November 2026"]],
    ["still no answer today", []],
    ["yesterday's mail, and nothing until yesterday", []],
    ["vor 75 Tagen", ["75: vor 75 Tagen"]],
    ["vor drei Wochen", ["21: vor drei Wochen"]],
    ["seit 20 Tagen keine Antwort", ["20?: 20 Tagen"]],
    ["vor 10 Werktagen", []],
    ["il y a 30 jours", ["30: il y a 30 jours"]],
    ["il y a 10 jours ouvrés", ["14: il y a 10 jours ouvrés"]],
    ["depuis 20 jours", ["20?: 20 jours"]],
    ["hace 30 días", ["30: hace 30 días"]],
    ["hace un mes", ["30: hace un mes"]],
    ["30 giorni fa", ["30: 30 giorni fa"]],
    ["da due settimane", ["14?: due settimane"]],
    ["75天前", ["75: 75天前"]],
    ["已经三十五天了", ["35?: 三十五天"]],
    ["两个月没回复", ["60?: 两个月"]],
    ["一百二十天前", ["120: 一百二十天前"]],
    ["30日前に提出", ["30: 30日前"]],
    ["3週間返事がない", ["21?: 3週間"]],
    ["2か月前", ["60: 2か月前"]],
    ["on 3 August 2026", ["112: 3 August 2026"]],
    ["2026年11月12日", ["11: 2026年11月12日"]],
    // Of two readings the later, unless that is still to come; a month counts from its end.
    ["on 02/03/2026", ["266: 02/03/2026"]],
    ["on 12/11/2026", ["11: 12/11/2026"]],
    ["since July 2026", ["115: July 2026"]],
    ["closed in June", ["146: June"]],
    ["closed in November", ["0: November"]],
    ["seit Juli 2026 gesperrt", ["115: Juli 2026"]],
    ["depuis juillet", ["115: juillet"]],
    ["2026年7月被封", ["115: 2026年7月"]],
    ["7月から停止", ["115: 7月"]],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));

  it.each([
    "they hold it for 90 days after",
    "within 30 days",
    "I have 30 days to appeal",
    "in 3 days",
    "every 14 days",
    "90 days from now",
    "einmal in 14 Tagen",
    "dans 30 jours",
    "dentro de 30 días",
    "entro 30 giorni",
    "90天后",
    "7天内",
    "30日以内",
    "twice a day",
    "answer by 2 November 2026",
    "on 3 December 2026",
    "8月",
    "closed in December",
    "closed in July 2027",
    "they may deactivate it in may",
    "for sales in June",
    "June was fine",
  ])("none in: %s", (text) => expect(told(text)).toEqual([]));

  it("are none of days where nobody knows which day it is", () =>
    expect(pastTimes("deactivated on 3 August 2026", null)).toEqual([]));

  it("stand in the text, in its order, and are no less than no days", () => {
    const part = fc.constantFrom(
      ...[
        "75",
        " days ",
        "ago ",
        "vor ",
        "Tagen ",
        "il y a ",
        "a ",
        "week ",
        "三",
        "天",
        "前",
        "3 August 2026 ",
        ", ",
        "。",
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        const found = pastTimes(text, TODAY);
        for (const { days, start, end } of found) {
          expect(days).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(found.map((one) => one.start)).toEqual(found.map((one) => one.start).sort((a, b) => a - b));
      }),
    );
  });
});
