import { createHash } from "node:crypto";
import { type Code, codes } from "../playbook/codes.js";
import type { Finding, Place } from "../playbook/finding.js";
import { pageOf } from "../playbook/pages.js";
import type { Report } from "./report.js";
import { json } from "./style.js";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Finding["severity"],
  string
>;

/** A report as SARIF 2.1.0, as code hosts read it: every rule that has results, every result with its region. */
export function sarifText({ findings, version }: Report): string {
  const used = [...new Set(findings.map((finding) => finding.code))].sort();
  const times = new Map<string, number>();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "seller-route",
            semanticVersion: version,
            informationUri: "https://www.npmjs.com/package/seller-route",
            rules: used.map(rule),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true }],
        results: findings.map((finding) => result(finding, used.indexOf(finding.code), times)),
      },
    ],
  };
  return `${json(log, 2)}\n`;
}

function rule(code: string) {
  const known = codes[code as Code];
  const page = pageOf(code);
  const text = page ? `${page.what} ${page.mend}` : known.title;
  return {
    id: code,
    name: pascal(known.title),
    shortDescription: { text: sentence(known.title) },
    fullDescription: { text: sentence(page?.what ?? known.title) },
    help: { text, markdown: text },
    defaultConfiguration: { level: LEVELS[known.severity] },
  };
}

function result(finding: Finding, ruleIndex: number, times: Map<string, number>) {
  const { code, severity, message, hint, example, related = [] } = finding;
  const text = [sentence(message), hint, example && `A case that shows it:\n${example}`].filter(Boolean).join("\n");
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text },
    locations: [{ physicalLocation: physical(finding) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        physicalLocation: physical(one),
        message: { text: one.message },
      })),
    }),
    partialFingerprints: { "sellerRoute/v1": fingerprint(finding, times) },
  };
}

function physical({ file, line, column, endColumn, source }: Place) {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine: line,
      startColumn: column,
      endLine: line,
      endColumn: Math.max(endColumn ?? column + 1, column + 1),
      ...(source !== undefined && source !== "" && { snippet: { text: source } }),
    },
  };
}

/** A path as a URI: relative where the path is. */
function uriOf(file: string): string {
  const path = file
    .replaceAll("\\", "/")
    .split("/")
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, "\uFFFD")))
    .join("/");
  if (path.startsWith("/")) return `file://${path}`;
  return /^[a-z]%3A\//i.test(path) ? `file:///${path.replace("%3A", ":")}` : path;
}

/** The same for the same fault when lines move; like faults are counted. */
function fingerprint({ code, file, source, message }: Finding, times: Map<string, number>): string {
  const plain = JSON.stringify([code, file, source?.trim() ?? "", message]);
  const time = times.get(plain) ?? 0;
  times.set(plain, time + 1);
  return `${createHash("sha256").update(plain).digest("hex").slice(0, 32)}:${time}`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const pascal = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("");
