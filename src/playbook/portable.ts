import type { Playbook } from "./types.js";

/** What a playbook holds besides plain JSON: tables of numbers. */
const TABLES = { Int32Array, Int16Array, Uint32Array, Uint16Array, Uint8Array, Float64Array } as const;
type Table = InstanceType<(typeof TABLES)[keyof typeof TABLES]>;

/** Marks a table in JSON: { "$table": "Int32Array", "of": [1, 2, 3] }. No key of a playbook begins with a dollar. */
const MARK = "$table";

/**
 * A playbook as JSON, to be read again by `fromJson` where there are no files: in a browser, a worker, another process.
 * Larger and slower to read than the stored form that ships with the package.
 */
export function asJson(playbook: Playbook): string {
  return JSON.stringify(playbook, (_, value: unknown) => {
    const name = Object.keys(TABLES).find((one) => value instanceof TABLES[one as keyof typeof TABLES]);
    return name === undefined ? value : { [MARK]: name, of: Array.from(value as Table) };
  });
}

/** The playbook that `asJson` wrote. It is taken at its word: give it only what you wrote yourself. */
export function fromJson(text: string): Playbook {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !(MARK in value) || !("of" in value)) return value;
    return TABLES[value[MARK] as keyof typeof TABLES].from(value.of as number[]);
  }) as Playbook;
}
