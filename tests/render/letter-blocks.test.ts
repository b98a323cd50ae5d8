import mammoth from "mammoth";
import { expect, test } from "vitest";
import type { Draft } from "../../src/letter/draft.js";
import { docx } from "../../src/render/docx.js";
import { letterBlocks } from "../../src/render/letter-blocks.js";

const draft: Draft = {
  outline: "poa",
  lang: "en",
  title: "Plan of Action",
  sections: [
    { id: "opening", heading: "Opening", blocks: [{ kind: "paragraph", text: "Dear team,\nthis is about {{asin}}." }] },
    {
      id: "actions",
      heading: "Actions taken",
      role: "actions",
      blocks: [
        {
          kind: "list",
          numbered: true,
          items: [
            { text: "We counted the stock.", details: [{ label: "Date", text: "2026-11-20" }] },
            { text: "We refunded the buyers on […: the date].", details: [] },
          ],
        },
      ],
    },
  ],
};

test("a letter as a Word document, as another program reads it", async () => {
  const bytes = await docx(letterBlocks(draft), { title: draft.title, lang: draft.lang });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toMatch(
    /^<h1>Plan of Action<\/h1><h2>Opening<\/h2><p>Dear team,<br \/>this is about {{asin}}\.<\/p><h2>Actions taken<\/h2>/,
  );
  expect(value).toMatch(
    /<ol><li>We counted the stock\.<br \/>.*2026-11-20.*<\/li><li>We refunded the buyers on \[…: the date\]\.<\/li><\/ol>$/,
  );
});
