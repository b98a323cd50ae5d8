import { Refusal } from "../exit.js";
import type { Files } from "../world.js";
import { error, type Finding, isError } from "./finding.js";
import { joined } from "./folder.js";
import { type Kind, layOut } from "./layout.js";
import { suggest } from "./nearest.js";
import { overlay } from "./overlay.js";
import type { Sheet } from "./parse.js";
import type { RawPlaybook } from "./raw.js";
import { unknownRemovals } from "./removal.js";
import { shape } from "./shape.js";
import { digestOf, readSource, type Schemas, type Source } from "./source.js";

/** A playbook together with those that it extends. */
export interface Layered {
  /** All sheets but cases; none where there are errors. */
  readonly sheets: readonly Sheet[];
  /** The digest of all bytes that these come from. */
  readonly digest: string;
  readonly findings: readonly Finding[];
}

/** Playbooks over one another that are read. */
const DEEPEST = 16;

/**
 * Reads a source's sheets, and those of the playbook that its `extends` names, if any: a folder, or "shipped", which is
 * the playbook that the schemas belong to.
 */
export async function readLayers(
  source: Source,
  schemas: Schemas,
  files: Files,
  above: readonly string[] = [],
): Promise<Layered> {
  const { entries, findings: astray } = layOut(source);
  const { sheets, findings: form } = await shape(
    entries.filter((entry) => entry.kind !== "cases"),
    schemas,
  );
  const playbook = sheets.find((sheet) => sheet.kind === "playbook") as Sheet<RawPlaybook> | undefined;
  const base = playbook?.value.extends;
  // What is not there comes from the base; whether there is one is not known before playbook.yaml can be read.
  const unread = entries.some((entry) => entry.kind === "playbook") && playbook === undefined;
  const elsewhere = unread || base !== undefined;
  const findings = [...astray.filter(({ code }) => !elsewhere || code !== "SR101"), ...form];
  if (!playbook || base === undefined)
    return { sheets, digest: source.digest, findings: [...findings, ...(unread ? [] : incomplete(sheets))] };
  const folder = base === "shipped" ? parent(schemas.folder) : joined(source.folder, base);
  const way = [...above, joined(".", source.folder)];
  const below = await open(folder, schemas, files, way);
  if (typeof below === "string") {
    return { sheets: [], digest: source.digest, findings: [...findings, error(...fault(below, playbook, folder))] };
  }
  const digest = digestOf([
    { name: "", bytes: new TextEncoder().encode(below.digest) },
    { name: "over", bytes: new TextEncoder().encode(source.digest) },
  ]);
  const all = [...below.findings, ...findings];
  if (all.some(isError)) return { sheets: [], digest, findings: all };
  const idle = [...unknownRemovals(below.sheets, playbook)].map(({ kind, id, known, path }) =>
    error("SR216", playbook.place(path), `There is no ${kind} "${id}" to remove`, suggest(id, known)),
  );
  const both = overlay(below.sheets, sheets);
  return { sheets: both, digest, findings: [...all, ...idle, ...incomplete(both)] };
}

/** Keys that a playbook needs, and one that is laid over another may leave to it. */
const WHOLE: Partial<Readonly<Record<Kind, Readonly<Record<string, string>>>>> = {
  lexicon: { groups: "Word groups; a phrase names one as @group.", negators: "Words that negate what follows." },
  review: {
    groups: "Word groups of the phrases here.",
    marks: "Words that the build of a letter is known by.",
    parts: "Parts that letters need.",
    rules: "What gets letters refused.",
  },
};

/** Keys that a whole playbook's files lack. */
const incomplete = (sheets: readonly Sheet[]): Finding[] =>
  sheets.flatMap((sheet) =>
    Object.entries(WHOLE[sheet.kind] ?? {})
      .filter(([key]) => !Object.hasOwn(sheet.value as object, key))
      .map(([key, hint]) => error("SR112", sheet.place([], "key"), `The file: "${key}" is missing`, hint)),
  );

/** The base's layers, or why there are none. */
async function open(folder: string, schemas: Schemas, files: Files, way: readonly string[]) {
  if (way.includes(joined(".", folder)) || way.length > DEEPEST) return "circle";
  try {
    return await readLayers(await readSource(folder, files), schemas, files, way);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function fault(why: string, playbook: Sheet, folder: string): Parameters<typeof error> {
  const at = playbook.place(["extends"]);
  if (why === "circle") return ["SR215", at, `extends goes in a circle: it leads back to ${folder}`, "Take one out."];
  return ["SR214", at, `extends leads nowhere: ${why}`, 'Name a folder as seen from this one, or write "shipped".'];
}

const parent = (folder: string): string => folder.replace(/[/\\]?[^/\\]+[/\\]*$/, "") || ".";
