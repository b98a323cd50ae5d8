import type { Case } from "../playbook/cases.js";
import { error, type Finding, info, type Place } from "../playbook/finding.js";
import type { Sheet } from "../playbook/parse.js";
import type { Path } from "../playbook/places.js";
import { isTheirs } from "../playbook/still-named.js";
import type { Answer } from "./cases.js";
import { channelsOf } from "./channels.js";
import { placeOf, signalsOf } from "./signals.js";
import type { Subject } from "./subject.js";

const COVERED = ["team", "route", "issue", "outline", "channel", "value", "signal"] as const;
export type CoveredKind = (typeof COVERED)[number];

/** What a case touched: its answer, and the signals that were found in its text. */
export interface Ran {
  readonly one: Case;
  readonly answer: Answer;
  readonly found: readonly { readonly fact: string; readonly value: string; readonly phrase: string }[];
}

export interface Part {
  readonly id: string;
  /** Where it stands; places are looked up when they are asked for. */
  place(): Place;
}

/** How much of a playbook its cases exercise. */
export interface Coverage {
  readonly kind: CoveredKind;
  readonly all: number;
  readonly missing: readonly Part[];
}

const key = (...words: readonly string[]): string => words.join(" ");

/** What cases exercise, kind by kind. */
export function coverageOf(subject: Subject, ran: readonly Ran[]): Coverage[] {
  const hit = new Map<CoveredKind, Set<string>>(COVERED.map((kind) => [kind, new Set()]));
  const mark = (kind: CoveredKind, id: string | null) => void (id !== null && hit.get(kind)?.add(id));
  for (const { one, answer, found } of ran) {
    for (const { fact, value, phrase } of found) mark("signal", key(fact, value, phrase));
    for (const [fact, value] of Object.entries({ ...answer.facts, ...one.facts })) mark("value", key(fact, value));
    mark("issue", answer.issue);
    if (answer.status !== "advised") continue;
    mark("team", answer.team);
    mark("route", answer.route);
    mark("outline", answer.outline);
    const route = subject.playbook.routes.find(({ id }) => id === answer.route);
    const issue = subject.playbook.issues.find(({ id }) => id === answer.issue);
    if (route) for (const { id } of channelsOf(subject.playbook, route, issue)) mark("channel", id);
  }
  const parts = partsOf(subject);
  return COVERED.map((kind) => {
    const all = parts[kind];
    return { kind, all: all.length, missing: all.filter(({ id }) => !hit.get(kind)?.has(id)) };
  });
}

/** The parts of a playbook; of one over another its own ones, since the other has cases of its own. */
function partsOf(subject: Subject): Readonly<Record<CoveredKind, readonly Part[]>> {
  const { book } = subject;
  const { facts, routes, channels } = book;
  const over = book.playbook.value.extends !== undefined;
  const own = (sheet: Sheet, path: Path) => !over || !isTheirs(book, { sheet, path });
  const sheets = (all: readonly Sheet[]): Part[] =>
    all
      .filter((sheet) => own(sheet, ["name"]))
      .map((sheet) => ({ id: sheet.id, place: () => sheet.place(["name"], "key") }));
  const at = (sheet: Sheet, id: string, path: Path): Part[] =>
    own(sheet, path) ? [{ id, place: () => sheet.place(path) }] : [];
  const files = new Map<Sheet, boolean>(book.signals.map((sheet) => [sheet, own(sheet, [])]));
  return {
    team: sheets(book.teams),
    route: routes.value.routes.flatMap(({ id }, i) => at(routes, id, ["routes", i, "id"])),
    issue: sheets(book.issues),
    outline: sheets(book.outlines),
    channel: channels.value.channels.flatMap(({ id }, i) => at(channels, id, ["channels", i, "id"])),
    value: facts.value.facts.flatMap(({ id, values = [] }, i) =>
      values.flatMap((value, k) => at(facts, key(id, value.id), ["facts", i, "values", k, "id"])),
    ),
    signal: signalsOf(subject)
      .filter(({ sheet }) => files.get(sheet))
      .map((one) => ({ id: key(one.fact, one.value, one.phrase), place: () => placeOf(one) })),
  };
}

/** Percent of a kind that is covered; 100 where there is nothing to cover. */
export const percent = ({ all, missing }: Coverage): number =>
  all === 0 ? 100 : Math.floor((1000 * (all - missing.length)) / all) / 10;

/** An error for each kind of which too little is covered; where `all` is asked for, everything that no case covers. */
export function coverageFindings(coverage: readonly Coverage[], least: number | undefined, all = false): Finding[] {
  return coverage.flatMap((one) => {
    const { kind, missing, all: total } = one;
    const first = missing[0];
    const low =
      least !== undefined && first !== undefined && percent(one) < least
        ? [
            error(
              "SR305",
              first.place(),
              `The cases cover ${percent(one)} % of the ${kind}s (${total - missing.length} of ${total}), less than ${least} %`,
              "--coverage lists what is missing; --generate writes cases for routes.",
            ),
          ]
        : [];
    const code = kind === "signal" ? "SR604" : "SR306";
    const open = all ? missing : [];
    return [...low, ...open.map((part) => info(code, part.place(), `No case covers the ${kind} ${part.id}`))];
  });
}
