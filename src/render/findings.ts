import type { Finding } from "../playbook/finding.js";
import { type FindingWords, reviewWords } from "./review-words.js";
import { safe } from "./safe.js";
import type { Paint } from "./style.js";
import { displayWidth, hang, wrap } from "./wrap.js";

/** Widest part of a source line that is shown. */
const WIDEST = 100;

/**
 * Findings for people, file by file: the place, the sentence, the line at fault with its part marked, what to do. Lines
 * are broken where a width is given; where none is, a finding's first line holds all that a search may look for.
 */
export function findingsText(
  findings: readonly Finding[],
  paint: Paint,
  words: FindingWords = reviewWords("en"),
  width = Number.POSITIVE_INFINITY,
): string {
  const files = [...new Set(findings.map(({ file }) => file))];
  const blocks = files.flatMap((file) => {
    const here = findings.filter((finding) => finding.file === file);
    const heading =
      files.length > 1 || here.length > 1 ? [`${paint.underline(safe(file))}  ${countText(here, words)}\n`] : [];
    return [...heading, ...here.map((finding) => `${[...one(finding, paint, words, width)].join("\n")}\n`)];
  });
  return blocks.join("\n");
}

/** "2 errors, 1 warning"; empty where there are none. */
export function countText(findings: readonly Finding[], words: FindingWords = reviewWords("en")): string {
  return words.count(countsOf(findings));
}

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Finding["severity"], number>> {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

function* one(
  { file, line, column, endColumn, source, code, severity, message, hint, related = [], example }: Finding,
  paint: Paint,
  words: FindingWords,
  width: number,
): Iterable<string> {
  const colour = severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.cyan;
  const place = paint.bold(safe(`${file}:${line}:${column}`));
  const head = `${place}  ${colour(words.severity[severity])} ${paint.dim(code)}`;
  const plain = safe(`${file}:${line}:${column}  ${words.severity[severity]} ${code}  `) + flat(message);
  if (displayWidth(plain) <= width) yield `${head}  ${flat(message)}`;
  else yield* [head, ...wrap(flat(message), width, 2)];
  if (source !== undefined && source.trim() !== "") {
    const shown = excerpt(source, column, endColumn ?? column + 1, Math.min(WIDEST, width - String(line).length - 8));
    const gutter = String(line);
    yield `  ${paint.dim(`${gutter} |`)} ${shown.text}`;
    yield `  ${paint.dim(`${" ".repeat(gutter.length)} |`)} ${" ".repeat(shown.before)}${colour("^".repeat(Math.max(1, shown.marked)))}`;
  }
  for (const other of related)
    yield `  ${paint.cyan(words.see)}  ${safe(`${other.file}:${other.line}`)}  ${flat(other.message)}`;
  if (hint !== undefined) {
    const [first = "", ...rest] = hang(`  ${words.hint} `, flat(hint), width);
    yield* [first.replace(words.hint, paint.cyan), ...rest];
  }
  if (example !== undefined) {
    yield `  ${paint.cyan("case:")} to put into a file of cases`;
    for (const row of example.trimEnd().split("\n")) yield `    ${paint.dim(safe(row))}`;
  }
}

const flat = (text: string): string => safe(text).replaceAll("\n", " ");

/** The line around the columns from `column` to `endColumn`, and how far in and how wide they are shown. */
function excerpt(source: string, column: number, endColumn: number, room: number) {
  // Chinese characters take two columns.
  const widest = Math.max(
    20,
    Math.floor(source.length === 0 ? room : Math.min(room, (room * source.length) / displayWidth(source))),
  );
  const from = Math.floor(column - 1 - widest / 4);
  const start = source.length <= widest ? 0 : Math.max(0, Math.min(from, source.length - widest));
  const end = Math.min(source.length, start + widest);
  const lead = start > 0 ? "…" : "";
  const part = (from: number, to: number) =>
    flat(source.slice(Math.max(start, from), Math.max(start, Math.min(end, to))));
  const before = `${lead}${part(start, column - 1)}`;
  const marked = part(column - 1, endColumn - 1);
  return {
    text: `${before}${marked}${part(endColumn - 1, end)}${end < source.length ? "…" : ""}`,
    before: displayWidth(before),
    marked: displayWidth(marked),
  };
}
