import type { RawStatement } from "./raw.js";
import type { Statement } from "./types.js";

const OWN = ["sources", "as_of", "unverified", "about", "days", "business", "over", "since", "usual"];

/** A statement's text by language, and beside it what it says of itself. */
export function statement(raw: RawStatement): Statement {
  const entries = Object.entries(raw);
  const text = Object.fromEntries(entries.filter(([key]) => !OWN.includes(key)));
  return { text, ...Object.fromEntries(entries.filter(([key]) => OWN.includes(key))) } as unknown as Statement;
}
