import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Interview, known } from "../ask/interview.js";
import type { Keeper } from "../ask/keeper.js";
import { Cancelled } from "../exit.js";
import { safe } from "../render/safe.js";
import { wrap } from "../render/style.js";
import type { World } from "../world.js";
import { answersFile, asWord, type Room } from "./room.js";

/** What somebody leaves behind who leaves in the middle. */
export interface Parting extends Pick<Room, "letters" | "unfinished"> {
  readonly state: Interview;
}

/** Whether there is anything that could be gone on with. */
export const isBegun = ({ text, steps }: Interview): boolean => text !== null || steps.length > 0;

/** Keeps what was answered, and says how to go on. */
export async function leave(
  left: Parting,
  base: Omit<Room, "letters" | "keeper">,
  { keeper, why }: Pick<Place, "keeper" | "why">,
): Promise<void> {
  const text = isBegun(left.state) ? await answersFile(left.state, { ...base, ...left, keeper }) : null;
  const facts = Object.entries(known(left.state)).map(([fact, value]) => `--fact ${fact}=${value}`);
  await keepAndSay(text, { ...base, keeper, why, facts });
}

interface Place extends Pick<Room, "words" | "lang" | "world"> {
  readonly options: { readonly data?: string };
  readonly keeper: Keeper | null;
  /** What ended it. What that was is told by others, unless somebody left. */
  readonly why: unknown;
  /** The command to go on with, where it is not the interview. */
  readonly command?: string;
  /** What says the same where nothing can be written. */
  readonly facts?: readonly string[];
}

/**
 * Says how to go on. What was answered is kept in the file that was named; where there is none, or nothing can be put
 * there, in a file of its own among the system's temporary ones, so that nothing is lost. Null: nothing was answered.
 */
export async function keepAndSay(
  text: string | null,
  { words, options, lang, world, keeper, why, command, facts = [] }: Place,
): Promise<void> {
  const say = (...lines: readonly string[]) => {
    const told = lines.flatMap((line) => line.split("\n").flatMap((one) => inLines(one, world)));
    world.stderr.write(`${told.join("\n")}\n`);
  };
  const again = (...rest: readonly string[]) => {
    const data = options.data === undefined ? [] : ["--data", asWord(options.data)];
    const own = [...(command === undefined ? [] : [command]), ...data, ...(lang === "en" ? [] : ["--lang", lang])];
    return words.goOn(["seller-route", ...own, ...rest].join(" "));
  };
  if (text === null) return why instanceof Cancelled ? say(words.startAgain) : undefined;
  if (keeper) {
    try {
      // Its folder may be gone since they were written.
      await keeper.keep(text, true);
      return say(again("--resume", asWord(keeper.file)));
    } catch (error) {
      const { message } = error as Error;
      if (!(why instanceof Error) || why.message !== message) say(message);
    }
  }
  try {
    const file = join(tmpdir(), `seller-route-${randomBytes(4).toString("hex")}.yaml`);
    await world.files.keep(file, text, false);
    say(words.keptHere, again("--resume", asWord(file)));
  } catch {
    // Nowhere to put it: what was said of the problem can still be said again.
    say(words.notKept, ...(facts.length === 0 ? [] : [again(...facts)]));
  }
}

/** A sentence in lines of the terminal; a command stays in one, to be copied. */
const inLines = (line: string, { width, stderr }: Pick<World, "width" | "stderr">): readonly string[] =>
  stderr.isTTY !== true || line.includes("seller-route ") ? [safe(line)] : wrap(safe(line), width);
