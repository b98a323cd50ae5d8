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

/**
 * The words and CJK runs of a text, in order. "72-hour" is two words, "1,754.20" one, "3月14日" one for each change
 * between digits and letters. Few of them are ever looked at, so that only their places are found beforehand.
 */
export class Words {
  /** Places in the list of the words that begin with a digit, and of those that name a small number. */
  readonly numbers: readonly number[];
  /** Places of the words that begin like an ASIN and are as long. */
  readonly codes: readonly number[];
  private readonly text: string;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly known: (Word | undefined)[] = [];

  constructor(text: string) {
    this.text = text;
    const { starts, ends } = this;
    const [numbers, codes]: [number[], number[]] = [[], []];
    let start = -1;
    let digits = false;
    let number = false;
    const close = (end: number) => {
      if (end - start <= LONGEST) {
        if (number || numberNamed(text, start, end) !== undefined) numbers.push(starts.length);
        else if (end - start === ASIN && text.startsWith("B0", start)) codes.push(starts.length);
        starts.push(start);
        ends.push(end);
      }
      start = -1;
    };
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const kind = code < LOW ? (KINDS[code] as number) : isLetter(code) ? LETTER : NEITHER;
      if (kind === NEITHER) {
        if (start < 0) continue;
        const inNumber = digits && (code === 44 || code === 46) && isDigit(text.charCodeAt(i + 1));
        if (!inNumber) close(i);
        continue;
      }
      const digit = kind === DIGIT;
      if (start >= 0 && digits !== digit && (code > 0x2e7f || text.charCodeAt(i - 1) > 0x2e7f)) close(i);
      if (start < 0) {
        start = i;
        number = digit;
      }
      digits = digit;
    }
    if (start >= 0) close(text.length);
    this.numbers = numbers;
    this.codes = codes;
  }

  at(place: number): Word | undefined {
    const start = this.starts[place];
    if (start === undefined) return undefined;
    const end = this.ends[place] as number;
    this.known[place] ??= { text: fold(this.text.slice(start, end)), start, end };
    return this.known[place];
  }

  /** The folded words from one place up to another, as far as there are any. */
  texts(from: number, to: number): string[] {
    const found: string[] = [];
    for (let place = Math.max(0, from); place < Math.min(to, this.starts.length); place++)
      found.push((this.at(place) as Word).text);
    return found;
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

const [NEITHER, LETTER, DIGIT] = [0, 1, 2];
const LOW = 0x250;
const KINDS = new Uint8Array(LOW).fill(DIGIT, 48, 58).fill(LETTER, 65, 91).fill(LETTER, 97, 123).fill(LETTER, 0xc0);

const ASCII = /^[\0-\x7f]*$/;

const fold = (text: string) =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .toLowerCase();
