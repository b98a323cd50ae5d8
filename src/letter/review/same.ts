import type { ReviewRules } from "../../playbook/review.js";
import type { Outline } from "../../playbook/types.js";
import { tokenise } from "../../reading/tokens.js";
import type { Draft } from "./draft.js";
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
/** Phrases of a refusal that make it one. */
const REFUSED = 2;

/** Compares a letter with an earlier one by runs of words; the outline's own wording does not count. */
export function compare(draft: Draft, earlier: string, outline: Outline | null, rules: ReviewRules): Sameness {
  const old = runsOf(earlier);
  const fixed = new Set(
    (outline?.sections ?? []).flatMap(({ text = { en: "" } }) => Object.values(text).flatMap((one) => fixedRuns(one))),
  );
  const shareOf = ({ start, end }: Span) => {
    const runs = [...runsOf(draft.text.slice(start, end))].filter((run) => !fixed.has(run));
    return runs.length < FEWEST ? null : runs.filter((run) => old.has(run)).length / runs.length;
  };
  const share = shareOf({ start: 0, end: draft.text.length }) ?? 0;
  const unchanged = draft.sections.flatMap(({ title, units }) => {
    const [first, last] = [units[0], units.at(-1)];
    if (title === null || !first || !last) return [];
    return (shareOf({ start: first.start, end: last.end }) ?? 0) >= UNCHANGED ? [title] : [];
  });
  const phrases = new Set(
    finderOf(rules)(earlier)
      .filter(({ use, name }) => use === "mark" && name === "refusal")
      .map(({ phrase }) => phrase),
  );
  return { refusal: phrases.size >= REFUSED && share < UNCHANGED / 2, share, unchanged };
}

function runsOf(text: string): Set<string> {
  const tokens = tokenise(text);
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= tokens.length; i++) runs.add(tokens.slice(i, i + RUN).join(" "));
  return runs;
}

/** Runs of fixed wording: placeholders come between them. */
const fixedRuns = (text: string): string[] => text.split(/\{\{[^{}]*\}\}/).flatMap((part) => [...runsOf(part)]);
