import type { Part, ReviewRules } from "../playbook/review.js";
import type { Outline } from "../playbook/types.js";
import { tokenise } from "../reading/tokens.js";
import { draftOf } from "./review/draft.js";
import { linesOf } from "./review/lines.js";

/** What speaks for an outline, from certain to faint. */
const WEIGHTS = { name: 10, title: 3, part: 2, content: 1.5, likely: 1.2 };
/** Parts that are only said, and not named, count where all of them are; one alone is said in many letters. */
const FEWEST = 2;
/** With less than this nothing is taken for granted. */
const LEAST = 1;

/**
 * The letter that a draft is, by its name, its headings, and what its parts say; of two that fit alike the one that
 * `likely` (0 to 1) prefers. Null where nothing speaks for any.
 */
export function guessOutline(
  text: string,
  outlines: readonly Outline[],
  rules: ReviewRules,
  likely: (outline: Outline) => number = () => 0,
): Outline | null {
  const draft = draftOf(text, rules, null);
  const lines = new Set(
    linesOf(text)
      .filter((line) => line.text.length < 200)
      .map((line) => tokenise(line.text).join(" ")),
  );
  const parts = new Set(draft.sections.flatMap((section) => [...section.parts]));
  const said = new Set(
    draft.sentences.flatMap(({ found }) =>
      found.filter(({ use, negated }) => use === "content" && !negated).map(({ name }) => name),
    ),
  );
  const shared = countTitles(outlines);
  const named = new Set(rules.parts.filter(({ id }) => parts.has(id)).map(({ id }) => id));
  const score = (outline: Outline): number => {
    const own = rules.parts.filter((part) => isPartOf(part, outline));
    const titles = outline.sections.flatMap(({ title }) => Object.values(title).map((one) => tokenise(one).join(" ")));
    const itself = Object.values(outline.name).some((name) => lines.has(tokenise(name).join(" ")));
    const fits = titles
      .filter((title) => lines.has(title))
      .reduce((sum, title) => sum + 1 / (shared.get(title) ?? 1), 0);
    // A kind of letter whose parts are all there, and no others, fits better than one that shares some with the draft.
    const share = (ids: ReadonlySet<string>, all = own.length) =>
      own.length === 0 ? 0 : own.filter(({ id }) => ids.has(id)).length / Math.max(own.length, all);
    return (
      (itself ? WEIGHTS.name : 0) +
      WEIGHTS.title * fits +
      WEIGHTS.part * share(parts, named.size) +
      WEIGHTS.title * own.filter(({ id, section }) => section !== undefined && named.has(id)).length +
      (own.length >= FEWEST && share(said) === 1 ? WEIGHTS.content : 0)
    );
  };
  const scored = outlines.map((outline) => ({ outline, score: score(outline) + WEIGHTS.likely * likely(outline) }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (a, b) => (a !== null && a.score >= b.score ? a : b),
    null,
  );
  return best !== null && best.score >= LEAST ? best.outline : null;
}

const isPartOf = (part: Part, outline: Outline): boolean =>
  part.section === undefined
    ? outline.sections.some(({ role }) => role !== undefined && role === part.role)
    : (part.outlines ?? []).includes(outline.id) && outline.sections.some(({ id }) => id === part.section);

/** In how many outlines each title stands: "Opening" says nothing. */
function countTitles(outlines: readonly Outline[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sections } of outlines) {
    for (const { title } of sections) {
      for (const one of Object.values(title)) {
        const key = tokenise(one).join(" ");
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}
