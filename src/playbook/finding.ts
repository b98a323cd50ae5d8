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

/** One result of `check`. SR1xx: the form of a file. SR2xx: what leads nowhere. SR3xx: cases. */
export interface Finding extends Place {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One plain sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** A finding that makes the playbook unusable. */
export function error(code: string, place: Place, message: string, hint?: string): Finding {
  return { ...place, code, severity: "error", message, ...(hint === undefined ? {} : { hint }) };
}

/** A finding that the playbook can live with. */
export function warning(code: string, place: Place, message: string, hint?: string): Finding {
  return { ...error(code, place, message, hint), severity: "warning" };
}

export const isError = (finding: Finding): boolean => finding.severity === "error";

/** Findings as a reader meets them: by file, then from top to bottom. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const names = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort((a, b) => names(a.file, b.file) || a.line - b.line || a.column - b.column);
}
