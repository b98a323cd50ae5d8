import { resolve } from "node:path";
import { reasonOf } from "../ask/given.js";
import { complain } from "../complain.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { inOneLine } from "../render/safe.js";
import type { World } from "../world.js";

/** Editors write a file in several steps; the last of them counts. */
const CALM = 25;

/**
 * Runs at once, and again whenever a file was saved in the folder or in that of a playbook that it extends, until the
 * user leaves with Ctrl-C.
 */
export async function watch(folder: string, world: World, run: (world: World) => Promise<ExitCode>): Promise<ExitCode> {
  return new Promise<ExitCode>((end, reject) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    let again = false;
    const go = async (): Promise<void> => {
      again = busy;
      if (busy) return;
      busy = true;
      do {
        again = false;
        await timed(world, () => run(watched.seen()));
        watched.keep();
        tell();
      } while (again);
      busy = false;
    };
    let told = "";
    const tell = (): void => {
      const folders = watched.folders().map(inOneLine).join(", ");
      if (folders !== told) world.stderr.write(`Watching ${folders}; Ctrl-C ends it\n`);
      told = folders;
    };
    // What is saved while the first run reads counts as well.
    const watched = watching(folder, world, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => go().catch(fail), CALM);
    });
    const free = world.interrupted?.(() => {
      stop();
      end(Exit.cancelled);
    });
    const stop = (): void => {
      free?.();
      clearTimeout(waiting);
      watched.stop();
    };
    // What goes on watching keeps the process alive.
    const fail = (error: unknown): void => {
      stop();
      reject(error);
    };
    go().catch(fail);
  });
}

const PLAYBOOK = /(?:^|[/\\])playbook\.yaml$/;

/** Watches a folder, and those of the playbooks that a run reads. */
function watching(own: string, world: World, act: () => void) {
  const { watch: begin } = world.files;
  if (begin === undefined) throw new Refusal("Files cannot be watched here");
  const watched = new Map<string, { readonly name: string; readonly stop: () => void }>();
  let seen = new Set<string>();
  const look = (name: string): void => {
    const path = resolve(name);
    seen.add(path);
    if (!watched.has(path)) watched.set(path, { name, stop: begin(name, act) });
  };
  try {
    look(own);
  } catch (error) {
    throw new Refusal(`Cannot watch ${own}: ${reasonOf(error)}`);
  }
  const read: World["files"]["read"] = (path, how) => {
    try {
      // Before it is read: what is saved in between is not lost.
      if (PLAYBOOK.test(path)) look(path.replace(PLAYBOOK, "") || ".");
    } catch {
      // A base that is not there is told of by the check.
    }
    return world.files.read(path, how);
  };
  return {
    /** The world for one run. */
    seen(): World {
      seen = new Set([resolve(own)]);
      return { ...world, files: { ...world.files, read } };
    },
    /** Lets go of what the last run did not read any more. */
    keep(): void {
      for (const [path, { stop }] of watched) {
        if (seen.has(path)) continue;
        stop();
        watched.delete(path);
      }
    },
    folders: () => [...watched.values()].map(({ name }) => name),
    stop: () => {
      for (const { stop } of watched.values()) stop();
    },
  };
}

/** A run; what only the user can mend ends no watch. */
async function timed(world: World, run: () => Promise<ExitCode>): Promise<void> {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    complain(error, world);
  }
  world.stderr.write(`Checked in ${Math.round(performance.now() - start)} ms\n`);
}
