import type { Files } from "../../src/world.js";

/** Texts of files by name, below the folder `FOLDER`. */
export type Folder = Readonly<Record<string, string>>;

/** Where `memory` puts a folder. */
export const FOLDER = "book";

/** Files that stand in memory only, below `FOLDER`. */
export function memory(folder: Folder): Files {
  const known = (path: string) => folder[path.slice(FOLDER.length + 1)];
  const failure = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code });
  const below = (path: string) => Object.keys(folder).filter((name) => `${FOLDER}/${name}`.startsWith(`${path}/`));
  const nothing = () => Promise.reject(new Error("Nothing is written here"));
  return {
    async read(path) {
      const text = known(path);
      if (text !== undefined) return new TextEncoder().encode(text);
      throw failure(below(path).length > 0 ? "EISDIR" : "ENOENT", path);
    },
    async list(path) {
      if (below(path).length === 0) throw failure("ENOENT", path);
      return below(path)
        .map((name) => `${FOLDER}/${name}`.slice(path.length + 1))
        .sort();
    },
    write: nothing,
    keep: nothing,
  };
}
