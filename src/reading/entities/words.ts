/** A run of letters and digits of a text; positions are UTF-16 units. */
export interface Word {
  /** Lower case, without accents. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longest run that is kept; a longer one is nothing that anybody wrote. */
const LONGEST = 64;

/**
 * The words and CJK runs of a text, in order. "72-hour" is two words, "1,754.20" one, "3月14日" one for each change
 * between digits and letters.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  let digits = false;
  const close = (end: number) => {
    if (start >= 0 && end - start <= LONGEST) words.push({ text: fold(text.slice(start, end)), start, end });
    start = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code >= 48 && code <= 57;
    if (!digit && !isLetter(code)) {
      const inNumber = digits && start >= 0 && (code === 44 || code === 46) && isDigit(text.charCodeAt(i + 1));
      if (!inNumber) close(i);
      continue;
    }
    if (start >= 0 && digits !== digit && (code > 0x2e7f || text.charCodeAt(i - 1) > 0x2e7f)) close(i);
    if (start < 0) start = i;
    digits = digit;
  }
  close(text.length);
  return words;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x250) ||
  (code > 0x2e7f &&
    code < 0xfe00 &&
    code !== 0x3000 &&
    !(code >= 0x3001 && code <= 0x3003) &&
    !(code >= 0x3008 && code <= 0x3011));

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
