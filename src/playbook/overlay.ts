import { entries, idOf, itemsOf, sheetOf } from "./merged.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";
import type { RawChannels, RawFacts, RawLexicon, RawPlaybook, RawRemove, RawRoutes } from "./raw.js";
import type { RawRefusals } from "./refusals.js";
import type { RawReview } from "./review.js";
import { overlaidReview } from "./review-overlay.js";

/**
 * A playbook over the one that it extends, as one set of sheets. Every value still stands where it was written.
 *
 * What has the same id takes the other's place, whole: a file by its name, an entry of a list by its `id`. What is new
 * comes behind the base's, except for routes: own routes, in their order, are tried before all of the base's, and a
 * base's route of the same id is gone. What refusals ask for is replaced by id, the rest of refusals.yaml by key; marks
 * and groups of review.yaml by name. Signals and words of the lexicon's negators are added to the base's.
 */
export function overlay(base: readonly Sheet[], own: readonly Sheet[]): Sheet[] {
  const playbook = own.find((sheet) => sheet.kind === "playbook") as Sheet<RawPlaybook>;
  const gone = removed(playbook.value.remove);
  const one = <T>(sheets: readonly Sheet[], kind: Sheet["kind"]) =>
    sheets.find((sheet) => sheet.kind === kind) as Sheet<T> | undefined;
  const files = (kind: Sheet["kind"], key: keyof RawRemove): Sheet[] => {
    const mine = own.filter((sheet) => sheet.kind === kind);
    const ids = new Set([...mine.map((sheet) => sheet.id), ...gone[key]]);
    return [...base.filter((sheet) => sheet.kind === kind && !ids.has(sheet.id)), ...mine];
  };
  const list = <T>(kind: Sheet["kind"], key: string, out: ReadonlySet<string>, first: boolean): Sheet => {
    const [below, above] = [one<T>(base, kind), one<T>(own, kind)];
    return sheetOf((above ?? below) as Sheet, [entries(below, above, key, out, first)], {});
  };
  const silent = new Set([...gone.issues].map((id) => `signals/issue/${id}.yaml`));
  for (const id of gone.facts) silent.add(`signals/${id}.yaml`);
  return [
    head(one<RawPlaybook>(base, "playbook") as Sheet<RawPlaybook>, playbook, gone),
    ...files("team", "teams"),
    ...files("issue", "issues"),
    ...files("outline", "outlines"),
    list<RawChannels>("channels", "channels", gone.channels, false),
    list<RawFacts>("facts", "facts", gone.facts, false),
    list<RawRoutes>("routes", "routes", gone.routes, true),
    ...refusals(one<RawRefusals>(base, "refusals"), one<RawRefusals>(own, "refusals"), gone.refusals),
    ...overlaidReview(one<RawReview>(base, "review"), one<RawReview>(own, "review"), gone),
    lexicon(one<RawLexicon>(base, "lexicon") as Sheet<RawLexicon>, one<RawLexicon>(own, "lexicon")),
    ...(own.some((sheet) => sheet.kind === "weights") ? own : base).filter((sheet) => sheet.kind === "weights"),
    ...base.filter((sheet) => sheet.kind === "signals" && !silent.has(sheet.name)),
    ...own.filter((sheet) => sheet.kind === "signals"),
  ];
}

const KEYS = [
  "teams",
  "channels",
  "issues",
  "outlines",
  "facts",
  "groups",
  "marketplaces",
  "routes",
  "cautions",
  "refusals",
  "rules",
] as const;

function removed(remove: RawRemove = {}): Readonly<Record<keyof RawRemove, ReadonlySet<string>>> {
  const ids = (key: keyof RawRemove): ReadonlySet<string> => new Set(remove[key]);
  const [teams, channels, issues, outlines, facts] = [
    ids("teams"),
    ids("channels"),
    ids("issues"),
    ids("outlines"),
    ids("facts"),
  ];
  const [groups, marketplaces, routes, cautions] = [ids("groups"), ids("marketplaces"), ids("routes"), ids("cautions")];
  const [refusals, rules] = [ids("refusals"), ids("rules")];
  return { teams, channels, issues, outlines, facts, groups, marketplaces, routes, cautions, refusals, rules };
}

/** Ids that `remove` names and that the base does not have, with their places in playbook.yaml. */
export function* unknownRemovals(base: readonly Sheet[], playbook: Sheet<RawPlaybook>) {
  const folders = { teams: "team", issues: "issue", outlines: "outline" } as const;
  for (const key of KEYS) {
    const known = Object.hasOwn(folders, key)
      ? base.filter((sheet) => sheet.kind === folders[key as keyof typeof folders]).map((sheet) => sheet.id)
      : base.flatMap(({ value }) => itemsOf(value, key).map(idOf));
    for (const [i, id] of (playbook.value.remove?.[key] ?? []).entries()) {
      if (!known.includes(id)) yield { kind: key.slice(0, -1), id, known, path: ["remove", key, i] as Path };
    }
  }
}

/** playbook.yaml: lists by id, other keys as a whole. */
function head(
  base: Sheet<RawPlaybook>,
  own: Sheet<RawPlaybook>,
  gone: Readonly<Record<keyof RawRemove, ReadonlySet<string>>>,
): Sheet<RawPlaybook> {
  const none: ReadonlySet<string> = new Set();
  const lists = [
    entries(base, own, "languages", none, false),
    entries(base, own, "hosts", none, false),
    entries(base, own, "marketplaces", gone.marketplaces, false),
    entries(base, own, "groups", gone.groups, false),
    entries(base, own, "cautions", gone.cautions, false),
  ];
  const taken = new Set([...Object.keys(own.value), ...lists.map(({ key }) => key)]);
  const others = Object.keys(base.value).filter((key) => !taken.has(key));
  return sheetOf(own, lists, Object.fromEntries(others.map((key) => [key, base])));
}

/** Refusals by id, other keys as a whole. */
function refusals(
  base: Sheet<RawRefusals> | undefined,
  own: Sheet<RawRefusals> | undefined,
  gone: ReadonlySet<string>,
): Sheet[] {
  if (base === undefined) return own === undefined ? [] : [own];
  const others = Object.keys(base.value).filter((key) => key !== "refusals" && own?.value[key as "when"] === undefined);
  const from = Object.fromEntries(others.map((key) => [key, base]));
  return [sheetOf(own ?? base, [entries(base, own, "refusals", gone, false)], from)];
}

/** Groups by name, negators together. */
function lexicon(base: Sheet<RawLexicon>, own: Sheet<RawLexicon> | undefined): Sheet<RawLexicon> {
  if (own === undefined) return base;
  const langs = new Set([...Object.keys(base.value.negators), ...Object.keys(own.value.negators ?? {})]);
  const negators = new Map(
    [...langs].map((lang) => {
      const [below, above] = [wordsOf(base, lang), wordsOf(own, lang)];
      return [lang, entries(below, above, lang, new Set(), false)] as const;
    }),
  );
  return {
    ...own,
    value: {
      groups: { ...base.value.groups, ...own.value.groups },
      negators: Object.fromEntries(
        [...negators].map(([lang, { items }]) => [lang, items.map(({ item }) => item as string)]),
      ),
    },
    place(path, part) {
      const [key, name, index, ...rest] = path;
      if (key === "groups") return (Object.hasOwn(own.value.groups ?? {}, String(name)) ? own : base).place(path, part);
      const origin = negators.get(String(name))?.items[Number(index)];
      return origin ? origin.sheet.place([String(name), origin.index, ...rest], part) : own.place(path, part);
    },
  };
}

/** The negators of one sheet, as a sheet of their own. */
const wordsOf = (sheet: Sheet<RawLexicon>, lang: string): Sheet => ({
  ...sheet,
  value: { [lang]: sheet.value.negators?.[lang] },
  place: (path, part) => sheet.place(["negators", ...path], part),
});
