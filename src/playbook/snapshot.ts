import { Exit, Refusal } from "../exit.js";
import type { World } from "../world.js";
import { isError } from "./finding.js";
import { inFolder, readSchemas, readSource } from "./source.js";
import type { Playbook } from "./types.js";

/** Counts up when a stored playbook's form changes. */
const FORM = 1;
const head = (digest: string): string => `{"form":${FORM},"digest":${JSON.stringify(digest)},"playbook":`;

/** A playbook as a build stores it: JSON, with the digest in front. */
export function pack(playbook: Playbook): string {
  return `${head(playbook.digest)}${JSON.stringify(playbook)}}\n`;
}

/** A stored playbook, if it was made from the very bytes that have this digest; null otherwise. */
export function unpack(text: string, digest: string): Playbook | null {
  if (!text.startsWith(head(digest))) return null;
  try {
    return (JSON.parse(text) as { playbook: Playbook }).playbook;
  } catch {
    return null;
  }
}

/**
 * The playbook in `folder`, or the one that ships with the program: its stored form where nobody has edited it.
 * Any other is read, checked against the program's own schemas, and refused where it has errors.
 */
export async function openPlaybook(world: World, folder: string | undefined): Promise<Playbook> {
  const [source, stored] = await Promise.all([
    readSource(folder ?? world.data, world.files),
    folder === undefined && world.compiled !== null ? readText(world, world.compiled) : null,
  ]);
  const known = stored === null ? null : unpack(stored, source.digest);
  if (known) return known;

  const { linkSource } = await import("./load.js");
  const loaded = await linkSource(source, await readSchemas(inFolder(world.data, "schema"), world.files));
  if ("playbook" in loaded) return loaded.playbook;
  const [first, ...others] = loaded.findings.filter(isError);
  if (first === undefined) throw new Error("A playbook without errors was refused");
  const rest = others.length > 0 ? `There ${others.length > 1 ? "are" : "is"} ${others.length} more.` : undefined;
  const hint = [first.hint, rest, `See seller-route check ${source.folder}`]
    .filter((part) => part !== undefined)
    .join(" ");
  throw new Refusal(`${first.file}:${first.line}:${first.column}: ${first.message}`, { hint, exit: Exit.playbook });
}

const readText = async (world: World, path: string): Promise<string | null> =>
  world.files.read(path).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
