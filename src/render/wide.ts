import stringWidth from "fast-string-width";

/** Texts in scripts of more than one column a character, or with characters that join. Patterns for them take long to make. */

/** Characters of scripts that are written without spaces: a line may end after any of them. */
const WIDE = "\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF\\u{20000}-\\u{3FFFF}";
const OPENING = "“‘（「『【《〈〔";
const CLOSING = "”’，。、：；！？）」』】》〉〕…—～";
/** The parts of a word between which a line may end; no line starts with a closing sign or ends with an opening one. */
const PIECE = new RegExp(`[${OPENING}]*(?:[${WIDE}]\\p{M}*|[^${WIDE}${OPENING}]+)?[${CLOSING}]*`, "gu");
/** One character as it is seen, more or less: flags, emoji joined to one, letters with their marks. */
const CLUSTER =
  /(?:[\u{1F1E6}-\u{1F1FF}]{2}|\p{Emoji}(?:[\uFE0F\u20E3\u{1F3FB}-\u{1F3FF}]|\u200D\p{Emoji})*|.)\p{M}*/gsu;

export const wideWidth = (text: string): number => stringWidth(text);

/** The parts of a word between which a line may end. */
export const widePieces = (word: string): readonly string[] => word.match(PIECE) ?? [];

/** The characters of a text as they are seen. */
export const wideClusters = (text: string): readonly string[] => text.match(CLUSTER) ?? [];
