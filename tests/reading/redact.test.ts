import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Playbook } from "../../src/playbook/types.js";
import { read } from "../../src/reading/read.js";
import { redact } from "../../src/reading/redact.js";
import { shipped } from "../support/compiled.js";

let playbook: Playbook;
beforeAll(async () => {
  playbook = await shipped();
}, 60_000);

const masked = (text: string): string => redact(text, read(text, playbook)).text;

/** What is promised to be masked, as sellers write it. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  asin: ["B07ABCD124", "b07abcd124", "B0D4xk7p2q"],
  order: ["112-1234567-7654321", "302–1234567–7654321", "S01-1234567-7654321"],
  email: ["a.b+c@shop.example", "jürgen.müller@firma.de", "O'Neil@shop.example", "иван@shop.example"],
  amount: [
    ...["30.000 €", "30 000 €", "30\u00a0000,50\u00a0€", "30,000€", "€ 30.000", "€30k", "500,- €", "1'200 CHF"],
    ...["EUR 5,000", "USD 5,000", "CAD 500", "EUR500", "5.000 EUR", "12 000 USD", "5k USD", "US$ 5,000.20", "CA$40"],
    ...["3万元", "3.5万美元", "￥5,000", "人民币3000元", "50万円", "300ドル", "3 Mio. €", "2 million dollars", "40usd"],
    ...["2 millions d'euros", "300 dólares", "30 mil euros", "£1,754.20", "5,000-6,000 EUR", "$500–600", "₹ 5,00,000"],
  ],
};

/** Words around it, in the languages that are read; the numbers of cases and complaints are known by theirs. */
const AROUND: readonly (readonly [string, string])[] = [
  ["", ""],
  ["They closed my account and hold ", " of mine."],
  ["Es geht um ", ", das ist alles"],
  ["Il s'agit de ", " !"],
  ["Se trata de ", " y nada más"],
  ["Si tratta di ", "; grazie"],
  ["(", ")"],
  ["我的账户被停用，", "，请帮忙"],
  ["アカウントは", "です。"],
  ["On 14 March 2026 they took ", " and 3 units within 72 hours"],
];
const LABELLED: readonly (readonly [string, string])[] = [
  ["Case ID: ", ""],
  ["my cases (", ")"],
  ["Fallnummer ", ""],
  ["numéro de cas : ", ""],
  ["número de caso ", ""],
  ["pratica n. ", ""],
  ["案件编号：", ""],
  ["ケースID ", "です"],
  ["Complaint ID ", ""],
  ["Beschwerde-ID: ", ""],
  ["plainte n° ", ""],
  ["queja ", ""],
  ["reclamo n. ", ""],
  ["投诉编号", "被拒"],
  ["申し立て番号 ", ""],
];

const cases = [...Object.entries(SECRETS).flatMap(([kind, all]) => all.map((one) => [kind, one] as const))] as const;

/** Where Chinese or Japanese stands right before an address, a letter of another script would belong to it. */
const rest = (text: string, [before, after]: readonly [string, string]): string =>
  masked(before + text + after).slice(before.length, before.length + text.length);

describe("what identifies is masked", () => {
  test.each(cases)("%s: %s", (_, text) => {
    for (const around of AROUND) expect([around, rest(text, around)]).toEqual([around, "█".repeat(text.length)]);
  });

  test.each(LABELLED)("a number behind %s", (...around) => {
    expect(rest("12345678901", around)).toBe("█".repeat(11));
  });
});

test.each([
  "Reply within 72 hours, before 14 March 2026; 3 of 12 000 units, 5 m long.",
  "在72小时内回复, 3块硬盘, 12 000 件",
  "Sold 40 pieces on amazon.de, 99.5 % on time",
])("what identifies nobody stays: %s", (text) => expect(masked(text)).toBe(text));

test("whatever amount, currency, and words around it", () => {
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom("", ".50", ",50"))
    .chain(([whole, cents]) =>
      fc.constantFrom(...["", ",", ".", " ", "\u00a0", "\u202f", "'"]).map((between) => {
        const grouped = String(whole).replace(/(?<=\d)(?=(?:\d{3})+$)/g, between);
        return grouped + (cents[0] === between || (between === "" && whole > 999 && cents === "") ? "" : cents);
      }),
    );
  const money = fc.oneof(
    fc.tuple(fc.constantFrom("$", "€", "£", "￥", "EUR ", "USD ", "cad ", "US$ ", "€ "), amount, fc.constant("")),
    fc.tuple(
      fc.constant(""),
      amount,
      fc.constantFrom("€", " €", " EUR", " usd", " dollars", "元", "万美元", " euros", "円"),
    ),
  );
  fc.assert(
    fc.property(money, fc.constantFrom(...AROUND), ([before, number, after], around) => {
      expect(rest(before + number + after, around)).not.toMatch(/\d/);
    }),
  );
});

test("every text keeps its length, and what stands between", () => {
  const piece = fc.oneof(fc.constantFrom(...cases.map(([, one]) => one)), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
      const text = parts.join(" ");
      const hidden = masked(text);
      expect(hidden).toHaveLength(text.length);
      for (let i = 0; i < text.length; i++) if (hidden[i] !== "█") expect(hidden[i]).toBe(text[i]);
    }),
  );
});
