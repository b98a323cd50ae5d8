import type { Finding } from "../playbook/finding.js";
import type { Report } from "./report.js";
import { safe } from "./safe.js";

/** A report as JUnit XML: every case of the playbook is a test, and so is every file that has findings. */
export function junitText({ findings, cases }: Report): string {
  const counted = findings.filter((finding) => finding.severity !== "info");
  const ofCase = ({ at, expectAt }: Report["cases"][number]) =>
    counted.filter((one) => samePlace(one, at) || samePlace(one, expectAt));
  const ran = cases.map((one) => ({ name: one.id, place: one.at, failures: ofCase(one) }));
  const taken = new Set(ran.flatMap(({ failures }) => failures));
  const byFile = new Map<string, Finding[]>();
  for (const finding of counted) {
    if (!taken.has(finding)) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  }
  const checks = [...byFile].map(([file, all]) =>
    suite(
      file,
      all.map((finding) => ({
        name: `${finding.code} ${finding.line}:${finding.column}`,
        place: finding,
        failures: [finding],
      })),
    ),
  );
  const suites = [
    ...(checks.length > 0 ? checks : [suite("playbook", [{ name: "no findings", place: null, failures: [] }])]),
    ...(ran.length > 0 ? [suite("cases", ran)] : []),
  ];
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  const failed = suites.reduce((sum, one) => sum + one.failed, 0);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="seller-route check" tests="${tests}" failures="${failed}" errors="0">`,
    ...suites.map((one) => one.text),
    `</testsuites>`,
    "",
  ].join("\n");
}

interface Test {
  readonly name: string;
  readonly place: { readonly file: string; readonly line: number } | null;
  readonly failures: readonly Finding[];
}

function suite(name: string, tests: readonly Test[]) {
  const failed = tests.filter((test) => test.failures.length > 0).length;
  const text = [
    `  <testsuite name="${xml(name)}" tests="${tests.length}" failures="${failed}" errors="0" skipped="0">`,
    ...tests.map((test) => testCase(name, test)),
    `  </testsuite>`,
  ].join("\n");
  return { tests: tests.length, failed, text };
}

function testCase(suiteName: string, { name, place, failures }: Test): string {
  const at = place ? ` file="${xml(place.file)}" line="${place.line}"` : "";
  const open = `    <testcase name="${xml(name)}" classname="${xml(suiteName)}"${at}`;
  if (failures.length === 0) return `${open}/>`;
  return [`${open}>`, ...failures.map(failure), `    </testcase>`].join("\n");
}

function failure({ file, line, column, code, severity, message, hint, example }: Finding): string {
  const text = [`${file}:${line}:${column}`, message, hint, example].filter(Boolean).join("\n");
  return `      <failure type="${xml(code)}" message="${xml(`${severity} ${code}: ${message}`)}">${xml(text)}</failure>`;
}

const samePlace = (a: Finding, b: { readonly file: string; readonly line: number; readonly column: number }): boolean =>
  a.file === b.file && a.line === b.line && a.column === b.column;

/** Text for XML 1.0: markup escaped, and what may not occur in it taken out. */
const xml = (text: string): string =>
  safe(text)
    .replace(/[^\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
