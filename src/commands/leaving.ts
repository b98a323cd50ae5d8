import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Interview, known } from "../ask/interview.js";
import type { Keeper } from "../ask/keeper.js";
import { answersFile, asWord, type Room } from "./room.js";

/** What somebody leaves behind who leaves in the middle. */
export interface Parting extends Pick<Room, "letters" | "unfinished"> {
  readonly state: Interview;
}

/** Whether there is anything that could be gone on with. */
export const isBegun = ({ text, steps }: Interview): boolean => text !== null || steps.length > 0;

/**
 * Says how to go on. What was answered is kept in the file that was named; without one, in a file of its own among the
 * system's temporary ones, so that nothing is lost.
 */
export async function leave(left: Parting, base: Omit<Room, "letters">, keeper: Keeper | null): Promise<void> {
  const { words, options, lang, world } = base;
  const say = (...lines: readonly string[]) => world.stderr.write(`${lines.join("\n")}\n`);
  const again = (...rest: readonly string[]) => {
    const data = options.data === undefined ? [] : ["--data", asWord(options.data)];
    return words.goOn(["seller-route", ...data, ...(lang === "en" ? [] : ["--lang", lang]), ...rest].join(" "));
  };
  if (!isBegun(left.state)) return void say(words.startAgain);
  const text = await answersFile(left.state, { ...base, ...left });
  try {
    if (keeper) {
      await keeper.keep(text);
      return void say(again("--resume", asWord(keeper.file)));
    }
    const file = join(tmpdir(), `seller-route-${randomBytes(4).toString("hex")}.yaml`);
    await world.files.keep(file, text, false);
    say(words.keptHere, again("--resume", asWord(file)));
  } catch {
    // Nowhere to put it: what was said of the problem can still be said again.
    const facts = Object.entries(known(left.state)).map(([fact, value]) => `--fact ${fact}=${value}`);
    say(facts.length === 0 ? words.startAgain : again(...facts));
  }
}
