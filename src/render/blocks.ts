/**
 * What a document is made of, whatever it is written as (Markdown, Word). Whoever makes one names what things are,
 * never what they look like; the text must be safe already.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly number?: number; readonly line: Line }
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly mark: Mark; readonly items: readonly Item[] }
  /** Set apart from the text around it: a warning, the wording of a letter. An empty line is a gap. */
  | { readonly kind: "quote"; readonly lines: readonly Line[] }
  /** About the document itself: the foot of each page, or its last line. */
  | { readonly kind: "foot"; readonly line: Line };

/** Bullets, numbers, or boxes to tick. */
export type Mark = "bullet" | "number" | "box";

/** An entry of a list; notes stand below it, a line each. */
export type Item = Line | { readonly line: Line; readonly notes: readonly Line[] };

/** A run of text. A {{placeholder}} in it is a blank that is still to be filled. */
export type Line = string | readonly Piece[];

/**
 * Plain text, or text that is something else: `code` is to be copied sign by sign, `said` are words of the input, which
 * nobody vouches for, `unlinked` is text whose addresses must lead nowhere, `blank` waits to be filled in.
 */
export type Piece = string | { readonly text: string; readonly as: "strong" | "code" | "said" | "unlinked" | "blank" };

export const strong = (text: string): Piece => ({ text, as: "strong" });
export const code = (text: string): Piece => ({ text, as: "code" });
export const said = (text: string): Piece => ({ text, as: "said" });

/** A heading with what stands below it; nothing where that is empty. */
export function section(level: number, title: string, ...below: readonly (Block | null)[]): Block[] {
  const filled = below.filter((block) => block !== null);
  return filled.length === 0 ? [] : [{ kind: "heading", level, line: title }, ...filled];
}

/** A paragraph; null where there are no words. */
export const paragraph = (line: Line | undefined): Block | null =>
  line === undefined || line.length === 0 ? null : { kind: "paragraph", line };

/** A list; null where it has no items. */
export const list = (mark: Mark, items: readonly Item[]): Block | null =>
  items.length === 0 ? null : { kind: "list", mark, items };

/** Text of the interface, in which `backquotes` set code apart. */
export const marked = (text: string): Piece[] => text.split("`").map((part, i) => (i % 2 === 0 ? part : code(part)));

/** Pieces with something between them. */
export function joined(lines: readonly Line[], between: string): Piece[] {
  return lines.flatMap((line, i) => [...(i === 0 ? [] : [between]), ...piecesOf(line)]);
}

/** What stands around the text of a template, such as brackets, put around pieces. */
export function around(template: (text: string) => string, inner: readonly Piece[]): Piece[] {
  const [before = "", after = ""] = template("\n").split("\n");
  return [before, ...inner, after];
}

export const piecesOf = (line: Line): readonly Piece[] => (typeof line === "string" ? [line] : line);

/** An entry as its line and its notes. */
export const itemOf = (item: Item): { readonly line: Line; readonly notes: readonly Line[] } =>
  typeof item === "object" && "line" in item ? item : { line: item, notes: [] };
