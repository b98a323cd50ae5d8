import { fstatSync, readFileSync, readSync, statSync, writeSync } from "node:fs";
import { type BriefWorld, home, localDay, mayColour, VERSION } from "../world.js";
import { now } from "./now.js";

/**
 * The real world for a run that reads one text and prints one answer. Node's streams take as long to load as all the
 * rest of such a run, so they are left alone except where a terminal or a slow pipe needs them.
 */
export function briefWorld(): BriefWorld {
  const { env } = process;
  const [stdout, stderr] = [output(1, "stdout"), output(2, "stderr")];
  return {
    stdin: { isTTY: isTerminal(0, "stdin"), [Symbol.asyncIterator]: input },
    stdout,
    stderr,
    colour: { stdout: mayColour(stdout, env), stderr: mayColour(stderr, env) },
    get width() {
      return (stdout.isTTY ? process.stdout.columns : stderr.isTTY && process.stderr.columns) || 80;
    },
    today: () => localDay(new Date()),
    ...home(),
    version: VERSION,
    files: { read: async (path) => readFileSync(path), now },
  };
}

type Name = "stdin" | "stdout" | "stderr";

/** Whether a stream is a terminal. Only a character device can be one, and /dev/null is none. */
function isTerminal(descriptor: number, name: Name): boolean {
  try {
    const found = fstatSync(descriptor);
    if (process.platform !== "win32" && (!found.isCharacterDevice() || found.rdev === statSync("/dev/null").rdev))
      return false;
  } catch {
    // It is closed, or of a kind that tells nothing of itself: let Node say.
  }
  return process[name].isTTY === true;
}

function output(descriptor: number, name: "stdout" | "stderr"): BriefWorld["stdout"] & { readonly isTTY: boolean } {
  const isTTY = isTerminal(descriptor, name);
  return { isTTY, write: (text) => (isTTY ? process[name].write(text) : put(descriptor, name, Buffer.from(text))) };
}

/** Writes all; what a full pipe does not take at once goes the long way. */
function put(descriptor: number, name: "stdout" | "stderr", bytes: Uint8Array): void {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A reader that has seen enough is no error.
    if (code === "EPIPE") process.exit(0);
    if (code !== "EAGAIN") throw error;
    process[name].write(bytes.subarray(done));
  }
}

const CHUNK = 64 * 1024;

/** Standard input to its end. */
async function* input(): AsyncGenerator<Uint8Array> {
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
      yield* process.stdin;
      return;
    }
    if (read === 0) return;
    yield chunk.subarray(0, read);
  }
}
