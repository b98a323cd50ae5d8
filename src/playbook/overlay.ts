import { type Entries, entries, sheetOf } from "./merged.js";
import type { Sheet } from "./parse.js";
import type { RawChannels, RawFacts, RawLexicon, RawPlaybook, RawRemove, RawRoutes } from "./raw.js";
import type { RawRefusals } from "./refusals.js";
import { cleared, type Gone, removed } from "./removal.js";
import type { RawReview } from "./review.js";
import { overlaidReview } from "./review-overlay.js";

/**
 * A playbook over the one that it extends, as one set of sheets. Every value still stands where it was written.
 *
 * What has the same id takes the other's place, whole: a file by its name, an entry of a list by its `id`. What is new
 * comes behind the base's, except for routes: own routes, in their order, are tried before all of the base's, and a
 * base's route of the same id is gone. What refusals ask for is replaced by id, the rest of refusals.yaml by key; marks
 * and groups of review.yaml by name. Signals and words of the lexicon's negators are added to the base's. Of what is
 * left out, the base's lists say no word any more.
 */
export function overlay(below: readonly Sheet[], own: readonly Sheet[]): Sheet[] {
  const playbook = own.find((sheet) => sheet.kind === "playbook") as Sheet<RawPlaybook>;
  const gone = removed(playbook.value.remove, below);
  const base = below.map((sheet) => cleared(sheet, gone));
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

/** playbook.yaml: lists by id, other keys as a whole. */
function head(base: Sheet<RawPlaybook>, own: Sheet<RawPlaybook>, gone: Gone): Sheet<RawPlaybook> {
  const none: ReadonlySet<string> = new Set();
  const hosts = entries(base, own, "hosts", none, false);
  const lists = [
    entries(base, own, "languages", none, false),
    { ...hosts, items: [...hosts.items, ...hostsOf(base, gone.marketplaces)] },
    entries(base, own, "marketplaces", gone.marketplaces, false),
    entries(base, own, "groups", gone.groups, false),
    entries(base, own, "cautions", gone.cautions, false),
  ];
  const taken = new Set([...Object.keys(own.value), ...lists.map(({ key }) => key)]);
  const others = Object.keys(base.value).filter((key) => !taken.has(key));
  return sheetOf(own, lists, Object.fromEntries(others.map((key) => [key, base])));
}

/** Hosts of marketplaces that are left out: they are Amazon's all the same. */
const hostsOf = (base: Sheet<RawPlaybook>, gone: ReadonlySet<string>): Entries["items"] =>
  base.value.marketplaces.flatMap(({ id, hosts }, i) =>
    gone.has(id)
      ? hosts.map((item, index) => ({
          item,
          index,
          sheet: { ...base, place: (path, part) => base.place(["marketplaces", i, ...path], part) },
        }))
      : [],
  );

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
