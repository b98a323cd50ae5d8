import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Calls `act` after changes below a folder; returns how to stop that. Each folder is watched by itself: where Node does
 * it for all that is below, as on Linux, it loses a file of which another takes the place, as many editors save.
 */
export function watchBelow(folder: string, act: () => void): () => void {
  let watchers = new Map<string, FSWatcher>();
  const changed = (event: string) => {
    // What came or went may be a folder, or one in the place of another.
    if (event === "rename") watchers = watchAgain(folder, watchers, changed);
    act();
  };
  watchers = watchAgain(folder, watchers, changed);
  if (!watchers.has(folder)) throw Object.assign(new Error(`There is no folder ${folder}`), { code: "ENOENT" });
  return () => close(watchers);
}

/** Watchers of the folders as they are now; what was seen by the old ones is told already. */
function watchAgain(folder: string, old: Map<string, FSWatcher>, changed: (event: string) => void) {
  const watchers = new Map<string, FSWatcher>();
  for (const path of foldersIn(folder)) {
    try {
      watchers.set(path, watch(path, changed).on("error", ignore));
    } catch (error) {
      // It went away in the meantime.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  close(old);
  return watchers;
}

const ignore = () => {};

function close(watchers: Map<string, FSWatcher>): void {
  for (const one of watchers.values()) one.close();
}

/** A folder and all below it, but for those that tools keep for themselves. */
function foldersIn(folder: string): string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
    const own = below.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
    return [folder, ...own.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}
