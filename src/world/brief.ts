import { readSync, writeSync } from "node:fs";
import { Elsewhere, Exit, type ExitCode } from "../exit.js";
import { home, localDay, mayColour, VERSION } from "../home.js";
import type { BriefWorld } from "../world.js";
import { now } from "./now.js";
import { isPending } from "./pending.js";
import { recall } from "./recall.js";
import { isTerminal, type Output } from "./terminal.js";

/** How a short run ended. The code is null where it left all to the whole program, and what was read of stdin. */
export interface Ended {
  readonly code: ExitCode | null;
  readonly taken: readonly Uint8Array[];
  /** Ends the process at once, which is sooner done than winding it up; not so where a stream of Node's may still write. */
  leave(code: ExitCode): void;
}

/** Answers in the real world, as it is for a short run. */
export async function briefly(
  argv: readonly string[],
  answer: (argv: readonly string[], world: BriefWorld) => ExitCode | null | Promise<ExitCode | null>,
): Promise<Ended> {
  const world = briefWorld();
  return { code: await answer(argv, world), taken: world.taken, leave: world.leave };
}

/**
 * The real world for a run that reads one text and prints one answer. Node's streams take as long to load as all the
 * rest of such a run, so they are left alone except where a terminal or a slow pipe needs them.
 */
function briefWorld(): BriefWorld & Omit<Ended, "code"> {
  const { env } = process;
  const taken: Uint8Array[] = [];
  let streamed = false;
  const slowly = (name: Output, rest: Uint8Array) => {
    streamed = true;
    process[name].write(rest);
  };
  const [stdout, stderr] = [output(1, "stdout", slowly), output(2, "stderr", slowly)];
  return {
    stdin: { isTTY: isTerminal(0, "stdin"), isPending, [Symbol.asyncIterator]: () => input(taken) },
    taken,
    leave: (code) => {
      if (!streamed) process.exit(code);
    },
    stdout,
    stderr,
    colour: { stdout: mayColour(stdout, env), stderr: mayColour(stderr, env) },
    get width() {
      return (stdout.isTTY ? process.stdout.columns : stderr.isTTY && process.stderr.columns) || 80;
    },
    today: () => localDay(new Date()),
    ...home(),
    version: VERSION,
    files: { read: () => Promise.reject(new Elsewhere()), now: { ...now, recall } },
  };
}

/** An output stream; what cannot be written at once goes `slowly`. */
function output(descriptor: number, name: Output, slowly: (name: Output, rest: Uint8Array) => void) {
  const isTTY = isTerminal(descriptor, name);
  const write = (text: string): void => {
    const bytes = Buffer.from(text);
    const rest = isTTY ? bytes : put(descriptor, name, bytes);
    if (rest.length > 0) slowly(name, rest);
  };
  return { isTTY, write };
}

/** Writes what is taken at once, and gives back what a full pipe leaves. */
function put(descriptor: number, name: Output, bytes: Uint8Array): Uint8Array {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A reader that has seen enough is no error.
    if (code === "EPIPE" && name === "stdout") process.exit(0);
    if (code === "EAGAIN") return bytes.subarray(done);
    if (name === "stdout") {
      put(2, "stderr", Buffer.from(`seller-route: Cannot write to standard output: ${(error as Error).message}\n`));
      process.exit(Exit.usage);
    }
  }
  return NOTHING;
}

const NOTHING = new Uint8Array();

const CHUNK = 64 * 1024;

/** Standard input to its end; what comes is kept in `taken`. */
async function* input(taken: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let read: number;
    try {
      read = readSync(0, chunk, 0, CHUNK, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows says so of a pipe that was closed.
      if (code === "EOF") return;
      if (code !== "EAGAIN") throw error;
      for await (const chunk of process.stdin) {
        taken.push(chunk);
        yield chunk;
      }
      return;
    }
    if (read === 0) return;
    taken.push(chunk.subarray(0, read));
    yield chunk.subarray(0, read);
  }
}
