import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";

/** Files that are there at once. */
export interface FilesNow {
  /** The bytes of a file. */
  read(path: string): Uint8Array;
  /** The same, good until the next glance. */
  glance(path: string): Uint8Array;
  /** Names of the files below a folder that are wanted, sorted. Fails where one of them is a link, a pipe or a device. */
  list(folder: string, wanted: (name: string) => boolean): string[];
  /** A file to be read in parts. */
  open(path: string): Parts;
  /**
   * What was found out about a folder, while the files in it that are wanted and some others are as they were then.
   * Absent: nothing is remembered.
   */
  recall?(folder: string, wanted: (name: string) => boolean, others?: readonly string[]): Recalled;
}

/** A file that is read in parts. Each begins where a view of any kind can. */
export interface Parts {
  readonly size: number;
  read(at: number, length: number): Uint8Array;
}

/** What was said last of a folder, if it is still the same; if not, how to say something, where it can be kept. */
export interface Recalled {
  readonly said: string | null;
  say?(text: string): void;
}

/** Files of the disk, read without waiting: a few hundred small ones cost less so than the waiting itself. */
export const now: FilesNow = {
  read: (path) => readFileSync(path),
  glance,
  list(folder, wanted) {
    const found: string[] = [];
    const walk = (below: string): void => {
      for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
        const name = below + entry.name;
        if (entry.isFile()) {
          if (wanted(name)) found.push(name);
        } else if (wanted(name) || (entry.isSymbolicLink() && wanted(`${name}/x.yaml`))) {
          throw new Error(`${name} is no file`);
        } else if (entry.isDirectory()) walk(`${name}/`);
      }
    };
    walk("");
    return found.sort();
  },
  open(path) {
    const file = openSync(path, "r");
    return {
      size: fstatSync(file).size,
      read(at, length) {
        const bytes = Buffer.allocUnsafeSlow(length);
        if (readSync(file, bytes, 0, length, at) !== length) throw new Error(`${path} is shorter than it was`);
        return bytes;
      },
    };
  },
};

let room: Buffer | undefined;

/** Into the same room each time: it is the making of room that takes long. */
function glance(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (;;) {
      room ??= Buffer.allocUnsafeSlow(256 * 1024);
      const read = readSync(file, room, length, room.length - length, null);
      length += read;
      if (length < room.length) return room.subarray(0, length);
      room = Buffer.concat([room], 2 * room.length);
    }
  } finally {
    closeSync(file);
  }
}
