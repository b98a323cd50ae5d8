import { simplify } from "./hanzi.js";
import { later } from "./later.js";

/**
 * Characters as phrases and texts are compared: without case, accents and width.
 * Only what occurs in words is folded; everything else separates them.
 */

/** What a character does in a text. Numbers, so that scanning stays a matter of table look-ups. */
export enum Kind {
  space = 0,
  latin = 1,
  cjk = 2,
  stop = 3,
  joiner = 4,
  other = 5,
}

const ASCII = 0x80;
const LATIN = 0x250;
const kinds = new Uint8Array(ASCII);
const folds: string[] = [];
const OTHER_LETTER = later("\\p{L}", "u");

/** Latin letters that no normalisation takes apart. */
const LIGATURES: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  þ: "th",
  ð: "d",
};

for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789") {
  for (const written of [letter, letter.toUpperCase()]) {
    kinds[written.charCodeAt(0)] = Kind.latin;
    folds[written.charCodeAt(0)] = letter;
  }
}
for (const stop of ".!?;:\n") kinds[stop.charCodeAt(0)] = Kind.stop;
for (const joiner of "'`") kinds[joiner.charCodeAt(0)] = Kind.joiner;

/** What stands for an apostrophe, typed or set. */
const APOSTROPHES: readonly number[] = Array.from("'`´’‘ʼ", (char) => char.charCodeAt(0));
export const isApostrophe = (code: number): boolean => APOSTROPHES.includes(code);

function foldLatin(char: string): string {
  const plain = char
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return LIGATURES[plain] ?? plain;
}

/** Kinds of other units, once they have been asked for; one more than they are. */
const others = new Uint8Array(2 ** 16);

/** Kind of a UTF-16 unit. */
export function kindOf(code: number): number {
  if (code < ASCII) return kinds[code] as number;
  const known = others[code] as number;
  if (known > 0) return known - 1;
  const kind = rareKind(code);
  others[code] = kind + 1;
  return kind;
}

function rareKind(code: number): number {
  if (code === 0xad || isApostrophe(code)) return Kind.joiner;
  if (code < LATIN) return /^[a-z0-9]+$/.test(foldUnit(code)) ? Kind.latin : Kind.space;
  // Zero-width characters, combining marks: nothing stands between two letters.
  if (code >= 0x0300 && code <= 0x036f) return Kind.joiner;
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code === 0x2060 || code === 0xfeff)
    return Kind.joiner;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0x2026) return Kind.stop;
  if (code >= 0xff10 && code <= 0xff19) return Kind.latin;
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return Kind.latin;
  if (isCjk(code)) return Kind.cjk;
  if (code >= 0x1e00 && code <= 0x1eff) return Kind.latin;
  if (code < 0x2000 && OTHER_LETTER().test(String.fromCharCode(code))) return Kind.other;
  return Kind.space;
}

function isCjk(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || // kana
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9d) || // half-width kana
    code === 0x3005
  );
}

/** A Latin letter or digit as one or two of a-z, 0-9. */
export function foldUnit(code: number): string {
  if (code < LATIN) {
    folds[code] ??= foldLatin(String.fromCharCode(code));
    return folds[code] as string;
  }
  if (code >= 0xff10 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return foldLatin(String.fromCharCode(code));
}

const folded = new Uint16Array(2 ** 16);

/** A CJK character: half-width kana widened, katakana as it is, traditional Chinese as simplified. */
export function foldCjk(code: number): number {
  const known = folded[code] as number;
  if (known > 0) return known;
  const halfWidth = code >= 0xff66 && code <= 0xff9d;
  const made = halfWidth ? String.fromCharCode(code).normalize("NFKC").charCodeAt(0) : simplify(code);
  folded[code] = made;
  return made;
}
