import type { Span } from "./places.js";

/** A line of a letter, without its end. */
export interface Line extends Span {
  readonly text: string;
  /** Columns before its first sign; a tab is four. */
  readonly indent: number;
}

/** The lines of a text; an end of line is LF, CR LF or CR. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const last = at === text.length;
    if (!last && code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(at + 1) === 10) {
      lines.push(lineOf(text, start, at));
      at++;
    } else lines.push(lineOf(text, start, at));
    start = at + 1;
  }
  return lines;
}

function lineOf(text: string, start: number, end: number): Line {
  let indent = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 9) indent += 4;
    else if (code === 32) indent += 1;
    else if (code === 0x3000) indent += 2;
    else break;
  }
  return { start, end, text: text.slice(start, end), indent };
}

/** What stands before the text of an item: a bullet, or a number with what belongs to it. */
const MARKER =
  /^[ \t\u3000]*(?:[-*+–—][ \t]+|[・•·‣◦▪●○■□◆◇][ \t]*|[（(]?(\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4}|[一二三四五六七八九十]{1,2})(?:[.)）][ \t]+|[、．]\s*|[)）]\s*)|([①-⑳])\s*)/;

/** Whether a line begins with a bullet. Squares and full circles stand before headings as well. */
export const isBullet = (text: string): boolean => /^[ \t\u3000]*(?:[-*+–—][ \t]|[・•·‣◦▪])/.test(text.slice(0, 100));

/** The mark that makes a line an item: how long it is, and the number in it, if it has one. */
export function markerOf({ text }: Line): { readonly length: number; readonly label?: string } | null {
  const found = MARKER.exec(text.slice(0, 200));
  if (!found) return null;
  const label = found[1] ?? (found[2] === undefined ? undefined : String(found[2].charCodeAt(0) - 0x245f));
  return { length: found[0].length, ...(label !== undefined && { label }) };
}

/** Words that a point does not end a sentence behind. */
const SHORT =
  /(?:^|[^\p{L}])(?:\p{L}|\d{1,2}|no|nr|nos|approx|inc|ltd|co|corp|mr|mrs|ms|dr|vs|etc|ca|bzw|usw|inkl|art|st|sr|sra|dott|sig|vol|fig|ref|tel|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|dic|ene|abr|ago|avr|janv|juil|févr|déc|gen|mag|giu|lug|ott)$/iu;

/** The sentences of a stretch of text. An empty line, or an end of sentence and white space, is between two. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  const cut = (to: number) => {
    let [low, high] = [from, to];
    while (low < high && /\s/.test(text[low] as string)) low++;
    while (high > low && /\s/.test(text[high - 1] as string)) high--;
    if (high > low) found.push({ start: low, end: high });
    from = to;
  };
  for (let at = start; at < end; at++) {
    const char = text[at] as string;
    if ("。！？；".includes(char)) cut(at + 1);
    else if (".!?".includes(char) && (at + 1 >= end || /[\s"”’)\]*_]/.test(text[at + 1] as string))) {
      if (char !== "." || !SHORT.test(text.slice(Math.max(from, at - 12), at))) cut(at + 1);
    }
  }
  cut(end);
  return found;
}

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“",
  "«": "»",
  "「": "」",
  "『": "』",
  '"': '"',
  "《": "》",
};

/** What stands between quotation marks. */
export function quotesOf(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let open = -1;
  let closing = "";
  for (let at = start; at < end; at++) {
    const char = text[at] as string;
    if (open >= 0 && (char === closing || (closing === "“" && char === "”"))) {
      found.push({ start: open, end: at + 1 });
      open = -1;
    } else if (open < 0 && PAIRS[char] !== undefined) {
      open = at;
      closing = PAIRS[char] as string;
    }
  }
  return found;
}
