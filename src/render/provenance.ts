import type { ShownChannel } from "./result.js";
import type { Interface } from "./words.js";

/** A source as a reader sees it: an address, or what stands behind the two words that are none. */
export function sourceName(source: string, words: Interface): string {
  return source === "article" || source === "unpublished" ? words.sources[source] : source;
}

/** From when something is known, in words. */
export function dated(asOf: string, words: Interface): string {
  return asOf === "undated" ? words.undated : words.asOf(asOf);
}

/** What to know of a channel besides its address: who sits there, for which marketplaces, from when. */
export function standing({ desk, marketplaces, as_of }: ShownChannel, words: Interface): string[] {
  return [desk ?? "", marketplaces.map((id) => id.toUpperCase()).join(" "), dated(as_of, words)].filter(Boolean);
}
