import type { ReviewRule, ReviewRules } from "../../playbook/review.js";
import type { Outline, Role } from "../../playbook/types.js";
import type { Draft } from "./draft.js";
import type { Span } from "./places.js";

/** All that a check may look at. */
export interface Case {
  readonly draft: Draft;
  readonly outline: Outline | null;
  readonly rules: ReviewRules;
  /** What Amazon wrote, where it is known. */
  readonly notice: string | null;
  /** YYYY-MM-DD, where it is known. */
  readonly today: string | null;
  /** Whether a stretch of the letter bears a date. */
  readonly dated: (span: Span) => boolean;
  /** Ids of the parts that are sections of a role. */
  readonly partsOf: (role: Role) => ReadonlySet<string>;
}

/** What a check found: where, and what fills its message. */
export interface Hit extends Span {
  readonly fill: Readonly<Record<string, string>>;
  /** A place in the notice that it has to do with. */
  readonly notice?: Span;
}

export type Checker = (rule: ReviewRule, given: Case) => Iterable<Hit>;

/** Words of the letter for a message, not too many. */
export function shown(text: string, { start, end }: Span): string {
  const words = text
    .slice(start, Math.min(end, start + 200))
    .replace(/\s+/g, " ")
    .replace(/\*{1,3}|`/g, "")
    .trim();
  const all = Array.from(words);
  return all.length > 60 || end > start + 200 ? `${all.slice(0, 59).join("").trimEnd()}…` : words;
}

/** A hit on a stretch of the letter, which its message shows. */
export const at = (text: string, span: Span): Hit => ({
  start: span.start,
  end: span.end,
  fill: { found: shown(text, span) },
});

/** Whether a rule is about a letter. One that asks for a section is silent where the letter's kind is not known. */
export function applies({ applies: on = {} }: ReviewRule, outline: Outline | null): boolean {
  const roles = on.roles?.some((role) => outline?.sections.some((section) => section.role === role)) ?? true;
  const named = outline === null ? on.outlines === undefined : (on.outlines?.includes(outline.id) ?? true);
  return roles && named && !(outline !== null && on.except?.includes(outline.id));
}
