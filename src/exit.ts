/** What the process says when it ends. The same in every command. */
export const Exit = {
  /** Advised, or nothing found. */
  ok: 0,
  /** `check` or `review` found something, `diff --fail-on-change` a difference, `batch` a bad line. */
  findings: 1,
  /** Wrong use. */
  usage: 2,
  /** No advice can be given: unsure, or not a seller's problem; or no date for a calendar. */
  noAdvice: 3,
  /** The playbook is broken. */
  playbook: 4,
  /** Our bug. */
  bug: 70,
  /** The seller left. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof Exit)[keyof typeof Exit];

/** An error that the user can mend: one sentence, what to do about it, and the exit code that it ends with. */
export class Refusal extends Error {
  readonly hint: string | undefined;
  readonly exit: ExitCode;

  constructor(message: string, { hint, exit = Exit.usage }: { hint?: string | undefined; exit?: ExitCode } = {}) {
    super(message);
    this.hint = hint;
    this.exit = exit;
  }
}

/** The seller pressed Ctrl-C, or closed the terminal. */
export class Cancelled extends Error {}

/** What was asked for takes the whole program after all. Thrown before anything is written. */
export class Elsewhere extends Error {}
