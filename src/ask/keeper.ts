import { Refusal } from "../exit.js";
import type { Files } from "../world.js";
import { reasonOf } from "./given.js";

/** The file of --save, where one was named: one that is gone on with, or that --force is said of, may be there already. */
export const keeperOf = (
  { save, resume, force }: { readonly save?: string; readonly resume?: string; readonly force?: boolean },
  files: Files,
): Keeper | null => (save === undefined ? null : new Keeper(save, files, force === true || save === resume));

/** A file that answers are kept in while they are given. The first time it must be new, or `over` be true. */
export class Keeper {
  readonly file: string;
  private mine: boolean;
  private last: string | null = null;

  constructor(
    file: string,
    private readonly files: Files,
    over: boolean,
  ) {
    this.file = file;
    this.mine = over;
  }

  /** Refuses a file that is already there, before anything is asked. */
  async check(): Promise<void> {
    if (this.mine) return;
    try {
      await this.files.read(this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      throw new Refusal(`Cannot write ${this.file}: ${reasonOf(error)}`);
    }
    throw new Refusal(`Cannot write ${this.file}: it is already there`, {
      hint: "Give --force to write over it, or --resume to go on with it.",
    });
  }

  /** Whether answers are in it. */
  get written(): boolean {
    return this.last !== null;
  }

  /** Writes the answers, if they are not what is written already; where they are the last, in any case. */
  async keep(text: string, last = false): Promise<void> {
    if (text === this.last && !last) return;
    try {
      await this.files.keep(this.file, text, this.mine);
    } catch (error) {
      throw new Refusal(`Cannot write ${this.file}: ${reasonOf(error)}`);
    }
    this.mine = true;
    this.last = text;
  }
}
