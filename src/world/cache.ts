import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * What a run keeps for the next one in the user's folder for such things: never anything that somebody said. Null where
 * nothing is kept under this name, or not by this user: compiled code is not to be taken from others.
 */
export function cached(name: string): Uint8Array | null {
  const folder = cacheFolder();
  if (folder === null) return null;
  let file: number | undefined;
  try {
    file = openSync(`${folder}/${name}`, "r");
    const { size, uid } = fstatSync(file);
    if (process.getuid !== undefined && uid !== process.getuid()) return null;
    const bytes = Buffer.allocUnsafeSlow(size);
    return readSync(file, bytes, 0, size, 0) === size ? bytes : null;
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Keeps bytes under a name, whole or not at all. Where that cannot be done the next run does without. */
export function cache(name: string, bytes: Uint8Array): void {
  const folder = cacheFolder();
  if (folder === null) return;
  const path = `${folder}/${name}`;
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, bytes, { mode: 0o600, flush: true });
    renameSync(unfinished, path);
  } catch {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // It is not there, or may not be touched.
    }
  }
}

/** Where the system wants such files. Null where it has no place for them, or Node is told to keep no compiled code. */
function cacheFolder(): string | null {
  const { env, platform } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE) return null;
  const home = env.HOME && `${env.HOME}/${platform === "darwin" ? "Library/Caches" : ".cache"}`;
  const place =
    platform === "win32" ? env.LOCALAPPDATA : env.XDG_CACHE_HOME?.startsWith("/") ? env.XDG_CACHE_HOME : home;
  return place ? `${place}/seller-route` : null;
}
