import type { Part, ReviewRule } from "../../playbook/review.js";
import type { Case, Checker, Hit } from "./check.js";
import { type Section, type Sentence, sentencesIn } from "./draft.js";
import type { Found } from "./finder.js";

/** Sections with words in them. */
const isFilled = ({ units }: Section): boolean => units.some(({ kind }) => kind !== "title") || units.length > 1;

/** A part that the letter needs and does not have: no heading names it, and nothing in the letter reads like it. */
export const missingPart: Checker = (rule, given) => needed(rule, given).flatMap((part) => missing(part, given));

/** Parts that the outline asks for, in its order; of the roles that the rule names, where it names some. */
function needed({ applies: { roles } = {} }: ReviewRule, { outline, rules }: Case): Part[] {
  const sections = outline?.sections ?? [];
  const found = sections.flatMap((section) =>
    rules.parts.filter((part) =>
      part.section === undefined
        ? part.role !== undefined && part.role === section.role && (roles?.includes(part.role) ?? true)
        : part.section === section.id && (part.outlines ?? []).includes(outline?.id as string),
    ),
  );
  return [...new Set(found)];
}

function missing(part: Part, { draft, rules }: Case): Hit[] {
  const named = draft.sections.filter(({ parts }) => parts.has(part.id));
  if (named.some(isFilled)) return [];
  const fill = { part: part.id };
  const empty = named[0]?.title;
  if (empty) return [{ ...empty, fill }];
  // Where headings tell the parts apart, what stands under another one is that other part.
  const known = new Set(rules.parts.map(({ id }) => id));
  const told = draft.sections.filter(({ parts }) => [...parts].some((id) => known.has(id)));
  const open = told.length >= 2 ? draft.sections.filter((section) => !told.includes(section)) : draft.sections;
  const says = sentencesIn(open).some((sentence) =>
    sentence.found.some(
      (one) => one.use === "content" && one.name === part.id && !one.negated && !isHollow(one, sentence),
    ),
  );
  if (says) return [];
  return [{ ...placeFor(part, draft.sections, rules.parts, draft.text.trimEnd().length), fill }];
}

/** "In future", in a sentence that does harm, says nothing of what is done: "we will be more careful in future". */
const isHollow = ({ start, end }: Found, { found }: Sentence): boolean =>
  found.some(({ use, negated }) => use === "rule" && !negated) &&
  found.some((one) => one.use === "mark" && one.name === "later" && one.start <= start && end <= one.end);

/** Where a part should stand: before the first heading that names a later one, else at the end. */
function placeFor(part: Part, sections: readonly Section[], parts: readonly Part[], end: number) {
  const later = parts.slice(parts.indexOf(part) + 1).map(({ id }) => id);
  const next = sections.find((section) => section.title !== null && later.some((id) => section.parts.has(id)));
  return next?.title ?? { start: end, end };
}

/** No document is named anywhere. */
export const noEvidence: Checker = (_, { draft, partsOf }) => {
  const parts = partsOf("evidence");
  if (draft.sections.some((section) => [...section.parts].some((id) => parts.has(id)) && isFilled(section))) return [];
  const names = draft.sentences.some(({ found }) =>
    found.some(({ use, name, negated }) => use === "mark" && name === "evidence" && !negated),
  );
  const end = draft.text.trimEnd().length;
  return names ? [] : [{ start: end, end, fill: {} }];
};
