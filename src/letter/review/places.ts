import type { Place } from "../../playbook/finding.js";

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A longer line than any that somebody reads is not shown. */
const LONGEST_LINE = 4000;

/** Tells where stretches of a text stand. Lines end with LF, CR LF or CR. */
export function placer(text: string, file: string): (span: Span) => Place {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return ({ start, end }) => {
    const at = Math.min(start, text.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    const from = starts[low] as number;
    let to = starts[low + 1] ?? text.length;
    while (to > from && (text.charCodeAt(to - 1) === 10 || text.charCodeAt(to - 1) === 13)) to--;
    const column = Math.min(at, to) - from + 1;
    const endColumn = Math.max(column + 1, Math.min(end, to) - from + 1);
    const place = { file, line: low + 1, column, endColumn };
    return to - from > LONGEST_LINE ? place : { ...place, source: text.slice(from, to) };
  };
}
