import type { Outline, Words } from "../playbook/types.js";
import type { Detail } from "./draft.js";
import type { Part } from "./places.js";

/** The fixed wording of a draft that does not stand in the outline, in one language. */
export interface Wording {
  /** Before what belongs to an item. */
  readonly labels: Readonly<Record<Part, string>>;
  /** What is missing of an item, in a blank. */
  readonly missing: Readonly<Record<Part, string>>;
  readonly colon: string;
  readonly semicolon: string;
}

const en: Wording = {
  labels: { date: "Date", cause: "Cause", owner: "Responsible", rhythm: "How often", shows: "Shows" },
  missing: {
    date: "on which date?",
    cause: "against which cause?",
    owner: "who does it?",
    rhythm: "how often?",
    shows: "what does it show, for which ASIN or cause?",
  },
  colon: ": ",
  semicolon: "; ",
};

const zh: Wording = {
  labels: { date: "日期", cause: "对应原因", owner: "负责人", rhythm: "频率", shows: "证明内容" },
  missing: {
    date: "哪一天完成？",
    cause: "针对哪个原因？",
    owner: "由谁负责？",
    rhythm: "多久一次？",
    shows: "证明什么？对应哪个 ASIN 或原因？",
  },
  colon: "：",
  semicolon: "；",
};

/** The wording in a language of which it is known that the outline has it. */
export const wording = (lang: string): Wording => (lang.split("-")[0] === "zh" ? zh : en);

/** What belongs to an item, as one line below it: "Date: 1 May 2026; Cause: 2". */
export function detailLine(details: readonly Detail[], lang: string): string {
  const { colon, semicolon } = wording(lang);
  return details.map(({ label, text }) => label + colon + text).join(semicolon);
}

/** The language that a letter is written in: the one that was asked for where all of the outline is translated, else English. */
export function letterLang({ name, sections }: Outline, lang: string): string {
  const all = [name, ...sections.flatMap(({ title, prompts, text }) => [title, ...prompts, ...(text ? [text] : [])])];
  return [lang, lang.split("-")[0] as string].find((tag) => all.every((one) => Object.hasOwn(one, tag))) ?? "en";
}

/** A text of the outline in the letter's language. */
export const inLang = (words: Words, lang: string): string => words[lang] ?? words.en;
