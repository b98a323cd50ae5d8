import { type Finding, warning } from "../playbook/finding.js";
import { listed, type Subject } from "./subject.js";
import { type Text, textsOf } from "./words.js";

/**
 * Texts that lack a language which most texts of the same kind have. What is nowhere translated (a letter's prompts,
 * say) is left in English on purpose; a single one among translated ones was forgotten.
 */
export function translationFindings(subject: Subject): Finding[] {
  const languages = subject.playbook.languages.filter((lang) => lang !== "en");
  const fields = new Map<string, Map<string, Text[]>>();
  for (const text of textsOf(subject)) {
    const texts = fields.get(text.field) ?? new Map<string, Text[]>();
    fields.set(text.field, texts);
    const key = JSON.stringify([text.sheet.name, text.path.slice(0, -1)]);
    texts.set(key, [...(texts.get(key) ?? []), text]);
  }
  return [...fields.values()].flatMap((texts) => {
    const all = [...texts.values()];
    const has = (versions: readonly Text[], lang: string) => versions.some((text) => text.lang === lang);
    const usual = languages.filter((lang) => 2 * all.filter((one) => has(one, lang)).length >= all.length);
    if (usual.length === 0) return [];
    return all.flatMap((versions) => {
      const missing = usual.filter((lang) => !has(versions, lang));
      const english = versions.find((text) => text.lang === "en");
      if (missing.length === 0 || english === undefined) return [];
      const at = english.sheet.place(english.path);
      return [warning("SR213", at, `This text is missing in ${listed(missing)}; others of its kind are translated`)];
    });
  });
}
