import { once } from "../later.js";

/** Words of a kind, folded as `Words` are. */
export interface WordSet {
  has(word: string): boolean;
}

/** Lines of words, taken apart when the first word is asked for: few texts state a time. */
export function wordSet(...lines: string[]): WordSet {
  const words = once(() => new Set(lines.flatMap((line) => line.split(" "))));
  return { has: (word) => words().has(word) };
}
