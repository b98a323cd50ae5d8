import { displayWidth, pad, wrap } from "./style.js";
import type { View } from "./view.js";

/** Where things stand on a screen: labels at the left and content beside them, or above it where the screen is narrow. */
export interface Page {
  readonly width: number;
  readonly beside: boolean;
  /** Columns of content that is beside or below its label. */
  readonly room: number;
  readonly gutter: number;
}

/** Content narrower than this is put below its label. */
const LEAST = 46;

/** A page for these labels. */
export function page(view: View, labels: readonly string[]): Page {
  const width = Math.min(100, Math.max(40, Math.floor(view.width) || 80));
  const widest = Math.max(...labels.map(displayWidth)) + 2;
  const beside = width - widest >= LEAST;
  const gutter = beside ? widest : 2;
  return { width, beside, gutter, room: width - gutter };
}

/** A labelled block; nothing where it has no lines. The lines are wrapped to `room` and may be painted. */
export function block(
  label: string,
  lines: readonly string[],
  { beside, gutter }: Page,
  view: View,
  colour = view.paint.bold,
): string[] {
  if (lines.length === 0) return [];
  const margin = " ".repeat(gutter);
  if (!beside) return [colour(label), ...lines.map((line) => (line === "" ? "" : margin + line))];
  return lines.map((line, i) => {
    if (i === 0) return colour(label) + pad(label, gutter).slice(label.length) + line;
    return line === "" ? "" : margin + line;
  });
}

/** Blocks as one text, an empty line between them, a newline at the end. */
export function screen(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** A label beside a text where both fit on one line, else below each other. */
export function beside(left: string, right: string, room: number, gap = "  "): [string] | [string, string] {
  return displayWidth(left + gap + right) <= room ? [left + gap + right] : [left, right];
}

/** Paints the first line's beginning, where it was not broken across lines. */
export function lead(lines: readonly string[], start: string, colour: (text: string) => string): string[] {
  return lines.map((line, i) => (i === 0 && line.startsWith(start) ? colour(start) + line.slice(start.length) : line));
}

/** Adds a remark to the last line where it fits, else below it. */
export function tail(
  lines: readonly string[],
  remark: string,
  room: number,
  colour: (text: string) => string,
): string[] {
  const last = lines.at(-1) ?? "";
  if (displayWidth(last) + 2 + displayWidth(remark) > room) return [...lines, ...wrap(remark, room, 2).map(colour)];
  return [...lines.slice(0, -1), `${last}  ${colour(remark)}`];
}
