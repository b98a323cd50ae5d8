import {
  type Change,
  changeLines,
  type DiffResult,
  examples,
  factsText,
  headline,
  saidText,
  summary,
} from "./difference.js";
import { code } from "./escape.js";
import { clean } from "./style.js";

/** Rows of a table in a comment on a pull request, which may not be too long. */
const MOST = 50;

/** A comparison for a pull request. */
export function differenceMarkdown(result: DiffResult): string {
  const shown = clean(result);
  const blocks = [
    "## What the playbook decides differently",
    `${code(shown.old.name)} → ${code(shown.new.name)}: ${summary(shown)}`,
    ...shown.changes.flatMap((change, i) => block(change, i + 1)),
    ...casesTable(shown),
    ...ready(shown),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

/** Text in a table cell. */
const cell = (text: string): string => code(text).replaceAll("|", "\\|");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function block(change: Change, number: number): string[] {
  const rows = change.rows
    .slice(0, MOST)
    .map((row) => [row.where, factsText(row.facts), saidText(row.old), saidText(row.new)].map(cell));
  return [
    `### ${number}. ${headline(change)}`,
    changeLines(change)
      .map((line) => `- ${code(line)}`)
      .join("\n"),
    table(["Where", "For example", "Old", "New"], rows),
    change.rows.length > MOST || change.partial ? "And more rows: `--format json` has them." : "",
  ];
}

function casesTable({ cases }: DiffResult): string[] {
  if (cases.length === 0) return [];
  const rows = cases
    .slice(0, MOST)
    .flatMap(({ id, file, line, fields }) =>
      fields.map((one) => [id, `${file}:${line}`, one.field, one.old, one.new].map(cell)),
    );
  return [
    "### Cases with another answer",
    table(["Case", "Place", "Field", "Old", "New"], rows),
    ...(cases.length > MOST ? [`And ${cases.length - MOST} more cases.`] : []),
  ];
}

function ready(result: DiffResult): string[] {
  const yaml = examples(result);
  if (yaml === "") return [];
  return [
    "<details><summary>As cases, to hold the new playbook to it</summary>",
    `\`\`\`yaml\ncases:\n${yaml}\n\`\`\``,
    "</details>",
  ];
}
