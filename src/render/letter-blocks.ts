import type { Draft, Item } from "../letter/draft.js";
import { detailLine } from "../letter/words.js";
import { type Block, list } from "./blocks.js";
import { clean } from "./style.js";

/** A letter as a document; what is missing in it stays to be seen. */
export function letterBlocks(draft: Draft): Block[] {
  const { title, lang, sections } = clean(draft);
  const entry = ({ text, details }: Item): string =>
    [text, ...(details.length === 0 ? [] : [detailLine(details, lang)])].join("\n");
  return [
    { kind: "heading", level: 1, line: title },
    ...sections.flatMap(({ heading, blocks }): Block[] => [
      { kind: "heading", level: 2, line: heading },
      ...blocks.flatMap((block): Block[] =>
        block.kind === "paragraph"
          ? [{ kind: "paragraph", line: block.text }]
          : [list(block.numbered ? "number" : "bullet", block.items.map(entry))].filter((one) => one !== null),
      ),
    ]),
  ];
}
