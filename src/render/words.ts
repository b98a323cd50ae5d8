import type { Degree } from "./degree.js";
import type { Entity, ShownChannel } from "./result.js";
import { en } from "./words-en.js";
import { zh } from "./words-zh.js";

type Kinds<K extends string> = Readonly<Record<K, string>>;

/** Every string of the interface that is not in the playbook, in one language. A missing one does not compile. */
export interface Interface {
  readonly lang: string;
  /** What stands at the left of a block of the advice. */
  readonly labels: Kinds<
    | "goTo"
    | "problem"
    | "careful"
    | "why"
    | "previous"
    | "missing"
    | "again"
    | "now"
    | "where"
    | "first"
    | "ready"
    | "never"
    | "clock"
    | "letter"
    | "fails"
    | "ladder"
    | "assumed"
    | "otherwise"
    | "also"
    | "notSure"
    | "noAdvice"
    | "question"
    | "found"
    | "use"
  >;
  readonly degrees: Kinds<Degree>;
  /** Before the team of an unsure result. */
  readonly bestGuess: string;
  readonly noGuess: string;
  readonly answerWith: string;
  readonly sayMore: string;
  readonly outOfScope: string;
  /** The same of a message that bears signs of being false. */
  readonly suspect: string;
  /** Said instead where the text does not seem to be in a language that is read. */
  /** Why the message of --previous has no effect. */
  readonly previous: Kinds<"no-refusal" | "no-appeal">;
  /** `languages`: those that are read; null where they are not known. */
  readonly unread: (languages: string | null) => string;
  readonly purpose: string;
  readonly tryInstead: string;
  readonly kinds: Kinds<ShownChannel["kind"]>;
  readonly marks: Kinds<ShownChannel["status"]>;
  readonly noChannel: string;
  readonly noActive: string;
  readonly undated: string;
  readonly noLetter: string;
  readonly showsAll: string;
  readonly lastDoor: string;
  readonly rests: string;
  readonly separately: string;
  /** Headings of --explain. */
  readonly explain: { readonly text: string; readonly half: string; readonly more: (count: number) => string };
  /** A time to answer that stands in the text itself, and the day that it counts from; null: none is told, so today. */
  readonly window: (value: string, from: string | null) => string;
  /** A last day that stands in the text itself, and the other day that it may be. */
  readonly lastDay: (day: string, other?: string) => string;
  /** Said where a text is only there in English; null where that is the page's language. */
  readonly english: string | null;
  readonly footer: (version: string) => string;
  readonly entities: Kinds<Entity["kind"]>;
  /** A day of a year that is not said. */
  readonly dayOfMonth: (month: number, day: number) => string;
  /** Before the facts that lead to another team. */
  readonly when: string;
  /** The same where its door stays shut until they are said. */
  readonly shut: string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly quote: (text: string) => string;
  readonly aside: (text: string) => string;
  readonly asOf: (date: string) => string;
  readonly due: (date: string, passed?: boolean) => string;
  /** Behind a next step that has a number of days: the day, counted from another one, or from today. */
  readonly counted: (date: string, from?: string) => string;
  /** Behind a time to ask about a new plan: the day, if it goes out today. */
  readonly sent: (date: string) => string;
  /** What is said of a door on the ladder. */
  readonly doors: Kinds<"here" | "used" | "once">;
  /** Entries of a calendar. */
  readonly calendar: {
    readonly answer: (problem: string) => string;
    readonly next: (team: string) => string;
    readonly silent: (problem: string) => string;
    /** The same of a time to answer, where the text does not say from when it counts. */
    readonly came: (date: string) => string;
    /** A title with the number of the case that it is about. */
    readonly of: (title: string, number: string) => string;
    /** Why the day of the next step is no more than a guess. */
    readonly from: (date: string) => string;
  };
  readonly more: (count: number, where: string) => string;
  readonly needs: string;
  readonly wording: string;
  readonly sources: Kinds<"article" | "unpublished">;
  /** Labels of the lists: one team, one issue. */
  readonly lists: Kinds<
    | "does"
    | "doesNot"
    | "cares"
    | "reaches"
    | "never"
    | "reply"
    | "changed"
    | "active"
    | "legacy"
    | "unverified"
    | "sources"
    | "group"
    | "team"
    | "evidence"
    | "avoid"
    | "deadlines"
    | "outline"
  >;
  readonly onceOnly: string;
  readonly unconfirmed: string;
  readonly moreOnTeam: string;
  readonly moreOnIssue: string;
}

/** The interface in a language ("zh-CN" finds "zh"); English where it is not translated. */
export function words(lang: string): Interface {
  return lang.split("-")[0] === "zh" ? zh() : en;
}
