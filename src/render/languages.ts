import type { Labels } from "./view.js";

/** That a text is in none of the languages that are read, and which these are. */
export function unread({ words, reads }: Pick<Labels, "words" | "reads">): string {
  const all = reads?.() ?? [];
  if (all.length === 0) return words.unread(null);
  // British lists have no comma before the last one.
  const lang = words.lang === "en" ? "en-GB" : words.lang;
  const names = new Intl.DisplayNames(lang, { type: "language" });
  const list = new Intl.ListFormat(lang, { type: words.lang === "en" ? "disjunction" : "conjunction" });
  return words.unread(list.format(all.map((one) => names.of(one) ?? one)));
}
