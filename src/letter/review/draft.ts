import type { ReviewRules } from "../../playbook/review.js";
import type { Outline } from "../../playbook/types.js";
import { type Finder, type Found, finderOf } from "./finder.js";
import { type Heading, headingsOf, MAY_BE } from "./headings.js";
import { type Line, linesOf, markerOf, quotesOf, sentencesOf } from "./lines.js";
import type { Span } from "./places.js";

/** One sentence, with the phrases of the rules in it. */
export interface Sentence extends Span {
  readonly found: readonly Found[];
  /** Words between quotation marks are somebody else's. */
  readonly quotes: readonly Span[];
}

/** A paragraph, an item of a list with what belongs to it, or a heading inside a section. */
export interface Unit extends Span {
  readonly kind: "paragraph" | "item" | "title";
  /** How far in an item stands. */
  readonly indent: number;
  /** The number before an item. */
  readonly label?: string;
  readonly sentences: readonly Sentence[];
}

/** What stands under one heading; the first one of a draft may have none. */
export interface Section {
  readonly title: Span | null;
  readonly level: number;
  readonly parts: ReadonlySet<string>;
  readonly units: readonly Unit[];
}

export interface Draft {
  readonly text: string;
  readonly sections: readonly Section[];
  /** All of them, from top to bottom. */
  readonly sentences: readonly Sentence[];
}

/** Takes a letter apart: sections by their headings, in them paragraphs, items and sentences. */
export function draftOf(text: string, rules: ReviewRules, outline: Outline | null): Draft {
  const find = finderOf(rules);
  const heading = headingsOf(rules, outline, find);
  const lines = linesOf(text);
  const sections: Open[] = [{ title: null, level: 0, parts: new Set(), units: [] }];
  let block = null as Block | null;
  const last = () => sections.at(-1) as Open;
  let listed: Section | null = null;
  const close = () => {
    if (block) last().units.push(unitOf(text, block, find));
    if (block?.kind === "item") listed = last();
    block = null;
  };
  for (const [i, line] of lines.entries()) {
    if (isRule(line) || line.text.startsWith(">")) {
      close();
      continue;
    }
    const blank = line.text.trim() === "";
    if (blank) {
      if (block?.kind === "paragraph") close();
      continue;
    }
    const found: Heading | null =
      block?.kind === "item" && line.indent > block.indent ? null : heading(line, lines[i - 1], lines[i + 1]);
    if (found) {
      close();
      if (isSub(found, last(), text, find)) last().units.push(titleOf(text, found, find));
      else sections.push({ title: found.title, level: found.level, parts: found.parts, units: [] });
      if (found.rest !== undefined) block = { kind: "paragraph", indent: 0, start: found.rest, end: line.end };
      continue;
    }
    const marker = markerOf(line);
    if (marker) {
      close();
      const { length, ...label } = marker;
      block = { kind: "item", indent: line.indent, start: line.start + length, end: line.end, ...label };
    } else if (block && !(block.kind === "item" && line.indent === 0 && lines[i - 1]?.text.trim() === "")) {
      block.end = line.end;
    } else {
      close();
      if (listed === last() && startsList(lines, i)) {
        sections.push({ title: { start: line.start, end: line.end }, level: 8, parts: new Set(), units: [] });
      } else block = { kind: "paragraph", indent: line.indent, start: line.start, end: line.end };
    }
  }
  close();
  return { text, sections: settled(sections), sentences: sentencesIn(sections) };
}

/** A plain heading that may be one of several parts is the one that no other heading names, where that is one. */
function settled(sections: readonly Section[]): Section[] {
  const named = new Set(sections.flatMap(({ parts }) => [...parts]));
  return sections.map((section) => {
    const may = [...section.parts].filter((id) => id.startsWith(MAY_BE)).map((id) => id.slice(MAY_BE.length));
    const open = may.filter((id) => !named.has(id));
    if (open.length !== 1 || may.some((id) => section.parts.has(id))) return section;
    return { ...section, parts: new Set([...section.parts, ...open]) };
  });
}

/** Most characters of a line that can be a heading without a word that tells it. */
const SHORT = 80;

/** Whether a short line after one list comes before another: a heading whose words are not known. */
function startsList(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i] as Line;
  const words = text.trim();
  if (words.length > SHORT || /[.!?。！？,，;；:：]$/.test(words) || lines[i - 1]?.text.trim() !== "") return false;
  const next = lines.slice(i + 1, i + 4).find((line) => line.text.trim() !== "");
  return next !== undefined && markerOf(next) !== null;
}

interface Open extends Section {
  readonly units: Unit[];
}

interface Block {
  readonly kind: "paragraph" | "item";
  readonly indent: number;
  readonly start: number;
  end: number;
  readonly label?: string;
}

/** A line across the page, or the one under a heading. */
const isRule = ({ text }: Line): boolean =>
  /^[ \t]*([-=*_])[ \t]*(?:\1[ \t]*){2,200}$/.test(text.slice(0, 400)) && text.length < 400;

/**
 * Whether a heading divides a section, and does not end it: one further down that names no other part, or one that
 * names a cause by its number.
 */
function isSub(heading: Heading, section: Section, text: string, find: Finder): boolean {
  if (section.parts.size === 0) return false;
  const { title } = heading;
  const numbered = numbersIn(text, title, find(text.slice(title.start, title.end), title.start)).length > 0;
  if (numbered && heading.level >= section.level) return true;
  return heading.level > section.level && !heading.exact && (heading.parts.size === 0 || heading.level < 7);
}

const titleOf = (text: string, { title }: Heading, find: Finder): Unit => ({
  kind: "title",
  indent: 0,
  ...title,
  sentences: [sentenceOf(text, title, find)],
});

const unitOf = (text: string, { start, end, kind, indent, label }: Block, find: Finder): Unit => ({
  kind,
  indent,
  start,
  end,
  ...(label !== undefined && { label }),
  sentences: sentencesOf(text, { start, end }).map((span) => sentenceOf(text, span, find)),
});

const sentenceOf = (text: string, span: Span, find: Finder): Sentence => ({
  ...span,
  found: find(text.slice(span.start, span.end), span.start),
  quotes: quotesOf(text, span),
});

const NUMBERS =
  /^[\s#.:：№]{0,3}(?:no\.?|nr\.?|number|第)?\s?((?:\d{1,2}|[A-H]|[一二三四五六七八九十])(?:\s?(?:,|and|und|et|y|e|&|\+|–|-|、|和|及)\s?(?:\d{1,2}|[A-H]|[一二三四五六七八九十])){0,9})(?![\p{L}\p{N}])/u;
const HANZI = "一二三四五六七八九十";

/** The numbers of causes that a stretch of text names: "cause 2", "causes 1 and 3", 原因二. */
export function numbersIn(text: string, { start, end }: Span, found: readonly Found[]): string[] {
  const words = new Set(
    found.filter(({ use, name }) => use === "mark" && name === "cause").map((one) => text.slice(one.start, one.end)),
  );
  const part = text.slice(start, end);
  const numbers: string[] = [];
  for (const word of words) {
    for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + word.length)) {
      const behind = part.slice(at + word.length, at + word.length + 40);
      numbers.push(...((NUMBERS.exec(behind)?.[1] ?? "").match(/\d{1,2}|[A-H]|[一二三四五六七八九十]/g) ?? []));
    }
  }
  return numbers.map((number) => (HANZI.includes(number) ? String(HANZI.indexOf(number) + 1) : number));
}

export const sentencesIn = (sections: readonly Section[]): readonly Sentence[] =>
  sections.flatMap(({ units }) => units.flatMap(({ sentences }) => sentences));

/** Whether a mark stands in a sentence. */
export const marked = ({ found }: Sentence, name: string): boolean =>
  found.some((one) => one.use === "mark" && one.name === name && !one.negated);
