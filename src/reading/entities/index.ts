import type { Entity } from "../../core/reading.js";
import { emails, hosts, isOneOf } from "./addresses.js";
import { amounts } from "./amounts.js";
import { dates } from "./dates.js";
import { ids } from "./ids.js";
import { windows } from "./windows.js";
import { wordsOf } from "./words.js";

/** What of the playbook is needed to know a marketplace by its host or its name. */
export interface Places {
  readonly marketplaces: readonly {
    readonly id: string;
    readonly hosts: readonly string[];
    readonly name: { readonly en: string; readonly zh?: string };
  }[];
}

/**
 * All that has a form of its own in a text, in the order of the text; where two overlap, the longer one stays.
 * Time grows with the length of the text.
 */
export function findEntities(text: string, places: Places): Entity[] {
  const words = wordsOf(text);
  const found = [
    ...ids(text, words),
    ...emails(text),
    ...dates(text, words),
    ...windows(text, words),
    ...amounts(text, words),
    ...marketplaces(text, places),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let after = 0;
  return found.filter((one) => {
    if (one.start < after && one.kind !== "marketplace") return false;
    after = Math.max(after, one.kind === "marketplace" ? after : one.end);
    return true;
  });
}

/** Marketplaces by host (amazon.de), by short name (Amazon DE, US account) and in Chinese (德国站). */
function marketplaces(text: string, places: Places): Entity[] {
  const found: Entity[] = [];
  const known = places.marketplaces.flatMap(({ id, hosts: own }) => own.map((host) => [host, id] as const));
  for (const { name, start, end } of hosts(text)) {
    const id = known.filter(([host]) => isOneOf(name, [host])).sort((a, b) => b[0].length - a[0].length)[0]?.[1];
    // amazon.com writes for every marketplace.
    if (id !== undefined && !isOneOf(name, ["amazon.com"])) found.push({ kind: "marketplace", value: id, start, end });
  }
  const named =
    /(?<![@.\w-])amazon[.\s]{1,2}(com\.mx|com\.br|com\.au|com\.tr|co\.uk|co\.jp|co\.za|de|fr|it|es|ca|in|nl|pl|se|sg|ae|sa|eg|com|us|uk|usa)\b(?!\.[a-z])/gi;
  for (const match of text.matchAll(named)) {
    const tail = (match[1] as string).toLowerCase();
    const spaced = /\s/.test(match[0]);
    // "Amazon in", "Amazon es" and "Amazon de" are often other words; written apart they must be in capitals.
    if (spaced && match[1] !== (match[1] as string).toUpperCase()) continue;
    const id =
      tail === "usa" || tail === "us" || tail === "com"
        ? "us"
        : tail === "uk"
          ? "uk"
          : places.marketplaces.find((one) => one.hosts.includes(`amazon.${tail}`) || (spaced && one.id === tail))?.id;
    if (id !== undefined)
      found.push({ kind: "marketplace", value: id, start: match.index, end: match.index + match[0].length });
  }
  for (const { id, name } of places.marketplaces) {
    if (!name.zh) continue;
    for (let at = text.indexOf(`${name.zh}站`); at >= 0; at = text.indexOf(`${name.zh}站`, at + 1)) {
      found.push({ kind: "marketplace", value: id, start: at, end: at + name.zh.length + 1 });
    }
  }
  return found.filter(
    (one, i) =>
      found.findIndex((other) => other.value === one.value && other.start <= one.start && other.end >= one.start) === i,
  );
}
