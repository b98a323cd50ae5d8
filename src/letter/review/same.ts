import type { ReviewRules } from "../../playbook/review.js";
import type { Outline } from "../../playbook/types.js";
import { tokenise } from "../../reading/tokens.js";
import type { Draft, Section, Sentence } from "./draft.js";
import { finderOf } from "./finder.js";
import type { Span } from "./places.js";

/** How much of a letter stands word for word in an earlier one. */
export interface Sameness {
  /** Whether the earlier text reads like Amazon's answer instead of the seller's letter. */
  readonly refusal: boolean;
  /** 0 to 1. */
  readonly share: number;
  /** Headings of sections that are the same, or nearly so. */
  readonly unchanged: readonly Span[];
}

/** Words in a row that must be the same. */
const RUN = 6;
/** Of a section, or a letter, with fewer runs nothing is said. */
const FEWEST = 8;
const UNCHANGED = 0.85;
/** Of a sentence with so large a share of short runs from the outline, the rest is what filled its placeholders. */
const SHORT = 3;
const FIXED = 0.3;
/** Phrases of a refusal that make it one. */
const REFUSED = 2;

/** Compares a letter with an earlier one by runs of words; sentences of the outline's own wording do not count. */
export function compare(draft: Draft, earlier: string, outline: Outline | null, rules: ReviewRules): Sameness {
  const old = runsOf(tokenise(earlier), RUN);
  const isFixed = fixedBy(outline);
  const runsIn = (sentences: readonly Sentence[]) => {
    const tokens = sentences.map(({ start, end }) => tokenise(draft.text.slice(start, end)));
    return [...runsOf(tokens.filter((words) => !isFixed(words)).flat(), RUN)];
  };
  const shareOf = (sections: readonly Section[]) => {
    const runs = sections.flatMap(({ units }) => units.flatMap(({ sentences }) => runsIn(sentences)));
    return runs.length < FEWEST ? 0 : runs.filter((run) => old.has(run)).length / runs.length;
  };
  const share = shareOf(draft.sections);
  const unchanged = draft.sections.flatMap((section) =>
    section.title !== null && shareOf([section]) >= UNCHANGED ? [section.title] : [],
  );
  const phrases = new Set(
    finderOf(rules)(earlier)
      .filter(({ use, name }) => use === "mark" && name === "refusal")
      .map(({ phrase }) => phrase),
  );
  return { refusal: phrases.size >= REFUSED && share < UNCHANGED / 2, share, unchanged };
}

function runsOf(tokens: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + length <= tokens.length; i++) runs.add(tokens.slice(i, i + length).join(" "));
  return runs;
}

/** Knows sentences that the outline itself has written, with their placeholders filled. */
function fixedBy(outline: Outline | null): (tokens: readonly string[]) => boolean {
  const parts = (outline?.sections ?? []).flatMap(({ text }) => Object.values(text ?? {}));
  const fixed = new Set(
    parts.flatMap((text) => text.split(/\{\{[^{}]*\}\}/).flatMap((part) => [...runsOf(tokenise(part), SHORT)])),
  );
  return (tokens) => {
    const runs = [...runsOf(tokens, SHORT)];
    return runs.length > 0 && runs.filter((run) => fixed.has(run)).length / runs.length >= FIXED;
  };
}
