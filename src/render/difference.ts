import type { Facts } from "../core/facts.js";
import { counted } from "./counted.js";
import { percent } from "./degree.js";

/** What two playbooks decide and read differently, as `diff --format json` prints it. */
export interface DiffResult {
  readonly version: 1;
  readonly old: Compared;
  readonly new: Compared;
  /** False where the tables are too large to compare; then there are no changes. */
  readonly decided: boolean;
  /** The most usual first. */
  readonly changes: readonly Change[];
  readonly cases: readonly CaseChange[];
}

export interface Compared {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
}

export type Field = "team" | "channels" | "outline" | "deadlines" | "next";

/** One change, and all cases that it happens to. */
export interface Change {
  /** `added` and `removed`: cases that only the new, or only the old playbook can be asked about. */
  readonly kind: "changed" | "added" | "removed";
  /** How much of all cases, by the priors. */
  readonly share: number;
  readonly fields: Partial<Readonly<Record<Field, FieldChange>>>;
  /** Some rows are left out. */
  readonly partial: boolean;
  readonly rows: readonly Row[];
}

export interface FieldChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Named as before, with something else in them. */
  readonly edited: readonly string[];
  readonly moved: boolean;
}

export interface Row {
  /** Values by fact; facts that are not named do not matter. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  /** The same in one line, groups of issues by their name. */
  readonly where: string;
  /** Facts that show the difference. */
  readonly facts: Facts;
  /** What is said to them; null where it cannot be asked. */
  readonly old: Said | null;
  readonly new: Said | null;
  /** A case that the new playbook passes, as YAML. */
  readonly case: string | null;
}

export interface Said {
  readonly route: string | null;
  readonly team: string | null;
  readonly channels: readonly string[];
  readonly outline: string | null;
  readonly deadlines: readonly string[];
  readonly next: string | null;
}

/** A case that the two read or decide differently. */
export interface CaseChange {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly fields: readonly { readonly field: string; readonly old: string; readonly new: string }[];
}

/** What each part of a recommendation is called, and what is said where there is none. */
const PARTS: readonly (readonly [field: Field, label: string, none: string])[] = [
  ["team", "team", "no route"],
  ["channels", "channels", "none"],
  ["outline", "letter", "no letter"],
  ["deadlines", "deadlines", "none"],
  ["next", "next", "nothing"],
];

/** One line a part that has changed: "team: notice → notice-dispute". */
export function changeLines({ kind, fields }: Change): string[] {
  const lines = PARTS.flatMap(([field, label, none]) => {
    const one = fields[field];
    if (one === undefined) return [];
    return [
      `${label}: ${kind === "changed" ? fieldText(field, one, none) : [...one.removed, ...one.added].join("; ")}`,
    ];
  });
  return lines.length === 0 ? ["no route takes it"] : lines;
}

function fieldText(field: Field, { removed, added, edited, moved }: FieldChange, none: string): string {
  if (field !== "channels" && field !== "deadlines") {
    if (edited.length > 0) return `${edited[0]}, with other content`;
    return `${removed[0] ?? none} → ${added[0] ?? none}`;
  }
  return [
    ...removed.map((name) => `− ${name}`),
    ...added.map((name) => `+ ${name}`),
    ...edited.map((name) => `${name}, with other content`),
    ...(moved ? ["in another order"] : []),
  ].join("; ");
}

const KINDS: Readonly<Record<Change["kind"], string>> = {
  changed: "changed",
  added: "only in the new one",
  removed: "only in the old one",
};

/** "changed, 4% of cases" */
export const headline = ({ kind, share }: Change): string => `${KINDS[kind]}, ${percent(share)} of cases`;

/** Facts in one line. */
export const factsText = (facts: Facts): string =>
  Object.entries(facts)
    .map(([fact, value]) => `${fact}: ${value}`)
    .join(", ");

/** What a playbook says to an example: its team, and the route that says so. */
export const saidText = (said: Said | null): string =>
  said === null ? "not known" : said.route === null ? "no route" : `${said.team} (${said.route})`;

/** A case of each change, as YAML. */
export const examples = ({ changes }: DiffResult): string =>
  changes
    .map(({ rows }) => rows[0]?.case ?? "")
    .join("")
    .trimEnd();

/** "2 changes of what is decided (3 rows), 10 cases with another answer." */
export function summary({ decided, changes, cases }: DiffResult): string {
  const answers = `${counted(cases.length, "case")} with another answer.`;
  if (!decided) return `Undecided: the decision tables are too large to compare. ${answers}`;
  if (changes.length === 0 && cases.length === 0) return "The two decide the same, whatever the facts.";
  const rows = changes.reduce((sum, change) => sum + change.rows.length, 0);
  return `${counted(changes.length, "change")} of what is decided (${counted(rows, "row")}), ${answers}`;
}
