import { domainsOf, type Facts } from "../core/facts.js";
import type { Book } from "../playbook/book.js";
import type { Place, Related } from "../playbook/finding.js";
import type { Playbook, Route } from "../playbook/types.js";
import type { Decided } from "./regions.js";

/** What is proved of: a playbook, the sheets that tell where everything in it stands, and its decision table. */
export interface Subject {
  readonly playbook: Playbook;
  readonly book: Book;
  readonly table: Decided;
}

export function subjectOf(playbook: Playbook, book: Book): Subject {
  return { playbook, book, table: tableOf(playbook) };
}

/** The decision table of a playbook, as it was compiled. */
function tableOf({ facts, routes, diagram }: Pick<Playbook, "facts" | "routes" | "diagram">): Decided {
  return {
    facts: domainsOf(facts),
    rows: routes.map(({ id, when }) => ({ route: id, when })),
    named: ["issue"],
    diagram,
  };
}

export const routeOf = ({ playbook }: Subject, id: string): Route =>
  playbook.routes.find((route) => route.id === id) as Route;

/** Where a route stands, or a part of it. */
export function routePlace(
  { book }: Subject,
  id: string,
  path: readonly (string | number)[] = ["id"],
  key = false,
): Place {
  const i = book.routes.value.routes.findIndex((route) => route.id === id);
  return book.routes.place(["routes", i, ...path], key ? "key" : "value");
}

export const related = (place: Place, message: string): Related => ({ ...place, message });

/** Facts in one line, as a person would read them: "issue = tax, appeal = none". */
export const told = (facts: Facts): string =>
  Object.keys(facts).length === 0
    ? "any facts at all"
    : Object.entries(facts)
        .map(([fact, value]) => `${fact} = ${value}`)
        .join(", ");

/** Words in a row: "a, b and c". Past `most` the rest is counted. */
export function listed(words: readonly string[], most = 5): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
