import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEntities } from "../../src/reading/entities/index.js";

const places = {
  marketplaces: [
    {
      id: "us",
      name: { en: "United States", zh: "美国" },
      hosts: ["amazon.com", "sellercentral.amazon.com"],
      called: ["US"],
    },
    {
      id: "de",
      name: { en: "Germany", zh: "德国" },
      hosts: ["amazon.de", "sellercentral.amazon.de"],
      called: ["Deutschland"],
      adjectives: ["German"],
    },
    {
      id: "uk",
      name: { en: "United Kingdom", zh: "英国" },
      hosts: ["amazon.co.uk"],
      called: ["UK"],
      adjectives: ["British"],
    },
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
    ["b0d4xk7p2q in small letters", ["asin B0D4XK7P2Q"]],
    ["B0D4XK7P2QQ too long, XB0D4XK7P2Q glued", []],
    ["产品B0D4XKPQRS的链接", ["asin B0D4XKPQRS"]],
    ["order 112-1234567-7654321.", ["order 112-1234567-7654321"]],
    ["1112-1234567-7654321 and 112-1234567-76543211", []],
    ["ASIN 0316769487 and ASIN: 031676948x", ["asin 0316769487", "asin 031676948X"]],
    ["SKU 0316769487, nasin 0316769487, ASIN 03167694871", []],
    ["Case ID: 12345678901", ["case 12345678901"]],
    ["my case (ID 12345678901) is closed", ["case 12345678901"]],
    ["12345678901 pieces", []],
    ["Complaint ID: 9876543210", ["complaint 9876543210"]],
    ["投诉编号:9876543210", ["complaint 9876543210"]],
    ["write to Legal@Brand-Owner.example", ["email legal@brand-owner.example"]],
    ["not@an and @nothing", []],
    ["BB0D4XK7P2Q B0D4XK7P2q B1D4XK7P2Q0", ["asin B0D4XK7P2Q"]],
    ["2-112-1234567-7654321 and 112-1234567-7654321-3", []],
    ["ticket number 1234567", []],
    ["ticket number 1234567890123456", []],
    ["ticket -12345678", []],
    ["our case number is now 12345678", ["case 12345678"]],
    ["our case that you know is 12345678", []],
    ["complaint, then case 12345678", ["case 12345678"]],
    ["case\n\n12345678", []],
    ["case\n12345678", ["case 12345678"]],
    ["ケース番号 12345678", ["case 12345678"]],
    ["a.b+c@x-y.co.uk, then", ["email a.b+c@x-y.co.uk"]],
    ["收到notice@example.com发来的邮件", ["email notice@example.com"]],
    ["legal@例子.中国", ["email legal@例子.中国"]],
    ["order 112–1234567–7654321", ["order 112-1234567-7654321"]],
    ["order S01-1234567-7654321", ["order S01-1234567-7654321"]],
    ["XS01-1234567-7654321 and S01-1234567-76543210", []],
    ["订单112-1234567-7654321被取消", ["order 112-1234567-7654321"]],
    ["Fallnummer 12345678901", ["case 12345678901"]],
    ["CaseID: 12345678901", ["case 12345678901"]],
    ["Vorgangsnummer: 12345678901", ["case 12345678901"]],
    ["numéro de cas : 12345678901", ["case 12345678901"]],
    ["número de caso 12345678901", ["case 12345678901"]],
    ["pratica n. 12345678901", ["case 12345678901"]],
    ["案件番号：12345678901", ["case 12345678901"]],
    ["工单号12345678901", ["case 12345678901"]],
    ["réclamation 9876543210", ["complaint 9876543210"]],
    ["reclamación: 9876543210", ["complaint 9876543210"]],
    ["苦情番号 9876543210", ["complaint 9876543210"]],
    ["jürgen.müller@firma.de", ["email jürgen.müller@firma.de"]],
    ["o'neil@x.com and 'a@x.com'", ["email o'neil@x.com", "email a@x.com"]],
    ["order 112-1234567-7654321 in case 12345678901", ["order 112-1234567-7654321", "case 12345678901"]],
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
    ["03-04-2026", ["date 2026-04-03 or 2026-03-04"]],
    ["04.04.2026, 04/04/2026", ["date 2026-04-04", "date 2026-04-04"]],
    ["03.04.26", ["date 2026-04-03"]],
    ["13.13.2026", []],
    ["03/04-2026", []],
    ["14/3/20261", []],
    ["2026-3-4", ["date 2026-03-04"]],
    ["2026-13-04 2026-02-30 1990-01-01 2101-01-01", []],
    ["2100-12-31 1995-01-01", ["date 2100-12-31", "date 1995-01-01"]],
    ["2026年 3月 14号", ["date 2026-03-14"]],
    ["31st of March", []],
    ["March 31st", ["date --03-31"]],
    ["the 3rd of 32 March", []],
    ["May 5 was", ["date --05-05"]],
    ["may 5 2026", ["date 2026-05-05"]],
    ["14 March\n2026", ["date --03-14"]],
    ["14\nMarch 2026", []],
    ["del 3 de mayo del 2026", ["date 2026-05-03"]],
    ["Dec 24, Dec 25", ["date --12-24", "date --12-25"]],
    ["05 March 2026", ["date 2026-03-05"]],
    ["December 05, 2026", ["date 2026-12-05"]],
    ["le 05 août", ["date --08-05"]],
    ["00 March 2026, March 00, 005 March, 032 March", []],
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
    ["within 0 days", []],
    ["within 366 days", []],
    ["within 365 days", ["window 365 days"]],
    ["within 3 weeks", []],
    ["within 24 h", ["window 24 hours"]],
    ["within 5 days business", ["window 5 business days"]],
    ["in 5 days", []],
    ["in 48 hours", ["window 48 hours"]],
    ["3 days to appeal", ["window 3 days"]],
    ["3 days to wait", []],
    ["you have 3 days for the refund", ["window 3 days"]],
    ["our team will respond within 3 days", []],
    ["respond within 3 days", ["window 3 days"]],
    ["We will close it unless you have sent it within 3 days to respond", ["window 3 days"]],
    ["more than within 3 days", []],
    ["3個工作日之内", ["window 3 business days"]],
    ["48時間以内", ["window 48 hours"]],
    ["3 天 内", ["window 3 days"]],
    ["3天前", []],
  ])("times to answer: %s", (text, expected) => {
    expect(found(text, "window")).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["$1,754.20 charged", ["amount 1754.2 USD"]],
    ["1.754,20 € fehlen", ["amount 1754.2 EUR"]],
    ["1.754,20 EUR", ["amount 1754.2 EUR"]],
    ["£30k held", ["amount 30000 GBP"]],
    ["两千美元", []],
    ["2000美元", ["amount 2000 USD"]],
    ["40 pieces", []],
    ["$ 40", ["amount 40 USD"]],
    ["$  40", []],
    ["40 usd, 40usd", ["amount 40 USD", "amount 40 USD"]],
    ["40 euros of 50 pounds", ["amount 40 EUR", "amount 50 GBP"]],
    ["1,754 dollars", ["amount 1754 USD"]],
    ["1.754 dollars", ["amount 1754 USD"]],
    ["12.50 quid", ["amount 12.5 GBP"]],
    ["1.234.567,89 EUR", ["amount 1234567.89 EUR"]],
    ["￥300 ₹5 ¥7", ["amount 300 CNY", "amount 5 INR", "amount 7 JPY"]],
    ["2000元钱", ["amount 2000 CNY"]],
    ["2k bucks", ["amount 2000 USD"]],
    ["they hold 30.000 € of mine", ["amount 30000 EUR"]],
    ["30 000 €", ["amount 30000 EUR"]],
    ["1\u00a0234\u202f567,89\u00a0€", ["amount 1234567.89 EUR"]],
    ["1'200 CHF", ["amount 1200 CHF"]],
    ["30.000€", ["amount 30000 EUR"]],
    ["500,- €", ["amount 500 EUR"]],
    ["EUR 5,000", ["amount 5000 EUR"]],
    ["USD 5,000 and CAD 500", ["amount 5000 USD", "amount 500 CAD"]],
    ["EUR500, usd5.000", ["amount 500 EUR", "amount 5000 USD"]],
    ["EUR30 000", ["amount 30000 EUR"]],
    ["12 000 USD", ["amount 12000 USD"]],
    ["12 000 units", []],
    ["US$ 500, C$40, R$ 7", ["amount 500 USD", "amount 40 CAD", "amount 7 BRL"]],
    ["3万元", ["amount 30000 CNY"]],
    ["3.5万美元被扣", ["amount 35000 USD"]],
    ["人民币3000", ["amount 3000 CNY"]],
    ["売上金50万円", ["amount 500000 JPY"]],
    ["300ドルと20ユーロ", ["amount 300 USD", "amount 20 EUR"]],
    ["3 Mio. €", ["amount 3000000 EUR"]],
    ["30 Tsd. Euro", ["amount 30000 EUR"]],
    ["2 millions d'euros", ["amount 2000000 EUR"]],
    ["2 millones de dólares", ["amount 2000000 USD"]],
    ["30 mil euros", ["amount 30000 EUR"]],
    ["30mila euro", ["amount 30000 EUR"]],
    ["5k€, 5kEUR", ["amount 5000 EUR", "amount 5000 EUR"]],
    ["$1.5 million", ["amount 1500000 USD"]],
    ["Rs. 500", ["amount 500 INR"]],
    ["5,000-6,000 EUR", ["amount 5000 EUR", "amount 6000 EUR"]],
    ["$500-600", ["amount 500 USD", "amount 600 USD"]],
    ["14 March 2026 500 EUR", ["amount 500 EUR"]],
    ["40 USD 50 units", ["amount 40 USD"]],
    ["I try 3 times, 5 m away, 3 €uro", ["amount 3 EUR"]],
    ["five dollars. 40 units", []],
    ["in dollars 2026", []],
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
    ["amazon.de and www.amazon.de, https://sellercentral.amazon.de", Array(3).fill("marketplace de")],
    ["AMAZON.DE", ["marketplace de"]],
    ["amazon.com", ["marketplace us"]],
    ["Amazon USA, Amazon.com", ["marketplace us", "marketplace us"]],
    ["Amazon de", []],
    ["Amazon DEAL", []],
    ["Amazon IN", ["marketplace in"]],
    ["Amazon FR", []],
    ["Amazonde, xAmazon DE, @Amazon DE", []],
    ["德国站和英国站", ["marketplace de", "marketplace uk"]],
    ["德国的站", []],
    ["amazon.co.uk", ["marketplace uk"]],
    ["write to x@amazon.de", ["marketplace de"]],
    ["Marketplace Germany", ["marketplace de"]],
    ["Marketplace: UK.", ["marketplace uk"]],
    ["my German marketplace was closed", ["marketplace de"]],
    ["the German and British marketplaces", ["marketplace de", "marketplace uk"]],
    ["the United Kingdom marketplace", ["marketplace uk"]],
    ["I sell in Germany on Amazon", ["marketplace de"]],
    ["We sell toys on Amazon in Germany and India", ["marketplace de", "marketplace in"]],
    ["we sell in the United States", ["marketplace us"]],
    ["Ich verkaufe in Deutschland", ["marketplace de"]],
    ["amazon deutschland", ["marketplace de"]],
    ["Amazon Indiaで出品しています", ["marketplace in"]],
    ["gone on the UK site", ["marketplace uk"]],
    ["our British Amazon site", ["marketplace uk"]],
    ["亚马逊德国, 英国亚马逊", ["marketplace de", "marketplace uk"]],
    ["亚马逊德国站", ["marketplace de"]],
    // A country alone is none.
    ["a buyer in Germany, my supplier in Germany, a German law firm", []],
    ["I sell toys made in Germany on Amazon", []],
    ["I do not sell in Germany, can I sell in Germany?", []],
    ["my supplier sells in Germany, they sell to a buyer in Germany", []],
    ["our UK site makes the goods", []],
    ["the German marketplace Otto", []],
    ["they gave us marketplace access", []],
    ["sold by Amazon. Germany is far", []],
    ["an Amazon German law firm", []],
    ["the marketplace. Germany is far", []],
  ])("marketplaces: %s", (text, expected) => {
    expect(found(text, "marketplace")).toEqual(expected);
  });

  it("stand where they are found, in the order of the text, the longer of two that overlap", () => {
    const spans = (text: string) =>
      findEntities(text, places).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
    expect(spans("£30k on 14 de marzo de 2026 for B0D4XK7P2Q at a@b.co")).toEqual([
      ...["amount £30k", "date 14 de marzo de 2026", "asin B0D4XK7P2Q", "email a@b.co"],
    ]);
    expect(spans("within 72 hours, 2000美元, 7営業日以内, Amazon UK")).toEqual([
      ...["window 72 hours", "amount 2000美元", "window 7営業日以内", "marketplace Amazon UK"],
    ]);
    expect(spans("$ 40 and 12 EUR")).toEqual(["amount $ 40", "amount 12 EUR"]);
    expect(spans("x@amazon.de: 德国站")).toEqual(["email x@amazon.de", "marketplace amazon.de", "marketplace 德国站"]);
    expect(spans("case 2026-03-14, 03/04/2026")).toEqual(["date 2026-03-14", "date 03/04/2026"]);
    expect(spans("paid $ 2026-03-14")).toEqual(["date 2026-03-14"]);
    expect(spans("2 EUR, then $ 2026-03-14, 5 EUR")).toEqual(["amount 2 EUR", "date 2026-03-14", "amount 5 EUR"]);
  });

  it("takes no longer, character by character, for a place that is named again and again", () => {
    const before = process.cpuUsage();
    for (const piece of ["德国站", "德国站 英国站 ", "Amazon UK, "])
      findEntities(piece.repeat(200_000 / piece.length), places);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(3);
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
