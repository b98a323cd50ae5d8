import type { Facts } from "../core/facts.js";
import type { Case } from "../playbook/cases.js";

/** What a playbook says to a case. */
export interface CaseAnswer {
  readonly status: string;
  readonly team: string | null;
  readonly issue: string | null;
  readonly outline: string | null;
  readonly facts: Facts;
}

/** A case that two playbooks read or decide differently. */
export interface CaseChange {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** What differs: a field of the answer, or a fact. "none" stands for nothing. */
  readonly fields: readonly { readonly field: string; readonly old: string; readonly new: string }[];
}

type Ask = (one: Case) => CaseAnswer;

/** Puts every case to both playbooks. */
export function caseChanges(cases: readonly Case[], old: Ask, fresh: Ask): CaseChange[] {
  return cases.flatMap((one) => {
    const fields = differing(flat(old(one)), flat(fresh(one)));
    return fields.length > 0 ? [{ id: one.id, file: one.at.file, line: one.at.line, fields }] : [];
  });
}

const FIELDS = ["status", "team", "issue", "outline"] as const;

/** The answer as words by field. Routes may have other names and say the same. */
function flat(answer: CaseAnswer): ReadonlyMap<string, string> {
  const own = FIELDS.map((field): [string, string] => [field, answer[field] ?? "none"]);
  return new Map([...own, ...Object.entries(answer.facts).filter(([fact]) => fact !== "issue")]);
}

function differing(old: ReadonlyMap<string, string>, fresh: ReadonlyMap<string, string>): CaseChange["fields"] {
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((field) => ({ field, old: old.get(field) ?? "none", new: fresh.get(field) ?? "none" }))
    .filter((one) => one.old !== one.new);
}
