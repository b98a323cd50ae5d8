import type { Files } from "../world.js";
import { assemble } from "./assemble.js";
import { type Book, bind } from "./book.js";
import { error, type Finding, inOrder, isError } from "./finding.js";
import { readLayers } from "./layers.js";
import { checkLinks } from "./links.js";
import { inFolder, readSchemas, readSource, type Schemas, type Source } from "./source.js";
import type { Playbook } from "./types.js";

/** A playbook, the sheets that it was read from, and what may be warned of; or, where it cannot be used, only findings. */
export type Loaded =
  | { readonly playbook: Playbook; readonly book: Book; readonly findings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

/**
 * Reads a folder's YAML, holds it against the schemas in `schemas` (its own schema/ unless told), and links it.
 * Cases are not read: see `loadCases`. Refuses a folder that is not there.
 */
export async function loadPlaybook(
  folder: string,
  files: Files,
  schemas = inFolder(folder, "schema"),
): Promise<Loaded> {
  const [source, known] = await Promise.all([readSource(folder, files), readSchemas(schemas, files)]);
  return linkSource(source, known, files);
}

/** The same from what was already read, and what it extends from `files`. */
export async function linkSource(source: Source, schemas: Schemas, files: Files): Promise<Loaded> {
  const { sheets, digest, findings: form } = await readLayers(source, schemas, files);
  if (form.some(isError)) return { findings: inOrder(form) };
  const book = bind(sheets);
  const findings = inOrder([...form, ...checkLinks(book)]);
  if (findings.some(isError)) return { findings };
  const playbook = assemble(book, digest);
  if (playbook) return { playbook, book, findings };
  const large = error(
    "SR209",
    book.routes.place(["routes"], "key"),
    "The decision table is too large to compile",
    "Use fewer facts in a route, or put facts that decide most further up.",
  );
  return { findings: inOrder([...findings, large]) };
}
