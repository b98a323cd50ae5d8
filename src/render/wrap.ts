import { wideClusters, widePieces, wideWidth } from "./wide.js";

/** Nothing but characters of one column, none of which joins another: most texts. */
const NARROW = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u2193]*$/;
/** What makes a narrow paragraph more than words with a space between them. */
const UNEVEN = /[“‘]|^ | {2}| $/;
/** Where the pieces of a narrow word begin. */
const NARROW_PIECE = /(?<=[^“‘])(?=[“‘])/;
/** Signs in addresses and paths after which a word may be cut when it must be. */
const SOFT = /[/?&=.,;:@_-]$/;

/** Columns that a text takes: 2 for a Chinese character or an emoji, none for colour codes. */
export function displayWidth(text: string): number {
  return NARROW.test(text) ? text.length : wideWidth(text);
}

/**
 * Lines of at most `width` columns, each `indent` columns in. Words stay whole unless one is longer than a line;
 * Chinese and Japanese break between characters. A newline in the text stays one. The text must be plain and safe.
 */
export function wrap(text: string, width: number, indent = 0): string[] {
  const room = Math.max(2, width - indent);
  const margin = " ".repeat(indent);
  return text
    .split("\n")
    .flatMap((paragraph) => fill(paragraph, room).map((line) => (line === "" ? "" : margin + line)));
}

/** A list item: the mark on the first line, the text beside it. */
export function hang(mark: string, text: string, width: number, indent = 0): string[] {
  const inner = indent + displayWidth(mark);
  const lines = wrap(text, width, inner);
  return [`${" ".repeat(indent)}${mark}${(lines[0] ?? "").slice(inner)}`.trimEnd(), ...lines.slice(1)];
}

/** The text on one line, cut to `width` columns with an ellipsis. */
export function shorten(text: string, width: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (displayWidth(line) <= width) return line;
  let cut = "";
  let used = 0;
  for (const cluster of clusters(line)) {
    used += displayWidth(cluster);
    if (used > width - 1) break;
    cut += cluster;
  }
  return `${cut.trimEnd()}…`;
}

/** Spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

function fill(paragraph: string, room: number): string[] {
  const even = NARROW.test(paragraph) && !UNEVEN.test(paragraph);
  return (even ? fillEvenly(paragraph, room) : null) ?? fillByPieces(paragraph, room);
}

/** Lines of a paragraph that is nothing but words and spaces; null where a word is longer than a line. */
function fillEvenly(paragraph: string, room: number): string[] | null {
  const lines: string[] = [];
  let from = 0;
  while (paragraph.length - from > room) {
    const end = paragraph.lastIndexOf(" ", from + room);
    if (end < from) return null;
    lines.push(paragraph.slice(from, end));
    from = end + 1;
  }
  lines.push(paragraph.slice(from));
  return lines;
}

function fillByPieces(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const place = (piece: string, gap: string): void => {
    const width = displayWidth(piece);
    if (line !== "" && used + gap.length + width <= room) {
      line += gap + piece;
      used += gap.length + width;
      return;
    }
    if (line !== "") lines.push(line);
    const cuts = width > room ? cutUp(piece, room) : [piece];
    for (const cut of cuts.slice(0, -1)) lines.push(cut);
    line = cuts.at(-1) as string;
    used = displayWidth(line);
  };
  for (const word of paragraph.split(/[ \t]+/)) {
    if (word === "") continue;
    let gap = " ";
    for (const piece of NARROW.test(word) ? word.split(NARROW_PIECE) : widePieces(word)) {
      if (piece === "") continue;
      place(piece, gap);
      gap = "";
    }
  }
  lines.push(line);
  return lines;
}

const clusters = (text: string): Iterable<string> => (NARROW.test(text) ? text : wideClusters(text));

/** A word that is longer than a line, cut where an address can be cut, or anywhere. */
function cutUp(word: string, room: number): string[] {
  const cuts: string[] = [];
  let chunk = "";
  let used = 0;
  let soft = 0;
  for (const cluster of clusters(word)) {
    const width = displayWidth(cluster);
    if (chunk !== "" && used + width > room) {
      const end = soft > room / 2 ? soft : chunk.length;
      cuts.push(chunk.slice(0, end));
      chunk = chunk.slice(end);
      used = displayWidth(chunk);
      soft = 0;
    }
    chunk += cluster;
    used += width;
    if (SOFT.test(cluster)) soft = chunk.length;
  }
  cuts.push(chunk);
  return cuts;
}
