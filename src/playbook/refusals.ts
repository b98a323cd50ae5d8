import type { Mark } from "../core/asked.js";
import type { Condition, Facts } from "../core/facts.js";
import type { RawStatement, RawWhen } from "./raw.js";
import type { Phrases } from "./review.js";
import type { Provenance, Statement, Words } from "./types.js";

/** What to do after a refusal: mend what was sent, ask why, or go to a door that opens once. */
export type Step = "mend" | "call" | "up";

/** What Amazon's refusals ask for, and how a seller goes on from there. */
export interface Refusals {
  /** What must be known before a text is read as a refusal. */
  readonly when: Condition;
  /** What a message that is handed over as a refusal shows where it does not say so itself. */
  readonly shows: Facts;
  /** Problems that say no more than what became of an account: a refusal may name the one behind them. */
  readonly general?: Condition;
  /** Problems about which there is no appeal that these steps could be for, although one was refused. */
  readonly apart?: Condition;
  /** The facts of a seller who has tried nothing: the ladder begins at the team that they lead to. */
  readonly first: Facts;
  /** When the doors that open once are used up. */
  readonly used: Condition;
  readonly steps: Readonly<Record<Step, Advised>>;
  /** In order, most important first. */
  readonly asks: readonly Ask[];
}

export interface Advised extends Provenance {
  readonly text: Words;
  /** After how long; what is not known is said to be unknown. */
  readonly wait: Statement;
  readonly days?: number;
  readonly business?: boolean;
  /** Steps of a route that are about nothing else are not told beside it. */
  readonly about?: readonly string[];
}

/** One thing that a refusal may say is missing. */
export interface Ask extends Provenance {
  readonly id: string;
  readonly name: Words;
  readonly do: Statement;
  /** What not to send again. */
  readonly again?: Statement;
  readonly step: Exclude<Step, "up">;
  /** It names nothing, and is told only where the message names nothing else. */
  readonly vague?: boolean;
}

/** refusals.yaml as it stands. */
export interface RawRefusals {
  readonly when?: RawWhen;
  readonly shows?: Facts;
  readonly general?: RawWhen;
  readonly apart?: RawWhen;
  readonly first?: Facts;
  readonly used?: RawWhen;
  /** By which words it is known what is asked for, and what is only named. */
  readonly marks?: Readonly<Partial<Record<Mark, Phrases>>>;
  readonly steps?: Readonly<Record<Step, Omit<Advised, "wait"> & { readonly wait: RawStatement }>>;
  readonly refusals: readonly (Omit<Ask, "do" | "again"> & {
    readonly do: RawStatement;
    readonly again?: RawStatement;
    /** What asks for it outright. */
    readonly phrases?: Phrases;
    /** What names it: it is asked for where a demand is. */
    readonly named?: Phrases;
    /** Where one of these stands, it is not asked for. */
    readonly unless?: Phrases;
  })[];
}
