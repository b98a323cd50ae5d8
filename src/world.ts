import { existsSync, watch } from "node:fs";
import { link, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Readable, Writable } from "node:stream";
import { now } from "./world/now.js";
import { run } from "./world/run.js";

/** A stream that may lead to a terminal; its size is that of the moment. */
export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };

/** All that the program knows of the outside. Tests pass their own. */
export interface World {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** May results on stdout (and prompts on stderr) be coloured? */
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** Whether somebody sits there who can answer: stdin and stderr are terminals. */
  readonly canPrompt: boolean;
  /** Whether a screen can be drawn again over itself; not so where TERM is "dumb". Absent: it can. */
  readonly canRedraw?: boolean;
  /** Calls `act` when the seller presses Ctrl-C at a terminal that nobody draws on; returns how to stop that. */
  interrupted?(act: () => void): () => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today as YYYY-MM-DD, in local time. */
  today(): string;
  /** Folder of the playbook that ships with the program. */
  readonly data: string;
  /** Folder in which the build keeps the compiled form of that playbook; null where the program runs unbuilt. */
  readonly compiled: string | null;
  readonly version: string;
  readonly files: Files;
  /** Runs a command without a shell; fails like node:child_process. Only `diff` does, for git. Absent: there is none. */
  run?(command: string, args: readonly string[], input?: string): Promise<Ran>;
}

/** What became of a command. */
export interface Ran {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface Files {
  /** The bytes of a file; fails like node:fs. */
  read(path: string): Promise<Uint8Array>;
  /** Paths of all files below a folder, relative to it, with "/" between, sorted. */
  list(folder: string): Promise<string[]>;
  /** Writes a whole file; an existing one only where `over` is true. */
  write(path: string, text: string, over: boolean): Promise<void>;
  /** Makes a folder, and those above it, where there is none; says whether it is empty. Absent: folders need no making. */
  folder?(path: string): Promise<boolean>;
  /** Like `write`, at once or not at all, for the owner's eyes only (mode 0600). */
  keep(path: string, text: string, over: boolean): Promise<void>;
  /** Calls `act` after changes below a folder; returns how to stop that. Absent: nothing can be watched. */
  watch?(folder: string, act: () => void): () => void;
  /** The same without waiting, for what every run begins with. Absent: everything waits. */
  readonly now?: FilesNow;
}

/** Files that are there at once. */
export interface FilesNow {
  /** The bytes of a file. */
  read(path: string): Uint8Array;
  /** The same, good until the next glance. */
  glance(path: string): Uint8Array;
  /** Of the files that `list` gives, those that are wanted. */
  list(folder: string, wanted: (name: string) => boolean): string[];
}

export const files: Files = {
  async folder(path) {
    await mkdir(path, { recursive: true });
    return (await readdir(path)).length === 0;
  },
  keep,
  watch(folder, act) {
    const watcher = watch(folder, { recursive: true }, act);
    return () => watcher.close();
  },
  read: (path) => readFile(path),
  now,
  async list(folder) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort();
  },
  async write(path, text, over) {
    if (over) return writeFile(path, text);
    const handle = await open(path, "wx");
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  },
};

/** Into a file beside it, which then takes its place: a reader never sees half of it. */
async function keep(path: string, text: string, over: boolean): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (over) await rename(beside, path);
    else await placeAt(beside, path);
  } finally {
    await rm(beside, { force: true });
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

/** What answering at once needs of the outside. A World is one. */
export interface BriefWorld extends Pick<World, "colour" | "width" | "today" | "data" | "compiled" | "version"> {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly files: Pick<Files, "read" | "now">;
}

declare const SELLER_ROUTE_VERSION: string | undefined;
export const VERSION = typeof SELLER_ROUTE_VERSION === "string" ? SELLER_ROUTE_VERSION : "0.0.0";

const DUMB = "dumb";

/** The real world. The only code that touches the process. */
export function systemWorld(): World {
  const { stdin, stdout, stderr, env } = process;
  // A reader that has seen enough (head -1) closes the pipe; that is no error.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    stdin,
    stdout,
    stderr,
    colour: { stdout: mayColour(stdout, env), stderr: mayColour(stderr, env) },
    get width() {
      return (stdout.isTTY ? stdout.columns : stderr.columns) || 80;
    },
    canPrompt: stdin.isTTY === true && stderr.isTTY === true,
    canRedraw: env.TERM !== DUMB,
    interrupted: (act) => {
      process.on("SIGINT", act);
      return () => process.removeListener("SIGINT", act);
    },
    env,
    today: () => localDay(new Date()),
    ...home(),
    version: VERSION,
    files,
    run,
  };
}

/** Where the playbook stands that ships with the program, and its compiled form. */
export function home(): Pick<World, "data" | "compiled"> {
  const here = import.meta.dirname;
  const compiled = join(here, "playbook");
  return { data: join(here, "..", "data"), compiled: existsSync(compiled) ? compiled : null };
}

/** https://no-color.org and https://force-color.org: set and not empty. NO_COLOR wins. */
export function mayColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== DUMB;
}

export function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
