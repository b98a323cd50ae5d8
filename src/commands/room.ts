import type { Asker } from "../ask/asker.js";
import type { Interview } from "../ask/interview.js";
import type { Setting } from "../ask/questions.js";
import { writeAnswers } from "../ask/saved.js";
import type { World } from "../world.js";
import type { AdviseOptions } from "./advise.js";

/** What the parts of an interview share. */
export interface Room extends Setting {
  readonly options: AdviseOptions;
  readonly world: World;
  readonly asker: Asker;
  readonly marketplace: string | undefined;
}

/** The answers that count, as a file. */
export function answersFile(state: Interview, room: Room): Promise<string> {
  const steps = Object.entries(state.answers).map(([fact, said]) => ({ fact, answer: said }));
  const { marketplace } = room;
  const saved = { text: state.text, steps, ...(marketplace !== undefined && { marketplace }) };
  return writeAnswers(saved, room.playbook, room.lang);
}

/** A file's name as one word of a command line. */
export function asWord(name: string): string {
  if (/^[\w./\\:@~-]+$/.test(name)) return name;
  // A shell would carry out what stands in other quotes.
  return /["$`!\\]/.test(name) ? `'${name.replaceAll("'", "'\\''")}'` : `"${name}"`;
}
