import type { Sheet } from "./parse.js";

/** The entries of a list, and where each was written. */
export interface Entries {
  readonly key: string;
  readonly items: readonly { readonly item: unknown; readonly sheet: Sheet; readonly index: number }[];
}

export const itemsOf = (value: unknown, key: string): readonly unknown[] => {
  const items = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return Array.isArray(items) ? items : [];
};
export const idOf = (item: unknown): string =>
  typeof item === "string" ? item : String((item as { id?: unknown }).id);

export function entries(
  base: Sheet | undefined,
  own: Sheet | undefined,
  key: string,
  gone: ReadonlySet<string>,
  first: boolean,
): Entries {
  const all = (sheet: Sheet | undefined) =>
    sheet === undefined ? [] : itemsOf(sheet.value, key).map((item, index) => ({ item, sheet, index }));
  const mine = all(own);
  const rest = all(base).filter(({ item }) => !gone.has(idOf(item)));
  const ownOf = (item: unknown) => mine.find((one) => idOf(one.item) === idOf(item));
  if (first) return { key, items: [...mine, ...rest.filter(({ item }) => !ownOf(item))] };
  const inPlace = rest.map((one) => ownOf(one.item) ?? one);
  return { key, items: [...inPlace, ...mine.filter((one) => !inPlace.includes(one))] };
}

/** A sheet with some of its lists put together from others; `other` says where further keys were written. */
export function sheetOf<T>(
  main: Sheet<T>,
  lists: readonly Entries[],
  other: Readonly<Record<string, Sheet>>,
): Sheet<T> {
  const value = { ...main.value } as Record<string, unknown>;
  for (const { key, items } of lists) value[key] = items.map(({ item }) => item);
  for (const [key, sheet] of Object.entries(other)) value[key] = (sheet.value as Record<string, unknown>)[key];
  return {
    ...main,
    value: value as T,
    place(path, part) {
      const [key, index, ...rest] = path;
      const origin = lists.find((list) => list.key === key)?.items[Number(index)];
      if (origin) return origin.sheet.place([key as string, origin.index, ...rest], part);
      return (other[key as string] ?? main).place(path, part);
    },
  };
}
