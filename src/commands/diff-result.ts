import type { Playbook } from "../playbook/types.js";
import type { CaseChange } from "../proof/case-changes.js";
import type { Difference, Differences, Row } from "../proof/differences.js";
import type { Effect, Field } from "../proof/effect.js";
import { exampleCase, freeId } from "../proof/example.js";
import type { Change, DiffResult, Said, Row as ToldRow } from "../render/difference.js";
import { issuesInFew } from "./in-few.js";

/** A playbook, and what it was called by. */
export interface Named {
  readonly name: string;
  readonly playbook: Playbook;
}

/** A comparison as it is printed. */
export function diffResult(old: Named, fresh: Named, found: Differences, cases: readonly CaseChange[]): DiffResult {
  const about = ({ name, playbook }: Named) => ({ name, version: playbook.version, digest: playbook.digest });
  const ids = new Set<string>();
  return {
    version: 1,
    old: about(old),
    new: about(fresh),
    decided: found.changes !== null,
    changes: (found.changes ?? []).map((one) => told(one, old.playbook, fresh.playbook, ids)),
    cases,
  };
}

function told(
  { kind, share, change, rows, partial }: Difference,
  old: Playbook,
  fresh: Playbook,
  ids: Set<string>,
): Change {
  return {
    kind,
    share: Math.round(share * 1e6) / 1e6,
    fields: change,
    partial,
    rows: rows.map((row) => toldRow(row, old, fresh, ids)),
  };
}

function toldRow(row: Row, old: Playbook, fresh: Playbook, ids: Set<string>): ToldRow {
  const { example, when } = row;
  const sides = Object.entries(when).map(([fact, values]) => `${fact}: ${side(fact, values, old, fresh)}`);
  return {
    when,
    where: sides.join("; ") || "any facts at all",
    facts: example.facts,
    old: example.old && said(example.old),
    new: example.new && said(example.new),
    case: caseOf(row, ids),
  };
}

/** The values of a fact in a row, in few words. */
function side(fact: string, values: readonly string[], old: Playbook, fresh: Playbook): string {
  if (fact === "issue") return issuesInFew(values, [...fresh.groups, ...old.groups]).join(", ");
  const all = [old, fresh].flatMap(
    ({ facts }) => facts.find((one) => one.id === fact)?.values.map((value) => value.id) ?? [],
  );
  const others = [...new Set(all)].filter((value) => !values.includes(value));
  return others.length < values.length ? `not ${others.join(" or ")}` : values.join(" or ");
}

function said(effect: Effect): Said {
  const names = (field: Field) => effect[field].map(({ name }) => name);
  return {
    route: effect.route,
    team: names("team")[0] ?? null,
    channels: names("channels"),
    outline: names("outline")[0] ?? null,
    deadlines: names("deadlines"),
    next: names("next")[0] ?? null,
  };
}

function caseOf({ example: { ready, new: effect } }: Row, ids: Set<string>): string | null {
  if (ready === null || effect === null) return null;
  const { team, route, outline } = said(effect);
  const expect = team === null || route === null ? { status: "unsure" } : { status: "advised", team, route, outline };
  return exampleCase(freeId(ids, "diff", ...Object.values(ready)), ready, expect);
}
