import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../src/render/result.js";
import { ansi, displayWidth } from "../../src/render/style.js";
import { renderText } from "../../src/render/text.js";
import { CONTROL, result } from "./hostile.js";
import { advised, outOfScope, refused, unsure, view } from "./samples.js";

/** The screen as one line, so that expectations do not depend on where it is wrapped. */
const flat = (sample: Result, lang = "en"): string => renderText(sample, view(100, lang)).replace(/\s+/g, " ");

describe("advised", () => {
  const screen = flat(advised);
  const order = (...parts: readonly string[]): void => {
    const places = parts.map((part) => screen.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  };

  test("begins with the team and how sure it is", () =>
    expect(screen).toMatch(/^Go to Notice-Dispute, very likely \(93%\) Problem Trademark complaint/));

  test("its blocks stand in the order of use", () =>
    order(
      "Careful",
      "Why",
      "Where",
      "First",
      "Have ready",
      "Never",
      "Clock",
      "Letter",
      "If it fails",
      "Assumed",
      "Otherwise",
      "Also",
    ));

  test("quotes the seller, on one line", () => {
    order("The complaint is wrong", "“we own the brand” (The claim: It is wrong)");
    expect(screen).toContain("“trademark infringement notice”");
  });

  test("quotes on one line what shows one thing, and words inside others once", () => {
    const evidence = ["trademark", "trademark notice", "our mark", "TRADEMARK"].map((text, i) => ({
      fact: "issue",
      value: "ip-trademark",
      text,
      start: i * 50,
      end: i * 50 + text.length,
    }));
    expect(flat({ ...advised, because: [{ route: "r", text: "So.", evidence }] })).toContain(
      "So. - “trademark notice”, “our mark” (Problem: Trademark complaint) Where",
    );
  });

  test("channels in use come first; others are marked, and at most two are shown", () => {
    order(
      "Seller Central: Performance >",
      "E-mail: notice-dispute@amazon.com",
      "old address, may be dead",
      "unconfirmed",
    );
    expect(screen).not.toContain("notice@amazon.co.uk");
    expect(screen).toContain("2 more: see --format json");
    expect(screen).toContain("as of 2026");
  });

  test("above a menu it names what the menu has, and nothing of a command line", () => {
    const above = renderText(advised, { ...view(100), menu: "“Save”, as .md" }).replace(/\s+/g, " ");
    expect(above).toContain("2 more: see “Save”, as .md");
    expect(above).not.toMatch(/--\w|seller-route (?:outline|issues)/);
    expect(above).toContain("Otherwise");
  });

  test("numbers steps and sections, dates the clock, names commands and flags", () => {
    order("1. Copy the complaint ID", "2. Write to the rights owner");
    order(
      "By 2027-02-20: One infringement notice",
      "Dispute of an infringement claim 1. Opening",
      "3. Request and closing",
    );
    order("seller-route outline ip-dispute shows it", "Executive Seller Relations: after two refusals");
    order(
      "Appeal: not sent yet; Waiting: under two days",
      "Notice (5%), if: The claim: It is true",
      "--fact claim=true",
    );
    order("Money is held back → seller-performance", "--fact issue=funds-held");
  });

  test("fits a screen and a half (of 48 lines) even with everything there", () =>
    expect(renderText(advised, view(80)).trimEnd().split("\n").length).toBeLessThanOrEqual(72));

  test("says so where no way in is known, no letter is needed or nothing is left", () => {
    const screen = flat({ ...advised, channels: [], outline: null, next: null });
    expect(screen).toContain("No way to reach this team is known. An address is never made up.");
    expect(screen).toContain("None is needed now.");
    expect(screen).toContain("Nothing further inside Amazon is known.");
    const old = (advised.channels ?? []).filter((one) => one.status !== "active");
    expect(flat({ ...advised, channels: old })).toContain("No address in use today is known. These are leads:");
  });

  test("the short form shows what it has", () => {
    const { first, channels, outline, evidence, avoid, deadlines, next, ...short } = advised;
    expect(flat(short)).not.toMatch(/Where|First|Letter|If it fails/);
    expect(flat(short)).toContain("Why The complaint is wrong");
  });

  test("settled is said only where nothing was assumed", () => {
    expect(flat({ ...advised, confidence: 1 })).toContain("almost certain (100%)");
    expect(flat({ ...advised, confidence: 1, assumed: {} })).toContain("settled by what you said (100%)");
  });
});

describe("unsure", () => {
  const screen = flat(unsure);

  test("calls the best guess one, and puts the question with its flags first", () => {
    expect(screen).toMatch(/^Not sure Best guess: Notice \(48%\)/);
    expect(screen).toContain("Question Is the complaint true? --fact claim=true Yes, at least in part");
    expect(screen).toContain("--fact claim=disputed No, it is wrong");
    expect(screen).toContain("Notice-Dispute (45%), if: The claim: It is wrong");
  });

  test("sends nobody to an address on a guess", () => expect(screen).not.toMatch(/Seller Central|@amazon/));

  test("without a question or a team, asks for more", () => {
    const { ask, ...rest } = unsure;
    expect(flat({ ...rest, team: null, issue: null })).toMatch(/^Not sure No team stands out yet\. Question Say more:/);
  });

  test("a question with many answers shows ten and says where the others are", () => {
    const answers = Array.from({ length: 30 }, (_, i) => ({ value: `kind-${i}`, label: `Kind ${i}` }));
    const screen = flat({ ...unsure, ask: { fact: "issue", text: "What happened?", answers } });
    expect(screen).toContain("kind-9 Kind 9 20 more: see seller-route issues");
  });
});

describe("after a refusal", () => {
  const screen = flat(refused);
  test("what is missing, with the words that say so, what not to send again, and what to do now", () => {
    expect(screen).toContain("Missing - Invoices (“provide invoices”): Send invoices dated before the notice");
    expect(screen).toContain("Not again - Receipts and pro-forma invoices.");
    expect(screen).toContain("five business days of silence. If it goes out today, that is 2026-11-27.");
  });
  test("the ladder, and where on it the seller stands", () =>
    expect(screen).toContain(
      "Ladder 1. Notice-Dispute: you are here 2. Executive Seller Relations: opens once Assumed",
    ));
  test("they stand before the ways in", () =>
    expect(screen.indexOf("Missing")).toBeLessThan(screen.indexOf("Where -")));
});

test("out of scope: says what the tool is for and how to go on", () => {
  const screen = flat(outOfScope);
  expect(screen).toMatch(/^No advice This does not read like a problem of an Amazon marketplace seller\./);
  expect(screen).toContain("seller-route tells Amazon sellers which team to turn to");
  expect(screen).toContain("seller-route issues");
});

test("Chinese is Chinese throughout", () => {
  expect(flat(advised, "zh-CN")).toContain("联系团队 Notice-Dispute，很有可能（93%）");
  expect(flat(unsure, "zh")).toContain("尚不确定 最可能的团队：Notice（48%）");
  expect(flat(outOfScope, "zh")).toContain("这看起来不是亚马逊卖家遇到的问题。");
});

describe("whatever it is given", () => {
  test.each([40, 80, 120])("no line is wider than %i, and no control character passes", (width) =>
    fc.assert(
      fc.property(result, fc.constantFrom("en", "zh"), (one, lang) => {
        const screen = renderText(one, view(width, lang));
        expect(screen).not.toMatch(CONTROL);
        for (const line of screen.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
      }),
    ),
  );

  test("labels are made safe too", () => {
    const hostile = { ...view(80), label: () => "\u001b[2J" };
    expect(renderText(advised, hostile)).not.toMatch(CONTROL);
  });

  test("colour changes no letter and no line", () => {
    for (const sample of [advised, unsure, outOfScope]) {
      const coloured = renderText(sample, view(80, "en", ansi));
      expect(coloured).toContain("\u001b[");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes that must be there
      expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(renderText(sample, view(80)));
    }
  });
});
