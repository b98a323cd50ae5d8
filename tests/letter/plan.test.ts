import { describe, expect, test } from "vitest";
import { codes, type Given, review, told } from "./shipped.js";

/** A plan with other causes, actions or measures; the rest is in order. */
function plan({
  causes = "1. The invoice chain was not asked for.\n2. Opened boxes went back into stock.",
  actions = "- 3 November 2026: cause 1, we ended the supply.\n- 4 November 2026: cause 2, all boxes were recalled.",
  measures = "- Our buyer asks for the invoice chain before each order.",
  end = "Invoices are attached.",
} = {}): string {
  return `## Root cause\n\n${causes}\n\n## Actions taken\n\n${actions}\n\n## Prevention\n\n${measures}\n\n${end}\n`;
}

const has = (code: string, text: string, given?: Given) => codes(review(text, given)).includes(code);

test("the plan itself is in order", () => expect(told(review(plan()))).toEqual([]));

describe("missing-part", () => {
  test.each([
    ["no heading, no words", "We write about the notice of 3 May 2026.", ["causes", "actions", "measures"]],
    ["an empty section", plan({ actions: "" }), ["actions"]],
    [
      "a section left out",
      plan()
        .replace(/## Prevention[\s\S]*?\n\n/, "")
        .replace(/^- Our buyer.*\n/m, ""),
      ["measures"],
    ],
  ])("%s", (_, text, parts) => {
    const names = { causes: /root cause/, actions: /actions/, measures: /prevention/ };
    const found = review(text).filter(({ code }) => code === "missing-part");
    expect(found).toHaveLength(parts.length);
    for (const [i, part] of parts.entries()) expect(found[i]?.message).toMatch(names[part as keyof typeof names]);
  });

  const variants = [
    ["## Root cause", "## Actions taken", "## Prevention"],
    ["# ROOT CAUSE", "# CORRECTIVE ACTIONS", "# PREVENTIVE MEASURES"],
    [
      "1. Root Cause of the Issue",
      "2. Actions We Have Taken to Resolve the Issue",
      "3. How we prevent this in the future",
    ],
    ["**Root cause:**", "**Steps taken:**", "**Going forward:**"],
    ["Root cause\n==========", "Immediate actions\n=========", "Preventative actions\n======"],
    ["A) What happened", "B) What we did", "C) What will change"],
    ["ROOT CAUSE ANALYSIS:", "CORRECTIVE ACTIONS TAKEN:", "PREVENTION PLAN:"],
    ["I. Root cause", "II. What we have done", "III. Preventing recurrence"],
    ["__Cause__", "__Actions__", "__Future prevention__"],
    ["一、问题产生的根本原因", "二、已采取的纠正措施", "三、防止问题再次发生的措施"],
    ["### Grundursache", "### Sofortmaßnahmen", "### Vorbeugende Maßnahmen"],
    ["Causa raíz:", "Medidas correctivas:", "Medidas preventivas:"],
    ["Causes profondes", "Mesures correctives", "Actions préventives"],
    ["Cause principali", "Azioni intraprese", "Misure preventive"],
    ["■根本原因", "■是正措置", "■再発防止策"],
  ];
  test.each(variants)("headings: %s, %s, %s", (cause, action, measure) => {
    const text = plan()
      .replace("## Root cause", cause)
      .replace("## Actions taken", action)
      .replace("## Prevention", measure);
    expect(told(review(text))).toEqual([]);
    const without = `Invoices are attached.\n\n${text.replace(/^- Our buyer[\s\S]*/m, "")}`;
    expect(told(review(without)).map((one) => one.replace(/^[\d:]+ /, ""))).toEqual(["missing-part"]);
  });

  test.each([
    [
      "Root cause: labels were late.\nActions taken: on 3 May 2026 we bought a printer.\nPrevention: I check it daily.\nPhotos attached.",
    ],
    [
      "**Root cause:** labels were late.\n\n**Action taken:** on 3 May 2026 we bought a printer.\n\n**Prevention:** I check it daily.\n\nPhotos attached.",
    ],
    [
      "Labels were late because one printer was broken. On 3 May 2026 we bought a second one. From now on I check both every morning. Photos attached.",
    ],
  ])("on one line, or told by the words alone: %s", (text) => expect(told(review(text))).toEqual([]));

  test("the place is where the part should stand", () => {
    const text =
      "## Root cause\n\nLabels were late.\n\n## Prevention\n\nI check the printer daily.\n\nPhotos attached.";
    expect(told(review(text))).toEqual(["5:4 missing-part"]);
  });

  test("what a counter-notice cannot do without", () => {
    const found = review("Please restore my listing.", { outline: "counter-notice" }).filter(
      ({ code }) => code === "missing-element",
    );
    expect(found.map(({ message }) => message).join("\n")).toMatch(
      /perjury[\s\S]*address and phone[\s\S]*federal court/,
    );
  });

  test("no greeting and no closing is missed", () => expect(plan()).not.toMatch(/Dear|Regards/));
});

describe("blank", () => {
  test.each([
    "{{store}}",
    "[… which supplier?]",
    "[... who checks it?]",
    "[…]",
    "[Your name]",
    "[INSERT DATE]",
    "[Company Name]",
    "[order ID]",
    "<your store name>",
    "______",
    "XXXX",
    "B0XXXXXXXX",
    "TBD",
    "[公司名称]",
    "【店铺名称】",
    "[Name]",
  ])("%s is one", (blank) =>
    expect(has("blank", plan({ end: `Invoices are attached. It is by ${blank} here.` }))).toBe(true),
  );

  test.each([
    "[1]",
    "[Exhibit A]",
    "[see invoice 4471]",
    "[link](https://example.com)",
    "“we […] do not have enough information”",
    "size XXL",
    "<b>bold</b>",
    "a@b.example",
    "[x]",
    "[sic]",
    "snake_case_name",
  ])("%s is none", (words) => expect(has("blank", plan({ end: `Invoices are attached, ${words} here.` }))).toBe(false));
});

describe("actions", () => {
  test.each([
    ["a list without dates", "- We ended the supply.\n- All boxes were recalled.", 2],
    ["one without", "- 3 November 2026: we ended the supply.\n- All boxes were recalled.", 1],
    ["an introduction with a date", "On 3 November 2026 we did this:\n\n- ended the supply\n- recalled all boxes", 0],
    [
      "an item with the dates below it",
      "- Supply\n  - ended on 3 November 2026\n- Boxes\n  - recalled on 4 November 2026",
      0,
    ],
    ["a heading with a date", "### Done on 3 November 2026\n\n- ended the supply\n- recalled all boxes", 0],
    ["dates without a year", "- 3/11: ended the supply\n- 11-04: recalled\n- Nov. 5th, all boxes were counted", 1],
    [
      "months and days of the week",
      "- In November we ended the supply.\n- Last Monday all boxes were recalled.\n- Yesterday we counted them.",
      0,
    ],
    ["a pointer to a document", "- 3 November 2026: we ended the supply.\n- Attachment 1 shows it.", 0],
    ["a blank", "- 3 November 2026: we ended the supply.\n- [… what else?]", 0],
    ["a paragraph without any", "We ended the supply. All boxes were recalled.", 1],
    ["a paragraph with one", "On 3 November 2026 we ended the supply. All boxes were recalled.", 0],
  ])("%s", (_, actions, count) => {
    const found = review(plan({ actions })).filter(({ code }) => code === "action-without-date");
    expect(found).toHaveLength(count);
  });

  test.each([
    ["We will end the supply.", true],
    ["We are going to recall all boxes.", true],
    ["The boxes will be recalled.", true],
    ["我们会删除该商品。", true],
    ["Wir werden die Ware zurückrufen.", true],
    ["We will set the handling time to three days on 20 December 2026.", true],
    ["On 3 November 2026 we set the handling time to three days.", false],
    ["Anna Lee is about to remove the offer.", true],
    ["Ben Ode will soon count the stock.", true],
    ["Ben Ode will count the stock.", true],
    ["Anna Lee wird die Bearbeitungszeit für alle Angebote demnächst auf drei Tage setzen.", true],
    ["On 3 November 2026 all buyers were refunded; they will receive the money within five days.", false],
    ["The buyers will get the money by 5 November 2026.", false],
    ["Am 3. November 2026 wurde die Liste geprüft, sie wird jeden Montag geprüft.", false],
    ["On 3 November 2026 we told the supplier, who will send new invoices.", false],
    ["On 3 November 2026 we ended the supply; we will send the invoices.", false],
  ])("in the future: %s", (action, is) => expect(has("action-in-future", plan({ actions: `- ${action}` }))).toBe(is));

  test("what is only promised is not told to lack a date as well", () =>
    expect(has("action-without-date", plan({ actions: "- We will end the supply." }))).toBe(false));
});

describe("causes and actions", () => {
  const tie = (actions: string) =>
    told(review(plan({ actions }))).filter((one) => one.endsWith("cause-without-action"));
  test.each([
    ["by number", "- Cause 1: on 3 May 2026 we ended the supply.", ["4:4 cause-without-action"]],
    ["in brackets", "- On 3 May 2026 we ended the supply (causes 1 and 2).", []],
    ["both", "- Both causes: on 3 May 2026 we ended the supply.", []],
    ["twice in a sentence", "- On 3 May 2026 we ended the supply (cause 1), and on 4 May the offer (cause 2).", []],
    ["under headings", "### For cause 1\n\n- 3 May 2026: ended.\n\n### For cause 2\n\n- 4 May 2026: ended.", []],
    ["under one heading", "### Cause 2\n\n- 3 May 2026: we ended the supply.", ["3:4 cause-without-action"]],
    ["without numbers, as many actions as causes", "- 3 May 2026: ended.\n- 4 May 2026: ended.", []],
    ["without numbers, by the words", "- 3 May 2026: we asked for the invoice chain.", ["4:4 cause-without-action"]],
    ["without numbers, and few words in common", "- 3 May 2026: training.", ["4:4 cause-without-action"]],
  ])("%s", (_, actions, found) => expect(tie(actions)).toEqual(found));

  test("where no word is the same, words are a poor guide", () => {
    const text = plan({ actions: "- 3 May 2026: training.", measures: "- The manager sees to it daily." });
    expect(told(review(text))).toEqual([]);
  });

  test("causes in Chinese are named by their numbers too", () => {
    const text = plan({
      causes: "1. 没有索取发票。\n2. 没有核对包装。",
      actions: "- 针对原因一：2026年5月3日停止采购。",
    });
    expect(told(review(text))).toContain("4:4 cause-without-action");
  });

  test("an action that names no cause among others that do is only mentioned", () => {
    const actions = "- Cause 1: 3 May 2026, ended.\n- Cause 2: 3 May 2026, ended.\n- 4 May 2026: we bought a printer.";
    expect(codes(review(plan({ actions })))).toEqual(["action-without-cause"]);
    expect(told(review(plan({ actions })))).toEqual([]);
  });
});

describe("measures", () => {
  test.each([
    ["We check the listings.", true],
    ["Better quality control.", true],
    ["Our staff will check the parcels.", true],
    ["Our buyer checks each invoice.", false],
    ["Every Monday the manager reads the report.", false],
    ["We no longer buy from resellers.", false],
    ["Repackaging was switched off on 3 May 2026.", false],
    ["We have hired a compliance officer.", false],
    ["Staff may not work for other sellers.", false],
    ["When a complaint comes in, the offer is paused.", false],
    ["The manager reads the report on arrival.", false],
    ["仓库主管每批货核对一次。", false],
    ["店长が毎週確認します。", false],
  ])("a rhythm or an occasion: %s", (measure, is) =>
    expect(has("measure-without-rhythm", plan({ measures: `- ${measure}` }))).toBe(is),
  );

  test.each([
    ["The boxes are counted every week.", true],
    ["Every week Ana Ruiz counts the boxes.", false],
    ["The warehouse counts the boxes every week.", false],
    ["I count the boxes every week.", false],
    ["仓库主管每周清点。", false],
    ["李安娜每周一上午9点检查迟发率并记入检查表。", false],
    ["每批货到达后，由王本逐箱清点，每周一次。", false],
    ["李安娜每週一檢查遲發率。", false],
    ["周一每小时清点一次。", true],
    ["程序每天检查一次。", true],
    ["许多商品每周清点。", true],
  ])("somebody who sees to it: %s", (measure, is) =>
    expect(has("measure-without-owner", plan({ measures: `- ${measure}` }))).toBe(is),
  );
});

describe("a promise alone is no prevention", () => {
  const lacks = (end: string) =>
    review(`The cause was a wrong label. On 3 May 2026 we removed the offer. ${end}`).some(
      ({ code, message }) => code === "missing-part" && /prevention/.test(message),
    );
  test.each([
    ["We will be more careful in the future.", true],
    ["Wir werden in Zukunft besser aufpassen.", true],
    ["我们以后一定会注意。", true],
    ["In the future Anna Lee compares the label with the sheet.", false],
    ["We will be more careful: every order is compared with the sheet.", false],
    ["In Zukunft vergleicht Anna Lee das Etikett mit der Liste.", false],
    ["今后由李安娜核对标签。", false],
  ])("%s", (end, is) => expect(lacks(end)).toBe(is));
});

describe("days", () => {
  const days = (actions: string, today?: string) =>
    review(plan({ actions }), { ...(today && { today }) })
      .filter(({ code }) => code === "impossible-date" || code === "action-ahead")
      .map(({ code, message }) => `${code} ${message.split(": ")[1]}`);

  test.each([
    ["On 31 November 2026 we ended the supply.", ["impossible-date 31 November 2026"]],
    ["On November 31st, 2026 we ended the supply.", ["impossible-date November 31st, 2026"]],
    ["2026-02-30: we ended the supply.", ["impossible-date 2026-02-30"]],
    ["Am 31. Juni 2026 haben wir das beendet.", ["impossible-date 31. Juni 2026"]],
    ["Am 31.09.2026 haben wir das beendet.", ["impossible-date 31.09.2026"]],
    ["2026年11月31日，我们停止了采购。", ["impossible-date 2026年11月31日"]],
    ["Le 30 février 2026 nous avons arrêté.", ["impossible-date 30 février 2026"]],
    ["On 29 February 2024 we ended the supply.", []],
    ["On 31 October 2026 we ended the supply.", []],
    ["On 3 May 2026 we set 31 units aside.", []],
    ["In November 2026 we shipped 45 March 2026 calendars.", []],
    ["Invoice 2026-13-45 of 3 May 2026 was sent.", []],
    ["3/31/2026: we ended the supply.", []],
  ])("that no calendar has: %s", (action, found) => expect(days(`- ${action}`)).toEqual(found));

  test.each([
    ["On 5 November 2036 we signed a contract.", ["action-ahead 5 November 2036"]],
    ["2036年11月5日，我们签订了合同。", ["action-ahead 2036年11月5日"]],
    ["On 22 November 2026 we signed a contract.", []],
    ["On 5 November 2026 we signed a contract until 5 November 2036.", []],
    ["On 11/12/2026 we signed a contract.", []],
    ["On 3 May we signed a contract.", []],
    ["On 5 November 2036 we will sign again.", []],
  ])("still to come: %s", (action, found) => expect(days(`- ${action}`, "2026-11-22")).toEqual(found));

  test("without a today nothing is still to come", () =>
    expect(days("- On 5 November 2036 we signed a contract.")).toEqual([]));
});

describe("evidence, length", () => {
  test.each([
    ["nothing named", "Thank you.", true],
    ["invoices", "The invoices are enclosed.", false],
    ["Chinese", "附件：发票。", false],
    ["not a document", "There are no photos.", true],
  ])("no-evidence: %s", (_, end, is) => {
    const text = plan({ causes: "- It was late because of rain.", end, measures: "- I check it daily." });
    expect(has("no-evidence", text)).toBe(is);
  });

  test("too-long: the place is where the limit is passed", () => {
    const text = `${"word ".repeat(999)}\n${"word ".repeat(3)}`;
    const found = review(text, { outline: null });
    expect(told(found)).toEqual(["2:6 too-long"]);
    expect(found[0]?.message).toContain("1002");
    expect(told(review("word ".repeat(1000), { outline: null }))).toEqual([]);
    expect(told(review("字".repeat(1801), { outline: null }))).toEqual(["1:1801 too-long"]);
  });
});

describe("the notice", () => {
  const notice = "ASIN: B0AAAAAAA1\r\nASIN: B0AAAAAAA2\r\nComplaint ID: 11223344556";
  const cover = (end: string, outline = "poa-ip") =>
    told(review(plan({ end: `Invoices are attached. ${end}` }), { outline, notice })).map((one) => one.split(" ")[1]);
  test.each([
    ["all of it", "B0AAAAAAA1, b0aaaaaaa2, complaint 11223344556", []],
    ["one ASIN left out", "B0AAAAAAA1", ["asin-not-covered"]],
    ["another ASIN", "B0AAAAAAA1 B0AAAAAAA2 B0AAAAAAA3", ["other-asin"]],
    ["another complaint", "B0AAAAAAA1 B0AAAAAAA2 complaint 99999999999", ["other-case"]],
  ])("%s", (_, end, found) => expect(cover(end)).toEqual(found));

  describe("figures of it", () => {
    const says =
      "Your late shipment rate is 9.83 % between 1 September and 30 September 2026, above the target of 4 %. Orders: 302-1234567-1234567, 302-7654321-7654321.";
    const found = (opening: string) =>
      review(`${opening}\n\n${plan()}`, { outline: "poa-performance", notice: says })
        .filter(({ code }) => /^other-/.test(code))
        .map(({ code, column, endColumn = 0, source = "" }) => `${code} ${source.slice(column - 1, endColumn - 1)}`);
    test.each([
      ["This answers your notice about our late shipment rate of 6.2 %.", ["other-figure 6.2 %"]],
      ["This answers your notice of 3 November 2026 about 1 to 31 October 2026.", ["other-figure 31 October 2026"]],
      ["Your notice is about our orders in October 2026.", ["other-figure in October 2026"]],
      ["本信答复贵方关于迟发率6.2%的通知。", ["other-figure 6.2%"]],
      ["Ihre Mitteilung nennt eine Rate von 6,2 %.", ["other-figure 6,2 %"]],
      ["We write about order 302-1111111-2222222.", ["other-order 302-1111111-2222222"]],
      ["This answers your notice about our late shipment rate of 9.8 %.", []],
      ["This answers your notice about a rate of 10 % in September 2026.", []],
      ["Your notice says 9,83 %; today it is 2 %.", []],
      ["This answers your notice of 3 November 2026.", []],
      ["Our rate fell to 1.2 % between 1 and 31 October 2026.", []],
      ["We wrote on 3 October 2026 and have your message from 5 October 2026.", []],
      ["Orders 302-1234567-1234567 and 302-1111111-2222222 were late.", []],
      ["Of the orders 38 were late.", []],
    ])("%s", (opening, told) => expect(found(opening)).toEqual(told));

    test("a notice without figures is contradicted by none", () =>
      expect(
        told(
          review(`Your notice is about a rate of 6.2 % in October 2026.\n\n${plan()}`, {
            notice: "Your account is at risk.",
          }),
        ),
      ).toEqual([]));
  });

  test("an escalation may name what came before", () =>
    expect(
      cover("B0AAAAAAA9, case 99999999999", "escalation-letter").filter((code) => /asin|case/.test(code ?? "")),
    ).toEqual([]));

  test("the finding shows the place in the notice", () => {
    const one = review(plan({ end: "Invoices: B0AAAAAAA1" }), { notice }).find(({ related }) => related);
    expect(one).toMatchObject({ code: "asin-not-covered", related: [{ file: "notice", line: 2, column: 7 }] });
  });

  test("a notice without ASINs and numbers asks for none", () =>
    expect(
      told(review(plan({ end: "Invoices: B0AAAAAAA1, case 99999999999" }), { notice: "Your account is at risk." })),
    ).toEqual([]));
});
