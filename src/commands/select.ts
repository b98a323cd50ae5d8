import { Refusal } from "../exit.js";
import { type Code, codes } from "../playbook/codes.js";
import { type Finding, isError } from "../playbook/finding.js";
import { suggest } from "../playbook/nearest.js";

/** Which findings are told, and how many are too many. */
export interface Selection {
  /** Codes or families (SR4, SR4xx) that are told; all, where none are named. */
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
  /** What is only worth knowing is told as well. */
  readonly info?: boolean;
}

/** The findings that were asked for. */
export function selected(findings: readonly Finding[], { only = [], ignore = [], info = false }: Selection): Finding[] {
  const [wanted, unwanted] = [codesOf(only), codesOf(ignore)];
  // A code that is asked for by its full name is told even where it is only information.
  const named = new Set(only.map((code) => code.toUpperCase()));
  return findings.filter(
    ({ code, severity }) =>
      (only.length === 0 || wanted.has(code)) &&
      !unwanted.has(code) &&
      (severity !== "info" || info || named.has(code)),
  );
}

/**
 * What keeps the checks that were asked for from running: errors in a playbook that cannot be loaded. They are told
 * whatever was asked for, unless that is their family, the form of the files, alone.
 */
export function hindering(findings: readonly Finding[], { only = [] }: Selection): Finding[] {
  const wanted = codesOf(only);
  const formAlone = only.length > 0 && [...wanted].every((code) => code.startsWith("SR1"));
  return formAlone ? [] : findings.filter(isError);
}

/** Codes by their names; SR4 and SR4xx are all that begin so. */
function codesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => {
      const found = familyOf(name);
      if (found.length === 0) throw unknownCode(name);
      return found;
    }),
  );
}

/** The codes that begin with a name, as SR4 or SR4xx. */
export function familyOf(name: string): string[] {
  const start = name.toUpperCase().replace(/X+$/, "");
  return /^SR\d{1,3}$/.test(start) ? Object.keys(codes).filter((code) => code.startsWith(start)) : [];
}

export const unknownCode = (name: string): Refusal => {
  const hint =
    suggest(name, Object.keys(codes) as Code[]) ?? "A code is one such as SR401; SR4 stands for all that begin so.";
  return new Refusal(`There is no code ${name}`, { hint });
};

/** What makes a run fail. */
export interface Limits {
  /** "error": warnings alone are no failure. */
  readonly failOn?: "warning" | "error";
  /** Warnings that are still accepted. */
  readonly maxWarnings?: number;
}

/** Whether findings are too many, or too bad. */
export function fails(findings: readonly Finding[], { failOn = "warning", maxWarnings }: Limits): boolean {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  if (count("error") > 0) return true;
  const most = maxWarnings ?? (failOn === "error" ? Number.POSITIVE_INFINITY : 0);
  return count("warning") > most;
}
