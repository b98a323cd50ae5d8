import type { Condition, Facts } from "../core/facts.js";
import type { RawStatement, RawWhen } from "./raw.js";
import type { Provenance, Statement, Words } from "./types.js";

/** What to do after a refusal: mend what was sent, ask why, or go to a door that opens once. */
export type Step = "mend" | "call" | "up";

/** What Amazon's refusals ask for, and how a seller goes on from there. */
export interface Refusals {
  /** What must be known before a text is read as a refusal. */
  readonly when: Condition;
  /** What a message that is handed over as a refusal shows where it does not say so itself. */
  readonly shows: Facts;
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
  readonly first?: Facts;
  readonly used?: RawWhen;
  readonly steps?: Readonly<Record<Step, Omit<Advised, "wait"> & { readonly wait: RawStatement }>>;
  readonly refusals: readonly (Omit<Ask, "do" | "again"> & {
    readonly do: RawStatement;
    readonly again?: RawStatement;
    readonly phrases: Readonly<Record<string, readonly string[]>>;
  })[];
}
