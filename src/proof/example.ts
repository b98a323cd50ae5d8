import type { Facts } from "../core/facts.js";

/** What a case expects, as far as it says. */
export interface Expected {
  readonly status?: string;
  readonly team?: string;
  readonly issue?: string;
  readonly route?: string;
  readonly outline?: string | null;
}

/** A case with facts, as YAML to be put into a list of cases; with a comment before it, where one is given. */
export function exampleCase(id: string, facts: Facts, expect: Expected, comment?: string): string {
  return [
    ...(comment === undefined ? [] : [`  # ${comment}`]),
    `  - id: ${id}`,
    `    facts: ${flow(facts)}`,
    `    expect: ${flow(expect)}`,
    "",
  ].join("\n");
}

function flow(map: Facts | Expected): string {
  const pairs = Object.entries(map).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return "{}";
  return `{ ${pairs.map(([key, value]) => `${scalar(key)}: ${value === null ? "null" : scalar(value)}`).join(", ")} }`;
}

/** Words that YAML would not read as text. */
const SPECIAL = /^(true|false|null|yes|no|on|off|y|n|~|[-+.0-9].*)$/i;

const scalar = (text: string): string =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !SPECIAL.test(text) ? text : JSON.stringify(text);

/** The same, but none that is taken; it is then taken too. */
export function freeId(taken: Set<string>, ...words: readonly string[]): string {
  let id = caseId(...words);
  for (let n = 2; taken.has(id); n++) id = caseId(caseId(...words).slice(0, 59 - String(n).length), String(n));
  taken.add(id);
  return id;
}

/** An id for a case: words joined with hyphens, not longer than ids may be. */
export const caseId = (...words: readonly string[]): string =>
  words
    .join("-")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
