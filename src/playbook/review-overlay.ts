import { entries, sheetOf } from "./merged.js";
import type { Sheet } from "./parse.js";
import type { RawReview } from "./review.js";

/** What a playbook has that reviews no letters. */
const EMPTY: RawReview = { groups: {}, marks: {}, parts: [], rules: [] };

/** Rules and parts by id, groups and marks by name. */
export function overlaidReview(
  all: Sheet<RawReview> | undefined,
  own: Sheet<RawReview> | undefined,
  gone: Readonly<Record<"rules" | "outlines", ReadonlySet<string>>>,
): Sheet[] {
  if (all === undefined) return own === undefined ? [] : [{ ...own, value: Object.assign({}, EMPTY, own.value) }];
  const base = { ...all, value: withoutLetters(all.value, gone.outlines) };
  const lists = [entries(base, own, "parts", new Set(), false), entries(base, own, "rules", gone.rules, false)];
  const merged = sheetOf(own ?? base, lists, {});
  const named = (key: "groups" | "marks") => ({ ...base.value[key], ...own?.value[key] });
  return [
    {
      ...merged,
      value: { ...merged.value, groups: named("groups"), marks: named("marks") },
      place(path, part) {
        const [key, name] = path;
        if (key !== "groups" && key !== "marks") return merged.place(path, part);
        const mine = own !== undefined && Object.hasOwn(own.value[key] ?? {}, String(name));
        return (mine ? own : base).place(path, part);
      },
    },
  ];
}

/** The base's rules, with no word of letters that are left out. */
function withoutLetters(raw: RawReview, gone: ReadonlySet<string>): RawReview {
  if (gone.size === 0) return raw;
  const left = (ids: readonly string[] | undefined) => ids?.filter((id) => !gone.has(id));
  const kept = <T extends { readonly outlines?: readonly string[]; readonly except?: readonly string[] }>(
    one: T,
  ): T => ({
    ...one,
    ...(one.outlines && { outlines: left(one.outlines) }),
    ...(one.except && { except: left(one.except) }),
  });
  return {
    ...raw,
    parts: raw.parts.map(kept),
    rules: raw.rules.map((rule) => (rule.applies ? { ...rule, applies: kept(rule.applies) } : rule)),
  };
}
