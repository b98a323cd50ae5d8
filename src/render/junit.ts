import type { Finding } from "../playbook/finding.js";
import type { Report } from "./report.js";
import { safe } from "./safe.js";

/** A report as JUnit XML: every case of the playbook is a test, and so is every file that has findings. */
export function junitText({ findings, cases, lenient = false }: Report): string {
  const fails = ({ severity }: Finding) => severity === "error" || !lenient;
  const counted = findings.filter((finding) => finding.severity !== "info");
  const ofCase = ({ at, expectAt }: Report["cases"][number]) =>
    counted.filter((one) => samePlace(one, at) || samePlace(one, expectAt));
  const ran = cases.map((one) => ({ name: one.id, place: one.at, found: ofCase(one) }));
  const taken = new Set(ran.flatMap(({ found }) => found));
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
        found: [finding],
      })),
      fails,
    ),
  );
  const suites = [
    ...(checks.length > 0 ? checks : [suite("playbook", [{ name: "no findings", place: null, found: [] }], fails)]),
    ...(ran.length > 0 ? [suite("cases", ran, fails)] : []),
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
  readonly found: readonly Finding[];
}

type Fails = (finding: Finding) => boolean;

function suite(name: string, tests: readonly Test[], fails: Fails) {
  const failed = tests.filter((test) => test.found.some(fails)).length;
  const text = [
    `  <testsuite name="${xml(name)}" tests="${tests.length}" failures="${failed}" errors="0" skipped="0">`,
    ...tests.map((test) => testCase(name, test, fails)),
    `  </testsuite>`,
  ].join("\n");
  return { tests: tests.length, failed, text };
}

function testCase(suiteName: string, { name, place, found }: Test, fails: Fails): string {
  const at = place ? ` file="${xml(place.file)}" line="${place.line}"` : "";
  const open = `    <testcase name="${xml(name)}" classname="${xml(suiteName)}"${at}`;
  if (found.length === 0) return `${open}/>`;
  const failures = found.filter(fails).map(failure);
  const accepted = found.filter((one) => !fails(one)).map(remark);
  return [`${open}>`, ...failures, ...accepted, `    </testcase>`].join("\n");
}

/** What is told of a test that has passed. */
const remark = (finding: Finding): string =>
  `      <system-out>${xml(`${finding.severity} ${finding.code}\n${textOf(finding)}`)}</system-out>`;

function failure(finding: Finding): string {
  const { code, severity, message } = finding;
  const said = xml(`${severity} ${code}: ${message}`);
  return `      <failure type="${xml(code)}" message="${said}">${xml(textOf(finding))}</failure>`;
}

const textOf = ({ file, line, column, message, hint, example }: Finding): string =>
  [`${file}:${line}:${column}`, message, hint, example].filter(Boolean).join("\n");

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
