import type { Provenance, Role, Words } from "./types.js";

/** Phrases of the phrase language, by language. */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** What a rule about letters looks for. What each kind does stands in src/letter/review/. */
const CHECKS = [
  "wording",
  "missing-part",
  "blank",
  "cause-without-action",
  "action-without-cause",
  "action-without-date",
  "action-in-future",
  "action-ahead",
  "impossible-date",
  "measure-without-rhythm",
  "measure-without-owner",
  "no-evidence",
  "asin-not-covered",
  "other-asin",
  "other-case",
  "other-order",
  "other-figure",
  "too-long",
  "same-again",
] as const;
export type Check = (typeof CHECKS)[number];

/**
 * Kinds of words that the structure of a letter is known by: who, how often, when, done, to be done, a document …
 * A playbook names further ones, for `unless`.
 */
export const MARKS = [
  "owner",
  "rhythm",
  "settled",
  "date",
  "done",
  "future",
  "evidence",
  "aside",
  "blank",
  "blank-name",
  "blank-note",
  "cause",
  "every-cause",
  "common",
  "refusal",
  "plan",
  "notice",
  "later",
  "answers",
] as const;
export type Mark = (typeof MARKS)[number];

/** Which letters a rule is about; all of them where it says nothing. */
export interface Applies {
  /** Letters that have a section of one of these roles. */
  readonly roles?: readonly Role[];
  readonly outlines?: readonly string[];
  /** Letters that it leaves alone. */
  readonly except?: readonly string[];
}

/** One thing that gets letters refused, as it is looked for in a draft. */
export interface ReviewRule extends Provenance {
  readonly id: string;
  readonly check: Check;
  readonly severity: "error" | "warning" | "info";
  /** One sentence, with {{placeholders}}. */
  readonly message: Words;
  /** What to do about it. */
  readonly advice: Words;
  readonly applies?: Applies;
  /** It rests on one weak source, or on sources that disagree. */
  readonly unverified?: boolean;
  /** Of `wording`: what must not be said. */
  readonly phrases?: Phrases;
  /** Of `wording`: signs that stand for themselves, as "!!". */
  readonly signs?: readonly string[];
  /** Of `wording`: only in sections of these roles. */
  readonly in?: readonly Role[];
  /** Of `wording`: marks that excuse it in the same sentence. */
  readonly unless?: readonly string[];
  /** Of `wording`: marks that excuse it anywhere in the letter. */
  readonly without?: readonly string[];
  /** Of `wording`: told only where it is said so often. */
  readonly least?: number;
  /** Of `wording`: told only in a section that has no more words than this. */
  readonly alone?: number;
  /** Of `too-long`: most words, and most characters where words are not set apart. */
  readonly words?: number;
  readonly characters?: number;
  /** Of `same-again`: the share of the letter that may stand in the earlier one, 0 to 1. */
  readonly share?: number;
}

/** A part that letters need, and how it is known in a draft. */
export interface Part {
  readonly id: string;
  /** The sections that it is: those of a role, or one section of some letters. */
  readonly role?: Role;
  readonly section?: string;
  readonly outlines?: readonly string[];
  readonly name: Words;
  /** Headings that it goes by, besides the outline's own. */
  readonly headings: Phrases;
  /** Plain headings, word by word, that may be this part or another: it is the one that no other heading names. */
  readonly titles?: Phrases;
  /** What is said in it, where no heading tells. */
  readonly content: Phrases;
}

/** How drafts of letters are reviewed: review.yaml. */
export interface ReviewRules {
  /** Words that phrases share, by group. */
  readonly groups: Readonly<Record<string, Phrases>>;
  readonly marks: Readonly<Record<string, Phrases>>;
  readonly parts: readonly Part[];
  readonly rules: readonly ReviewRule[];
  /** Words that negate what follows: the lexicon's. */
  readonly negators: readonly string[];
}

/** The same as it stands in the YAML; the negators come from the lexicon. */
export type RawReview = Omit<ReviewRules, "negators">;

/** Groups with the words of all languages together. */
export const groupsOf = (groups: RawReview["groups"]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(groups).map(([name, words]) => [name, [...new Set(Object.values(words).flat())]]));
