import { resolve } from "node:path";
import { BACK, type Line } from "../ask/asker.js";
import { reasonOf } from "../ask/given.js";
import type { Keeper } from "../ask/keeper.js";
import { asWord, type Room } from "./room.js";

/** Asks for a file name until something could be put there; false where the seller goes back. */
export async function inNewFile(
  { asker, words }: Pick<Room, "asker" | "words">,
  offer: string,
  how: string | null,
  put: (file: string) => Promise<string>,
): Promise<boolean> {
  for (let lead: Line[] = how === null ? [] : [{ text: how, as: "dim" }]; ; ) {
    const file = await asker.line({ title: words.fileName, lead, offer });
    if (file === BACK) return false;
    try {
      asker.tell([{ text: await put(file), as: "bold" }]);
      return true;
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
      lead = [{ text: exists ? words.thereAlready(file) : words.cannotWrite(file, reasonOf(error)), as: "yellow" }];
    }
  }
}

/** Puts answers into a file, to go on another day: into the one that keeps them already, unless another is named. */
export function inAnswersFile(
  room: Pick<Room, "asker" | "words" | "world">,
  keeper: Keeper | null,
  text: string,
): Promise<boolean> {
  const { words, world } = room;
  return inNewFile(room, keeper?.file ?? words.answersFile, null, async (file) => {
    if (keeper && resolve(file) === resolve(keeper.file)) await keeper.keep(text);
    else await world.files.keep(file, text, false);
    return words.saved(asWord(file));
  });
}
