import type { Report } from "./report.js";
import { json } from "./style.js";

/** A report for programs: how many findings of each severity, and all of them. */
export function findingsJson({ findings, data }: Report): string {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: count("error"), warning: count("warning"), info: count("info") };
  return `${json({ version: 1, counts, findings, ...data }, 2)}\n`;
}
