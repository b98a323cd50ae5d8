import { findEntities } from "../../reading/entities/index.js";
import type { Draft } from "./draft.js";
import type { Span } from "./places.js";

/** Days and months as they stand in letters besides whole dates: 3/11, 12.11., 2026-11, 2026年11月, Q3 2026. */
const LOOSE =
  /(?<![\d.,/-])(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4}|\.)?(?![\d%/])|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|[QqTt][1-4][ /]?\d{4}|KW ?\d{1,2})/g;

/** Knows whether a stretch of a letter bears a date. */
export function datesOf(draft: Draft): (span: Span) => boolean {
  const { text } = draft;
  const found: Span[] = findEntities(text, { marketplaces: [] }).filter(({ kind }) => kind === "date");
  for (const match of text.matchAll(LOOSE)) found.push({ start: match.index, end: match.index + match[0].length });
  for (const sentence of draft.sentences) {
    for (const one of sentence.found) if (one.use === "mark" && one.name === "date") found.push(one);
  }
  found.sort((a, b) => a.end - b.end);
  return ({ start, end }) => {
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle] as Span).end <= start) low = middle + 1;
      else high = middle;
    }
    return low < found.length && (found[low] as Span).start < end;
  };
}
