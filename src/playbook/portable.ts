import { type Kind, TABLES, type Table } from "./tables.js";
import type { Playbook } from "./types.js";

/** Marks a table in JSON: { "$table": "Int32Array", "of": [1, 2, 3] }. No key of a playbook begins with a dollar. */
const MARK = "$table";

/**
 * A playbook as JSON, to be read again by `fromJson` where there are no files: in a browser, a worker, another process.
 * Larger and slower to read than the stored form that ships with the package.
 */
export function asJson(playbook: Playbook): string {
  return JSON.stringify(playbook, (_, value: unknown) => {
    const name = Object.keys(TABLES).find((one) => value instanceof TABLES[one as Kind]);
    return name === undefined ? value : { [MARK]: name, of: Array.from(value as Table) };
  });
}

/** The playbook that `asJson` wrote. It is taken at its word: give it only what you wrote yourself. */
export function fromJson(text: string): Playbook {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !(MARK in value) || !("of" in value)) return value;
    return TABLES[value[MARK] as Kind].from(value.of as number[]);
  }) as Playbook;
}
