import { readdirSync, statSync } from "node:fs";
import { cache, cached } from "./cache.js";
import type { Recalled } from "./now.js";

/** Numbers of a stamp: an edit of a file, or of what stands in a folder, changes one of them. */
const STAMP = 4;
/** What was touched so lately may be touched again and look the same: clocks of file systems tick slowly. */
const TICK = 3000;

/**
 * What was said of a folder, while the stamps of the files in it that are wanted, of its folders and of some other files
 * are what they were. Else how to say something: it must have been found out after this, since the stamps are taken here.
 */
export function recall(folder: string, wanted: (name: string) => boolean, others: readonly string[] = []): Recalled {
  const about = [folder, ...others].join("\0");
  const name = `seen-${about.replace(/[^\w.-]+/g, "_").slice(-150)}`;
  const said = saidIn(cached(name), about);
  if (said !== null) return { said };
  try {
    const paths = [folder, ...below(folder, "", wanted), ...others];
    const stamps = paths.map(stampOf);
    const untouched = Date.now() - TICK;
    if (stamps.some(([, , ...times]) => times.some((time) => time > untouched))) return { said };
    const numbers = Float64Array.from([paths.length, ...stamps.flat()]);
    return {
      said,
      say: (text) => {
        const lines = [about, text, ...paths].map((line) => `${line}\n`).join("");
        cache(name, Buffer.concat([new Uint8Array(numbers.buffer), Buffer.from(lines)]));
      },
    };
  } catch {
    return { said };
  }
}

/** What a note says, unless it is about something else or anything that it names has another stamp. */
function saidIn(note: Uint8Array | null, about: string): string | null {
  if (note === null) return null;
  try {
    const [count = 0] = new Float64Array(note.buffer, note.byteOffset, 1);
    const numbers = new Float64Array(note.buffer, note.byteOffset, 1 + STAMP * count);
    const text = Buffer.from(note.buffer, note.byteOffset + numbers.byteLength).toString();
    const [its, said, ...paths] = text.split("\n");
    if (its !== about || said === undefined) return null;
    for (let i = 0, at = 1; i < count; i++, at += STAMP) {
      const { size, ino, mtimeMs, ctimeMs } = statSync(paths[i] as string);
      if (numbers[at] !== size || numbers[at + 1] !== ino) return null;
      if (numbers[at + 2] !== mtimeMs || numbers[at + 3] !== ctimeMs) return null;
    }
    return said;
  } catch {
    return null;
  }
}

function stampOf(path: string): [size: number, ino: number, mtime: number, ctime: number] {
  const { size, ino, mtimeMs, ctimeMs } = statSync(path);
  return [size, ino, mtimeMs, ctimeMs];
}

/** Files below a folder that are wanted, and the folders in which there may be more: they tell what comes and goes. */
function below(folder: string, within: string, wanted: (name: string) => boolean): string[] {
  return readdirSync(`${folder}/${within}`, { withFileTypes: true }).flatMap((entry) => {
    const name = within + entry.name;
    const path = `${folder}/${name}`;
    if (!entry.isDirectory()) return wanted(name) ? [path] : [];
    return wanted(`${name}/x.yaml`) ? [path, ...below(folder, `${name}/`, wanted)] : [];
  });
}
