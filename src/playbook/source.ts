import { createHash } from "node:crypto";
import { Exit, Refusal } from "../exit.js";
import type { Files } from "../world.js";
import { inFolder, isPart } from "./folder.js";

/** A playbook's folder as it was read: every YAML and schema file, sorted by name. */
export interface Source {
  readonly folder: string;
  readonly files: readonly SourceFile[];
  /** "sha256:" and the digest of every name and byte. */
  readonly digest: string;
}

export interface SourceFile {
  readonly name: string;
  /** No more of it than shows that it is too large; nothing where it cannot be read. */
  readonly bytes: Uint8Array;
  /** Why it cannot be read. */
  readonly fault?: string;
}

/** The largest file that is read; only fitted weights may be that large. */
export const LARGEST = 8 * 1024 * 1024;
/** More files than this are no playbook. */
const MOST_FILES = 2000;

/** Reads a playbook's folder. Refuses a folder that is not there, or that cannot be read. */
export async function readSource(folder: string, files: Files): Promise<Source> {
  try {
    // First one file: a folder that holds no playbook may be a whole disk, and is not listed.
    const names = (await has(folder, files)) ? (await files.list(folder, isPart)).filter(isPart) : [];
    if (names.length > MOST_FILES)
      throw new Refusal(`${folder} holds more than ${MOST_FILES} YAML files`, { exit: Exit.playbook });
    const found = await Promise.all(names.sort().map((name) => readFile(folder, name, files)));
    return { folder, files: found, digest: digestOf(found) };
  } catch (error) {
    if (error instanceof Refusal || errorCode(error) === undefined) throw error;
    if (errorCode(error) === "ELINK") throw astray(error as Error & { path: string }, folder);
    throw new Refusal(`Cannot read the playbook in ${folder}: ${(error as Error).message}`);
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: "The file cannot be read: permission denied",
  EPERM: "The file cannot be read: permission denied",
  EISDIR: "This is a folder, not a file",
  EFTYPE: "This is a pipe or a device, not a file",
  ELOOP: "The links lead in a circle",
  ENOENT: "The file is gone",
};

async function readFile(folder: string, name: string, files: Files): Promise<SourceFile> {
  try {
    return { name, bytes: await files.read(inFolder(folder, name), { most: LARGEST + 1 }) };
  } catch (error) {
    const fault = FAULTS[errorCode(error) ?? ""];
    if (fault === undefined) throw error;
    return { name, bytes: new Uint8Array(), fault };
  }
}

function astray({ path, message }: Error & { readonly path: string }, folder: string): Refusal {
  return new Refusal(`${inFolder(folder, path)}:1:1: No file is read from here: ${message}`, {
    hint: "Put the file itself into the playbook's folder.",
    exit: Exit.playbook,
  });
}

/** A folder's schemas as bytes, by file name. */
export interface Schemas {
  readonly folder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads a folder of schemas; one that is not there holds none. */
export async function readSchemas(folder: string, files: Files): Promise<Schemas> {
  const names = await files.list(folder).catch(() => []);
  const read = async (name: string) => [name, await files.read(inFolder(folder, name))] as const;
  return { folder, files: new Map(await Promise.all(names.filter((name) => /^[^/]+\.json$/.test(name)).map(read))) };
}

export { inFolder } from "./folder.js";

/** The digest of named bytes, whatever their order was when they were read. */
export function digestOf(files: Source["files"]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest("hex")}`;
}

/** Whether playbook.yaml is there. */
async function has(folder: string, files: Files): Promise<boolean> {
  try {
    await files.read(inFolder(folder, "playbook.yaml"), { most: 1 });
    return true;
  } catch (error) {
    // One that is there and cannot be read is told of with the others.
    if (!["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return true;
  }
  const hint = "A playbook is a folder with playbook.yaml in it; seller-route init <dir> makes one.";
  try {
    await files.read(folder, { most: 1 });
  } catch (error) {
    if (errorCode(error) === "EISDIR") return false;
    if (errorCode(error) === "EFTYPE") throw new Refusal(`${folder} is a pipe or a device, not a folder`, { hint });
    throw new Refusal(`There is no folder ${folder}`, { hint });
  }
  throw new Refusal(`${folder} is a file, not a playbook's folder`, { hint });
}

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
