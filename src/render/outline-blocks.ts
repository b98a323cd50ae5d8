import { type Block, list, paragraph, section } from "./blocks.js";
import type { ShownOutline } from "./result.js";
import type { Interface } from "./words.js";

/** A letter's skeleton; the outline must be safe already. `level` is that of its title. */
export function outlineBlocks(outline: ShownOutline, words: Interface, level = 1): Block[] {
  const sections = outline.sections.flatMap(({ title, prompts, needs, text = "" }, i) => [
    { kind: "heading" as const, level: level + 1, number: i + 1, line: title },
    text === "" ? null : { kind: "quote" as const, lines: text.split("\n") },
    list("bullet", prompts),
    needs.length === 0 ? null : paragraph(words.needs + words.colon.trimEnd()),
    list("box", needs),
  ]);
  return [
    { kind: "heading", level, line: outline.name },
    { kind: "paragraph", line: outline.purpose },
    ...sections.filter((block) => block !== null),
    ...section(level + 1, words.labels.never, list("bullet", outline.avoid)),
  ];
}
