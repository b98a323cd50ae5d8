/** The option that `word` most probably was meant to be; undefined where none is near. */
export function nearest(word: string, options: Iterable<string>): string | undefined {
  const plain = fold(word);
  if (plain.length > 60) return undefined;
  let found: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const option of options) {
    const other = fold(option);
    const most = Math.max(1, Math.floor(Math.max(plain.length, other.length) / 3));
    if (Math.abs(plain.length - other.length) > most && !other.startsWith(plain)) continue;
    const away = plain.length > 3 && other.startsWith(plain) ? 1 : distance(plain, other);
    if (away <= most && away < least && away < other.length) {
      found = option;
      least = away;
    }
  }
  return found;
}

/** "Did you mean …?", or what is known where that is short, or nothing. */
export function suggest(word: string, options: Iterable<string>, most = 12): string | undefined {
  const all = [...new Set(options)];
  const near = nearest(word, all);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return all.length > 0 && all.length <= most ? `Known: ${all.join(", ")}.` : undefined;
}

const fold = (word: string): string => word.toLowerCase().replace(/[\s_]+/g, "-");

/** Least number of letters to add, drop, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j] as number, (before[j - 2] as number) + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
