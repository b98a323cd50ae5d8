import { type Finding, warning } from "./finding.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";

/** Whether there is a language of this name, in the short form that is used everywhere: en and zh-TW, not eng and cn. */
export function isLanguage(tag: string): boolean {
  try {
    const short = new Intl.Locale(tag).language === tag.split("-")[0]?.toLowerCase();
    return short && NAMES.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** What is said of a language that there is not. */
export const unknownLanguage = (sheet: Sheet, path: Path, lang: string, part: "key" | "value" = "value"): Finding =>
  warning(
    "SR806",
    sheet.place(path, part),
    `There is no language "${lang}"`,
    "Write its short name, as in en, zh, de or pt-BR.",
  );

const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Languages that are written in Chinese characters, or beside them. */
export const ofEastAsia = (lang: string): boolean => /^(?:zh|yue|ja|ko)\b/.test(lang);

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

/** Whether more letters of a text are Chinese, Japanese or Korean than not. */
export const isEastAsian = (text: string): boolean => 2 * count(text, SIGNS) > count(text, /\p{L}/gu);

/** What stands in any language as it is: blanks, addresses, names of hosts and files. */
const ANYWHERE = /\{\{[^{}]*\}\}|[\w.+-]+@[\w.-]+|https?:\S+|[\w-]+(?:\.[\w-]+)+\S*/g;

/** Whether a text is written in Latin letters alone and is more than names: those begin with capitals. */
export const isWestern = (text: string): boolean =>
  count(text, SIGNS) === 0 && /(?<!\p{L})(?=\p{Script=Latin})\p{Ll}{2,}/u.test(text.replace(ANYWHERE, " "));
