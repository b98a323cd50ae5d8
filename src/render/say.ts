import type { Words } from "../playbook/types.js";

/** The text in a language ("zh-CN" finds "zh"), or in English where it is not translated. */
export function say(words: Words, lang: string): string {
  for (const tag of [lang, lang.split("-")[0] as string]) {
    if (Object.hasOwn(words, tag)) return words[tag] as string;
  }
  return words.en;
}
