import type { Role } from "../playbook/types.js";

/**
 * A letter as it stands: what the seller said and the outline's fixed wording, nothing else. What is still missing is
 * in it to be seen: a placeholder as {{name}}, anything else as a blank in square brackets, […: what is missing].
 */
export interface Draft {
  /** The outline's id. */
  readonly outline: string;
  /** The language of its fixed wording. */
  readonly lang: string;
  readonly title: string;
  readonly sections: readonly DraftSection[];
}

export interface DraftSection {
  readonly id: string;
  /** The section's title in the outline. */
  readonly heading: string;
  readonly role?: Role;
  readonly blocks: readonly Block[];
}

/** A newline in a paragraph is a line break. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly numbered: boolean; readonly items: readonly Item[] };

/** An item of a list: what it says, and what belongs to it (the date of an action, the owner of a measure). */
export interface Item {
  readonly text: string;
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly label: string;
  readonly text: string;
}

const BLANK = /\{\{[a-z_]+\}\}|\[…[^\]]*\]/g;

/** What is missing, to be seen in the letter. */
export const blank = (what: string): string => `[…: ${what}]`;

/** A text in pieces: plain ones, and blanks and placeholders that are still open. */
export function pieces(text: string): { readonly text: string; readonly open: boolean }[] {
  const found: { text: string; open: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(BLANK)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), open: false });
    found.push({ text: match[0], open: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from), open: false });
  return found;
}

/** Every text of a draft, in the order of reading. */
export function textsOf({ title, sections }: Draft): string[] {
  const inBlock = (block: Block): string[] =>
    block.kind === "paragraph"
      ? [block.text]
      : block.items.flatMap(({ text, details }) => [text, ...details.map((detail) => detail.text)]);
  return [title, ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(inBlock)])];
}

/** The blanks and placeholders that are still open, in the order of reading. */
export function openIn(draft: Draft): string[] {
  return textsOf(draft).flatMap((text) => pieces(text).flatMap((piece) => (piece.open ? [piece.text] : [])));
}
