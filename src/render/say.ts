import type { Words } from "../playbook/types.js";

/** The text in a language ("zh-CN" finds "zh"), or in English where it is not translated. */
export function say(words: Words, lang: string): string {
  if (Object.hasOwn(words, lang)) return words[lang] as string;
  const [language] = lang.split("-") as [string];
  return Object.hasOwn(words, language) ? (words[language] as string) : words.en;
}
