import { idOf, itemsOf } from "./merged.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";
import type { RawPlaybook, RawRemove } from "./raw.js";

/** What is left out of the playbook that is extended. */
export type Gone = Readonly<Record<keyof RawRemove, ReadonlySet<string>>>;

const FOLDERS = { teams: "team", issues: "issue", outlines: "outline" } as const;
const KEYS = [
  ...(["teams", "channels", "issues", "outlines", "facts", "groups", "marketplaces"] as const),
  ...(["routes", "cautions", "refusals", "rules"] as const),
];

/** What `remove` names, and the base's channels that are for marketplaces alone that are left out. */
export function removed(remove: RawRemove = {}, base: readonly Sheet[] = []): Gone {
  const gone = Object.fromEntries(KEYS.map((key) => [key, new Set(remove[key])])) as Record<
    (typeof KEYS)[number],
    Set<string>
  >;
  for (const channel of base.flatMap(({ value }) => itemsOf(value, "channels"))) {
    const places = itemsOf(channel, "marketplaces");
    if (places.length > 0 && places.every((id) => gone.marketplaces.has(String(id)))) gone.channels.add(idOf(channel));
  }
  return gone;
}

/** Ids that `remove` names and that the base does not have, with their places in playbook.yaml. */
export function* unknownRemovals(base: readonly Sheet[], playbook: Sheet<RawPlaybook>) {
  for (const key of KEYS) {
    const known = Object.hasOwn(FOLDERS, key)
      ? base.filter((sheet) => sheet.kind === FOLDERS[key as keyof typeof FOLDERS]).map((sheet) => sheet.id)
      : base.flatMap(({ value }) => itemsOf(value, key).map(idOf));
    for (const [i, id] of (playbook.value.remove?.[key] ?? []).entries()) {
      if (!known.includes(id)) yield { kind: key.slice(0, -1), id, known, path: ["remove", key, i] as Path };
    }
  }
}

/** A list in a sheet that names things of some kinds, and how many it must keep to mean the same without the others. */
interface Mention {
  readonly path: Path;
  readonly keys: readonly (keyof RawRemove)[];
  readonly least: 0 | 1;
}

/** A sheet of the base with no word of what is left out, wherever the rest means the same without it. */
export function cleared<S extends Sheet>(sheet: S, gone: Gone): S {
  if (sheet.kind === "signals") return spoken(sheet, gone);
  const left = [...mentions(sheet)].flatMap(({ path, keys, least }) => {
    const all = at(sheet.value, path) as readonly string[];
    const kept = all.flatMap((id, i) => (keys.some((key) => gone[key].has(id)) ? [] : [i]));
    return kept.length < all.length && kept.length >= least ? [{ path, kept }] : [];
  });
  if (left.length === 0) return sheet;
  const value = structuredClone(sheet.value);
  for (const { path, kept } of left) {
    const all = at(value, path) as string[];
    all.splice(0, all.length, ...kept.map((i) => all[i] as string));
  }
  return {
    ...sheet,
    value,
    place(path, part) {
      const list = left.find((one) => one.path.every((step, i) => String(step) === String(path[i])));
      const index = list?.kept[Number(path[list.path.length])];
      return list === undefined || index === undefined
        ? sheet.place(path, part)
        : sheet.place([...list.path, index, ...path.slice(list.path.length + 1)], part);
    },
  };
}

/** Signals of signs and groups that are left out go with them. */
function spoken<S extends Sheet>(sheet: S, gone: Gone): S {
  const out = sheet.name === "signals/caution.yaml" ? gone.cautions : gone.groups;
  if (out.size === 0 || !["signals/caution.yaml", "signals/group.yaml"].includes(sheet.name)) return sheet;
  const { values = {} } = sheet.value as { readonly values?: Readonly<Record<string, unknown>> };
  const kept = Object.entries(values).filter(([value]) => !out.has(value));
  return { ...sheet, value: { ...(sheet.value as object), values: Object.fromEntries(kept) } };
}

function* mentions({ kind, value }: Sheet): Iterable<Mention> {
  const list = function* (
    within: unknown,
    path: Path,
    name: string,
    ...keys: readonly (keyof RawRemove)[]
  ): Iterable<Mention> {
    if (itemsOf(within, name).length > 0) yield { path: [...path, name], keys, least: 0 };
  };
  if (kind === "issue") {
    yield* list(value, [], "channels", "channels");
    yield* list(value, [], "follows", "groups", "issues");
    yield* inStatements(value, ["evidence", "avoid", "deadlines"], []);
  }
  for (const [i, one] of itemsOf(value, "groups").entries())
    if (kind === "playbook") yield* list(one, ["groups", i], "includes", "groups");
  for (const [i, one] of itemsOf(value, "channels").entries()) {
    if (kind !== "channels") continue;
    yield* list(one, ["channels", i], "teams", "teams");
    yield* list(one, ["channels", i], "marketplaces", "marketplaces");
    yield* inCondition(one, "when", ["channels", i]);
    yield* inCondition(one, "ahead", ["channels", i]);
  }
  for (const [i, one] of itemsOf(value, "routes").entries()) {
    yield* list(one, ["routes", i], "channels", "channels");
    yield* inCondition(one, "when", ["routes", i]);
    yield* inStatements(one, ["first", "avoid"], ["routes", i]);
  }
  for (const [i, one] of itemsOf(value, "facts").entries()) yield* inCondition(one, "applies", ["facts", i]);
  if (kind === "refusals") for (const key of ["when", "general", "apart", "used"]) yield* inCondition(value, key, []);
}

function* inStatements(within: unknown, keys: readonly string[], path: Path): Iterable<Mention> {
  for (const key of keys)
    for (const [i, one] of itemsOf(within, key).entries()) yield* inCondition(one, "when", [...path, key, i]);
}

/** Issues and groups that a condition lists; one that stands alone is all that it says. */
function* inCondition(within: unknown, key: string, path: Path): Iterable<Mention> {
  const when = (within as Readonly<Record<string, unknown>>)[key];
  if (typeof when !== "object" || when === null) return;
  for (const i of itemsOf(when, "any").keys())
    yield* inCondition((when as { any: unknown }).any, String(i), [...path, key, "any"]);
  const sides: readonly (readonly [Path, keyof RawRemove])[] = [
    [["issue"], "issues"],
    [["issue", "not"], "issues"],
    [["issue", "group"], "groups"],
    [["issue", "not", "group"], "groups"],
  ];
  for (const [side, kind] of sides)
    if (Array.isArray(at(when, side))) yield { path: [...path, key, ...side], keys: [kind], least: 1 };
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step as string],
    value,
  );
