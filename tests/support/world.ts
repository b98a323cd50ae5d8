import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { whole } from "../../src/playbook/stored.js";
import { now } from "../../src/world/now.js";
import { files as disk, type Files, mayColour, type World } from "../../src/world.js";
import { stored } from "./compiled.js";

/** What stands outside the program in a test. Nothing given: a pipe that is empty, no files, no colour. */
export interface Outside {
  readonly stdin?: string | Uint8Array;
  /** Somebody put it there for this process. */
  readonly pending?: boolean;
  /** Somebody sits at a terminal: stdin, stdout and stderr are one. */
  readonly tty?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly today?: string;
  /** Files besides the shipped playbook, by path; null cannot be read. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Read from the real disk below this folder. */
  readonly below?: string;
}

export interface FakeWorld {
  readonly world: World;
  /** All that went to stdout so far. */
  out(): string;
  /** All that went to stderr so far. */
  err(): string;
  /** Files that were written, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Those of them that are no text. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** The shipped playbook's folder. */
export const DATA = fileURLToPath(new URL("../../data", import.meta.url));
/** Where the compiled playbook stands in a fake world. */
const COMPILED = "/compiled/";

/** The one test double: a world in memory over the shipped playbook. */
export function fakeWorld(outside: Outside = {}): FakeWorld {
  const { tty = false, columns = 80, env = {}, today = "2026-11-22" } = outside;
  const [stdout, stderr] = [sink(tty), sink(tty)];
  const [written, bytes] = [new Map<string, string>(), new Map<string, Uint8Array>()];
  const stdin = Readable.from(outside.stdin === undefined ? [] : [Buffer.from(outside.stdin as string)]);
  const world: World = {
    stdin: Object.assign(stdin, { isTTY: tty, isPending: () => outside.pending === true }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    colour: { stdout: mayColour({ isTTY: tty }, env), stderr: mayColour({ isTTY: tty }, env) },
    width: columns,
    canPrompt: tty,
    env,
    today: () => today,
    data: DATA,
    compiled: COMPILED,
    version: "0.0.0",
    files: filesOf(outside, written, bytes),
  };
  return { world, out: stdout.text, err: stderr.text, written, bytes };
}

function sink(isTTY: boolean): { stream: Writable & { isTTY: boolean }; text: () => string } {
  let text = "";
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => text };
}

/** Files in memory, and the real ones below the shipped playbook and the folder that the test names. */
function filesOf({ files = {}, below }: Outside, written: Map<string, string>, bytes: Map<string, Uint8Array>): Files {
  const memory = new Map<string, string | Uint8Array | null>(Object.entries(files));
  const real = (path: string) => [DATA, below].some((folder) => folder !== undefined && isIn(path, folder));
  const plain = (path: string) => path.replace(/^\.\//, "").replace(/\/+$/, "");
  const within = (folder: string) => [...memory.keys()].filter((name) => name.startsWith(`${plain(folder)}/`));
  const write = async (path: string, text: string | Uint8Array, over: boolean) => {
    if (memory.has(plain(path)) && !over) throw failure("EEXIST", path);
    memory.set(plain(path), text);
    written.set(plain(path), typeof text === "string" ? text : "");
    if (typeof text !== "string") bytes.set(plain(path), text);
  };
  const readNow = (path: string): Uint8Array => {
    const found = path.startsWith(COMPILED) ? stored.get(path.slice(COMPILED.length)) : undefined;
    if (found !== undefined) return found;
    if (real(path)) return now.read(path);
    throw failure("ENOENT", path);
  };
  return {
    now: {
      read: readNow,
      glance: readNow,
      list: (folder, wanted) => (real(folder) ? now.list(folder, wanted) : []),
      open: (path) => whole(readNow(path)),
    },
    async read(path) {
      if (real(path)) return disk.read(path);
      const found = memory.get(plain(path));
      if (found === null) throw failure("EACCES", path);
      if (found !== undefined) return Buffer.from(found as string);
      throw failure(within(path).length > 0 ? "EISDIR" : "ENOENT", path);
    },
    async list(folder) {
      if (real(folder)) return disk.list(folder);
      const found = within(folder).map((name) => name.slice(plain(folder).length + 1));
      if (found.length === 0) throw failure("ENOENT", folder);
      return found.sort();
    },
    write,
    keep: write,
  };
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** An error as node:fs throws it. */
function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
