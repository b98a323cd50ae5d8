import { ASKED } from "../core/reading.js";
import { type Book, scopeOf, spokenOf } from "./book.js";
import { error, type Finding } from "./finding.js";
import { formFaults } from "./forms.js";
import { nearest, suggest } from "./nearest.js";
import type { Sheet } from "./parse.js";
import { signalFaults } from "./phrases.js";
import type { Path } from "./places.js";
import type { RawStatement } from "./raw.js";
import { lists, references, type Target } from "./references.js";
import { refusalConditions, refusalFaults } from "./refusal-links.js";
import { reviewFaults } from "./review-faults.js";
import { condition, type Loose, looseFindings } from "./still-named.js";
import { textFaults } from "./texts.js";
import { together } from "./together.js";
import { weightFaults } from "./votes.js";

/** Whether every name in a playbook leads somewhere, and every id is the only one. */
export function checkLinks(book: Book): readonly Finding[] {
  const twice = duplicates(book);
  // Where something stands twice that is named, one of the two was to be another: what names that is not told as well.
  const named = [book.facts, book.playbook, book.channels].map((sheet) => sheet.place([]).file);
  if (twice.some(({ file }) => named.includes(file))) return [...twice, ...textFaults(book)];
  const loose = dangling(book);
  const meant = misnamed(book, loose);
  return [
    ...twice,
    ...together(looseFindings(book, [...loose, ...conditions(book), ...refusalConditions(book)])),
    ...factFaults(book),
    ...signalFaults(book, meant),
    ...weightFaults(book, meant),
    ...refusalFaults(book),
    ...reviewFaults(book),
    ...textFaults(book),
    ...formFaults(book),
  ];
}

/** Ids that can be named, by kind. */
function namesOf(book: Book): Readonly<Record<Target, readonly string[]>> {
  const { playbook, channels, facts, routes } = book;
  const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);
  const { marketplaces, groups } = playbook.value;
  return {
    team: ids(book.teams),
    channel: ids(channels.value.channels),
    issue: ids(book.issues),
    outline: ids(book.outlines),
    group: ids(groups),
    "issue or group": [...ids(book.issues), ...ids(groups)],
    marketplace: [...ids(marketplaces), ...new Set(marketplaces.flatMap((marketplace) => marketplace.regions))],
    stake: playbook.value.stakes ?? [],
    route: ids(routes.value.routes),
    event: spokenOf(book).get("since") ?? [],
    fact: [...ids(facts.value.facts), ...spokenOf(book).keys()],
  };
}

function dangling(book: Book): Loose[] {
  const names = namesOf(book);
  return [...references(book)]
    .filter(({ kind, id }) => !names[kind].includes(id))
    .map((one) => ({
      ...one,
      found: error(
        "SR201",
        one.sheet.place(one.path),
        `There is no ${one.kind} "${one.id}"`,
        suggest(one.id, names[one.kind]),
      ),
    }));
}

/** Issues that files of signals are most probably of, which bear no issue's name: what they lack is told by that. */
function misnamed(book: Book, loose: readonly Loose[]): ReadonlySet<string> {
  const issues = book.issues.map(({ id }) => id);
  const files = loose.filter(({ kind, sheet }) => kind === "issue" && sheet.kind === "signals");
  return new Set(files.flatMap(({ id = "" }) => nearest(id, issues) ?? []));
}

function duplicates(book: Book): Finding[] {
  return [...lists(book)].flatMap(({ sheet, path, ids }) => twice(sheet, path, ids));
}

/** Ids of a list that stand in it before. */
function twice(sheet: Sheet, path: Path, ids: readonly string[]): Finding[] {
  return ids.flatMap((id, i) => {
    const first = ids.indexOf(id);
    if (first === i) return [];
    const { line } = sheet.place([...path, first, "id"]);
    return [error("SR202", sheet.place([...path, i, "id"]), `The id "${id}" stands twice; first in line ${line}`)];
  });
}

function factFaults(book: Book): Finding[] {
  const sheet = book.facts;
  return sheet.value.facts.flatMap((fact, i) => {
    const at = sheet.place(["facts", i, "id"]);
    if (i === 0 && fact.id !== "issue") return [error("SR203", at, "The first fact must be issue")];
    if (fact.id === "issue") {
      if (i > 0) return [];
      if (fact.values)
        return [
          error(
            "SR203",
            sheet.place(["facts", i, "values"], "key"),
            "The values of issue come from issues/; none are listed here",
          ),
        ];
      return fact.applies ? [error("SR203", sheet.place(["facts", i, "applies"], "key"), "issue always applies")] : [];
    }
    if (spokenOf(book).has(fact.id) || fact.id === ASKED || fact.id === "any")
      return [error("SR203", at, `"${fact.id}" cannot be the name of a fact`)];
    return fact.values ? [] : [error("SR203", at, `The fact "${fact.id}" has no values`)];
  });
}

function conditions(book: Book): Loose[] {
  const { facts, routes, channels, issues } = book;
  const all = scopeOf(book);
  const told = (sheet: Sheet, statements: readonly RawStatement[], path: Path): Loose[] =>
    statements.flatMap(({ when }, i) => (when ? condition(when, all, sheet, [...path, i, "when"]) : []));
  return [
    ...facts.value.facts.flatMap(({ applies }, i) =>
      applies ? condition(applies, scopeOf(book, i), facts, ["facts", i, "applies"]) : [],
    ),
    ...routes.value.routes.flatMap(({ when, first = [], avoid = [] }, i) => [
      ...condition(when, all, routes, ["routes", i, "when"]),
      ...told(routes, first, ["routes", i, "first"]),
      ...told(routes, avoid, ["routes", i, "avoid"]),
    ]),
    ...channels.value.channels.flatMap(({ when, ahead }, i) => [
      ...(when ? condition(when, all, channels, ["channels", i, "when"]) : []),
      ...(ahead ? condition(ahead, all, channels, ["channels", i, "ahead"]) : []),
    ]),
    ...issues.flatMap((issue) =>
      (["evidence", "avoid", "deadlines"] as const).flatMap((key) => told(issue, issue.value[key], [key])),
    ),
  ];
}
