import type { Book } from "./book.js";
import { isAstray, type Sheet } from "./parse.js";
import type { Path } from "./places.js";

/** Kinds of thing that have ids. */
export type Target =
  | "team"
  | "channel"
  | "issue"
  | "outline"
  | "group"
  | "issue or group"
  | "marketplace"
  | "route"
  | "fact"
  | "stake"
  | "event";

/** A place in the YAML that names something. */
export interface Reference {
  readonly kind: Target;
  readonly id: string;
  readonly sheet: Sheet;
  readonly path: Path;
}

/** Everything that is named by its id outside conditions. */
export function* references(book: Book): Iterable<Reference> {
  for (const [i, channel] of book.channels.value.channels.entries()) {
    yield* each("team", book.channels, ["channels", i, "teams"], channel.teams);
    yield* each("marketplace", book.channels, ["channels", i, "marketplaces"], channel.marketplaces);
  }
  for (const [i, group] of book.playbook.value.groups.entries()) {
    yield* each("group", book.playbook, ["groups", i, "includes"], group.includes);
  }
  for (const issue of book.issues) {
    yield* one("group", issue, ["group"], issue.value.group);
    yield* one("stake", issue, ["stake"], issue.value.stake);
    yield* each("issue or group", issue, ["follows"], issue.value.follows);
    yield* one("outline", issue, ["outline"], issue.value.outline);
    yield* each("channel", issue, ["channels"], issue.value.channels);
    for (const [i, { since }] of issue.value.deadlines.entries())
      if (typeof since === "string") yield* one("event", issue, ["deadlines", i, "since"], since);
  }
  for (const [i, route] of book.routes.value.routes.entries()) {
    yield* one("team", book.routes, ["routes", i, "team"], route.team);
    yield* one("outline", book.routes, ["routes", i, "outline"], route.outline);
    yield* each("channel", book.routes, ["routes", i, "channels"], route.channels);
    yield* one("team", book.routes, ["routes", i, "next", "team"], route.next?.team);
  }
  for (const [i, rule] of (book.review?.value.rules ?? []).entries()) {
    const sheet = book.review as Sheet;
    yield* each("outline", sheet, ["rules", i, "applies", "outlines"], rule.applies?.outlines);
    yield* each("outline", sheet, ["rules", i, "applies", "except"], rule.applies?.except);
  }
  for (const [i, part] of (book.review?.value.parts ?? []).entries())
    yield* each("outline", book.review as Sheet, ["parts", i, "outlines"], part.outlines);
  for (const sheet of book.signals) {
    // What stands among the wrong ones is told by itself.
    if (isAstray(sheet.name, sheet.kind, sheet.value)) continue;
    if (sheet.name.startsWith("signals/issue/")) yield { kind: "issue", id: sheet.id, sheet, path: [] };
    else yield { kind: "fact", id: sheet.id, sheet, path: [] };
  }
}

/** Everything in a list that bears an id, list by list: ids must differ within one. */
export function* lists(
  book: Book,
): Iterable<{ readonly sheet: Sheet; readonly path: Path; readonly ids: readonly string[] }> {
  const list = (sheet: Sheet, path: Path, items: readonly { readonly id: string }[] | undefined) => ({
    sheet,
    path,
    ids: (items ?? []).map((item) => item.id),
  });
  const { playbook, channels, facts, routes, outlines } = book;
  yield list(playbook, ["groups"], playbook.value.groups);
  yield list(playbook, ["marketplaces"], playbook.value.marketplaces);
  yield list(playbook, ["cautions"], playbook.value.cautions);
  yield list(channels, ["channels"], channels.value.channels);
  yield list(facts, ["facts"], facts.value.facts);
  for (const [i, fact] of facts.value.facts.entries()) yield list(facts, ["facts", i, "values"], fact.values);
  yield list(routes, ["routes"], routes.value.routes);
  if (book.refusals) yield list(book.refusals, ["refusals"], book.refusals.value.refusals);
  if (book.review) {
    yield list(book.review, ["rules"], book.review.value.rules);
    yield list(book.review, ["parts"], book.review.value.parts);
  }
  for (const outline of outlines) yield list(outline, ["sections"], outline.value.sections);
}

function* one(kind: Target, sheet: Sheet, path: Path, id: string | null | undefined): Iterable<Reference> {
  if (typeof id === "string") yield { kind, id, sheet, path };
}

function* each(kind: Target, sheet: Sheet, path: Path, ids: readonly string[] | undefined): Iterable<Reference> {
  for (const [i, id] of (ids ?? []).entries()) yield { kind, id, sheet, path: [...path, i] };
}
