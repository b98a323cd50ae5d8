import { whole } from "../../src/playbook/stored.js";
import type { Files } from "../../src/world.js";

/** Texts of files by name, below the folder `FOLDER`. */
export type Folder = Readonly<Record<string, string>>;
/** The same where some are bytes. */
type Stock = Readonly<Record<string, string | Uint8Array>>;

/** Where `memory` puts a folder. */
export const FOLDER = "book";

/** Files that stand in memory only, below `FOLDER`. */
export function memory(folder: Stock): Files {
  const known = (path: string) => folder[path.slice(FOLDER.length + 1)];
  const failure = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code });
  const below = (path: string) => Object.keys(folder).filter((name) => `${FOLDER}/${name}`.startsWith(`${path}/`));
  const nothing = () => Promise.reject(new Error("Nothing is written here"));
  const read = (path: string): Uint8Array => {
    const found = known(path);
    if (found !== undefined) return typeof found === "string" ? new TextEncoder().encode(found) : found;
    throw failure(below(path).length > 0 ? "EISDIR" : "ENOENT", path);
  };
  const list = (path: string): string[] => {
    if (below(path).length === 0) throw failure("ENOENT", path);
    return below(path)
      .map((name) => `${FOLDER}/${name}`.slice(path.length + 1))
      .sort();
  };
  return {
    read: async (path) => read(path),
    list: async (path) => list(path),
    now: { read, glance: read, list: (path, wanted) => list(path).filter(wanted), open: (path) => whole(read(path)) },
    write: nothing,
    keep: nothing,
  };
}
