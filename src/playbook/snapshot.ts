import { Exit, Refusal } from "../exit.js";
import type { BriefWorld, World } from "../world.js";
import { copyOf, digestOfCopy } from "./copy.js";
import { isError } from "./finding.js";
import { isPart } from "./folder.js";
import { pack } from "./pack.js";
import { inFolder, readSchemas, readSource } from "./source.js";
import { type Lazy, unpack, whole } from "./stored.js";
import type { Playbook } from "./types.js";

/** Where playbooks are found. */
export type Shelf = Pick<World, "data" | "compiled" | "files">;

/** In the folder of what a build has worked out. */
const PLAYBOOK = "playbook.bin";
/** The digest of what it was compiled from, in a line, then the very bytes that the digest is taken of. */
const SOURCE = "source.bin";

/**
 * The playbook in `folder`, or the one that ships with the program: its stored form where nobody has edited it.
 * Any other is read, checked against the program's own schemas, and refused where it has errors.
 */
export async function openPlaybook(shelf: Shelf, folder: string | undefined, lazy?: Lazy): Promise<Playbook> {
  const known = folder === undefined ? openStored(shelf, lazy) : null;
  return known ?? (await readPlaybook(shelf, folder ?? shelf.data)).playbook;
}

/**
 * The stored form of the playbook that ships with the program, where every byte of `data` is still what it was made
 * from: then the digest is the same as well, and need not be taken. That it was so is remembered while no file is
 * touched. Null where anything is different or amiss.
 */
export function openStored(
  { data, compiled, files }: Pick<BriefWorld, "data" | "compiled" | "files">,
  lazy: Lazy = "nothing",
): Playbook | null {
  if (compiled === null || files.now === undefined) return null;
  const { now } = files;
  const path = inFolder(compiled, PLAYBOOK);
  try {
    const seen = now.recall?.(data, isPart, [path]);
    const digest = seen?.said ?? digestOfCopy(now.read(inFolder(compiled, SOURCE)), data, now);
    const playbook =
      digest === null ? null : unpack(lazy === "nothing" ? whole(now.read(path)) : now.open(path), digest, lazy);
    if (digest !== null && playbook !== null) seen?.say?.(digest);
    return playbook;
  } catch {
    return null;
  }
}

/** What a build stores of the playbook in `data`: the files of the folder `compiled`, by name. */
export async function compiled(shelf: Shelf): Promise<ReadonlyMap<string, Uint8Array>> {
  const { playbook, source } = await readPlaybook(shelf, shelf.data);
  // One that lies over another hangs on more than its own folder.
  if (playbook.digest !== source.digest) return new Map();
  return new Map([
    [PLAYBOOK, pack(playbook)],
    [SOURCE, copyOf(source)],
  ]);
}

async function readPlaybook({ data, files }: Shelf, folder: string) {
  const source = await readSource(folder, files);
  const { linkSource } = await import("./load.js");
  const loaded = await linkSource(source, await readSchemas(inFolder(data, "schema"), files), files);
  if ("playbook" in loaded) return { playbook: loaded.playbook, source };
  const [first, ...others] = loaded.findings.filter(isError);
  if (first === undefined) throw new Error("A playbook without errors was refused");
  const rest = others.length > 0 ? `There ${others.length > 1 ? "are" : "is"} ${others.length} more.` : undefined;
  const hint = [first.hint, rest, `See seller-route check ${source.folder}`]
    .filter((part) => part !== undefined)
    .join(" ");
  throw new Refusal(`${first.file}:${first.line}:${first.column}: ${first.message}`, { hint, exit: Exit.playbook });
}
