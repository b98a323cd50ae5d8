import type { Outline, Section } from "../playbook/types.js";
import {
  type Answers,
  asksFreely,
  endOf,
  itemsOf,
  keyOfName,
  meant,
  nameOf,
  namesIn,
  type Part,
  partsOf,
  type Said,
  sectionOf,
  stillPlaced,
} from "./places.js";

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
    if (role === undefined) return [...namesIn(section).map(keyOfName), ...(asksFreely(section) ? [id] : [])];
    const parts = partsOf(outline, section, answers);
    const items = itemsOf(section, answers).map(({ number }) => `${id}.${number}`);
    const all = items.flatMap((item) => [item, ...parts.map((part) => `${item}.${part}`)]);
    return [...namesIn(section).map(keyOfName), ...all, `${id}.${endOf(section, answers)}`];
  });
  return [...new Set(keys)].map((key) => askAt(letter, key));
}

function firstOpen({ outline, fill, answers }: Letter): string | null {
  for (const section of outline.sections) {
    const unknown = namesIn(section).find(
      (name) => !Object.hasOwn(fill, name) && !Object.hasOwn(answers, keyOfName(name)),
    );
    if (unknown !== undefined) return keyOfName(unknown);
    if (section.role === undefined) {
      if (asksFreely(section) && !Object.hasOwn(answers, section.id)) return section.id;
      continue;
    }
    for (const { number } of itemsOf(section, answers)) {
      const item = `${section.id}.${number}`;
      const open = partsOf(outline, section, answers).find((part) => !Object.hasOwn(answers, `${item}.${part}`));
      if (open !== undefined) return `${item}.${open}`;
    }
    const end = `${section.id}.${endOf(section, answers)}`;
    if (!Object.hasOwn(answers, end)) return end;
  }
  return null;
}

/** The question of a key. */
export function askAt({ outline, remembered }: Letter, key: string): Ask {
  const section = sectionOf(outline, key);
  if (!section) throw new Error(`The letter has no place for ${key}`);
  const [, number, part] = nameOf(key) === null ? key.split(".") : [];
  return {
    key,
    section,
    ...(number !== undefined && { number: Number(number) }),
    ...(part !== undefined && { part: part as Part }),
    ...(Object.hasOwn(remembered, key) && { offer: remembered[key] as Said }),
  };
}
