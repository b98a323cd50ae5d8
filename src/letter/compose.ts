import type { Outline, Section } from "../playbook/types.js";
import { type Block, blank, type Detail, type Draft, type Item } from "./draft.js";
import type { Letter } from "./interview.js";
import { type Answers, asksFreely, causesOf, itemsOf, keyOfName, partsOf } from "./places.js";
import { inLang, letterLang, wording } from "./words.js";

/** The letter as it stands. Every text in it is an answer, fixed wording of the outline, or a blank. */
export function compose({ outline, fill, answers }: Pick<Letter, "outline" | "fill" | "answers">, lang: string): Draft {
  const own = letterLang(outline, lang);
  const last = outline.sections.at(-1);
  return {
    outline: outline.id,
    lang: own,
    title: inLang(outline.name, own),
    sections: outline.sections.map((section) => {
      const fixed = paragraphs(fixedText({ fill, answers }, section, own));
      const said = section.role === undefined ? free(section, answers, own) : list(outline, section, answers, own);
      return {
        id: section.id,
        heading: inLang(section.title, own),
        ...(section.role !== undefined && { role: section.role }),
        // The last fixed wording bears the signature, so it stands at the very end.
        blocks: section === last ? [...said, ...fixed] : [...fixed, ...said],
      };
    }),
  };
}

/** Fixed wording with its placeholders filled as far as they are known. What fills one is not looked through again. */
export function fixedText(
  { fill, answers }: Pick<Letter, "fill" | "answers">,
  { text }: Section,
  lang: string,
): string {
  if (text === undefined) return "";
  return inLang(text, lang).replace(/\{\{([a-z_]+)\}\}/g, (open, name: string) => {
    const key = keyOfName(name);
    if (Object.hasOwn(answers, key)) return oneLine(answers[key] ?? open);
    return Object.hasOwn(fill, name) ? oneLine(fill[name] as string) : open;
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function free(section: Section, answers: Answers, lang: string): Block[] {
  const said = answers[section.id];
  if (typeof said === "string") return blocksIn(said);
  return asksFreely(section) ? blanks(section, lang) : [];
}

/** One blank for each thing that the section is to say; of evidence, for each document that it needs. */
function blanks({ role, title, prompts, needs }: Section, lang: string): Block[] {
  const wanted = role === "evidence" && needs.length > 0 ? needs : prompts.length > 0 ? prompts : [title];
  return wanted.map((one) => ({ kind: "paragraph", text: blank(inLang(one, lang)) }));
}

function list(outline: Outline, section: Section, answers: Answers, lang: string): Block[] {
  const { labels, missing } = wording(lang);
  const causes = causesOf(outline, answers).map(({ number }) => String(number));
  const found = itemsOf(section, answers);
  if (found.length === 0) return blanks(section, lang);
  const detail = (number: number, part: keyof typeof labels): Detail[] => {
    const said = answers[`${section.id}.${number}.${part}`];
    // A measure may be against no cause in particular.
    if (part === "cause" && said === null && section.role === "measures") return [];
    const text =
      typeof said !== "string"
        ? blank(missing[part])
        : part === "cause"
          ? String(causes.indexOf(said) + 1)
          : oneLine(said);
    return [{ label: labels[part], text }];
  };
  const items = found.map(
    ({ number, text }): Item => ({
      text,
      details: partsOf(outline, section, answers).flatMap((part) => detail(number, part)),
    }),
  );
  return [{ kind: "list", numbered: true, items }];
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => ({ kind: "paragraph", text: one }));

const BULLET = /^\s*[-*•]\s+/;

/** An answer as paragraphs and lists: an empty line ends a paragraph, lines that begin with "-" are a list. */
function blocksIn(text: string): Block[] {
  return paragraphs(text).flatMap((paragraph): Block[] => {
    const lines = paragraph.kind === "paragraph" ? paragraph.text.split("\n") : [];
    if (!lines.some((line) => BULLET.test(line))) return [paragraph];
    const blocks: Block[] = [];
    for (const line of lines) {
      const bullet = BULLET.test(line);
      const item: Item = { text: line.replace(BULLET, "").trim(), details: [] };
      const before = blocks.at(-1);
      if (bullet && before?.kind === "list") blocks[blocks.length - 1] = { ...before, items: [...before.items, item] };
      else if (bullet) blocks.push({ kind: "list", numbered: false, items: [item] });
      else if (before?.kind === "paragraph") blocks[blocks.length - 1] = { ...before, text: `${before.text}\n${line}` };
      else blocks.push({ kind: "paragraph", text: line.trim() });
    }
    return blocks;
  });
}
