import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEntities } from "../../src/reading/entities/index.js";

const places = {
  marketplaces: [
    { id: "us", name: { en: "United States", zh: "美国" }, hosts: ["amazon.com", "sellercentral.amazon.com"] },
    { id: "de", name: { en: "Germany", zh: "德国" }, hosts: ["amazon.de", "sellercentral.amazon.de"] },
    { id: "uk", name: { en: "United Kingdom", zh: "英国" }, hosts: ["amazon.co.uk"] },
    { id: "in", name: { en: "India" }, hosts: ["amazon.in"] },
  ],
};

const found = (text: string, kind?: string) =>
  findEntities(text, places)
    .filter((one) => kind === undefined || one.kind === kind)
    .map((one) => `${one.kind} ${one.value}${one.other ? ` or ${one.other}` : ""}`);

describe("entities", () => {
  it.each<[string, string[]]>([
    ["ASIN B0D4XK7P2Q is gone", ["asin B0D4XK7P2Q"]],
    ["b0d4xk7p2q in small letters, B0D4XK7P2QQ too long, XB0D4XK7P2Q glued", []],
    ["order 112-1234567-7654321.", ["order 112-1234567-7654321"]],
    ["1112-1234567-7654321 and 112-1234567-76543211", []],
    ["Case ID: 12345678901", ["case 12345678901"]],
    ["my case (ID 12345678901) is closed", ["case 12345678901"]],
    ["12345678901 pieces", []],
    ["Complaint ID: 9876543210", ["complaint 9876543210"]],
    ["投诉编号:9876543210", ["complaint 9876543210"]],
    ["write to Legal@Brand-Owner.example", ["email legal@brand-owner.example"]],
    ["not@an and @nothing", []],
  ])("ids and addresses: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["2026-03-14", ["date 2026-03-14"]],
    ["14 March 2026", ["date 2026-03-14"]],
    ["March 14th, 2026", ["date 2026-03-14"]],
    ["14. März 2026", ["date 2026-03-14"]],
    ["14 de marzo de 2026", ["date 2026-03-14"]],
    ["le 14 août 2026", ["date 2026-08-14"]],
    ["il 14 maggio 2026", ["date 2026-05-14"]],
    ["2026年3月14日", ["date 2026-03-14"]],
    ["3月14日", ["date --03-14"]],
    ["on 14 March we", ["date --03-14"]],
    ["14.03.2026", ["date 2026-03-14"]],
    ["03/14/2026", ["date 2026-03-14"]],
    ["03/04/2026", ["date 2026-04-03 or 2026-03-04"]],
    ["31 February 2026", []],
    ["you may 5 times", []],
    ["1.2.3.4", []],
  ])("dates: %s", (text, expected) => {
    expect(found(text, "date")).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["Reply within 72 hours.", ["window 72 hours"]],
    ["a 72-hour notice", ["window 72 hours"]],
    ["you have 17 days to respond", ["window 17 days"]],
    ["within 7 business days", ["window 7 business days"]],
    ["within ten days", ["window 10 days"]],
    ["innerhalb von 17 Tagen", ["window 17 days"]],
    ["dans les 72 heures", ["window 72 hours"]],
    ["entro 5 giorni lavorativi", ["window 5 business days"]],
    ["请在72小时内回复", ["window 72 hours"]],
    ["17天内没有", ["window 17 days"]],
    ["7営業日以内", ["window 7 business days"]],
    ["We will reply within 48 hours", []],
    ["invoices from the last 365 days", []],
    ["suspended for 30 days", []],
    ["after 90 days you may", []],
    ["I sold 17 days ago", []],
  ])("times to answer: %s", (text, expected) => {
    expect(found(text, "window")).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["$1,754.20 charged", ["amount 1754.2 USD"]],
    ["1.754,20 € fehlen", []],
    ["1.754,20 EUR", ["amount 1754.2 EUR"]],
    ["£30k held", ["amount 30000 GBP"]],
    ["两千美元", []],
    ["2000美元", ["amount 2000 USD"]],
    ["40 pieces", []],
  ])("amounts: %s", (text, expected) => {
    expect(found(text, "amount")).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["I sell on amazon.de", ["marketplace de"]],
    ["https://sellercentral.amazon.de/x", ["marketplace de"]],
    ["on Amazon UK", ["marketplace uk"]],
    ["my Amazon US account", ["marketplace us"]],
    ["德国站被停", ["marketplace de"]],
    ["Amazon in my country", []],
    ["notice-dispute@amazon.com answered", []],
    ["amazon.de.evil.example", []],
  ])("marketplaces: %s", (text, expected) => {
    expect(found(text, "marketplace")).toEqual(expected);
  });

  it("points into any text without failing", () => {
    const piece = fc.constantFrom(
      "B0D4XK7P2Q",
      "within 72 hours",
      "a@b.co",
      "14 March",
      "Case ",
      "12345678901",
      "$5",
      "amazon.de",
      "://",
      "www.",
      " ",
      "\n",
      "é",
      "站",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 20 }),
        (parts) => {
          const text = parts.join("");
          for (const { start, end } of findEntities(text, places)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
