/** Names, asked for when the first word is to be told: to list them takes longer than to read most texts. */
type Names = () => Iterable<string>;

/**
 * Tells whether a word may be one of these names, which have two letters and more, by the first two: most words are told
 * without being taken out of the text. Letters beyond ASCII may be any.
 */
export function firstTwo(names: Names): (text: string, start: number) => boolean {
  const kinds = kindsByTwo([names]);
  return (text, start) => kinds(text, start) !== 0;
}

/** The same of several lists at once: 1 where it may be of the first, 2 of the second, 3 of both. */
export function kindsByTwo(lists: readonly Names[]): (text: string, start: number) => number {
  let known: Uint8Array | undefined;
  const all = 2 ** lists.length - 1;
  return (text, start) => {
    if (start < 0) return 0;
    const pair = pairOf(text, start);
    if (pair < 0) return text.charCodeAt(start) >= 128 || text.charCodeAt(start + 1) >= 128 ? all : 0;
    known ??= pairsOf(lists);
    return known[pair] as number;
  };
}

function pairsOf(lists: readonly Names[]): Uint8Array {
  const known = new Uint8Array(LETTERS * LETTERS);
  for (const [i, names] of lists.entries()) {
    for (const name of names()) {
      const pair = pairOf(name, 0);
      if (pair >= 0) known[pair] = (known[pair] as number) | (1 << i);
    }
  }
  return known;
}

const LETTERS = 26;

/** Two small or capital letters as one number; -1 where there are others. */
function pairOf(text: string, start: number): number {
  const [first, second] = [(text.charCodeAt(start) | 32) - 97, (text.charCodeAt(start + 1) | 32) - 97];
  return first >= 0 && first < LETTERS && second >= 0 && second < LETTERS ? first * LETTERS + second : -1;
}

/**
 * Tells whether a word may be one of these names by its third letter and its length: of those that begin as names do, few
 * are like them in these too.
 */
export function byThird(names: Names): (text: string, start: number, length: number) => boolean {
  let known: Uint8Array | undefined;
  return (text, start, length) => {
    if (length > LONGEST) return false;
    const third = text.charCodeAt(start + 2);
    if (third >= 128) return true;
    known ??= shapesOf(names);
    return known[((third | 32) & 31) * (LONGEST + 1) + length] === 1;
  };
}

const LONGEST = 16;

function shapesOf(names: Names): Uint8Array {
  const known = new Uint8Array(32 * (LONGEST + 1));
  for (const name of names()) known[((name.charCodeAt(2) | 32) & 31) * (LONGEST + 1) + name.length] = 1;
  return known;
}
