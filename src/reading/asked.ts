import { asked, isGranted, isRefused, type Piece } from "../core/asked.js";
import { ASKED, type Reading, type Shown } from "../core/reading.js";
import { later } from "./later.js";
import type { Today } from "./listen.js";
import { type Knowledge, read, readFor } from "./read.js";
import { scan } from "./tokens.js";

/** So many pieces are read at once. */
const MANY = 64;
/** A longer sentence, and more of its phrases, are read but once. */
const [LONG, MOST_TAILS] = [2000, 24];

const ITEM = later(String.raw`\n[ \t]*(?=(?:[-–—*•·・◦▪●]+|\(?\d{1,2}[.)、:]|[a-zA-Z][.)])\s*\S)`, "g");
const BULLET = later(String.raw`^\s*(?:[-–—*•·・◦▪●]+|\(?\d{1,2}[.)、:]|[a-zA-Z][.)]\s)`, "u");
const EMPTY_LINE = later(String.raw`\n[ \t\r]*\n`, "u");
const WORD = later(String.raw`\p{L}{2}|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}`, "u");
const LINES = later(String.raw`[:：]\s*(?:\n|$)`, "u");
const PARTS = later(String.raw`[;；…]\s*$`, "u");

/**
 * What is shown of a text, where of what may be asked for after a refusal that alone is left which is asked for, and that a document was refused: one
 * that was read as a whole is read once more by its sentences.
 */
export function withAsked<S extends Shown>(text: string, shown: S, knowledge: Knowledge): S {
  const others = shown.evidence.filter(({ fact }) => fact !== ASKED);
  if (others.length === shown.evidence.length) return shown;
  const refused = shown.evidence.filter(isRefused);
  return { ...shown, evidence: [...others, ...refused, ...asked(piecesOf(text, knowledge))] };
}

/** A reading of a text with what it asks for. */
export const readAsked = (text: string, knowledge: Knowledge, today: Today = null): Reading =>
  withAsked(text, read(text, knowledge, today), knowledge);

/** Whether a message asks for anything that refusals ask for, and does not say that the appeal was accepted. */
export function asksAnything(text: string, knowledge: Knowledge): boolean {
  const pieces = piecesOf(text, knowledge);
  return !isGranted(pieces) && asked(pieces).length > 0;
}

/** Whether a message says that the appeal was accepted. */
export const saysGranted = (text: string, knowledge: Knowledge): boolean => isGranted(piecesOf(text, knowledge));

/** A text in its sentences and the items of its lists. */
function piecesOf(text: string, knowledge: Knowledge): Piece[] {
  const spans = spansOf(text);
  const first = heardIn(text, spans, knowledge);
  return spans.map(([start, end], i) => {
    const own = text.slice(start, end);
    const gap = (text[start - 1] ?? "") + (/^\s*/.exec(own)?.[0] ?? "");
    return {
      words: withLater(text, [start, end], first[i] as Words, knowledge),
      item: BULLET().test(own) && (start === 0 || gap.includes("\n")),
      apart: EMPTY_LINE().test(gap),
      opens: LINES().test(own) ? "lines" : PARTS().test(own) ? "parts" : null,
    };
  });
}

/** A phrase is found where it first stands: what stands behind each that was found is read once more. */
function withLater(text: string, [start, end]: Span, first: Words, knowledge: Knowledge): Words {
  const ends = new Set(first.flatMap((one) => (one.fact === ASKED ? [one.end] : [])));
  if (end - start > LONG) return first;
  const tails = [...ends].slice(0, MOST_TAILS).map((from): Span => [from, end]);
  const all = [...first, ...heardIn(text, tails, knowledge).flat()];
  return [...new Map(all.map((one) => [`${one.value} ${one.start} ${one.end}`, one])).values()].sort(
    (a, b) => a.start - b.start,
  );
}

/** What is heard in each of some spans, by its place in the whole text. */
function heardIn(text: string, spans: readonly Span[], knowledge: Knowledge): Words[] {
  const heard: Words[] = [];
  for (let from = 0; from < spans.length; from += MANY) {
    const some = spans.slice(from, from + MANY);
    const texts = some.map(([start, end]) => text.slice(start, end));
    for (const [i, { evidence }] of readFor(texts, knowledge, () => ({})).entries()) {
      const [start] = some[i] as Span;
      heard.push(evidence.map((one) => ({ ...one, start: one.start + start, end: one.end + start })));
    }
  }
  return heard;
}

type Words = Shown["evidence"];
type Span = readonly [start: number, end: number];

/** Where its pieces begin and end. What holds no word, as the number of an item, goes with what follows. */
function spansOf(text: string): Span[] {
  const cuts = [...text.matchAll(ITEM())].map(({ index }) => index + 1);
  scan(text, { letters: new Uint8Array(64), word: () => {}, ideograph: () => {}, stop: (at) => cuts.push(at + 1) });
  const spans: Span[] = [];
  let start = 0;
  for (const cut of [...cuts.sort((a, b) => a - b), text.length]) {
    if (cut <= start || !WORD().test(text.slice(start, cut))) continue;
    spans.push([start, cut]);
    start = cut;
  }
  return spans;
}
