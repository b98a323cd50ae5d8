/** What a text was understood to say. */
export interface Reading {
  /** For each fact that the text speaks of: log-odds for its values, 0 where nothing was said. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Facts that the text speaks of in so many words. Others may have scores too: words of one thing speak for another. */
  readonly spoken: readonly string[];
  /** By fact: the values that it says in so many words. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** How many phrases were found that say something. */
  readonly heard: number;
  /**
   * The text cut in two between sentences, where that says the most: where, how many log-odds more are said for two issues
   * than for one, and what stands before and behind. Null where it says no more.
   */
  readonly halves: { readonly at: number; readonly gain: number; readonly before: Half; readonly behind: Half } | null;
  /** Whether it is what one half of a text says. */
  readonly half?: true;
  readonly evidence: readonly Evidence[];
  readonly entities: readonly Entity[];
  readonly signs: readonly Sign[];
  /** The day that the text itself bears, as a mail's date line, or that its one notice is of; null where it bears none. Without a year: --MM-DD. */
  readonly written: string | null;
  /** The times and last days to answer that the text states. */
  readonly limits: readonly Limit[];
  /** By fact: how many days ago that is which the fact counts from, where the text tells. */
  readonly gone: Readonly<Record<string, number>>;
}

/** What a half of a text was understood to say. */
export type Half = Pick<Reading, "scores" | "heard">;

/** What of a reading is shown with an answer. */
export interface Shown extends Pick<Reading, "entities" | "signs" | "written" | "limits" | "gone"> {
  readonly evidence: readonly Omit<Evidence, "phrase">[];
}

/** Words of a text that speak for a value of a fact (against it, where the weight is negative). */
export interface Evidence {
  readonly fact: string;
  readonly value: string;
  readonly weight: number;
  readonly phrase: string;
  /**
   * Whether the phrase was written for this value, and says something by itself; else it is an everyday word, or only
   * turned out to speak for it.
   */
  readonly own: boolean;
  readonly text: string;
  /** UTF-16 units of the text as it was given. */
  readonly start: number;
  readonly end: number;
}

export type EntityKind =
  | "asin"
  | "order"
  | "case"
  | "complaint"
  | "email"
  | "date"
  | "window"
  | "marketplace"
  | "amount";

export interface Entity {
  readonly kind: EntityKind;
  readonly value: string;
  /** The other way to read it, where there are two. */
  readonly other?: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A time to answer ("17 days"), or the last day itself. Days are YYYY-MM-DD; without a year --MM-DD; told by the day on
 * which it was written ("3 days ago") -3.
 */
export interface Limit {
  readonly value: string;
  /** The other way to read a last day, where there are two. */
  readonly other?: string;
  /** The day that a time counts from by what the text says; null where it does not say. */
  readonly from: string | null;
  readonly otherFrom?: string;
  /** The day is that of a deactivation, and of no notice: long ago it tells nothing of a time that is given now. */
  readonly closed?: true;
}

/** A sign that a message may not be Amazon's, and the words that show it. Never a verdict. */
export interface Sign {
  readonly sign: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const NOTHING_READ: Reading = {
  scores: {},
  spoken: [],
  said: {},
  heard: 0,
  halves: null,
  evidence: [],
  entities: [],
  signs: [],
  written: null,
  limits: [],
  gone: {},
};

/** Whether words can be quoted as what the text says of a fact. A problem is told by all its words, other facts by their own. */
export const isTold = ({ fact, own, weight }: Pick<Evidence, "fact" | "own" | "weight">): boolean =>
  weight > 0 && (own || fact === "issue");

/** What is read of a refusal: not a fact that decides, but what it asks for. */
export const ASKED = "refusal";
