import type { RawStatement } from "./raw.js";
import type { Statement } from "./types.js";
import { compileWhen, type Scope } from "./when.js";

const OWN = ["sources", "as_of", "unverified", "about", "days", "business", "over", "since", "usual"];
const APART = [...OWN, "when"];

/** A statement's text by language, and beside it what it says of itself. */
export function statement(raw: RawStatement): Statement {
  const entries = Object.entries(raw);
  const text = Object.fromEntries(entries.filter(([key]) => !APART.includes(key)));
  return { text, ...Object.fromEntries(entries.filter(([key]) => OWN.includes(key))) } as unknown as Statement;
}

/** One that may be told in some cases only. */
export const conditional =
  (scope: Scope) =>
  (raw: RawStatement): Statement => ({
    ...statement(raw),
    ...(raw.when && { when: compileWhen(raw.when, scope).condition }),
  });
