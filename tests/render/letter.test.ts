import { expect, test } from "vitest";
import type { Draft } from "../../src/letter/draft.js";
import { letterMarkdown, letterText } from "../../src/render/letter.js";
import { ansi, plain } from "../../src/render/style.js";

const draft: Draft = {
  outline: "plan",
  lang: "en",
  title: "Plan of Action",
  sections: [
    {
      id: "opening",
      heading: "Opening",
      blocks: [
        { kind: "paragraph", text: "Dear team,\nthis is the plan of {{store}} and of nobody else, *really*." },
        { kind: "paragraph", text: "[…: What does the notice say?]" },
      ],
    },
    {
      id: "actions",
      heading: "Actions taken",
      role: "actions",
      blocks: [
        {
          kind: "list",
          numbered: true,
          items: [
            {
              text: "Closed it.\n\nAt once.",
              details: [
                { label: "Date", text: "1 May 2026" },
                { label: "Cause", text: "2" },
              ],
            },
            {
              text: "Wrote to <b> at https://example.com/a_b.",
              details: [{ label: "Date", text: "[…: on which date?]" }],
            },
          ],
        },
        { kind: "list", numbered: false, items: [{ text: "1. a \u001b[31mred\u001b[0m word", details: [] }] },
      ],
    },
  ],
};

test("text", () =>
  expect(letterText(draft)).toBe(`\
Plan of Action

Opening

Dear team,
this is the plan of {{store}} and of nobody else, *really*.

[…: What does the notice say?]

Actions taken

1. Closed it.
   At once.
   Date: 1 May 2026; Cause: 2
2. Wrote to <b> at https://example.com/a_b.
   Date: […: on which date?]

- 1. a ␛[31mred␛[0m word
`));

test("text on a narrow screen, blanks painted", () => {
  const shown = letterText(draft, { width: 24, paint: { ...plain, yellow: (text) => `<${text}>` } });
  expect(shown).toContain("<[…: What does the notice>\n<say?]>");
  expect(shown).toContain("   Date: <[…: on which>\n   <date?]>");
  for (const line of shown.split("\n")) expect(line.replace(/[<>]/g, "").length).toBeLessThanOrEqual(24);
  expect(letterText(draft, { width: 80, paint: ansi })).toContain("\u001b[33m{{store}}\u001b[39m");
});

test("Markdown", () =>
  expect(letterMarkdown(draft)).toBe(`\
# Plan of Action

## Opening

Dear team,  
this is the plan of {{store}} and of nobody else, \\*really\\*.

[…: What does the notice say?]

## Actions taken

1. Closed it.  
   At once.  
   Date: 1 May 2026; Cause: 2
2. Wrote to \\<b> at <https://example.com/a_b>.  
   Date: […: on which date?]

- 1\\. a ␛\\[31mred␛\\[0m word
`));
