import type { Facts } from "../core/facts.js";
import type { Case, Expect } from "../playbook/cases.js";
import { error, type Finding } from "../playbook/finding.js";
import type { Playbook } from "../playbook/types.js";

/** What came out of a case. */
export interface Answer {
  readonly status: Expect["status"];
  readonly team: string | null;
  readonly issue: string | null;
  readonly facts: Facts;
  readonly route: string | null;
  readonly outline: string | null;
}

/** Holds what `answer` gives for each case against what the case expects. */
export function runCases(playbook: Playbook, cases: readonly Case[], answer: (one: Case) => Answer): Finding[] {
  return cases.flatMap((one) => {
    const found = answer(one);
    const differing = differences(one.expect, found);
    if (differing.length === 0) return [];
    const route = playbook.routes.find((candidate) => candidate.id === found.route);
    const hint = route ? `The route ${route.id} won: ${route.because.en}` : undefined;
    return [error("SR301", one.expectAt, `The case ${one.id} comes out differently: ${differing.join("; ")}`, hint)];
  });
}

/** Field by field, what came out and what was expected. */
function differences({ status, team, also_ok, issue, facts, route, outline }: Expect, found: Answer): string[] {
  const teams = team === undefined ? [] : [team, ...also_ok];
  return [
    ...differs("status", found.status, [status]),
    ...differs("team", found.team, teams),
    ...differs("issue", found.issue, issue === undefined ? [] : [issue]),
    ...Object.entries(facts).flatMap(([fact, value]) => differs(fact, found.facts[fact] ?? null, [value])),
    ...differs("route", found.route, route === undefined ? [] : [route]),
    ...differs("outline", found.outline, outline === undefined ? [] : [outline]),
  ];
}

function differs(field: string, found: string | null, accepted: readonly (string | null)[]): string[] {
  if (accepted.length === 0 || accepted.includes(found)) return [];
  const wanted = accepted.map((value) => value ?? "none").join(" or ");
  return [`${field} is ${found ?? "none"}, not ${wanted}`];
}
