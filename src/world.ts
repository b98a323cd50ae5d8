import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { diskFiles } from "./disk.js";
import { Exit } from "./exit.js";

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
  /** Calls `undo` if the process is ended from outside before the function that it gives is called. Absent: it is not. */
  guard?(undo: () => void): () => void;
  /** Calls `act` when the seller presses Ctrl-C at a terminal that nobody draws on; returns how to stop that. */
  interrupted?(act: () => void): () => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today as YYYY-MM-DD, in local time. */
  today(): string;
  /** Folder of the playbook that ships with the program. */
  readonly data: string;
  /** Where the build keeps the compiled form of that playbook; null where the program runs unbuilt. */
  readonly compiled: string | null;
  readonly version: string;
  readonly files: Files;
  /** Cores that this process may use. Absent: it is not known. */
  readonly cores?: number;
  /** Starts another thread of the program, which does what thread.ts says with `given`. Absent: there are none. */
  thread?(given: unknown): Thread;
  /** Runs a command without a shell; fails like node:child_process. Only `diff` does, for git. Absent: there is none. */
  run?(command: string, args: readonly string[], input?: string): Promise<Ran>;
}

/** A thread that works for this one. */
export type Thread = Pick<Worker, "on" | "postMessage" | "terminate">;

/** What became of a command. */
export interface Ran {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** How a file is read. */
export interface How {
  /** So many bytes, and no more. Absent: all. */
  readonly most?: number;
  /** Pipes and devices as well, as in `--file <(command)`. */
  readonly pipes?: boolean;
}

export interface Files {
  /** The bytes of a file; fails like node:fs, and with EFTYPE where it is a pipe or a device. */
  read(path: string, how?: How): Promise<Uint8Array>;
  /**
   * Paths of all files below a folder, relative to it, with "/" between, sorted; of those that are wanted. Fails with
   * ELINK where a link that is wanted leads out of the folder.
   */
  list(folder: string, wanted?: (name: string) => boolean): Promise<string[]>;
  /** Writes a whole file; an existing one only where `over` is true. */
  write(path: string, text: string, over: boolean): Promise<void>;
  /** Makes a folder, and those above it, where there is none; says whether it is empty. Absent: folders need no making. */
  folder?(path: string): Promise<boolean>;
  /** Like `write`, at once or not at all, for the owner's eyes only (mode 0600). */
  keep(path: string, text: string, over: boolean): Promise<void>;
  /** Calls `act` after changes below a folder; returns how to stop that. Absent: nothing can be watched. */
  watch?(folder: string, act: () => void): () => void;
}

/** Signals that end a process, and that can be heard. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const guards = new Set<() => void>();
/** Those who hear Ctrl-C themselves and end in their own time. */
let hearing = 0;

/** Calls `undo` if a signal or an exit ends the process before the function that it gives is called. */
export function guard(undo: () => void): () => void {
  if (guards.size === 0) {
    for (const signal of SIGNALS) process.on(signal, ended);
    process.on("exit", undoAll);
  }
  guards.add(undo);
  return () => {
    if (!guards.delete(undo) || guards.size > 0) return;
    for (const signal of SIGNALS) process.removeListener(signal, ended);
    process.removeListener("exit", undoAll);
  };
}

function undoAll(): void {
  for (const undo of [...guards]) {
    guards.delete(undo);
    undo();
  }
}

/** Ends as the signal would have ended it, for those who look at how it ended. */
function ended(signal: NodeJS.Signals): void {
  if (signal === "SIGINT" && hearing > 0) return;
  undoAll();
  for (const one of SIGNALS) process.removeAllListeners(one);
  process.kill(process.pid, signal);
}

export const files: Files = diskFiles({ pid: process.pid, guard, remove: (path) => rmSync(path, { force: true }) });

declare const SELLER_ROUTE_VERSION: string | undefined;

const DUMB = "dumb";

/** The real world. The only code that touches the process. */
export function systemWorld(): World {
  const { stdin, stdout, stderr, env } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (head -1) closes the pipe; that is no error.
    if (error.code === "EPIPE") process.exit(0);
    stderr.write(`seller-route: Cannot write to standard output: ${error.message}\n`);
    process.exit(Exit.usage);
  });
  // Nobody hears what is complained of.
  stderr.on("error", () => {});
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, "playbook.json");
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
    get cores() {
      return availableParallelism();
    },
    thread: (given) => new Worker(join(here, "thread.js"), { workerData: given }),
    guard,
    interrupted: (act) => {
      process.on("SIGINT", act);
      hearing++;
      return () => {
        process.removeListener("SIGINT", act);
        hearing--;
      };
    },
    env,
    today: () => localDay(new Date()),
    data: join(here, "..", "data"),
    compiled: existsSync(compiled) ? compiled : null,
    version: typeof SELLER_ROUTE_VERSION === "string" ? SELLER_ROUTE_VERSION : "0.0.0",
    files,
    run,
  };
}

/** Runs a command of the system. */
export function run(command: string, args: readonly string[], input = ""): Promise<Ran> {
  return new Promise((ended, failed) => {
    const child = spawn(command, args, { windowsHide: true });
    const [out, err]: [Uint8Array[], Uint8Array[]] = [[], []];
    child.stdout.on("data", (part: Uint8Array) => out.push(part));
    child.stderr.on("data", (part: Uint8Array) => err.push(part));
    child.on("error", failed);
    child.on("close", (code) => {
      ended({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() });
    });
    // A command that ends before it has read all closes the pipe; its exit code tells.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** https://no-color.org and https://force-color.org: set and not empty. NO_COLOR wins. */
export function mayColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== DUMB;
}

function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
