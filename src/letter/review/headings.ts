import type { ReviewRules } from "../../playbook/review.js";
import type { Outline } from "../../playbook/types.js";
import { tokenise } from "../../reading/tokens.js";
import type { Finder } from "./finder.js";
import { isBullet, type Line, markerOf } from "./lines.js";
import type { Span } from "./places.js";

/** A line, or the beginning of one, that names what follows. */
export interface Heading {
  /** The words of it, without signs. */
  readonly title: Span;
  /** Markdown's level; 7 in bold, 8 where only its words say that it is one. */
  readonly level: number;
  /** Parts of a letter that it names. */
  readonly parts: ReadonlySet<string>;
  /** It is a part's name and nothing else. */
  readonly exact: boolean;
  /** Where the text begins that follows it on its own line. */
  readonly rest?: number;
}

/** Longest line that is looked at as a heading; most words of one that bears no sign. */
const LONGEST = 160;
const MOST_WORDS = 12;
const MOST_CJK = 18;

/** Knows headings by their signs, and by the names of a letter's parts. */
export function headingsOf(rules: ReviewRules, outline: Outline | null, find: Finder) {
  const titles = titlesOf(rules, outline);

  /** The parts that some words name, and whether they are nothing but a name. */
  const named = (words: string): { parts: Set<string>; exact: boolean } => {
    const tokens = tokenise(words);
    const parts = new Set(titles.get(tokens.join(" ")) ?? []);
    let exact = parts.size > 0;
    const [first, last] = [words.search(/[\p{L}\p{N}]/u), lastLetter(words)];
    // "How it does not happen again" denies nothing.
    for (const { use, name, start, end } of find(words)) {
      if (use !== "heading") continue;
      parts.add(name);
      exact ||= start <= first && end > last;
    }
    return { parts, exact };
  };

  return (line: Line, before: Line | undefined, after: Line | undefined): Heading | null => {
    const whole = line.text.trim();
    if (whole === "" || whole.length > LONGEST) return inline(line, named);
    const marked = signed(line, before, after);
    if (marked)
      return { ...marked, ...named(line.text.slice(marked.title.start - line.start, marked.title.end - line.start)) };
    return alone(line, before, named) ?? inline(line, named);
  };
}

type Named = (words: string) => { readonly parts: Set<string>; readonly exact: boolean };

/** How a part is told from one that a heading may be. */
export const MAY_BE = "may:";

/** Titles of the letter's sections and plain ones, in every language, with the parts that they are or may be. */
function titlesOf({ parts }: ReviewRules, outline: Outline | null): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  for (const { id, role, title } of outline?.sections ?? []) {
    const own = parts.filter((part) =>
      part.section === undefined
        ? part.role !== undefined && part.role === role
        : part.section === id && (part.outlines ?? []).includes(outline?.id as string),
    );
    for (const words of Object.values(title)) {
      const key = tokenise(words).join(" ");
      titles.set(key, [...(titles.get(key) ?? []), `section:${id}`, ...own.map((part) => part.id)]);
    }
  }
  for (const { id, titles: plain = {} } of parts) {
    for (const words of Object.values(plain).flat()) {
      const key = tokenise(words).join(" ");
      titles.set(key, [...(titles.get(key) ?? []), MAY_BE + id]);
    }
  }
  return titles;
}

/** Headings of Markdown, and lines that are bold as a whole. */
function signed(
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
): Pick<Heading, "title" | "level"> | null {
  const { text, start } = line;
  const hashes = /^ {0,3}(#{1,6})[ \t]+/.exec(text);
  if (hashes)
    return {
      title: trimmed(text.replace(/[ \t]#+[ \t]*$/, ""), start, hashes[0].length),
      level: hashes[1]?.length ?? 1,
    };
  const bold = /^[ \t]*(?:\d{1,2}[.)][ \t]+)?(\*\*|__)(?=\S)/.exec(text);
  const close = bold ? text.indexOf(bold[1] as string, bold[0].length) : -1;
  if (bold && close > 0 && /^\s*[:：]?\s*$/.test(text.slice(close + 2)))
    return { title: trimmed(text.slice(0, close), start, bold[0].length), level: 7 };
  const under = after?.text.trim() ?? "";
  if (/^(=+|-{3,})$/.test(under) && (before === undefined || before.text.trim() === "") && markerOf(line) === null)
    return { title: trimmed(text, start, 0), level: under.startsWith("=") ? 1 : 2 };
  return null;
}

/** A short line of its own that names a part, and is no sentence. */
function alone(line: Line, before: Line | undefined, named: Named): Heading | null {
  if (line.indent > 3) return null;
  const from = markerOf(line)?.length ?? 0;
  if (isBullet(line.text)) return null;
  const words = line.text.slice(from);
  const colon = /[:：][ \t]*$/.test(words);
  if (!colon && /[.!?。！？,，;；][ \t]*$/.test(words)) return null;
  const tokens = tokenise(words);
  const cjk = tokens.filter((token) => token.charCodeAt(0) > 0x2e7f).length;
  if (tokens.length === 0 || cjk > MOST_CJK || tokens.length - cjk > MOST_WORDS) return null;
  // "Attached: the invoices" is no heading, "Part 1: root cause" is one.
  const inner = /^([^:：]*)[:：][ \t]*\S/.exec(words)?.[1];
  if (inner !== undefined && named(inner).parts.size > 0) return null;
  const { parts, exact } = named(words);
  // A line in the middle of a paragraph must be a name and nothing else.
  const free = before === undefined || before.text.trim() === "" || colon || from > 0;
  if (parts.size === 0 || !(exact || free)) return null;
  return { title: trimmed(line.text, line.start, from), level: 8, parts, exact };
}

/** "Root cause: we listed …": a part's name, a colon, and text behind it. */
function inline(line: Line, named: Named): Heading | null {
  if (line.indent > 3) return null;
  const start = line.text.slice(0, 100);
  if (isBullet(start)) return null;
  const found = /^([^:：]{2,80}?)(?:\*\*|__)?[:：](?:\*\*|__)?[ \t]*(?=\S)/.exec(start);
  if (!found) return null;
  const from = markerOf(line)?.length ?? 0;
  const words = (found[1] as string).slice(from);
  const { parts, exact } = named(words);
  if (!exact) return null;
  const title = trimmed(found[1] as string, line.start, from);
  return { title, level: 8, parts, exact, rest: line.start + found[0].length };
}

/** The words of a line from a place on, without signs around them. */
function trimmed(text: string, start: number, from: number): Span {
  let [low, high] = [from, text.length];
  while (low < high && /[\s*_#]/.test(text[low] as string)) low++;
  while (high > low && /[\s*_:：#]/.test(text[high - 1] as string)) high--;
  return { start: start + low, end: start + Math.max(high, low) };
}

function lastLetter(words: string): number {
  for (let at = words.length - 1; at >= 0; at--) if (/[\p{L}\p{N}]/u.test(words[at] as string)) return at;
  return -1;
}
