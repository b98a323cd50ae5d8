import { monthOf } from "../../reading/entities/dates.js";
import { findEntities } from "../../reading/entities/index.js";
import { at, type Case, type Checker, type Hit } from "./check.js";
import { marked } from "./draft.js";
import type { Span } from "./places.js";
import { listsOf, sentencesOfStep } from "./steps.js";

/** Dates as they are written, with the places of year, month and day; a month in words may need its year. */
const FORMS: readonly { readonly form: RegExp; readonly order: "dmy" | "mdy" | "ymd" }[] = [
  {
    form: /(?<![\p{L}\p{N}.,/-])(\d{1,2})(?:st|nd|rd|th|\.)? {1,2}(?:de |of )?(\p{L}{3,10})\.?,? {1,2}(?:de )?((?:19|20)\d\d)(?!\d)/gu,
    order: "dmy",
  },
  {
    form: /(?<![\p{L}\p{N}])(\p{L}{3,10})\.? {1,2}(\d{1,2})(?:st|nd|rd|th)?,? {1,2}((?:19|20)\d\d)(?!\d)/gu,
    order: "mdy",
  },
  { form: /(?<![\p{L}\p{N}./-])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)/gu, order: "dmy" },
  { form: /(?<![\p{L}\p{N}./-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/gu, order: "ymd" },
  { form: /(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/gu, order: "ymd" },
];

/** What is more counts something else: "45 March 2026 calendars". */
const LAST = 31;

/** Days that no calendar has: 31 November. */
export const impossibleDate: Checker = (_, { draft: { text } }) =>
  FORMS.flatMap(({ form, order }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const [year, month, day] = partsOf(match, order);
      const most = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
      if (most === 0 || day <= most || day > LAST) return [];
      return [at(text, { start: match.index, end: match.index + match[0].length })];
    }),
  );

function partsOf([, a = "", b = "", c = ""]: RegExpMatchArray, order: "dmy" | "mdy" | "ymd"): [number, number, number] {
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const named = /^\d/.test(month) ? Number(month) : (monthOf(month) ?? 0);
  return [Number(year), named, Number(day)];
}

/** Letters and words that may stand before the day on which an action was done. */
const NEAR = 14;

/** Actions that were done on a day which is still to come. A day later on in a sentence may be that of something else. */
export const actionAhead: Checker = (_, given) => {
  const { today, draft } = given;
  if (today === null) return [];
  const days = findEntities(draft.text, { marketplaces: [] }).filter(
    ({ kind, value }) => kind === "date" && /^\d/.test(value),
  );
  return firstSentences(given).flatMap(({ start, end }): Hit[] => {
    const first = days.find((day) => day.start >= start && day.end <= end);
    if (!first || first.start - start > NEAR) return [];
    const value = [first.value, first.other ?? first.value].sort()[0] as string;
    return value > today ? [at(draft.text, first)] : [];
  });
};

const firstSentences = (given: Case): Span[] =>
  listsOf(given.draft, "actions", given.partsOf).flatMap(({ steps }) =>
    steps.flatMap((step) => sentencesOfStep(step).filter((one) => !marked(one, "future"))),
  );
