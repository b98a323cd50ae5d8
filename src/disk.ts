import { constants } from "node:fs";
import { chmod, link, lstat, mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { now } from "./world/now.js";
import { watchBelow } from "./world/watching.js";
import type { Files, How } from "./world.js";

/** What files on the disk need of the owner. */
export interface Owner {
  readonly pid: number;
  /** Calls `undo` if the process is ended from outside before the function that it gives is called. */
  guard(undo: () => void): () => void;
  /** Removes a file at once. */
  remove(path: string): void;
}

/** The disk's files. What is written is there whole, or not at all. */
export function diskFiles(owner: Owner): Files {
  return {
    async folder(path) {
      await mkdir(path, { recursive: true });
      return (await readdir(path)).length === 0;
    },
    watch: watchBelow,
    read,
    list,
    now,
    write: (path, text, over) => put(path, text, { over, own: false }, owner),
    keep: (path, text, over) => put(path, text, { over, own: true }, owner),
  };
}

async function read(path: string, { most = Number.POSITIVE_INFINITY, pipes = false }: How = {}): Promise<Uint8Array> {
  // A pipe that nobody writes into would be waited for.
  const handle = await open(path, constants.O_RDONLY | (pipes ? 0 : (constants.O_NONBLOCK ?? 0)));
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw failure("EISDIR", path);
    if (!found.isFile() && !pipes) throw failure("EFTYPE", path);
    if (found.isFile() && found.size <= most) return await handle.readFile();
    const parts: Uint8Array[] = [];
    for (let left = most; left > 0; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, PIECE)));
      if (bytesRead === 0) break;
      parts.push(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return Buffer.concat(parts);
  } finally {
    await handle.close();
  }
}

const PIECE = 1024 * 1024;

async function list(folder: string, wanted: (name: string) => boolean = () => true): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names: string[] = [];
  for (const entry of found) {
    const name = relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    if (entry.isSymbolicLink() && (wanted(name) || wanted(`${name}/x.yaml`))) await follow(folder, name, wanted);
    // A folder that is called like a file is no folder that anybody means.
    if (wanted(name) && (!entry.isDirectory() || /\.ya?ml$/i.test(name))) names.push(name);
  }
  return names.sort();
}

/** Refuses a link that leads out of the folder, or to another folder: what lies behind it is not read. */
async function follow(folder: string, name: string, wanted: (name: string) => boolean): Promise<void> {
  const [home, target] = await Promise.all([realpath(folder), realpath(join(folder, name)).catch(() => null)]);
  const known = target === null ? null : await stat(target);
  if (known?.isDirectory()) {
    if (wanted(`${name}/x.yaml`)) throw failure("ELINK", name, "it is a link to a folder");
  } else if (wanted(name) && (target === null || !target.startsWith(home + sep))) {
    throw failure("ELINK", name, target === null ? "the link leads nowhere" : "the link leads out of the folder");
  }
}

interface Put {
  readonly over: boolean;
  /** For the owner's eyes only, whoever could read what was there before. */
  readonly own: boolean;
}

/** Into a file beside it, which then takes its place: a reader never sees half of it, and a full disk leaves the old one. */
async function put(path: string, text: string | Uint8Array, { over, own }: Put, owner: Owner): Promise<void> {
  const old = await lstat(path).catch(() => null);
  const known = old?.isSymbolicLink() ? await stat(path).catch(() => null) : old;
  // Before all else: nothing that could be given would help.
  if (known?.isDirectory()) throw failure("EISDIR", path);
  if (old && !over) throw failure("EEXIST", path);
  const there = old?.isSymbolicLink() ? await realpath(path) : path;
  // A device or a pipe is written into; nothing can take its place.
  if (known && !known.isFile()) return into(there, text);
  const beside = join(dirname(there), `.${owner.pid}-${count++}.tmp`);
  const unguard = owner.guard(() => owner.remove(beside));
  try {
    const handle = await open(beside, "wx", own ? 0o600 : 0o666);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (known && !own) await chmod(beside, known.mode & 0o7777);
    if (over) await rename(beside, there);
    else await placeAt(beside, path);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
    unguard();
  }
}

let count = 0;

async function into(path: string, text: string | Uint8Array): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

/** A link is refused where the name is taken; some file systems (FAT) have no links, and there a look must do. */
async function placeAt(from: string, path: string): Promise<void> {
  try {
    await link(from, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    await (await open(path, "wx")).close();
    await rename(from, path);
  }
}

/** An error as node:fs throws it. */
function failure(code: string, path: string, why = code): Error {
  return Object.assign(new Error(why), { code, path });
}
