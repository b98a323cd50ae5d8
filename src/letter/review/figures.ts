import { monthOf } from "../../reading/entities/dates.js";
import { findEntities } from "../../reading/entities/index.js";
import { at, type Checker, type Hit, shown } from "./check.js";
import { marked, type Sentence } from "./draft.js";
import type { Span } from "./places.js";

/** A rate or a period, and whether it is the same as one of the notice. */
interface Figure extends Span {
  readonly values: readonly string[];
}

/**
 * Rates and periods of sentences that speak of the notice, where the notice has others of their kind and none of these.
 * What the letter says elsewhere, as of a rate that was mended, is its own.
 */
export const otherFigure: Checker = (_, { draft: { text, sentences }, notice }) => {
  if (notice === null) return [];
  const own = sentences.filter((one) => marked(one, "answers") && one.quotes.length === 0);
  return [ratesIn, periodsIn].flatMap((find) => {
    const [first, ...others] = find(notice, { start: 0, end: notice.length });
    if (first === undefined) return [];
    const known = new Set([first, ...others].flatMap(({ values }) => values));
    return own.flatMap((sentence: Sentence): Hit[] => {
      const said = find(text, sentence);
      const [wrong] = said;
      if (wrong === undefined || said.some(({ values }) => values.some((value) => known.has(value)))) return [];
      const hit = at(text, wrong);
      return [{ ...hit, fill: { ...hit.fill, notice: shown(notice, first) }, notice: first }];
    });
  });
};

const RATE = /(?<![\d.,])(\d{1,3})(?:[.,](\d{1,3}))?\s?(?:[%％]|percent|per cent|Prozent)/gu;

/** A rate is the same as what it is when it is rounded: 9.83 % is 9.8 % and 10 %. */
function ratesIn(text: string, { start, end }: Span): Figure[] {
  return [...text.slice(start, end).matchAll(RATE)].map((match) => {
    const value = Number(`${match[1]}.${match[2] ?? "0"}`);
    const values = [0, 1, 2, 3].map((places) => String(Number(value.toFixed(places))));
    return { start: start + match.index, end: start + match.index + match[0].length, values };
  });
}

/** What stands before the last day of a period: "between 1 and", "1 September to", 9月1日至. */
const UNTIL =
  /(?:\d|\p{L}|[日号])\s?(?:\b(?:and|to|until|till|through|bis|und|y|et|au|al|e)\b|[–—~至到-])\s?(?:the |zum |el )?$/iu;
/** A month as a whole. */
const MONTH = /(?<!\p{L})(?:in|im|during|for|en|nel)\s(?:the month of\s)?(\p{L}{3,10})\s(?:de\s)?((?:19|20)\d\d)/giu;

/** Periods by the month in which they end, and by its year where that stands there. */
function periodsIn(text: string, { start, end }: Span): Figure[] {
  const part = text.slice(start, end);
  const months = [...part.matchAll(MONTH)].flatMap((match): Figure[] => {
    const month = monthOf(match[1] as string);
    const from = start + match.index;
    return month === undefined
      ? []
      : [{ start: from, end: from + match[0].length, values: [String(month).padStart(2, "0")] }];
  });
  const spans = findEntities(part, { marketplaces: [] }).flatMap((one): Figure[] => {
    if (one.kind !== "date" || !UNTIL.test(part.slice(Math.max(0, one.start - 30), one.start))) return [];
    const values = [one.value, ...(one.other === undefined ? [] : [one.other])].map((value) => value.slice(-5, -3));
    return [{ start: start + one.start, end: start + one.end, values }];
  });
  return [...months, ...spans].sort((a, b) => a.start - b.start);
}
