import type { Finding, Place } from "../playbook/finding.js";
import type { ReportFormat } from "./formats.js";
import type { Paint } from "./style.js";

/** All that a run of `check` has to tell. */
export interface Report {
  /** In order: by file, then from top to bottom. */
  readonly findings: readonly Finding[];
  /** Cases that were run, with their places. */
  readonly cases: readonly { readonly id: string; readonly at: Place; readonly expectAt: Place }[];
  /** Whether its warnings are accepted: then they are told, and are no failures. */
  readonly lenient?: boolean;
  /** Of the program. */
  readonly version: string;
  /** More for people, to be printed behind the findings. */
  readonly tables?: string;
  /** More for programs, by name. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A report as text. The formats are loaded when they are asked for. */
export async function reportText(report: Report, format: ReportFormat, paint: Paint): Promise<string> {
  switch (format) {
    case "pretty": {
      const { findingsText } = await import("./findings.js");
      const text = report.findings.length > 0 ? findingsText(report.findings, paint) : "";
      return [text, report.tables ?? ""].filter((part) => part !== "").join("\n");
    }
    case "json":
      return (await import("./findings-json.js")).findingsJson(report);
    case "github":
      return (await import("./github.js")).githubText(report.findings);
    case "sarif":
      return (await import("./sarif.js")).sarifText(report);
    case "junit":
      return (await import("./junit.js")).junitText(report);
  }
}
