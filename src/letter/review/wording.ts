import type { ReviewRule } from "../../playbook/review.js";
import { at, type Case, type Checker, type Hit } from "./check.js";
import { marked, type Section, type Sentence, sentencesIn } from "./draft.js";
import { words } from "./length.js";
import type { Span } from "./places.js";

/** Phrases that do harm in a letter. Words of others, in quotation marks, are not the seller's. */
export const wording: Checker = (rule, given) => {
  const { draft } = given;
  if (rule.without?.some((name) => draft.sentences.some((one) => marked(one, name)))) return [];
  const hits = sentencesIn(sectionsFor(rule, given))
    .filter((one) => rule.signs !== undefined || one.found.some(({ name, use }) => name === rule.id && use === "rule"))
    .filter((one) => !rule.unless?.some((name) => marked(one, name)))
    .flatMap((one) => within(rule, one, draft.text));
  if (hits.length < (rule.least ?? 1)) return [];
  return rule.least === undefined ? hits : hits.slice(0, 1);
};

function sectionsFor({ in: roles, alone }: ReviewRule, { draft, partsOf }: Case): readonly Section[] {
  const wanted = roles && new Set(roles.flatMap((role) => [...partsOf(role)]));
  const sections = wanted
    ? draft.sections.filter(({ parts }) => [...parts].some((id) => wanted.has(id)))
    : draft.sections;
  if (alone === undefined) return sections;
  return sections.filter(({ units }) => units.reduce((sum, unit) => sum + words(draft.text, unit).count, 0) <= alone);
}

/** One hit a sentence for phrases, the longest of the first; one for each sign. */
function within(rule: ReviewRule, sentence: Sentence, text: string): Hit[] {
  const said = sentence.found.filter(
    ({ use, name, negated, ...span }) => use === "rule" && name === rule.id && !negated && !quoted(sentence, span),
  );
  const first = said.sort((a, b) => a.start - b.start || b.end - a.end)[0];
  const part = text.slice(sentence.start, sentence.end);
  const signs = (rule.signs ?? []).flatMap((sign) => {
    const from = part.indexOf(sign);
    return from < 0 ? [] : [{ start: sentence.start + from, end: sentence.start + from + sign.length }];
  });
  return [...(first ? [first] : []), ...signs.slice(0, 1)].map((span) => at(text, span));
}

const quoted = ({ quotes }: Sentence, { start, end }: Span): boolean =>
  quotes.some((quote) => quote.start <= start && end <= quote.end);
