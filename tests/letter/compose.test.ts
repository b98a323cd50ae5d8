import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/letter/compose.js";
import { blank, type Draft, openIn, pieces, textsOf } from "../../src/letter/draft.js";
import { begin } from "../../src/letter/interview.js";
import { letterLang, wording } from "../../src/letter/words.js";
import { deeds, fresh, plan, played, told } from "./small.js";

/** The blocks of a section: paragraphs as they are, items as "1. text (Label: text)". */
function shown(draft: Draft, id: string): string[] {
  const blocks = draft.sections.find((one) => one.id === id)?.blocks ?? [];
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.items.map(({ text, details }, i) =>
          [block.numbered ? `${i + 1}.` : "-", text, ...details.map((one) => `(${one.label}: ${one.text})`)].join(" "),
        ),
  );
}

describe("a letter with nothing answered", () => {
  const draft = compose(fresh(), "en");
  it("has the outline's headings", () =>
    expect(draft.sections.map((one) => one.heading)).toEqual(plan.sections.map((one) => one.title.en)));
  it("shows what is missing", () =>
    expect(openIn(draft)).toEqual([
      "{{store}}",
      "[…: What does the notice say?]",
      "[…: What happened?]",
      "[…: Why was it possible?]",
      "[…: What was done?]",
      "[…: Who checks?]",
      "[…: Invoices]",
      "[…: What do you ask for?]",
      "{{seller_name}}",
    ]));
  it("has its fixed wording, with what is known", () =>
    expect(shown(draft, "opening")).toEqual([
      "Dear team,",
      "this is the plan of {{store}} about B0ABCDEFGH.",
      "[…: What does the notice say?]",
    ]));
});

describe("a letter with answers", () => {
  const cases: [what: string, said: string, id: string, shows: string[]][] = [
    [
      "fixed wording comes first",
      "Lamps, It doubts us",
      "opening",
      ["Dear team,", "this is the plan of Lamps about B0ABCDEFGH.", "It doubts us"],
    ],
    ["nothing to add: no blank", "Lamps, \t", "opening", ["Dear team,", "this is the plan of Lamps about B0ABCDEFGH."]],
    [
      "lines and lists stay",
      "Lamps, a\nb\n\n- c\n- d\ne",
      "opening",
      ["Dear team,", "this is the plan of Lamps about B0ABCDEFGH.", "a\nb", "- c", "- d", "e"],
    ],
    ["causes are numbered", "-, -, one, two, -", "root-cause", ["1. one", "2. two"]],
    ["an action against the only cause", "-, -, one, -, done, 1 May", "actions", ["1. done (Date: 1 May)"]],
    [
      "an action against one of two",
      "-, -, one, two, -, done, 1 May, 2",
      "actions",
      ["1. done (Date: 1 May) (Cause: 2)"],
    ],
    [
      "an action with nothing else",
      "-, -, one, two, -, done, -, -",
      "actions",
      ["1. done (Date: […: on which date?]) (Cause: […: against which cause?])"],
    ],
    [
      "a measure against no cause in particular",
      "-, -, one, two, -, -, check, Anna, daily, -",
      "prevention",
      ["1. check (Responsible: Anna) (How often: daily)"],
    ],
    ["evidence", "-, -, one, -, -, -, invoice 7, B0", "proof", ["1. invoice 7 (Shows: B0)"]],
    [
      "the signature stands at the end",
      "-, -, -, -, -, -, Ann, Thanks",
      "closing",
      ["Thanks", "Please review B0ABCDEFGH.", "Ann"],
    ],
  ];
  it.each(cases)("%s", (_, said, id, shows) => expect(shown(compose(told(said), "en"), id)).toEqual(shows));

  it("what fills a placeholder is not looked through again", () =>
    expect(shown(compose(begin(plan, { store: "{{asin}}", asin: "$&" }), "en"), "opening")[1]).toBe(
      "this is the plan of {{asin}} about $&.",
    ));
});

describe("the language of a letter", () => {
  const zh = { ...plan, name: { en: "Plan", zh: "计划" } };
  it("is English where a part of the outline is not translated", () => expect(letterLang(zh, "zh")).toBe("en"));
  it("is the one that was asked for where all of it is", () => {
    const words = (text: string) => ({ en: text, zh: "文" });
    const all = { ...zh, sections: [{ id: "a", title: words("A"), prompts: [words("B")], needs: [] }] };
    expect(letterLang(all, "zh-CN")).toBe("zh");
    expect(compose({ outline: all, fill: {}, answers: {} }, "zh").sections[0]).toMatchObject({
      heading: "文",
      blocks: [{ text: "[…: 文]" }],
    });
  });
});

it("a text in pieces", () =>
  expect(pieces(`{{store}}, see ${blank("which page?")}`)).toEqual([
    { text: "{{store}}", open: true },
    { text: ", see ", open: false },
    { text: "[…: which page?]", open: true },
  ]));

/** Every text that a letter may be made of, besides the seller's. */
const FIXED = (() => {
  const { labels, missing } = wording("en");
  const own = plan.sections.flatMap(({ title, prompts, needs, text }) => [
    title.en,
    ...[...prompts, ...needs].map((one) => blank(one.en)),
    ...(text?.en ?? "").split(/\n\s*\n/),
  ]);
  return new Set([plan.name.en, ...own, ...Object.values(labels), ...Object.values(missing).map(blank)]);
})();

describe("a letter claims nothing that the seller did not say", () => {
  it("every line is an answer, fixed wording, or fixed wording with an answer in place of a placeholder", () =>
    fc.assert(
      fc.property(deeds, (all) => {
        const letter = played(all);
        const said = Object.values(letter.answers).filter((one) => one !== null);
        const lines = new Set(
          said.flatMap((one) => one.split("\n").map((line) => line.replace(/^\s*-\s+/, "").trim())),
        );
        for (const one of said) for (const line of [oneLine(one), ...one.split("\n")]) lines.add(line.trim());
        const number = /^[1-9]\d?$/;
        const fits = (text: string) =>
          lines.has(text) ||
          FIXED.has(text) ||
          number.test(text) ||
          [...FIXED].some((one) => filledWith(one, said, text));
        const draft = compose(letter, "en");
        const details = draft.sections
          .flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === "list" ? one.items : [])))
          .flatMap((one) => one.details);
        for (const { label } of details) expect(FIXED.has(label)).toBe(true);
        for (const text of textsOf(draft)) {
          const whole = fits(text);
          for (const line of whole ? [] : text.split("\n")) expect(fits(line.trim()), line).toBe(true);
        }
      }),
    ));

  it("and every answer that counts stands in it", () =>
    fc.assert(
      fc.property(deeds, (all) => {
        const letter = played(all);
        const text = textsOf(compose(letter, "en")).join("\n");
        for (const [key, said] of Object.entries(letter.answers)) {
          if (said === null || key.endsWith(".cause")) continue;
          for (const line of said.split("\n")) expect(text).toContain(line.replace(/^\s*-\s+/, "").trim());
        }
      }),
    ));
});

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Whether a text is fixed wording with answers in place of some placeholders. */
function filledWith(wording: string, said: readonly string[], text: string): boolean {
  if (!wording.includes("{{")) return false;
  const values = ["B0ABCDEFGH", ...said]
    .map((one) => oneLine(one))
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  const parts = wording.split(/\{\{[a-z_]+\}\}/).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(`(?:${values}|\\{\\{[a-z_]+\\}\\})`)}$`).test(text);
}
