import type { Entity } from "../../core/reading.js";
import { type Host, isOneOf } from "./addresses.js";
import { eachSold, namedAt, type Take } from "./countries.js";
import type { Words } from "./words.js";

/** What of the playbook is needed to know a marketplace by its host or its name. */
export interface Places {
  readonly marketplaces: readonly {
    readonly id: string;
    readonly hosts: readonly string[];
    readonly name: { readonly en: string; readonly zh?: string };
    /** Other names of the country; and what something there is called: "German". */
    readonly called?: readonly string[];
    readonly adjectives?: readonly string[];
  }[];
}

/** "amazon.co.uk", "Amazon DE", where a name stands right before the place that is looked at. */
const NAMED =
  /amazon[.\s]{1,2}(com\.mx|com\.br|com\.au|com\.tr|co\.uk|co\.jp|co\.za|de|fr|it|es|ca|in|nl|pl|se|sg|ae|sa|eg|com|us|uk|usa)\b(?!\.[a-z])/iy;

/** Marketplaces by host (amazon.de), by name (Amazon DE, the German marketplace, I sell in Germany) and in Chinese (德国站). */
export function marketplaces(text: string, words: Words, places: Places, named: readonly Host[]): Entity[] {
  const found: Entity[] = [];
  const take: Take = (value, start, end) => {
    if (value !== undefined) found.push({ kind: "marketplace", value, start, end });
  };
  for (const { name, start, end } of named) take(hostedAt(name, places), start, end);
  eachAmazon(text, (at) => {
    NAMED.lastIndex = at;
    const match = NAMED.exec(text);
    if (match) take(shortlyNamed(match, places), at, at + match[0].length);
    else namedAt(text, words, places, at, take);
  });
  eachSold(text, words, places, take);
  if (text.includes("站")) {
    for (const { id, name } of places.marketplaces) {
      if (!name.zh) continue;
      for (let at = text.indexOf(`${name.zh}站`); at >= 0; at = text.indexOf(`${name.zh}站`, at + 1))
        take(id, at, at + name.zh.length + 1);
    }
  }
  for (let at = text.indexOf("亚马逊"); at >= 0; at = text.indexOf("亚马逊", at + 3)) {
    for (const { id, name } of places.marketplaces) {
      if (!name.zh) continue;
      if (text.startsWith(`${name.zh}站`, at + 3)) continue;
      if (text.startsWith(name.zh, at + 3)) take(id, at, at + 3 + name.zh.length);
      else if (text.endsWith(name.zh, at)) take(id, at - name.zh.length, at + 3);
    }
  }
  // One that begins where another names the same place, or right behind it, says nothing more.
  const ends = new Map<string, number>();
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ value, start, end }) => {
      const before = ends.get(value) ?? -1;
      ends.set(value, Math.max(before, end));
      return start > before;
    });
}

/** The marketplace of a host; amazon.com writes for every one. */
function hostedAt(name: string, places: Places): string | undefined {
  if (isOneOf(name, ["amazon.com"])) return undefined;
  let longest = "";
  let found: string | undefined;
  for (const { id, hosts: own } of places.marketplaces) {
    for (const host of own) {
      if (host.length > longest.length && isOneOf(name, [host])) [longest, found] = [host, id];
    }
  }
  return found;
}

/** Calls `look` for every "amazon" that is no part of an address or a longer word; a "z" is rare enough to go by. */
function eachAmazon(text: string, look: (at: number) => void): void {
  const places: number[] = [];
  for (const z of "zZ")
    for (let at = text.indexOf(z, 3); at >= 0; at = text.indexOf(z, at + 1))
      if (mayEnd(text.charCodeAt(at + 3))) places.push(at - 3);
  for (const at of places.length > 1 ? places.sort((a, b) => a - b) : places) {
    const next = text.charCodeAt(at + 6);
    if (next !== 46 && next < 0x2e80 && !/\s/.test(text[at + 6] ?? "")) continue;
    if (!/[@.\w-]/.test(text[at - 1] ?? "")) look(at);
  }
}

/** White space, or a point. */
const mayEnd = (code: number) => code <= 32 || code === 46 || code >= 128;

function shortlyNamed([whole, last]: RegExpExecArray, places: Places): string | undefined {
  const tail = (last as string).toLowerCase();
  const spaced = /\s/.test(whole);
  // "Amazon in", "Amazon es" and "Amazon de" are often other words; written apart they must be in capitals.
  if (spaced && last !== (last as string).toUpperCase()) return undefined;
  if (tail === "usa" || tail === "us" || tail === "com") return "us";
  if (tail === "uk") return "uk";
  return places.marketplaces.find((one) => one.hosts.includes(`amazon.${tail}`) || (spaced && one.id === tail))?.id;
}
