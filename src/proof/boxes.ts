import type { Box } from "../core/facts.js";

/** What two boxes both allow; nothing where they exclude one another. */
export function common(left: Box, right: Box): Box[] {
  const box: Record<string, readonly (string | null)[]> = { ...left };
  for (const [fact, values] of Object.entries(right)) {
    const other = left[fact];
    const both = other ? other.filter((value) => values.includes(value)) : values;
    if (both.length === 0) return [];
    box[fact] = both;
  }
  return [box];
}
