import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawLines } from "../ask/frame.js";
import { type Interview, known } from "../ask/interview.js";
import type { Keeper } from "../ask/keeper.js";
import { Cancelled } from "../exit.js";
import { displayWidth, plain, safe } from "../render/style.js";
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
  /** The command to go on with, where it is not the interview, and what it was given. */
  readonly command?: string;
  readonly given?: readonly string[];
  /** What says the same where nothing can be written. */
  readonly facts?: readonly string[];
}

/**
 * Says how to go on. What was answered is kept in the file that was named; where there is none, or nothing can be put
 * there, in a file of its own among the system's temporary ones, so that nothing is lost. Null: nothing was answered.
 */
export async function keepAndSay(
  text: string | null,
  { words, options, lang, world, keeper, why, command, given = [], facts = [] }: Place,
): Promise<void> {
  const columns = world.stderr.columns || world.width;
  const say = (text: string) =>
    void world.stderr.write(`${drawLines([{ text }], { columns, paint: plain }).join("\n")}\n`);
  // A command is not broken, so that it can be copied.
  const tell = (how: (command: string) => string, ...rest: readonly string[]) => {
    const data = options.data === undefined ? [] : ["--data", asWord(options.data)];
    const own = [...(command === undefined ? [] : [command]), ...data, ...(lang === "en" ? [] : ["--lang", lang])];
    const whole = safe(["seller-route", ...own, ...rest].join(" "));
    if (displayWidth(how(whole)) < columns) return void world.stderr.write(`${how(whole)}\n`);
    say(how("").trimEnd());
    world.stderr.write(`${whole}\n`);
  };
  if (text === null) return why instanceof Cancelled ? tell(words.startAgain, ...given) : undefined;
  if (keeper) {
    try {
      // Its folder may be gone since they were written.
      await keeper.keep(text, true);
      return tell(words.goOn, "--resume", asWord(keeper.file));
    } catch (error) {
      const { message } = error as Error;
      if (!(why instanceof Error) || why.message !== message) say(message);
    }
  }
  try {
    const file = join(tmpdir(), `seller-route-${randomBytes(4).toString("hex")}.yaml`);
    await world.files.keep(file, text, false);
    say(words.keptHere);
    tell(words.goOn, "--resume", asWord(file));
  } catch {
    // Nowhere to put it: what was said of the problem can still be said again.
    say(words.notKept);
    if (facts.length > 0) tell(words.goOn, ...facts);
  }
}
