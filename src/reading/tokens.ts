import { foldCjk, foldUnit, isApostrophe, Kind, kindOf } from "./fold.js";
import { letterOf, NONE, OTHER, unitOf } from "./letters.js";

/** Receives a text's tokens one after the other. Positions are UTF-16 units of the text as it was given. */
export interface Sink {
  /** Where the letters of a word stand, folded, when `word` is called (see letters.ts); those that it has no room for are left out. */
  readonly letters: Uint8Array;
  /** A word of so many letters. */
  word(length: number, start: number, end: number): void;
  /** A CJK character is a token of its own. */
  ideograph(code: number, start: number): void;
  /** A sentence or paragraph ends here: no phrase goes on over it. */
  stop(at: number): void;
}

/**
 * Takes a text apart into tokens, in one pass. A single line break, an apostrophe in a word and a point between
 * letters (amazon.com) end no sentence; HTML entities are read as what they stand for.
 */
export function scan(text: string, sink: Sink): void {
  const { letters } = sink;
  const room = letters.length;
  let length = 0;
  let start = 0;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    const plain = code < 128 ? (PLAIN[code] as number) : NONE;
    if (plain !== NONE) {
      if (length === 0) start = i;
      end = i + 1;
      if (length < room) letters[length] = plain;
      length++;
      continue;
    }
    let width = 1;
    if (code === 38) {
      const entity = entityAt(text, i);
      if (entity) {
        code = entity.code;
        width = entity.width;
      }
    }
    const kind = kindOf(code);
    if (kind === Kind.latin || kind === Kind.other) {
      if (length === 0) start = i;
      end = i + width;
      length = spell(kind === Kind.latin ? foldUnit(code) : UNKNOWN, letters, length);
    } else if (kind === Kind.joiner) {
      const between = isLetter(text, i + width) && isLetter(text, i + width + 1);
      if (between && isApostrophe(code) && isElided(letters, length)) length = 0;
    } else {
      if (length > 0) sink.word(length, start, end);
      length = 0;
      if (kind === Kind.cjk) sink.ideograph(foldCjk(code), i);
      else if (code === PERCENT || code === WIDE_PERCENT) sink.word(spell("percent", letters, 0), i, i + width);
      else if (kind === Kind.stop && endsSentence(text, i, code)) sink.stop(i);
    }
    i += width - 1;
  }
  if (length > 0) sink.word(length, start, end);
}

/**
 * Articles and the like that French and Italian leave the last letter of before a vowel: they are left out, so that
 * "l'annonce" is the word that "une annonce" has. What is left of "Dell's" is too short to have one before it.
 */
const ELIDED = new Set(
  "l d c j m n s t qu un dell nell all dall sull quell jusqu lorsqu puisqu quoiqu quest".split(" "),
);
const LONGEST_ELIDED = Math.max(...[...ELIDED].map((one) => one.length));

function isElided(letters: Uint8Array, length: number): boolean {
  if (length === 0 || length > LONGEST_ELIDED) return false;
  return ELIDED.has(wordOf(letters, length));
}

/** A word by its letters, one after the other: there may be more than a function takes arguments. */
function wordOf(letters: Uint8Array, length: number): string {
  let word = "";
  for (let i = 0; i < length; i++) word += String.fromCharCode(unitOf(letters[i] as number));
  return word;
}

const isLetter = (text: string, at: number): boolean => at < text.length && kindOf(text.charCodeAt(at)) === Kind.latin;

/** Letters of ASCII, capitals as small ones. */
const PLAIN = new Uint8Array(128);
for (let code = 0; code < PLAIN.length; code++) PLAIN[code] = letterOf(code >= 65 && code <= 90 ? code + 32 : code);

/** Stands for a letter that no phrase has. */
const UNKNOWN = "?";

/** Puts folded letters behind the others of a word; gives how many there are now. */
function spell(folded: string, letters: Uint8Array, length: number): number {
  for (let i = 0; i < folded.length; i++)
    if (length + i < letters.length) letters[length + i] = letterOf(folded.charCodeAt(i)) || OTHER;
  return length + folded.length;
}

/** "%" is the word percent: a rate is half of what sellers are judged by. */
const PERCENT = 37;
const WIDE_PERCENT = 0xff05;

/** A stop counts before white space or at the end; a line break only where an empty line follows. */
function endsSentence(text: string, at: number, code: number): boolean {
  if (code > 0x2000) return true;
  const next = text.charCodeAt(at + 1);
  if (code === 10) return next === 10 || (next === 13 && text.charCodeAt(at + 2) === 10);
  if (code === 58) return false;
  return Number.isNaN(next) || next <= 32 || next === 34 || next === 41 || next === 0x201d;
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    rsquo: "'",
    lsquo: "'",
    ndash: "-",
    mdash: "-",
    hellip: "…",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ntilde: "ñ",
    oacute: "ó",
    iacute: "í",
    aacute: "á",
    uacute: "ú",
    ccedil: "ç",
  }),
);
const LONGEST_ENTITY = 10;

function entityAt(text: string, at: number): { code: number; width: number } | null {
  const semicolon = text.slice(at + 1, at + LONGEST_ENTITY).indexOf(";");
  if (semicolon < 1) return null;
  const name = text.slice(at + 1, at + 1 + semicolon);
  const width = semicolon + 2;
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (number) {
    const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
    return { code: code > 0xffff ? 32 : code, width };
  }
  const known = ENTITIES.get(name);
  return known ? { code: known.charCodeAt(0), width } : null;
}

/** The folded tokens of a text, for phrases. */
export function tokenise(text: string): string[] {
  const found: string[] = [];
  // Some characters are several letters: "ß" two, "%" seven.
  const letters = new Uint8Array(text.length * 7);
  scan(text, {
    letters,
    word: (length) => {
      found.push(wordOf(letters, length));
    },
    ideograph: (code) => {
      found.push(String.fromCharCode(code));
    },
    stop: () => {},
  });
  return found;
}
