// Over 200 lines: one list of words, and all the looks into it that share its places.
import { mayLead } from "./currencies.js";

/** A run of letters and digits of a text; positions are UTF-16 units. */
export interface Word {
  /** Lower case, without accents. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longest run that is kept; a longer one is nothing that anybody wrote. */
const LONGEST = 64;
const ASIN = 10;
/** What a text with more words took is given back by the next one. */
const ROOM = 2 ** 16;

/**
 * The words and CJK runs of a text, in order. "72-hour" is two words, "1,754.20" one, "3月14日" one for each change
 * between CJK characters and others. Few of them are ever looked at, so that only their places are found beforehand.
 */
export class Words {
  /** Places in the list of the words that begin with a digit, and of those that name a small number. */
  readonly numbers: number[] = [];
  /** Places of the words that begin like an ASIN and are as long. */
  readonly codes: number[] = [];
  /** Places of the words that begin like a currency and end with a digit: "EUR500". */
  readonly coded: number[] = [];
  private text = "";
  private starts = new Int32Array(256);
  private ends = new Int32Array(256);
  private length = 0;
  private readonly known = new Map<number, Word>();

  /** Takes another text; one list is enough for all. */
  take(text: string): this {
    if (text === this.text) return this;
    this.text = text;
    this.length = 0;
    this.numbers.length = 0;
    this.codes.length = 0;
    this.coded.length = 0;
    this.known.clear();
    if (this.starts.length > ROOM && text.length < ROOM)
      [this.starts, this.ends] = [new Int32Array(ROOM), new Int32Array(ROOM)];
    for (let i = 0; i < text.length; ) {
      const kind = kindOf(text.charCodeAt(i));
      if (kind === NEITHER) i++;
      else {
        const end = kind === LETTER ? wordEnd(text, i) : endOf(text, i, true);
        if (end - i <= LONGEST) this.add(i, end, kind === DIGIT);
        i = end;
      }
    }
    return this;
  }

  private add(start: number, end: number, number: boolean): void {
    const { text, length } = this;
    if (number || numberNamed(text, start, end) !== undefined) this.numbers.push(length);
    else if (isDigit(text.charCodeAt(end - 1)) && mayLead(text, start)) this.coded.push(length);
    else if (end - start === ASIN && (text.charCodeAt(start) | 32) === 98 && text.charCodeAt(start + 1) === 48)
      this.codes.push(length);
    if (length === this.starts.length) this.resize(2 * length);
    this.starts[length] = start;
    this.ends[this.length++] = end;
  }

  /** Where a word begins, without taking it out of the text; -1 where there is none. */
  startOf(place: number): number {
    return place >= 0 && place < this.length ? (this.starts[place] as number) : -1;
  }

  /** How many units a word has; 0 where there is none. */
  lengthOf(place: number): number {
    return place >= 0 && place < this.length ? (this.ends[place] as number) - (this.starts[place] as number) : 0;
  }

  /** The place of the first word that begins there or behind. */
  placeAt(start: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  at(place: number): Word | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const [start, end] = [this.starts[place] as number, this.ends[place] as number];
    const made = { text: fold(this.text.slice(start, end)), start, end };
    this.known.set(place, made);
    return made;
  }

  /** The folded words from one place up to another, as far as there are any. */
  texts(from: number, to: number): string[] {
    const found: string[] = [];
    for (let place = Math.max(0, from); place < Math.min(to, this.length); place++)
      found.push((this.at(place) as Word).text);
    return found;
  }

  private resize(room: number): void {
    const wider = (old: Int32Array) => {
      const made = new Int32Array(room);
      made.set(old);
      return made;
    };
    [this.starts, this.ends] = [wider(this.starts), wider(this.ends)];
  }
}

const SMALL: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["three", 3],
  ["five", 5],
  ["seven", 7],
  ["ten", 10],
  ["fourteen", 14],
  ["seventeen", 17],
  ["thirty", 30],
  ["sixty", 60],
  ["ninety", 90],
]);

/** The number that a word names, if it is one of those that times to answer are told in. */
export function numberNamed(text: string, start = 0, end = text.length): number | undefined {
  const length = end - start;
  if (length < 3 || length > 9) return undefined;
  // Two letters tell most words from these: tw, th, te, fi, fo, se, si, ni.
  const [first, second] = [text.charCodeAt(start) | 32, text.charCodeAt(start + 1) | 32];
  const may =
    first === 116
      ? second === 119 || second === 104 || second === 101
      : first === 102
        ? second === 105 || second === 111
        : first === 115
          ? second === 101 || second === 105
          : first === 110 && second === 105;
  return may ? SMALL.get(fold(text.slice(start, end))) : undefined;
}

export const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x250) ||
  (code > 0x2e7f &&
    code < 0xfe00 &&
    code !== 0x3000 &&
    !(code >= 0x3001 && code <= 0x3003) &&
    !(code >= 0x3008 && code <= 0x3011));

const [NEITHER, LETTER, DIGIT] = [0, 1, 2];
const LOW = 0x250;
const KINDS = new Uint8Array(LOW).fill(DIGIT, 48, 58).fill(LETTER, 65, 91).fill(LETTER, 97, 123).fill(LETTER, 0xc0);

const kindOf = (code: number): number => (code < LOW ? (KINDS[code] as number) : isLetter(code) ? LETTER : NEITHER);

/** Where the word ends that begins with a letter: most hold no digit, and none but common letters. */
function wordEnd(text: string, from: number): number {
  let i = from + 1;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const kind = code < LOW ? (KINDS[code] as number) : DIGIT;
    if (kind === LETTER) i++;
    else return kind === NEITHER && text.charCodeAt(from) < LOW ? i : endOf(text, from, false);
  }
  return i;
}

/** Where the word ends that begins at a place, with a digit or not. */
function endOf(text: string, from: number, withDigit: boolean): number {
  let digits = withDigit;
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind === NEITHER) {
      if (digits && (code === 44 || code === 46) && isDigit(text.charCodeAt(i + 1))) continue;
      return i;
    }
    const digit = kind === DIGIT;
    if (code > 0x2e7f !== text.charCodeAt(i - 1) > 0x2e7f) return i;
    digits = digit;
  }
  return text.length;
}

const ASCII = /^[\0-\x7f]*$/;

/** In lower case, without accents. */
export const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .toLowerCase();

/** The words of the text that is looked at: what looks for something else in the same one need not take it again. */
export const words = new Words();
