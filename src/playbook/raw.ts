import type { Caution, Channel, Group, Marketplace, Provenance, Rung, Section, Thresholds, Words } from "./types.js";

/** Values as they stand in the YAML, once the schemas have passed them. */

/** A statement is flat: its languages beside what it says of itself. */
export type RawStatement = Readonly<Record<string, unknown>> & { readonly en: string; readonly when?: RawWhen };

/** A side for each fact that is named; `any` is no fact. */
export interface RawWhen {
  readonly any?: readonly RawWhen[];
  readonly [fact: string]: RawSide | readonly RawWhen[] | undefined;
}

export type RawSide =
  | RawList
  | { readonly group: string | readonly string[] }
  | { readonly not: RawList | { readonly group: string | readonly string[] } };
export type RawList = string | readonly string[];

export type Strength = "certain" | "decisive" | "clear" | "strong" | "fair" | "weak" | "faint" | "against";
/** Phrases by language and strength. */
export type RawPhrases = Readonly<Record<string, Partial<Record<Strength, readonly string[]>>>>;
/** Words by language. */
type RawGlossary = Readonly<Record<string, readonly string[]>>;

/** How `check` looks at this playbook. */
export interface RawCheck {
  /** Most questions that an interview may have. */
  readonly questions?: number;
  /** Most words of a sentence, by language; characters where words are not set apart. */
  readonly sentence?: Readonly<Record<string, number>>;
  /** Abbreviations that readers know. */
  readonly abbreviations?: readonly string[];
  /** Hosts outside Amazon's that sellers may be sent to. */
  readonly hosts?: readonly string[];
  /** Codes that are not told. */
  readonly ignore?: readonly string[];
}

/** Ids of what a playbook leaves out of the one that it extends. */
export type RawRemove = Partial<
  Readonly<
    Record<
      | "teams"
      | "channels"
      | "issues"
      | "outlines"
      | "facts"
      | "groups"
      | "marketplaces"
      | "routes"
      | "cautions"
      | "refusals"
      | "rules",
      readonly string[]
    >
  >
>;

export interface RawPlaybook {
  /** The playbook that this one is laid over: a folder, or "shipped". */
  readonly extends?: string;
  readonly remove?: RawRemove;
  readonly check?: RawCheck;
  readonly version: string;
  readonly languages: readonly string[];
  readonly thresholds: Thresholds;
  readonly strengths: Readonly<Record<Strength, number>>;
  readonly hosts: readonly string[];
  readonly marketplaces: readonly Marketplace[];
  readonly groups: readonly Group[];
  readonly stakes?: readonly string[];
  readonly events?: readonly string[];
  readonly cautions: readonly Caution[];
}

const STATEMENTS = ["does", "does_not", "cares", "reaches_you", "never", "reply", "changed"] as const;

export interface RawTeam extends Provenance, Readonly<Record<(typeof STATEMENTS)[number], readonly RawStatement[]>> {
  readonly name: Words;
  readonly summary: Words;
  readonly executive: boolean;
  readonly order: number;
}

export interface RawChannel extends Omit<Channel, "when" | "ahead"> {
  readonly when?: RawWhen;
  readonly ahead?: RawWhen;
}

export interface RawChannels {
  readonly channels: readonly RawChannel[];
}

export interface RawFact {
  readonly id: string;
  readonly name: Words;
  readonly question: Words;
  readonly help: Words;
  readonly why: Words;
  readonly applies?: RawWhen;
  readonly shows?: number;
  readonly wish?: boolean;
  readonly values?: readonly {
    readonly id: string;
    readonly label: Words;
    readonly prior: number;
    readonly days?: number;
    /** A value that decides the same on purpose: sellers tell the two apart, routes do not. */
    readonly alike?: string;
  }[];
}

export interface RawFacts {
  readonly facts: readonly RawFact[];
}

export interface RawIssue extends Provenance {
  readonly group: string;
  readonly name: Words;
  readonly summary: Words;
  readonly prior?: number;
  readonly stake?: string;
  readonly follows?: readonly string[];
  readonly outline: string | null;
  readonly evidence: readonly RawStatement[];
  readonly avoid: readonly RawStatement[];
  readonly deadlines: readonly RawStatement[];
  readonly channels?: readonly string[];
}

export interface RawRoute extends Provenance {
  readonly id: string;
  readonly when: RawWhen;
  readonly team: string;
  readonly because: Words;
  readonly first?: readonly RawStatement[];
  readonly avoid?: readonly RawStatement[];
  readonly outline?: string | null;
  readonly channels?: readonly string[];
  readonly alone?: boolean;
  readonly waits?: boolean;
  readonly next: Rung | null;
}

export interface RawRoutes {
  readonly routes: readonly RawRoute[];
}

export interface RawOutline extends Provenance {
  readonly name: Words;
  readonly purpose: Words;
  readonly sections: readonly Section[];
  readonly avoid: readonly RawStatement[];
}

export interface RawSignals {
  readonly signals?: RawPhrases;
  readonly values?: Readonly<Record<string, RawPhrases>>;
}

/** By fact, value and phrase: what it adds to the log-odds of values, as in "fees 1.2, appeal=sent -0.4". */
export interface RawWeights {
  readonly weights: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

export interface RawLexicon {
  readonly groups: Readonly<Record<string, RawGlossary>>;
  readonly negators: RawGlossary;
}

export interface RawCases {
  readonly cases: readonly {
    readonly id: string;
    readonly lang?: string;
    readonly text?: string;
    readonly facts?: Readonly<Record<string, string>>;
    readonly expect: {
      readonly status?: "advised" | "unsure" | "out-of-scope";
      readonly team?: string;
      readonly issue?: string;
      readonly also_ok?: readonly string[];
      readonly facts?: Readonly<Record<string, string>>;
      readonly route?: string;
      readonly outline?: string | null;
      readonly also?: string | null;
    };
  }[];
}
