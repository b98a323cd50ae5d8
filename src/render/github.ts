import type { Finding } from "../playbook/finding.js";
import { safe } from "./safe.js";

const LEVELS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Finding["severity"],
  string
>;

/** Findings as commands that GitHub Actions turns into annotations. */
export function githubText(findings: readonly Finding[]): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function annotation({ file, line, column, endColumn, code, severity, message, hint, example }: Finding): string {
  const where = [
    ["file", file],
    ["line", String(line)],
    ["endLine", String(line)],
    ["col", String(column)],
    ["endColumn", String(endColumn ?? column + 1)],
    ["title", code],
  ];
  const text = [message, hint, example && `A case that shows it:\n${example}`].filter(Boolean).join("\n");
  return `::${LEVELS[severity]} ${where.map(([name, value]) => `${name}=${property(value as string)}`).join(",")}::${data(text)}`;
}

/** What would end the command, or the property that it is in, is escaped as GitHub's own toolkit does it. */
const data = (text: string): string =>
  safe(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
