import { type Finding, warning } from "../playbook/finding.js";
import { related, type Subject } from "./subject.js";
import { type Text, textsOf } from "./words.js";

/** What makes content hard to read, or a letter harmful. */
export function languageFindings(subject: Subject): Finding[] {
  const texts = textsOf(subject);
  const { check } = subject.book.playbook.value;
  const known = new Set([...KNOWN, ...(check?.abbreviations ?? [])]);
  const limits = { ...LIMITS, ...check?.sentence };
  return [
    ...texts.flatMap((text) => [...long(text, limits), ...abbreviations(text, known), ...harsh(text)]),
    ...sameLabels(texts),
  ];
}

/** Most words in a sentence; characters, where words are not set apart. */
const LIMITS: Readonly<Record<string, number>> = { en: 35, zh: 70, ja: 90, ko: 120 };
const BY_CHARACTER = /^(zh|ja|ko)\b/;

function long({ sheet, path, lang, text }: Text, limits: Readonly<Record<string, number>>): Finding[] {
  const most = limits[lang] ?? LIMITS.en ?? 0;
  const size = (sentence: string) =>
    BY_CHARACTER.test(lang)
      ? [...sentence.replace(/[\s\p{P}]/gu, "")].length
      : sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const longest = Math.max(...text.split(/(?<=[.!?:;])\s+|(?<=[。！？；：])|\n/u).map(size));
  if (longest <= most) return [];
  const unit = BY_CHARACTER.test(lang) ? "characters" : "words";
  return [
    warning("SR801", sheet.place(path), `A sentence has ${longest} ${unit}, more than ${most}`, "Make two of it."),
  ];
}

/** Abbreviations that need no explanation anywhere. */
const KNOWN = ["US", "UK", "EU", "USA", "ID", "IDs", "OK", "PDF", "CSV", "URL", "FAQ", "AM", "PM", "VAT", "USD"];

function abbreviations({ sheet, path, lang, text }: Text, known: ReadonlySet<string>): Finding[] {
  if (lang !== "en") return [];
  const unknown = new Set(
    [...text.matchAll(/\b([A-Z]{2,6})s?\b(?![-\w]*\})/g)]
      .map(([, word]) => word as string)
      .filter((word) => !known.has(word) && !explained(word, text)),
  );
  return [...unknown].map((word) =>
    warning(
      "SR802",
      sheet.place(path),
      `Nothing says what ${word} stands for`,
      "Write it out, explain it in brackets, or list it in playbook.yaml under check: abbreviations.",
    ),
  );
}

/** "Plan of Action (POA)", or "POA (Plan of Action)". */
const explained = (word: string, text: string): boolean =>
  text.includes(`(${word})`) || new RegExp(`\\b${word}s? \\([^)]{4,}\\)`).test(text);

/** Words that have no place in a letter, by language. */
const HARSH: Readonly<Record<string, RegExp>> = {
  en: /\b(your fault|(amazon|you|the buyers?|the customers?|the rights owner) (is|are|was|were) (to blame|lying|incompetent|negligent|wrong|stupid)|incompeten\w*|stupid\w*|idiot\w*|ridiculous\w*|outrageous\w*|disgrace\w*|liars?|thie(f|ves)|scam(mers?|med)?|or else|(i|we) (will|shall|are going to|'ll) sue|sue (you|amazon|them)|see you in court|legal action|our (lawyers?|attorneys?) will|go to the (press|media)|tell the (press|media)|expose you|report you to|bad reviews?|(i|we) demand|you (must|have to) (immediately|at once))\b/i,
  zh: /你们的错|亚马逊的错|起诉你们|起诉亚马逊|法庭见|曝光你们|找媒体|威胁|愚蠢|可笑|骗子|强烈要求你们/,
};
/** Only these parts of an outline go into the letter. */
const IN_LETTER = /^outline:sections\.(text|prompts|title)$/;

function harsh({ sheet, path, field, lang, text }: Text): Finding[] {
  if (!IN_LETTER.test(field)) return [];
  const found = HARSH[lang]?.exec(text)?.[0];
  if (found === undefined) return [];
  return [
    warning("SR804", sheet.place(path), `"${found}" blames or threatens`, "Say what happened, and what is asked for."),
  ];
}

/** Texts among which a reader chooses, and what else stands on the same list. */
const CHOICES =
  /^(facts:facts\.values\.label|facts:facts\.name|issue:name|issue:summary|team:name|outline:name|playbook:groups\.name|playbook:marketplaces\.name)$/;

function sameLabels(texts: readonly Text[]): Finding[] {
  const first = new Map<string, Text>();
  return texts.flatMap((one) => {
    if (!CHOICES.test(one.field)) return [];
    // Values belong to their fact; everything else is one list.
    const list = one.field === "facts:facts.values.label" ? one.path[1] : "";
    const label = one.text
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, " ")
      .trim();
    const key = JSON.stringify([one.field, list, one.lang, label]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, one);
      return [];
    }
    const said = warning("SR803", one.sheet.place(one.path), `Another choice reads the same: "${one.text}"`);
    return [{ ...said, related: [related(before.sheet.place(before.path), "the other one")] }];
  });
}
