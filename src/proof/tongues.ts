import { isRecord } from "../core/record.js";
import { type Finding, warning } from "../playbook/finding.js";
import type { Sheet } from "../playbook/parse.js";
import type { Path } from "../playbook/places.js";
import { visit } from "../playbook/texts.js";
import { isEastAsian, isLanguage, isWestern, ofEastAsia, unknownLanguage } from "../playbook/tongue.js";
import type { Subject } from "./subject.js";
import { type Text, textsOf } from "./words.js";

/** Texts that are not in the language that they stand under. */
export function tongueFindings(subject: Subject): Finding[] {
  const astray = textsOf(subject).filter(({ lang, text }) => (ofEastAsia(lang) ? isWestern(text) : isEastAsian(text)));
  const together = new Map<string, Text[]>();
  for (const text of astray) {
    const key = JSON.stringify([text.sheet.name, text.path.slice(0, -1)]);
    together.set(key, [...(together.get(key) ?? []), text]);
  }
  return [...together.values()].map((all) => {
    const [{ sheet, path, lang, text }, ...others] = all as [Text, ...Text[]];
    const langs = [lang, ...others.map((one) => one.lang)];
    const message =
      others.length > 0
        ? `The texts of ${langs.join(" and ")} stand in each other's place`
        : isEastAsian(text)
          ? `Under ${lang} stands a text in Chinese characters`
          : `Under ${lang} stands a text in Latin letters`;
    return warning("SR805", sheet.place(path), message, `Write it in the language of its key.`);
  });
}

/** The same of phrases, and languages that there are not; each key once, however many phrases it has. */
export function phraseTongueFindings(sheets: readonly Sheet[]): Finding[] {
  return sheets.flatMap((sheet) => {
    const findings: Finding[] = [];
    visit(sheet.value, [], (value, path) => {
      for (const [lang, phrases] of languagesIn(value)) findings.push(...looked(sheet, [...path, lang], lang, phrases));
    });
    return findings;
  });
}

function looked(sheet: Sheet, path: Path, lang: string, phrases: readonly Phrase[]): Finding[] {
  if (!isLanguage(lang)) return [unknownLanguage(sheet, path, lang, "key")];
  const astray = ofEastAsia(lang) ? [] : phrases.filter(({ phrase }) => isEastAsian(phrase));
  const [first] = astray;
  if (first === undefined) return [];
  const more = astray.length > 1 ? `, and ${astray.length - 1} more` : "";
  const message = `Under ${lang} stands a phrase in Chinese characters${more}`;
  return [warning("SR805", sheet.place([...path, ...first.path]), message, "Move it to its own language.")];
}

interface Phrase {
  readonly path: Path;
  readonly phrase: string;
}

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/** Phrases by language, where a value is such a map; those of signals stand by strength as well. */
function languagesIn(value: unknown): [string, readonly Phrase[]][] {
  if (!isRecord(value)) return [];
  const all = Object.entries(value).map(([lang, of]): [string, readonly Phrase[] | null] => [
    lang,
    TAG.test(lang) ? phrasesIn(of) : null,
  ]);
  return all.every((one): one is [string, readonly Phrase[]] => one[1] !== null) ? all : [];
}

function phrasesIn(value: unknown): readonly Phrase[] | null {
  if (Array.isArray(value)) {
    return value.every((one) => typeof one === "string") ? value.map((phrase, i) => ({ path: [i], phrase })) : null;
  }
  if (typeof value !== "object" || value === null) return null;
  const lists = Object.entries(value);
  if (!lists.every(([strength, phrases]) => STRENGTHS.has(strength) && Array.isArray(phrases))) return null;
  return lists.flatMap(([strength, phrases]) =>
    (phrases as string[]).map((phrase, i) => ({ path: [strength, i], phrase })),
  );
}

const STRENGTHS = new Set(["certain", "decisive", "clear", "strong", "fair", "weak", "faint", "against"]);
