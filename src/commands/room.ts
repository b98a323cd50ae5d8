import type { Asker } from "../ask/asker.js";
import type { Interview } from "../ask/interview.js";
import type { Keeper } from "../ask/keeper.js";
import type { Setting } from "../ask/questions.js";
import { writeAnswers } from "../ask/saved.js";
import type { Letter } from "../letter/interview.js";
import { keptLetter } from "../letter/kept.js";
import type { Telling } from "../render/present.js";
import type { World } from "../world.js";
import type { AdviseOptions } from "./advise.js";

/** What the parts of an interview share. */
export interface Room extends Setting {
  readonly options: AdviseOptions;
  readonly world: World;
  readonly asker: Asker;
  readonly marketplace: string | undefined;
  /** What the message of --previous reads like. */
  readonly previous?: NonNullable<Telling["previous"]>;
  /** The file that answers are kept in while they are given; null where none was named. */
  readonly keeper: Keeper | null;
  /** Letters that were begun, by outline. */
  readonly letters: Readonly<Record<string, Letter>>;
  /** What was being written when the seller left, by outline and question. */
  readonly unfinished?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Somebody to ask: at a terminal that can be drawn on, or line by line. */
export async function openAsker(plain: boolean, world: World, words: Setting["words"]): Promise<Asker> {
  return plain || world.canRedraw === false
    ? (await import("../ask/plain.js")).openPlain(world, words)
    : (await import("../ask/prompts.js")).openPrompts(world, words);
}

/** The answers that count, as a file. */
export function answersFile(state: Interview, room: Room): Promise<string> {
  const steps = Object.entries(state.answers).map(([fact, said]) => ({ fact, answer: said }));
  const { marketplace, unfinished = {} } = room;
  const letters = Object.fromEntries(
    Object.entries(room.letters).map(([id, letter]) => [id, keptLetter(letter, unfinished[id])]),
  );
  const saved = { text: state.text, steps, letters, ...(marketplace !== undefined && { marketplace }) };
  return writeAnswers(saved, room.playbook, room.lang);
}

/** A file's name as one word of a command line. */
export function asWord(name: string): string {
  if (/^[\w./\\:@~-]+$/.test(name)) return name;
  // A shell would carry out what stands in other quotes.
  return /["$`!\\]/.test(name) ? `'${name.replaceAll("'", "'\\''")}'` : `"${name}"`;
}
