import { existsSync } from "node:fs";
import { open, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** All that the program knows of the outside. Tests pass their own. */
export interface World {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** May results on stdout (and prompts on stderr) be coloured? */
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** Whether somebody sits there who can answer: stdin and stderr are terminals, and TERM is not "dumb". */
  readonly canPrompt: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today as YYYY-MM-DD, in local time. */
  today(): string;
  /** Folder of the playbook that ships with the program. */
  readonly data: string;
  /** Where the build keeps the compiled form of that playbook; null where the program runs unbuilt. */
  readonly compiled: string | null;
  readonly version: string;
  readonly files: Files;
}

export interface Files {
  /** The bytes of a file; fails like node:fs. */
  read(path: string): Promise<Uint8Array>;
  /** Paths of all files below a folder, relative to it, with "/" between, sorted. */
  list(folder: string): Promise<string[]>;
  /** Writes a whole file; an existing one only where `over` is true. */
  write(path: string, text: string, over: boolean): Promise<void>;
}

export const files: Files = {
  read: (path) => readFile(path),
  async list(folder) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, ""))
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

declare const SELLER_ROUTE_VERSION: string | undefined;

const DUMB = "dumb";

/** The real world. The only code that touches the process. */
export function systemWorld(): World {
  const { stdin, stdout, stderr, env } = process;
  // A reader that has seen enough (head -1) closes the pipe; that is no error.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, "playbook.json");
  return {
    stdin,
    stdout,
    stderr,
    colour: { stdout: mayColour(stdout, env), stderr: mayColour(stderr, env) },
    width: (stdout.isTTY ? stdout.columns : stderr.columns) || 80,
    canPrompt: stdin.isTTY === true && stderr.isTTY === true && env.TERM !== DUMB,
    env,
    today: () => localDay(new Date()),
    data: join(here, "..", "data"),
    compiled: existsSync(compiled) ? compiled : null,
    version: typeof SELLER_ROUTE_VERSION === "string" ? SELLER_ROUTE_VERSION : "0.0.0",
    files,
  };
}

/** https://no-color.org and https://force-color.org: set and not empty. NO_COLOR wins. */
function mayColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== DUMB;
}

function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
