import type { Part } from "./phrase.js";

/** How many steps a phrase takes in a machine that reads it, more or less: what may be left out multiplies them. */
export function costOf(parts: readonly Part[]): number {
  let steps = 0;
  const lay = (sequence: readonly Part[], from: number): number =>
    sequence.reduce((open, part) => one(part, open), from);
  /** Steps from each of so many open states; gives how many are open behind it. */
  const one = (part: Part, open: number): number => {
    if (part.kind === "gap") {
      steps += part.most;
      return open + (open > 1 ? part.most : 0);
    }
    if (part.kind === "word") {
      steps += open;
      return 1;
    }
    for (const option of part.options) lay(option, open);
    return part.options.some((option) => option.length === 0) ? open + 1 : 1;
  };
  lay(parts, 1);
  return steps;
}
