import { isRecord } from "../core/record.js";
import type { Outline, Section } from "../playbook/types.js";
import { begin, type Letter, next, type Step } from "./interview.js";
import {
  type Answers,
  causesOf,
  isPart,
  itemsOf,
  keyOfName,
  nameOf,
  namesIn,
  type Part,
  partsOf,
  type Said,
  sectionOf,
} from "./places.js";

/** A letter's answers in a form for people: by section, lists as lists. What is null was left open. */
export interface KeptLetter {
  readonly placeholders?: Readonly<Record<string, Said>>;
  readonly sections?: Readonly<Record<string, Said | readonly KeptItem[]>>;
  /** What was being written, by the key of its question. */
  readonly unfinished?: Readonly<Record<string, string>>;
}

export type KeptItem = string | Readonly<Record<string, Said | number>>;

/** The last item of a list that may go on. */
const MORE = "…";

/** The answers of a letter, to be written to a file. */
export function keptLetter(letter: Letter, unfinished: Readonly<Record<string, string>> = {}): KeptLetter {
  const { outline, answers } = letter;
  const names = Object.keys(answers).flatMap((key) => nameOf(key) ?? []);
  const sections = outline.sections.flatMap((section): [string, Said | readonly KeptItem[]][] => {
    const said = section.role === undefined ? answers[section.id] : keptList(letter, section);
    return said === undefined ? [] : [[section.id, said]];
  });
  return {
    ...(names.length > 0 && {
      placeholders: Object.fromEntries(names.map((name) => [name, answers[keyOfName(name)] as Said])),
    }),
    ...(sections.length > 0 && { sections: Object.fromEntries(sections) }),
    ...(Object.keys(unfinished).length > 0 && { unfinished }),
  };
}

/** Several letters, by outline. */
export const keptLetters = (letters: Readonly<Record<string, Letter>>): Record<string, KeptLetter> =>
  Object.fromEntries(Object.entries(letters).map(([id, letter]) => [id, keptLetter(letter)]));

function keptList({ outline, answers }: Letter, section: Section): null | undefined | readonly KeptItem[] {
  const causes = causesOf(outline, answers).map(({ number }) => String(number));
  const items = itemsOf(section, answers).map(({ number, text }): KeptItem => {
    const parts = partsOf(outline, section, answers).flatMap((part): [Part, Said | number][] => {
      const said = answers[`${section.id}.${number}.${part}`];
      if (said === undefined) return [];
      return [[part, part === "cause" && said !== null ? causes.indexOf(said) + 1 : said]];
    });
    return parts.length === 0 ? text : { text, ...Object.fromEntries(parts) };
  });
  const keys = Object.keys(answers).filter((key) => new RegExp(`^${section.id}\\.\\d+$`).test(key));
  if (keys.length === 0) return undefined;
  const ended = answers[`${section.id}.${keys.length}`] === null;
  if (items.length === 0) return ended ? null : [MORE];
  return ended ? items : [...items, MORE];
}

/** Something that was kept and is no answer: there is no such question, or it has not the form of one. */
export interface Lost {
  readonly why: "gone" | "form";
  readonly name: string;
  /** Where it stands in what was kept. */
  readonly path: Path;
}

type Path = readonly (string | number)[];

/** A letter from what was kept of it, and what of that is none of its answers. */
export function restored(
  outline: Outline,
  fill: Letter["fill"],
  found: unknown,
): { readonly letter: Letter; readonly lost: readonly Lost[] } {
  const lost: Lost[] = [];
  const steps: Step[] = [];
  const put: Put = (key, said, name, path) =>
    said === undefined ? void lost.push({ why: "form", name, path }) : void steps.push({ key, said });
  const open = (value: unknown, name: string): [string, unknown][] => {
    const path = name === "" ? [] : [name];
    if (value !== undefined && value !== null && !isRecord(value)) lost.push({ why: "form", name, path });
    return entries(value);
  };
  const { placeholders, sections, unfinished, ...others } = Object.fromEntries(open(found, ""));

  for (const name of Object.keys(others)) lost.push({ why: "gone", name, path: [name] });
  for (const [name, value] of open(placeholders, "placeholders")) {
    const path = ["placeholders", name];
    const known = outline.sections.some((section) => namesIn(section).includes(name));
    if (known) put(keyOfName(name), saidOf(value), name, path);
    else lost.push({ why: "gone", name, path });
  }
  for (const [id, value] of open(sections, "sections")) {
    const path = ["sections", id];
    const section = outline.sections.find((one) => one.id === id);
    if (!section) lost.push({ why: "gone", name: id, path });
    else if (section.role === undefined) put(id, saidOf(value), id, path);
    else for (const part of listSteps(id, value, put)) lost.push({ why: "gone", ...part });
  }
  const sorted = inOrder(outline, steps);
  const offered = open(unfinished, "unfinished").flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value]] : [],
  );
  return { letter: begin(outline, fill, sorted, Object.fromEntries(offered) as Answers), lost };
}

type Put = (key: string, said: Said | undefined, name: string, path: Path) => void;

/** Puts what was kept of a list, and gives back the parts that no item has. */
function listSteps(id: string, value: unknown, put: Put): Omit<Lost, "why">[] {
  const lost: Omit<Lost, "why">[] = [];
  const items = Array.isArray(value) ? value : value === null ? [] : [value];
  items.forEach((item: unknown, i) => {
    const key = `${id}.${i + 1}`;
    const path = ["sections", id, i];
    if (item === MORE) return;
    const { text, ...parts } = isRecord(item) ? item : { text: item };
    const said = saidOf(text);
    put(key, said === "" ? null : said, key, path);
    // The items behind it keep their numbers, which others name.
    if (said === undefined) put(key, null, key, path);
    for (const [part, of] of Object.entries(parts)) {
      const name = `${key}.${part}`;
      if (isPart(part)) put(name, saidOf(of), name, [...path, part]);
      else lost.push({ name, path: [...path, part] });
    }
  });
  if (items.at(-1) !== MORE) put(`${id}.${items.length + 1}`, null, id, ["sections", id]);
  return lost;
}

/** In the order of the letter; causes before whatever may name them. */
function inOrder(outline: Outline, steps: readonly Step[]): Step[] {
  const { sections } = outline;
  const tied = sections.findIndex(({ role }) => role === "actions" || role === "measures");
  const rank = ({ key }: Step): number => {
    const section = sectionOf(outline, key);
    const at = section ? sections.indexOf(section) : -1;
    return section?.role === "causes" && tied >= 0 ? Math.min(at, tied - 0.5) : at;
  };
  return [...steps].sort((a, b) => rank(a) - rank(b));
}

/** What YAML makes of an answer: a bare number or date is one too. Undefined: it is none. */
function saidOf(value: unknown): Said | undefined {
  if (value === null || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** What was being written at the question that comes next, in the form in which it is kept. */
export function unfinishedAt(letter: Letter, text: string): Readonly<Record<string, string>> {
  const ask = next(letter);
  return ask === null || text.trim() === "" ? {} : { [ask.key]: text };
}

const entries = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);
