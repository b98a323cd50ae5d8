import { Exit, Refusal } from "../exit.js";
import type { Automaton, Signal } from "../reading/automaton.js";
import type { Votes } from "../reading/votes.js";
import type { World } from "../world.js";
import { isError } from "./finding.js";
import { inFolder, readSchemas, readSource } from "./source.js";
import type { Playbook } from "./types.js";

/** Counts up when a stored playbook's form changes. */
const FORM = 5;
const head = (digest: string): string => `{"form":${FORM},"digest":${JSON.stringify(digest)},"playbook":`;

/** A playbook as a build stores it: JSON, with the digest in front. */
export function pack(playbook: Playbook): string {
  return `${head(playbook.digest)}${JSON.stringify({ ...playbook, automaton: packed(playbook.automaton), ...(playbook.votes && { votes: packedVotes(playbook.votes) }) })}}\n`;
}

/** A stored playbook, if it was made from the very bytes that have this digest; null otherwise. */
export function unpack(text: string, digest: string): Playbook | null {
  if (!text.startsWith(head(digest))) return null;
  try {
    const { playbook } = JSON.parse(text) as { playbook: Stored };
    const { automaton, votes, ...rest } = playbook;
    return { ...rest, automaton: unpacked(automaton), ...(votes && { votes: unpackedVotes(votes) }) };
  } catch {
    return null;
  }
}

interface Stored extends Omit<Playbook, "automaton" | "votes"> {
  readonly automaton: Packed;
  readonly votes?: PackedVotes;
}

interface PackedVotes extends Pick<Votes, "targets"> {
  readonly first: string;
  readonly votes: string;
}

const packedVotes = ({ targets, first, votes }: Votes): PackedVotes => ({
  targets,
  first: base64(first),
  votes: base64(votes),
});
const unpackedVotes = ({ targets, first, votes }: PackedVotes): Votes => ({
  targets,
  first: numbersIn(first),
  votes: numbersIn(votes),
});

/** An automaton in few long strings: its tables as base64, its signals by what they share. */
interface Packed extends Pick<Automaton, "negators" | "brief"> {
  readonly terms: string;
  readonly phrases: string;
  /** Fact, value, weight and language that signals share, and for each signal which of them. */
  readonly kinds: readonly Omit<Signal, "phrase">[];
  readonly kindOf: string;
  readonly tables: readonly string[];
  readonly wait: string;
}

/** Tables of numbers, in the order in which they are stored. */
const TABLES = [
  "vocabulary",
  "firstStart",
  "starts",
  "firstLate",
  "late",
  "firstNext",
  "next",
  "firstEnd",
  "ends",
  "patterns",
] as const;

const base64 = (table: Int32Array | Uint8Array) =>
  Buffer.from(table.buffer, table.byteOffset, table.byteLength).toString("base64");

const bytesIn = (text = "") => Uint8Array.from(Buffer.from(text, "base64"));
const numbersIn = (text: string | undefined) => new Int32Array(bytesIn(text).buffer);

function packed({ signals, terms, negators, brief, ...tables }: Automaton): Packed {
  const kinds = new Map<string, number>();
  const kindOf = signals.map(({ phrase: _, ...kind }) => {
    const key = JSON.stringify(kind);
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    return kinds.get(key) as number;
  });
  return {
    terms: terms.join("\n"),
    phrases: signals.map((signal) => signal.phrase.replaceAll("\n", " ")).join("\n"),
    kinds: [...kinds.keys()].map((key) => JSON.parse(key)),
    kindOf: base64(Int32Array.from(kindOf)),
    tables: TABLES.map((name) => base64(tables[name])),
    wait: base64(tables.wait),
    negators,
    brief,
  };
}

function unpacked({ terms, phrases, kinds, kindOf, tables, wait, negators, brief }: Packed): Automaton {
  const which = numbersIn(kindOf);
  const lines = phrases === "" ? [] : phrases.split("\n");
  return {
    signals: lines.map((phrase, i) => ({ ...(kinds[which[i] as number] as Omit<Signal, "phrase">), phrase })),
    terms: terms === "" ? [] : terms.split("\n"),
    ...(Object.fromEntries(TABLES.map((name, i) => [name, numbersIn(tables[i])])) as Record<
      (typeof TABLES)[number],
      Int32Array
    >),
    wait: bytesIn(wait),
    negators,
    brief,
  };
}

/**
 * The playbook in `folder`, or the one that ships with the program: its stored form where nobody has edited it.
 * Any other is read, checked against the program's own schemas, and refused where it has errors.
 */
export async function openPlaybook(world: Shelf, folder: string | undefined): Promise<Playbook> {
  const [source, stored] = await Promise.all([
    readSource(folder ?? world.data, world.files),
    folder === undefined && world.compiled !== null ? readText(world, world.compiled) : null,
  ]);
  const known = stored === null ? null : unpack(stored, source.digest);
  if (known) return known;

  const { linkSource } = await import("./load.js");
  const loaded = await linkSource(source, await readSchemas(inFolder(world.data, "schema"), world.files), world.files);
  if ("playbook" in loaded) return loaded.playbook;
  const [first, ...others] = loaded.findings.filter(isError);
  if (first === undefined) throw new Error("A playbook without errors was refused");
  const rest = others.length > 0 ? `There ${others.length > 1 ? "are" : "is"} ${others.length} more.` : undefined;
  const hint = [first.hint, rest, `See seller-route check ${source.folder}`]
    .filter((part) => part !== undefined)
    .join(" ");
  throw new Refusal(`${first.file}:${first.line}:${first.column}: ${first.message}`, { hint, exit: Exit.playbook });
}

/** Where playbooks are found. */
type Shelf = Pick<World, "files" | "data" | "compiled">;

const readText = async (world: Pick<World, "files">, path: string): Promise<string | null> =>
  world.files.read(path).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
