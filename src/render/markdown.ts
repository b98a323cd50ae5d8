import { type Block, type Item, itemOf, type Line, type Mark, type Piece } from "./blocks.js";
import { documentOf } from "./document.js";
import { code, escaped } from "./escape.js";
import type { Result } from "./result.js";
import type { Labels } from "./view.js";

/**
 * A result as Markdown for an e-mail or an issue, the letter in full, ending in a newline. Words of the input stand as
 * code, so that they link to nothing and mention nobody.
 */
export const renderMarkdown = (result: Result, labels: Labels): string => markdown(documentOf(result, labels));

/** Blocks as Markdown, ending in a newline. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map(block).join("\n\n")}\n`;
}

function block(one: Block): string {
  switch (one.kind) {
    case "heading":
      return `${"#".repeat(one.level)} ${one.number === undefined ? "" : `${one.number}. `}${inline(one.line)}`;
    case "paragraph":
      return inline(one.line);
    case "list":
      return one.items.map((item, i) => entry(item, MARKS[one.mark] ?? `${i + 1}. `)).join("\n");
    case "quote":
      return one.lines.map((line) => `> ${inline(line)}`.trimEnd()).join("\n");
    case "foot":
      return `---\n\n${inline(one.line)}`;
  }
}

const MARKS: Partial<Readonly<Record<Mark, string>>> = { bullet: "- ", box: "- [ ] " };

/** An entry of a list. */
export function entry(item: Item, mark: string): string {
  const { line, notes } = itemOf(item);
  return [mark + inline(line), ...notes.map((note) => `  ${inline(note)}`)].join("\n");
}

/** A line of text; one that is plain is escaped as a whole, so that its beginning is seen to. */
function inline(line: Line): string {
  return typeof line === "string" ? escaped(line) : line.map(piece).join("");
}

function piece(one: Piece): string {
  if (typeof one === "string") return spaced(one, escaped);
  if (one.as === "strong" || one.as === "blank") return spaced(one.text, (text) => `**${escaped(text)}**`);
  return one.as === "unlinked" ? escaped(one.text, code) : code(one.text);
}

/** Makes something of a text but the white space around it. */
function spaced(text: string, make: (text: string) => string): string {
  const inner = text.trim();
  const at = text.indexOf(inner);
  return inner === "" ? text : text.slice(0, at) + make(inner) + text.slice(at + inner.length);
}
