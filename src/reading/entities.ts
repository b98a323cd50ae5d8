import type { Entity } from "../core/reading.js";

const isDigit = (code: number) => code >= 48 && code <= 57;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isLower = (code: number) => code >= 97 && code <= 122;
const isWord = (code: number) => isDigit(code) || isUpper(code) || isLower(code);

/**
 * Finds what has a form of its own in a text: ASINs (B0 and eight more), order ids (3-7-7 digits), e-mail addresses.
 * One pass over the words of the text; each entity with its span in UTF-16 units.
 */
export function findEntities(text: string): Entity[] {
  const found: Entity[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isWord(code)) {
      if (code === 64) addEmail(found, text, i);
      continue;
    }
    const start = i;
    while (
      i < text.length &&
      (isWord(text.charCodeAt(i)) ||
        (text.charCodeAt(i) === 45 && isDigit(text.charCodeAt(i + 1)) && isDigit(text.charCodeAt(i - 1))))
    )
      i++;
    const word = i - start <= 20 ? text.slice(start, i) : "";
    if (word.length === 10 && /^B0[0-9A-Z]{8}$/.test(word)) found.push({ kind: "asin", value: word, start, end: i });
    else if (word.length === 19 && /^\d{3}-\d{7}-\d{7}$/.test(word))
      found.push({ kind: "order", value: word, start, end: i });
    i--;
  }
  return found;
}

/** Longest part before the "@" and longest host that are looked at. */
const LOCAL = 64;
const HOST = 253;

function addEmail(found: Entity[], text: string, at: number): void {
  const before = /[A-Za-z0-9._%+-]+$/.exec(text.slice(Math.max(0, at - LOCAL), at))?.[0];
  const after = /^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/.exec(text.slice(at + 1, at + 1 + HOST))?.[0];
  if (!before || !after) return;
  const start = at - before.length;
  const end = at + 1 + after.length;
  found.push({ kind: "email", value: text.slice(start, end).toLowerCase(), start, end });
}
