import { Exit, type ExitCode, Refusal } from "../exit.js";
import { inOneLine } from "../render/safe.js";
import type { World } from "../world.js";

/** Editors write a file in several steps; the last of them counts. */
const CALM = 25;

/** Runs at once, and again whenever a file in the folder was saved, until the user leaves with Ctrl-C. */
export async function watch(folder: string, world: World, run: () => Promise<ExitCode>): Promise<ExitCode> {
  const { watch: watching } = world.files;
  if (watching === undefined) throw new Refusal("Files cannot be watched here");
  await told(world, run);
  return new Promise<ExitCode>((resolve) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    let again = false;
    const go = async (): Promise<void> => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      await told(world, run);
      busy = false;
      if (again) {
        again = false;
        await go();
      }
    };
    const stop = watching(folder, () => {
      clearTimeout(waiting);
      waiting = setTimeout(go, CALM);
    });
    world.stderr.write(`Watching ${inOneLine(folder)}; Ctrl-C ends it\n`);
    const free = world.interrupted?.(() => {
      free?.();
      clearTimeout(waiting);
      stop();
      resolve(Exit.cancelled);
    });
  });
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
