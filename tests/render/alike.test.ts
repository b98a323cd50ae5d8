import { describe, expect, test } from "vitest";
import { type Block, itemOf, piecesOf } from "../../src/render/blocks.js";
import { documentOf } from "../../src/render/document.js";
import type { Result } from "../../src/render/result.js";
import { renderText } from "../../src/render/text.js";
import { advised, view } from "./samples.js";

/** What documents (Markdown, Word) and the screen say, each on one line. */
const pages: readonly (readonly [string, (sample: Result, lang?: string) => string])[] = [
  ["the screen", (sample, lang) => renderText(sample, view(100, lang)).replace(/\s+/g, " ")],
  ["a document", (sample, lang) => documentOf(sample, view(100, lang)).map(words).join(" ").replace(/\s+/g, " ")],
];

function words(block: Block): string {
  const lines = block.kind === "list" ? block.items.map((item) => itemOf(item).line) : [];
  const all = block.kind === "quote" ? block.lines : "line" in block ? [block.line] : lines;
  return all
    .flatMap((line) => piecesOf(line))
    .map((piece) => (typeof piece === "string" ? piece : piece.text))
    .join("");
}

describe.each(pages)("%s", (_, page) => {
  test.each([
    [1, {}, "settled by what you said (100%)"],
    [1, { appeal: "none" }, "almost certain (100%)"],
    [0.97, {}, "almost certain (97%)"],
  ] as const)("%d with %j assumed is %s", (confidence, assumed, said) =>
    expect(page({ ...advised, confidence, assumed })).toContain(said),
  );

  test("says of another problem that it is asked about by itself, and how", () => {
    expect(page(advised)).toMatch(
      /Also A problem of its own: ask about it separately\. (- )?Money is held back → seller-performance --fact issue=funds-held/,
    );
    expect(page({ ...advised, also: [] })).not.toContain("separately");
  });

  test("has no heading above no alternatives", () =>
    expect(page({ ...advised, alternatives: [] })).not.toContain("Otherwise"));
});
