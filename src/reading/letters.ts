/**
 * Letters of folded words as small numbers: a to z are 1 to 26, 0 to 9 are 27 to 36, and a letter of another script is
 * OTHER. Every place where words are hashed goes by these.
 */

export const OTHER = 37;
/** No letter. */
export const NONE = 0;

const A = 97;
const ZERO = 48;

/** The letter of a folded UTF-16 unit; NONE for anything but a-z and 0-9. */
export function letterOf(code: number): number {
  if (code >= A && code < A + 26) return code - A + 1;
  if (code >= ZERO && code < ZERO + 10) return code - ZERO + 27;
  return NONE;
}

/** A letter as a UTF-16 unit; the last one that there is for OTHER, which stands in no phrase. */
export function unitOf(letter: number): number {
  if (letter === OTHER) return 0xffff;
  return letter > 26 ? letter - 27 + ZERO : letter - 1 + A;
}

/** A hash of no letters. */
export const SEED = 0x811c9dc5 | 0;

/** The hash of what came before and one more letter, or one CJK character: FNV-1a. */
export const hashed = (before: number, letter: number): number => Math.imul(before ^ letter, 0x01000193);

/** No word of a phrase has more letters. */
export const LONGEST = 64;
