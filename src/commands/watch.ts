import { reasonOf } from "../ask/given.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { inOneLine } from "../render/safe.js";
import type { World } from "../world.js";

/** Editors write a file in several steps; the last of them counts. */
const CALM = 25;

/** Runs at once, and again whenever a file in the folder was saved, until the user leaves with Ctrl-C. */
export async function watch(folder: string, world: World, run: () => Promise<ExitCode>): Promise<ExitCode> {
  const { watch: watching } = world.files;
  if (watching === undefined) throw new Refusal("Files cannot be watched here");
  return new Promise<ExitCode>((resolve, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    let again = false;
    const go = async (): Promise<void> => {
      again = busy;
      if (busy) return;
      busy = true;
      do {
        again = false;
        await told(world, run);
      } while (again);
      busy = false;
    };
    // What is saved while the first run reads counts as well.
    const stop = started(folder, watching, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => go().catch(reject), CALM);
    });
    const free = world.interrupted?.(() => {
      free?.();
      clearTimeout(waiting);
      stop();
      resolve(Exit.cancelled);
    });
    go().then(() => world.stderr.write(`Watching ${inOneLine(folder)}; Ctrl-C ends it\n`), reject);
  });
}

/** Begins to watch, before anything is checked. */
function started(folder: string, watching: NonNullable<World["files"]["watch"]>, act: () => void): () => void {
  try {
    return watching(folder, act);
  } catch (error) {
    throw new Refusal(`Cannot watch ${folder}: ${reasonOf(error)}`);
  }
}

/** A run; what only the user can mend ends no watch. */
async function told(world: World, run: () => Promise<ExitCode>): Promise<void> {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    world.stderr.write(`${inOneLine(error.message)}\n`);
  }
  world.stderr.write(`Checked in ${Math.round(performance.now() - start)} ms\n`);
}
