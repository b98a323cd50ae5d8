/**
 * Where something stands in a file. Lines and columns count from 1, columns in UTF-16 units;
 * `endColumn` is the column behind the last character.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
  /** The line itself. */
  readonly source?: string;
}

export type Severity = "error" | "warning" | "info";

/** One result of `check`. The first digit of its code tells the family: see codes.ts. */
export interface Finding extends Place {
  readonly code: string;
  /** What is only "info" is no fault: it is printed where it is asked for, and never counted. */
  readonly severity: Severity;
  /** One plain sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Other places that have to do with it. */
  readonly related?: readonly Related[];
  /** A counterexample: a case for data/cases/, as YAML. */
  readonly example?: string;
}

export interface Related extends Place {
  readonly message: string;
}

/** A finding that makes the playbook unusable. */
export function error(code: string, place: Place, message: string, hint?: string): Finding {
  return { ...place, code, severity: "error", message, ...(hint === undefined ? {} : { hint }) };
}

/** A finding that the playbook can live with. */
export function warning(code: string, place: Place, message: string, hint?: string): Finding {
  return { ...error(code, place, message, hint), severity: "warning" };
}

/** What is worth knowing, and no fault. */
export function info(code: string, place: Place, message: string, hint?: string): Finding {
  return { ...error(code, place, message, hint), severity: "info" };
}

export const isError = (finding: Finding): boolean => finding.severity === "error";

/** Findings as a reader meets them: by file, then from top to bottom. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const names = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort((a, b) => names(a.file, b.file) || a.line - b.line || a.column - b.column);
}
