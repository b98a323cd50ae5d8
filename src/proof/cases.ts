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
  /** The issue that is named beside it. */
  readonly also: string | null;
  /** The fact that would settle it, where it is unsure. */
  readonly ask?: string | null;
}

/** Holds what `answer` gives for each case against what the case expects. */
export function runCases(playbook: Playbook, cases: readonly Case[], answer: (one: Case) => Answer): Finding[] {
  return cases.flatMap((one) => {
    const found = answer(one);
    const differ = differences(one.expect, found);
    if (differ.length === 0) return [];
    const hint = whyOf(playbook, found);
    return [error("SR301", one.expectAt, `The case ${one.id} comes out differently: ${differ.join("; ")}`, hint)];
  });
}

/** What the answer comes from. */
function whyOf(playbook: Playbook, { status, ask, route: id }: Answer): string | undefined {
  if (status === "unsure" && ask) return `It hangs on the fact ${ask}: say it in the text, or name it under facts.`;
  const route = playbook.routes.find((candidate) => candidate.id === id);
  return status === "advised" && route ? `The route ${route.id} won: ${route.because.en}` : undefined;
}

/** A field that came out differently. */
export interface Differing {
  readonly field: string;
  /** Whether the field is a fact that must be read. */
  readonly isFact: boolean;
  readonly found: string | null;
  readonly accepted: readonly (string | null)[];
}

/** Fields of what was expected that came out differently. */
export function differing(
  { status, team, also_ok, issue, facts, route, outline, also }: Expect,
  found: Answer,
): Differing[] {
  const field = (name: string, value: string | null, accepted: readonly (string | null)[], isFact = false) =>
    accepted.length === 0 || accepted.includes(value) ? [] : [{ field: name, isFact, found: value, accepted }];
  return [
    ...field("status", found.status, [status]),
    ...field("team", found.team, team === undefined ? [] : [team, ...also_ok]),
    ...field("issue", found.issue, issue === undefined ? [] : [issue]),
    ...Object.entries(facts).flatMap(([fact, value]) => field(fact, found.facts[fact] ?? null, [value], true)),
    ...field("route", found.route, route === undefined ? [] : [route]),
    ...field("outline", found.outline, outline === undefined ? [] : [outline]),
    ...field("also", found.also, also === undefined ? [] : [also]),
  ];
}

/** Field by field, what came out and what was expected. */
function differences(expect: Expect, found: Answer): string[] {
  return differing(expect, found).map(({ field, found: came, accepted }) => {
    const wanted = accepted.map((value) => value ?? "none").join(" or ");
    return `${field} is ${came ?? "none"}, not ${wanted}`;
  });
}
