import type { Outline, Role, Section } from "../playbook/types.js";

/** What the seller says to a question: a text, or null for "leave it open". */
export type Said = string | null;

/** What belongs to an item of a list besides its text. */
export type Part = "date" | "cause" | "owner" | "rhythm" | "shows";

/**
 * A question of a letter. Its key names the place of the answer: "{{store}}" for a placeholder, "opening" for a free
 * section, "actions-taken.2" for an item of a list and "actions-taken.2.date" for what belongs to it.
 */
export interface Ask {
  readonly key: string;
  readonly section: Section;
  /** Of a list: which item. */
  readonly number?: number;
  /** Of an item: which part. */
  readonly part?: Part;
  /** The answer that it had before, where it had one. */
  readonly offer?: Said;
}

export interface Step {
  readonly key: string;
  readonly said: Said;
}

export type Answers = Readonly<Record<string, Said>>;

/** The writing of a letter, as a fold over its steps: back, change, resume and replay are one mechanism. */
export interface Letter {
  readonly outline: Outline;
  /** Placeholders whose value is known without asking. */
  readonly fill: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** The answers that count: those that have no place any more have fallen away. */
  readonly answers: Answers;
  /** The last answer that a question ever had, to be offered again. */
  readonly remembered: Answers;
  /** A question that is put although it was answered, because the seller went to it. */
  readonly pinned: { readonly key: string; readonly by: "back" | "change" } | null;
}

/** What is asked about each item of a list. */
const PARTS: Readonly<Record<Role, readonly Part[]>> = {
  causes: [],
  actions: ["date", "cause"],
  measures: ["owner", "rhythm", "cause"],
  evidence: ["shows"],
};

/** A letter to begin, or to go on with from the steps of an earlier one. */
export function begin(
  outline: Outline,
  fill: Letter["fill"],
  steps: readonly Step[] = [],
  remembered: Answers = {},
): Letter {
  return replay({ outline, fill, steps: [], answers: {}, remembered, pinned: null }, steps);
}

/** The letter with these steps in place of its own. What was ever said stays on offer. */
export function replay(letter: Letter, steps: readonly Step[]): Letter {
  let answers: Answers = {};
  let remembered = letter.remembered;
  for (const { key, said: raw } of steps) {
    const said = meant(letter.outline, key, raw);
    answers = stillPlaced(letter.outline, { ...answers, [key]: said });
    remembered = { ...remembered, [key]: said };
  }
  return { ...letter, steps, answers, remembered, pinned: null };
}

/** The question that comes next, in the order of the letter; null where all have an answer. */
export function next(letter: Letter): Ask | null {
  const key = letter.pinned?.key ?? firstOpen(letter);
  return key === null ? null : askAt(letter, key);
}

/** Answers a question. Answers that have no place any more fall away; the rest stays. */
export function answer(letter: Letter, key: string, said: Said): Letter {
  return replay(letter, [...letter.steps, { key, said }]);
}

/** To the question that was answered last; null where there is none. From a change it goes back to where it came from. */
export function back(letter: Letter): Letter | null {
  if (letter.pinned?.by === "change") return { ...letter, pinned: null };
  const last = letter.steps.at(-1);
  if (last === undefined) return null;
  const before = replay(letter, letter.steps.slice(0, -1));
  return {
    ...before,
    remembered: { ...before.remembered, ...letter.remembered },
    pinned: { key: last.key, by: "back" },
  };
}

/** To any question, to answer it anew. Until it is answered everything stays as it is. */
export function change(letter: Letter, key: string): Letter {
  return { ...letter, pinned: { key, by: "change" } };
}

/** Every question that can be gone to, in the order of the letter: those with an answer, and the end of each list. */
export function changeable(letter: Letter): Ask[] {
  const { outline, answers } = letter;
  const keys = outline.sections.flatMap((section) => {
    const { id, role } = section;
    if (role === undefined) return [...namesIn(section).map(keyOfName), id];
    const parts = partsOf(outline, section, answers);
    const items = itemsOf(section, answers).map(({ number }) => `${id}.${number}`);
    const all = items.flatMap((item) => [item, ...parts.map((part) => `${item}.${part}`)]);
    return [...namesIn(section).map(keyOfName), ...all, `${id}.${endOf(section, answers)}`];
  });
  return [...new Set(keys)].map((key) => askAt(letter, key));
}

/** Items of a list that say something, with the number that their keys have. */
export function itemsOf(section: Section, answers: Answers): { readonly number: number; readonly text: string }[] {
  return [...Array(lastItem(section, answers)).keys()].flatMap((i) => {
    const text = answers[`${section.id}.${i + 1}`];
    return typeof text === "string" ? [{ number: i + 1, text }] : [];
  });
}

/** The causes that are named in the letter. */
export function causesOf(outline: Outline, answers: Answers): ReturnType<typeof itemsOf> {
  return outline.sections.filter(({ role }) => role === "causes").flatMap((section) => itemsOf(section, answers));
}

/** What belongs to an item of this list. It is tied to a cause only where there are several. */
export function partsOf(outline: Outline, { role }: Section, answers: Answers): readonly Part[] {
  if (role === undefined) return [];
  return PARTS[role].filter((part) => part !== "cause" || causesOf(outline, answers).length > 1);
}

/** The placeholders of a section's fixed wording, each once. */
export function namesIn({ text }: Section): string[] {
  return [...new Set([...(text?.en ?? "").matchAll(/\{\{([a-z_]+)\}\}/g)].map((match) => match[1] as string))];
}

export const keyOfName = (name: string): string => `{{${name}}}`;

/** The placeholder's name, where a key is that of one. */
export const nameOf = (key: string): string | null => /^\{\{(.+)\}\}$/.exec(key)?.[1] ?? null;

function firstOpen({ outline, fill, answers }: Letter): string | null {
  for (const section of outline.sections) {
    const unknown = namesIn(section).find((name) => !Object.hasOwn(fill, name) && !has(answers, keyOfName(name)));
    if (unknown !== undefined) return keyOfName(unknown);
    if (section.role === undefined) {
      if (!has(answers, section.id)) return section.id;
      continue;
    }
    for (const { number } of itemsOf(section, answers)) {
      const item = `${section.id}.${number}`;
      const open = partsOf(outline, section, answers).find((part) => !has(answers, `${item}.${part}`));
      if (open !== undefined) return `${item}.${open}`;
    }
    const end = `${section.id}.${endOf(section, answers)}`;
    if (!has(answers, end)) return end;
  }
  return null;
}

function askAt({ outline, remembered }: Letter, key: string): Ask {
  const section = sectionOf(outline, key);
  if (!section) throw new Error(`The letter has no place for ${key}`);
  const [, number, part] = nameOf(key) === null ? key.split(".") : [];
  return {
    key,
    section,
    ...(number !== undefined && { number: Number(number) }),
    ...(part !== undefined && { part: part as Part }),
    ...(has(remembered, key) && { offer: remembered[key] as Said }),
  };
}

/** The section that a key belongs to; a placeholder belongs to the first one that has it. */
function sectionOf({ sections }: Outline, key: string): Section | undefined {
  const name = nameOf(key);
  const id = key.split(".")[0];
  return sections.find((section) => (name === null ? section.id === id : namesIn(section).includes(name)));
}

/** The highest number that an item of the list has; the one that ends the list counts too. */
function lastItem({ id }: Section, answers: Answers): number {
  let last = 0;
  while (has(answers, `${id}.${last + 1}`)) last++;
  return last;
}

/** The number with which a list ends, or goes on. */
function endOf(section: Section, answers: Answers): number {
  const last = lastItem(section, answers);
  return last > 0 && answers[`${section.id}.${last}`] === null ? last : last + 1;
}

/** An empty answer leaves the question open. Only a section that has fixed wording may be left with that alone. */
function meant(outline: Outline, key: string, said: Said): Said {
  if (said === null || said.trim() !== "") return said;
  const section = sectionOf(outline, key);
  return section?.id === key && section.role === undefined && section.text !== undefined ? "" : null;
}

/** The answers that have a place in the letter as it stands now. */
function stillPlaced(outline: Outline, answers: Answers): Answers {
  const causes = new Set(causesOf(outline, answers).map(({ number }) => String(number)));
  const placed = new Set<string>();
  for (const section of outline.sections) {
    for (const name of namesIn(section)) placed.add(keyOfName(name));
    if (section.role === undefined) placed.add(section.id);
    else {
      for (let i = 1; i <= lastItem(section, answers); i++) placed.add(`${section.id}.${i}`);
      for (const { number } of itemsOf(section, answers)) {
        for (const part of partsOf(outline, section, answers)) {
          const key = `${section.id}.${number}.${part}`;
          const said = answers[key];
          if (part !== "cause" || typeof said !== "string" || causes.has(said)) placed.add(key);
        }
      }
    }
  }
  return Object.fromEntries(Object.entries(answers).filter(([key]) => placed.has(key)));
}

const has = (record: object, key: string): boolean => Object.hasOwn(record, key);
