import type { Book } from "./book.js";
import { error, type Finding } from "./finding.js";
import { idOf, itemsOf } from "./merged.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";
import type { RawRemove, RawWhen } from "./raw.js";
import type { Target } from "./references.js";
import { inFolder } from "./source.js";
import { compileWhen, type Scope } from "./when.js";

/** A name that leads nowhere, or a condition that cannot be read or cannot hold. */
export interface Loose {
  /** What is named, if anything. */
  readonly kind?: Target;
  readonly id?: string;
  readonly sheet: Sheet;
  readonly path: Path;
  /** What would be said of it in a playbook that stands alone. */
  readonly found: Finding;
}

/**
 * Findings of names that lead nowhere. What a playbook leaves out and the one that it extends still names is told once,
 * where it is left out: nobody can mend the other's files.
 */
export function looseFindings(book: Book, all: readonly Loose[]): Finding[] {
  const { playbook } = book;
  const { remove } = playbook.value;
  if (remove === undefined) return all.map(({ found }) => found);
  const told: Finding[] = [];
  const still = new Map<string, { readonly path: Path; readonly namers: Namer[] }>();
  for (const one of all) {
    const { kind, id = "", found } = one;
    const i = (remove[`${kind}s` as keyof RawRemove] ?? []).indexOf(id);
    if (isTheirs(book, one) && (i >= 0 || found.code === "SR204")) {
      const known = still.get(`${kind} ${id}`) ?? { path: i < 0 ? ["remove"] : ["remove", `${kind}s`, i], namers: [] };
      still.set(`${kind} ${id}`, { ...known, namers: [...known.namers, namerOf(one)] });
    } else told.push(i < 0 ? found : { ...found, hint: `${playbook.name} leaves it out, under remove.` });
  }
  const findings = [...still].map(([what, { path, namers }]) => {
    const names = [...new Set(namers.map(({ name }) => name))];
    const more = names.length > MOST ? ` and ${names.length - MOST} more` : "";
    const shown = `${names.slice(0, MOST).join(", ")}${more}`;
    const message =
      path.length === 1
        ? `Without what is left out these can never hold: ${shown}`
        : `The ${what.replace(/ (.*)/, ' "$1"')} is still named by ${shown}`;
    return error("SR217", playbook.place(path, path.length === 1 ? "key" : "value"), message, hintFor(namers));
  });
  return [...findings, ...told];
}

/** So many are named; the hint has all. */
const MOST = 5;

/** Whether a part of a playbook comes from the one that it extends. */
export function isTheirs({ playbook }: Book, { sheet, path }: Pick<Loose, "sheet" | "path">): boolean {
  const folder = playbook.place(["version"]).file.replace(/[^/\\]*$/, "");
  return sheet.place(path).file !== inFolder(folder || ".", sheet.name);
}

/** What names it, and how that can be left out itself. */
interface Namer {
  readonly name: string;
  readonly key: string | null;
  readonly id: string;
}

const LISTS = { routes: "route", facts: "fact", channels: "channel", groups: "group", rules: "rule" } as const;

function namerOf({ sheet, path }: Loose): Namer {
  const [key, i] = path;
  if (["issue", "team", "outline"].includes(sheet.kind))
    return { name: `${sheet.kind} ${sheet.id}`, key: `${sheet.kind}s`, id: sheet.id };
  const item = itemsOf(sheet.value, String(key))[Number(i)];
  if (item === undefined || !Object.hasOwn(LISTS, String(key))) return { name: sheet.name, key: null, id: sheet.name };
  return { name: `${LISTS[key as keyof typeof LISTS]} ${idOf(item)}`, key: String(key), id: idOf(item) };
}

function hintFor(namers: readonly Namer[]): string {
  const byKey = new Map<string, Set<string>>();
  for (const { key, id } of namers) byKey.set(key ?? "", (byKey.get(key ?? "") ?? new Set()).add(id));
  const files = [...(byKey.get("") ?? [])];
  byKey.delete("");
  const lists = [...byKey].map(([key, ids]) => `${key}: [${[...ids].join(", ")}]`);
  return [
    ...(lists.length > 0
      ? [`Leave those out too, remove: { ${lists.join(", ")} }, or write your own under the same ids.`]
      : []),
    ...(files.length > 0 ? [`Write your own ${files.join(", ")}.`] : []),
  ].join(" ");
}

/** What is wrong with a condition that stands at a path. */
export const condition = (when: RawWhen, scope: Scope, sheet: Sheet, path: Path): Loose[] =>
  compileWhen(when, scope).faults.map(({ code, message, hint, path: rest, part, missing }) => ({
    ...missing,
    sheet,
    path: [...path, ...rest],
    found: error(code, sheet.place([...path, ...rest], part), message, hint),
  }));
