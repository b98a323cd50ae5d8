import type { Marketplace } from "../playbook/types.js";

type Marketplaces = readonly Marketplace[];

/** A marketplace as letters name it: by the name of its site. */
export function siteOf(place: string | undefined, marketplaces: Marketplaces): string | undefined {
  const host = marketplaces.find((one) => one.id === place)?.hosts[0];
  return host && host.charAt(0).toUpperCase() + host.slice(1);
}

/** Between several marketplaces. */
const BETWEEN = /(\s*(?:[,;/&+、，和]|\band\b)\s*)/i;
/** An address as a browser shows it. */
const ADDRESS = /^https?:\/\/([^\s/]+)\/?$/i;
/** Other names of countries. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ["usa", "us"],
  ["gb", "uk"],
  ["great britain", "uk"],
  ["turkey", "tr"],
  ["uae", "ae"],
]);

/** An answer that names marketplaces and nothing else, by the names of their sites; any other as it is. */
export function sitesIn(said: string, marketplaces: Marketplaces): string {
  const parts = said.trim().replace(ADDRESS, "$1").split(BETWEEN);
  const named = parts.map((part, i) => (i % 2 === 1 ? part : siteOf(placeOf(part, marketplaces), marketplaces)));
  return named.every((part) => part !== undefined) ? named.join("") : said;
}

/** The marketplace that a country, its short name, or the address of a site stands for. */
function placeOf(said: string, marketplaces: Marketplaces): string | undefined {
  const name = folded(said).replace(/^(?:www\.|the |amazon )|站$/g, "");
  const found = marketplaces.find(({ id, hosts, name: names }) =>
    [id, ...hosts, ...Object.values(names)].some((one) => folded(one) === name),
  );
  return found?.id ?? ALSO.get(name);
}

/** As it is compared: in small letters, without points and accents that are left out at will. */
const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/\b([a-z])\./g, "$1");
