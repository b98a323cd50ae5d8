import type { Outline, Role, Section } from "../playbook/types.js";

/** What the seller says to a question: a text, or null for "leave it open". */
export type Said = string | null;

/** What belongs to an item of a list besides its text. */
export type Part = "date" | "cause" | "owner" | "rhythm" | "shows";

export type Answers = Readonly<Record<string, Said>>;

/** What is asked about each item of a list. */
const PARTS: Readonly<Record<Role, readonly Part[]>> = {
  causes: [],
  actions: ["date", "cause"],
  measures: ["owner", "rhythm", "cause"],
  evidence: ["shows"],
};

/** Whether some item of a list has such a part. */
export const isPart = (name: string): name is Part =>
  Object.values(PARTS).some((parts) => parts.includes(name as Part));

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

/** Whether a section asks for a text of its own: fixed wording without prompts is complete by itself. */
export const asksFreely = ({ role, text, prompts }: Section): boolean =>
  role === undefined && (text === undefined || prompts.length > 0);

export const keyOfName = (name: string): string => `{{${name}}}`;

/** The placeholder's name, where a key is that of one. */
export const nameOf = (key: string): string | null => /^\{\{(.+)\}\}$/.exec(key)?.[1] ?? null;

/** The section that a key belongs to; a placeholder belongs to the first one that has it. */
export function sectionOf({ sections }: Outline, key: string): Section | undefined {
  const name = nameOf(key);
  const id = key.split(".")[0];
  return sections.find((section) => (name === null ? section.id === id : namesIn(section).includes(name)));
}

/** The highest number that an item of the list has; the one that ends the list counts too. */
function lastItem({ id }: Section, answers: Answers): number {
  let last = 0;
  while (Object.hasOwn(answers, `${id}.${last + 1}`)) last++;
  return last;
}

/** The number with which a list ends, or goes on. */
export function endOf(section: Section, answers: Answers): number {
  const last = lastItem(section, answers);
  return last > 0 && answers[`${section.id}.${last}`] === null ? last : last + 1;
}

/** An empty answer leaves the question open. Only a section that has fixed wording may be left with that alone. */
export function meant(outline: Outline, key: string, said: Said): Said {
  if (said === null || said.trim() !== "") return said;
  const section = sectionOf(outline, key);
  return section?.id === key && section.role === undefined && section.text !== undefined ? "" : null;
}

/** The answers that have a place in the letter as it stands now. */
export function stillPlaced(outline: Outline, answers: Answers): Answers {
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
