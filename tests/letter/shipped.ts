import { review as reviewLetter } from "../../src/letter/review.js";
import type { Finding } from "../../src/playbook/finding.js";
import type { ReviewRules } from "../../src/playbook/review.js";
import type { Outline } from "../../src/playbook/types.js";
import { shipped } from "../support/compiled.js";

const playbook = await shipped();

/** The rules and letters of the shipped playbook. */
export const rules = playbook.review as ReviewRules;
export const { outlines } = playbook;

export const outlineOf = (id: string): Outline => {
  const found = outlines.find((one) => one.id === id);
  if (!found) throw new Error(`There is no outline ${id}`);
  return found;
};

export interface Given {
  readonly outline?: string | null;
  readonly notice?: string;
  readonly previous?: string;
  readonly today?: string;
  readonly lang?: string;
}

/** What is found in a draft; a plan for an account, unless told. */
export function review(text: string, { outline = "poa-account", ...given }: Given = {}): readonly Finding[] {
  return reviewLetter(text, { rules, outline: outline === null ? null : outlineOf(outline), ...given }).findings;
}

/** "4:5 blame", each: what is told unless --info asks for more. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity !== "info").map(({ line, column, code }) => `${line}:${column} ${code}`);

/** Codes alone, info too. */
export const codes = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ code }) => code))];
