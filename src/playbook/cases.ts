import type { Facts } from "../core/facts.js";
import type { Files } from "../world.js";
import { error, type Finding, inOrder, isError, type Place } from "./finding.js";
import { layOut } from "./layout.js";
import { suggest } from "./nearest.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";
import type { RawCases } from "./raw.js";
import { shape } from "./shape.js";
import { inFolder, readSchemas, readSource } from "./source.js";
import { isLanguage, unknownLanguage } from "./tongue.js";
import type { Playbook } from "./types.js";

/** A worked example: a text or facts, and what must come out. */
export interface Case {
  readonly id: string;
  readonly lang: string;
  readonly text?: string;
  readonly facts?: Facts;
  readonly expect: Expect;
  /** Where its id stands, and its `expect`. */
  readonly at: Place;
  readonly expectAt: Place;
}

/** Only what is there is compared. */
export interface Expect {
  readonly status: "advised" | "unsure" | "out-of-scope";
  readonly team?: string;
  /** Teams that are accepted as well. */
  readonly also_ok: readonly string[];
  readonly issue?: string;
  readonly facts: Facts;
  readonly route?: string;
  readonly outline?: string | null;
  /** The other issue that must be named beside the first; null for none. */
  readonly also?: string | null;
}

/** Reads the cases in a folder's cases/: those that are sound, and what is wrong with the others. */
export async function loadCases(
  folder: string,
  files: Files,
  playbook: Playbook,
  schemas = inFolder(folder, "schema"),
): Promise<{ cases: readonly Case[]; findings: readonly Finding[] }> {
  const [source, known] = await Promise.all([readSource(folder, files), readSchemas(schemas, files)]);
  const entries = layOut(source).entries.filter((entry) => entry.kind === "cases");
  const { sheets, findings } = await shape(entries, known);
  const all = (sheets as readonly Sheet<RawCases>[]).flatMap((sheet) =>
    sheet.value.cases.map((_, i) => caseAt(sheet, i, playbook)),
  );
  const first = new Map<string, Place>();
  const checked = all.map(({ one, faults }) => {
    const before = first.get(one.id);
    if (!before) first.set(one.id, one.at);
    const twice = before
      ? [error("SR303", one.at, `The case "${one.id}" stands twice; first in ${before.file}:${before.line}`)]
      : [];
    return { one, faults: [...faults, ...twice] };
  });
  return {
    cases: checked.filter(({ faults }) => !faults.some(isError)).map(({ one }) => one),
    findings: inOrder([...findings, ...checked.flatMap(({ faults }) => faults)]),
  };
}

function caseAt(sheet: Sheet<RawCases>, i: number, playbook: Playbook): { one: Case; faults: Finding[] } {
  const raw = sheet.value.cases[i] as RawCases["cases"][number];
  const path: Path = ["cases", i];
  const { id, lang = "en", expect, ...input } = raw;
  const { status = "advised", also_ok = [], facts = {} } = expect;
  const at = sheet.place([...path, "id"]);
  const expectAt = sheet.place([...path, "expect"], "key");
  const one: Case = { id, lang, ...input, expect: { ...expect, status, also_ok, facts }, at, expectAt };

  const faults = [
    ...idleness(raw).map((why) => error("SR304", at, `The case "${id}" tests nothing: ${why}`)),
    ...(isLanguage(lang) ? [] : [unknownLanguage(sheet, [...path, "lang"], lang)]),
    ...unknownNames(one, sheet, path, playbook),
  ];
  return { one, faults };
}

/** What a case names and the playbook does not have. */
function unknownNames({ facts = {}, expect }: Case, sheet: Sheet, path: Path, playbook: Playbook): Finding[] {
  const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);
  const look = (
    kind: string,
    name: string | null | undefined,
    known: readonly string[],
    where: Path,
    part: "key" | "value" = "value",
  ) =>
    typeof name === "string" && !known.includes(name)
      ? [error("SR302", sheet.place([...path, ...where], part), `There is no ${kind} "${name}"`, suggest(name, known))]
      : [];
  const lookAtFacts = (given: Facts, where: Path) =>
    Object.entries(given).flatMap(([name, value]) => {
      const fact = playbook.facts.find((candidate) => candidate.id === name);
      if (!fact) return look("fact", name, ids(playbook.facts), [...where, name], "key");
      return look(`value of ${name}`, value, ids(fact.values), [...where, name]);
    });
  const [teams, issues] = [ids(playbook.teams), ids(playbook.issues)];
  return [
    ...lookAtFacts(facts, ["facts"]),
    ...lookAtFacts(expect.facts, ["expect", "facts"]),
    ...look("team", expect.team, teams, ["expect", "team"]),
    ...expect.also_ok.flatMap((team, k) => look("team", team, teams, ["expect", "also_ok", k])),
    ...look("issue", expect.issue, issues, ["expect", "issue"]),
    ...look("issue", expect.also, issues, ["expect", "also"]),
    ...look("route", expect.route, ids(playbook.routes), ["expect", "route"]),
    ...look("outline", expect.outline, ids(playbook.outlines), ["expect", "outline"]),
  ];
}

/** Why a case tests nothing. */
const idleness = ({ text, facts, expect }: RawCases["cases"][number]): readonly string[] => [
  ...(text === undefined && facts === undefined ? ["it needs either a text or facts"] : []),
  ...(text !== undefined && facts !== undefined ? ["it has both a text and facts; one is enough"] : []),
  ...(text?.trim() === "" ? ["its text is empty"] : []),
  ...(Object.keys(expect).length === 0 ? ["it expects nothing"] : []),
];
