import type { Wrong } from "../letter/answers.js";
import { fixedText } from "../letter/compose.js";
import type { Ask, Letter } from "../letter/interview.js";
import { causesOf, itemsOf, keyOfName, nameOf, namesIn, type Said } from "../letter/places.js";
import { letterLang } from "../letter/words.js";
import type { Section } from "../playbook/types.js";
import { say } from "../render/say.js";
import { shorten } from "../render/style.js";
import type { Blank, Line, Menu, Page } from "./asker.js";
import type { LetterTalk } from "./letter-words.js";
import type { Talk } from "./words.js";

/** What putting a question of a letter needs besides the letter itself. */
export interface LetterSetting {
  readonly lang: string;
  readonly words: Talk;
  readonly own: LetterTalk;
}

const QUOTE = 60;
/** Items of a list that are shown above the question for the next one. */
const MOST_ITEMS = 6;

/** What the letter is, what gets it refused, and what is filled in already. */
export function letterIntro({ outline, fill }: Letter, { lang, words, own }: LetterSetting): Line[] {
  const used = new Set(outline.sections.flatMap(namesIn));
  const known = Object.entries(fill).filter(([name]) => used.has(name));
  return [
    { text: "" },
    { text: say(outline.name, lang), as: "bold" },
    { text: say(outline.purpose, lang), indent: 2 },
    ...(own.english !== null && letterLang(outline, lang) === "en"
      ? [{ text: own.english, as: "yellow" as const, indent: 2 }]
      : []),
    ...list(
      own.refused,
      outline.avoid.map((one) => say(one.text, lang)),
      words,
      "yellow",
    ),
    ...list(
      own.filled,
      known.map(([name, value]) => keyOfName(name) + words.colon + value),
      words,
    ),
  ];
}

/** What a section is to say, what proves it, and what it has of its own. */
export function sectionIntro(letter: Letter, section: Section, { lang, words, own }: LetterSetting): Line[] {
  const { sections } = letter.outline;
  const all = (texts: Section["prompts"]) => texts.map((one) => say(one, lang));
  return [
    { text: "" },
    { text: own.part(sections.indexOf(section) + 1, sections.length, say(section.title, lang)), as: "bold" },
    ...(section.text === undefined
      ? []
      : [
          { text: own.fixed + words.colon.trimEnd(), as: "dim" as const, indent: 2 },
          { text: fixedText(letter, section, letterLang(letter.outline, lang)), as: "cyan" as const, indent: 4 },
        ]),
    ...list(own.answers, all(section.prompts), words),
    ...list(own.proves, all(section.needs), words),
  ];
}

function list(title: string, items: readonly string[], { colon }: Talk, as: Line["as"] = "dim"): Line[] {
  if (items.length === 0) return [];
  return [{ text: title + colon.trimEnd(), as, indent: 2 }, ...items.map((text) => ({ text: `- ${text}`, indent: 4 }))];
}

/** A question for a text: a free section, or an item of a list. */
export function textPage(ask: Ask, letter: Letter, { lang, own }: LetterSetting): Page {
  const { section, number, offer } = ask;
  const before = number === undefined ? [] : itemsOf(section, letter.answers).filter((one) => one.number < number);
  const shown = before.slice(-MOST_ITEMS).map(({ text }, i) => ({
    text: `${before.length - Math.min(before.length, MOST_ITEMS) + i + 1}. ${shorten(text, QUOTE)}`,
    as: "dim" as const,
    indent: 2,
  }));
  const title =
    section.role === undefined || number === undefined
      ? own.free(say(section.title, lang))
      : before.length === 0
        ? own.first[section.role]
        : own.more[section.role](before.length + 1);
  return {
    title,
    lead: [...shown, { text: own.how, indent: 2 }],
    start: offer ?? "",
    enter: before.length > 0 ? own.ends : own.asks,
    back: true,
  };
}

/** What a record itself has for a placeholder: one may be called as something that every object has. */
const named = (record: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** A question for one line: a placeholder, or what belongs to an item. `wrong`: why the last answer was none. */
export function lineBlank(ask: Ask, letter: Letter, { own, words }: LetterSetting, wrong: Wrong | null = null): Blank {
  const { key, part, offer } = ask;
  const name = nameOf(key);
  const title =
    name !== null ? (named(own.about, name) ?? own.anything(name)) : part === undefined ? "" : own.parts[part];
  const now = offer ?? (name === null ? undefined : named(letter.fill, name)) ?? "";
  return {
    title,
    lead: [
      ...about(ask, letter),
      ...(part === "shows" ? showable(letter, words) : []),
      ...(wrong === null
        ? []
        : [{ text: own.wrong[wrong.why](shorten(wrong.found, QUOTE)), as: "yellow" as const, indent: 2 }]),
    ],
    offer: now,
    enter: now === "" ? own.leaves : words.keeps,
  };
}

/** The causes that an action or a measure may be against. */
export function causeMenu(ask: Ask, letter: Letter, { own }: LetterSetting): Menu<Said> {
  const choices = [
    ...causesOf(letter.outline, letter.answers).map(({ number, text }) => ({
      value: String(number) as Said,
      label: shorten(text, QUOTE),
    })),
    { value: null, label: ask.section.role === "measures" ? own.noCause : own.openCause },
  ];
  const at = choices.findIndex(({ value }) => value === ask.offer);
  return { title: own.parts.cause, lead: about(ask, letter), choices, ...(at >= 0 && { at }), back: true };
}

/** What a document may show: the ASINs and the causes that the letter names. */
function showable({ outline, answers, fill }: Letter, { colon }: Talk): Line[] {
  const asins = answers[keyOfName("asin")] ?? fill.asin;
  const causes = causesOf(outline, answers).map(({ text }, i) => `${i + 1}. ${shorten(text, QUOTE)}`);
  const lines = [...(asins === undefined ? [] : [`ASIN${colon}${asins}`]), ...causes];
  return lines.map((text) => ({ text, as: "dim", indent: 2 }));
}

/** The item that something is asked about. */
function about({ section, number, part }: Ask, { answers }: Letter): Line[] {
  const text = part === undefined ? undefined : answers[`${section.id}.${number}`];
  return typeof text === "string" ? [{ text: shorten(text, QUOTE), as: "dim", indent: 2 }] : [];
}

/** A question and its answer as a line of the list of what can be changed. */
export function placeLine(
  { key, section, number, part }: Ask,
  letter: Letter,
  { lang, words, own }: LetterSetting,
): string {
  const { answers, fill } = letter;
  const name = nameOf(key);
  const said = answers[key] ?? (name === null ? undefined : named(fill, name));
  const shown = (text: string) => words.colon + shorten(text, QUOTE);
  if (name !== null) return key + (said === undefined ? words.aside(own.nothingYet) : shown(said));
  const title = say(section.title, lang);
  if (number === undefined || section.role === undefined) {
    return title + (said === undefined ? words.aside(own.nothingYet) : shown(said || own.enough));
  }
  const place = itemsOf(section, answers).findIndex((one) => one.number === number) + 1;
  if (place === 0) return title + words.colon + own.another[section.role];
  if (part === undefined) return `${title} ${place}${shown(said ?? "")}`;
  const causes = causesOf(letter.outline, answers).findIndex((one) => String(one.number) === said) + 1;
  const none = part === "cause" && section.role === "measures" && answers[key] === null ? own.noCause : said;
  const value = part === "cause" && causes > 0 ? String(causes) : none;
  return `${title} ${place}, ${own.partNames[part]}${value === undefined ? words.aside(own.nothingYet) : shown(value)}`;
}
