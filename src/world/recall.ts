import { readdirSync, statSync } from "node:fs";
import { cache, cached } from "./cache.js";
import type { Recalled } from "./now.js";

/** Numbers of a stamp: an edit of a file, or of what stands in a folder, changes one of them. */
const STAMP = 4;
/** What was touched so lately may be touched again and look the same: clocks of file systems tick slowly. */
const TICK = 3000;

/**
 * What was said of folders, while the stamps of everything in them are what they were. Else how to say something: it
 * must have been found out after this, since the stamps are taken here.
 */
export function recall(folders: readonly string[]): Recalled {
  const name = `seen-${folders
    .join("-")
    .replace(/[^\w.-]+/g, "_")
    .slice(-150)}`;
  const said = saidIn(cached(name), folders);
  if (said !== null) return { said };
  try {
    const paths = folders.flatMap((folder) => [folder, ...below(folder)]);
    const stamps = paths.map(stampOf);
    const untouched = Date.now() - TICK;
    if (stamps.some(([, , ...times]) => times.some((time) => time > untouched))) return { said };
    const numbers = Float64Array.from([paths.length, ...stamps.flat()]);
    return {
      said,
      say: (text) => {
        const lines = [folders.join("\0"), text, ...paths].join("\n");
        cache(name, Buffer.concat([new Uint8Array(numbers.buffer), Buffer.from(lines)]));
      },
    };
  } catch {
    return { said };
  }
}

/** What a note says, unless it is of other folders or anything that it names has another stamp. */
function saidIn(note: Uint8Array | null, folders: readonly string[]): string | null {
  if (note === null) return null;
  try {
    const [count = 0] = new Float64Array(note.buffer, note.byteOffset, 1);
    const numbers = new Float64Array(note.buffer, note.byteOffset, 1 + STAMP * count);
    const lines = Buffer.from(note.buffer, note.byteOffset + numbers.byteLength)
      .toString()
      .split("\n");
    if (lines[0] !== folders.join("\0")) return null;
    for (let i = 0, at = 1; i < count; i++) {
      const { size, ino, mtimeMs, ctimeMs } = statSync(lines[i + 2] as string);
      if (numbers[at++] !== size || numbers[at++] !== ino || numbers[at++] !== mtimeMs || numbers[at++] !== ctimeMs)
        return null;
    }
    return lines[1] ?? null;
  } catch {
    return null;
  }
}

function stampOf(path: string): [size: number, ino: number, mtime: number, ctime: number] {
  const { size, ino, mtimeMs, ctimeMs } = statSync(path);
  return [size, ino, mtimeMs, ctimeMs];
}

/** All that stands below a folder, folders too: they tell what comes and goes in them. */
function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [path, ...below(path)] : [path];
  });
}
