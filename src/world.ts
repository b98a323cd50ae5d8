import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { Worker } from "node:worker_threads";
import { diskFiles } from "./disk.js";
import { Exit } from "./exit.js";
import { DUMB, home, localDay, mayColour, VERSION } from "./home.js";
import { jobs } from "./world/jobs.js";
import { type FilesNow, now } from "./world/now.js";
import { isPending } from "./world/pending.js";
import { recall } from "./world/recall.js";
import { run } from "./world/run.js";

export { home, mayColour } from "./home.js";
export type { FilesNow, Parts } from "./world/now.js";

/** A stream that may lead to a terminal; its size is that of the moment. */
export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };

/** What is known of standard input before it is read. */
export interface Input {
  readonly isTTY?: boolean;
  /** Whether somebody seems to have put something there for this process. Absent: that is not known. */
  isPending?(): boolean;
}

/** All that the program knows of the outside. Tests pass their own. */
export interface World {
  readonly stdin: Readable & Input;
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
  /** Job control of a shell. Absent: there is none. */
  readonly jobs?: {
    /** Stops the process until the shell lets it go on. One that nobody could wake is not stopped. */
    stop(): void;
    /** Calls `act` when it goes on, or when it could not be stopped; returns how to end that. */
    continued(act: (stopped: boolean) => void): () => void;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today as YYYY-MM-DD, in local time. */
  today(): string;
  /** Folder of the playbook that ships with the program. */
  readonly data: string;
  /** Folder of what a build has worked out: that playbook compiled, texts of help. Null where the program runs unbuilt. */
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
  write(path: string, text: string | Uint8Array, over: boolean): Promise<void>;
  /** Makes a folder, and those above it, where there is none; says whether it is empty. Absent: folders need no making. */
  folder?(path: string): Promise<boolean>;
  /** Like `write`, at once or not at all, for the owner's eyes only (mode 0600). */
  keep(path: string, text: string, over: boolean): Promise<void>;
  /** Calls `act` after changes below a folder; returns how to stop that. Absent: nothing can be watched. */
  watch?(folder: string, act: () => void): () => void;
  /** The same without waiting, for what every run begins with. Absent: everything waits. */
  readonly now?: FilesNow;
}

/** What answering at once needs of the outside. A World is one. */
export interface BriefWorld extends Pick<World, "colour" | "width" | "today" | "data" | "compiled" | "version"> {
  readonly stdin: AsyncIterable<Uint8Array | string> & Input;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly files: Pick<Files, "read" | "now">;
}

/** Signals that end a process, and that can be heard. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const guards = new Set<() => void>();
/** Those who hear Ctrl-C themselves and end in their own time. */
let hearing = 0;

/** Calls `undo` if a signal or an exit ends the process before the function that it gives is called. */
function guard(undo: () => void): () => void {
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

/** The real world. `taken` was read of stdin before, to its end. */
export function systemWorld(taken: readonly Uint8Array[] = []): World {
  const { stdin, stdout, stderr, env } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (head -1) closes the pipe; that is no error.
    if (error.code === "EPIPE") process.exit(0);
    stderr.write(`seller-route: Cannot write to standard output: ${error.message}\n`);
    process.exit(Exit.usage);
  });
  // Nobody hears what is complained of.
  stderr.on("error", () => {});
  return {
    stdin: taken.length === 0 ? Object.assign(stdin, { isPending }) : Readable.from(taken),
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
    thread: (given) => new Worker(join(import.meta.dirname, "thread.js"), { workerData: given }),
    guard,
    interrupted: (act) => {
      process.on("SIGINT", act);
      hearing++;
      return () => {
        process.removeListener("SIGINT", act);
        hearing--;
      };
    },
    ...(process.platform !== "win32" && { jobs }),
    env,
    today: () => localDay(new Date()),
    ...home(),
    version: VERSION,
    files: { ...files, now: { ...now, recall } },
    run,
  };
}
