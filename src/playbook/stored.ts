import type { Signal } from "../reading/automaton.js";
import type { Parts } from "../world.js";
import { once, onDemand, type Shelf, shelved } from "./lazy.js";
import { type Kind, TABLES } from "./tables.js";
import type { Playbook } from "./types.js";

/** Counts up when the form changes. */
const FORM = 9;
/** Tables are stored as they stand in memory, so a machine of the other kind must read the YAML. */
const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
export const ALIGNED = 8;
/** Bytes of the first line. */
export const LINE = 192;

/** Lists of which a run needs a few items only, and what of each item is needed to choose. */
export const LISTS = {
  teams: ["id", "name", "executive"],
  channels: ["id", "teams", "marketplaces", "status"],
  issues: ["id", "stake", "follows"],
  routes: ["id", "when", "team"],
  outlines: ["id"],
} as const;
export type List = keyof typeof LISTS;
/** Parts that few runs need, where a playbook has them, and what of each is needed to know whether it is. */
export const RARE = { refusals: ["when", "used", "first"], review: [] } as const;
type Rare = keyof typeof RARE;
export const RARES = Object.keys(RARE) as Rare[];
/** What tables belong to. */
export type Owner = "diagram" | "automaton" | "votes";
export const LISTED = Object.keys(LISTS) as List[];

export type Item = Readonly<Record<string, unknown>>;
/** A part of the file: where it begins and how many numbers or bytes it has. */
export type Span = readonly [at: number, length: number];

/** How many bytes stand behind the first line: the head, what is read with it, and what is read when it is asked for. */
export interface Front {
  readonly head: number;
  readonly near: number;
  readonly far: number;
}

export interface Head {
  /** All that is small. */
  readonly plain: Omit<Playbook, List | Owner | Rare>;
  readonly diagram: Item;
  readonly automaton: Item;
  readonly votes?: Item;
  readonly tables: readonly (readonly [owner: Owner, key: string, kind: Kind, ...span: Span])[];
  readonly lists: Readonly<Record<List, Shelf>>;
  readonly bodies: Readonly<Record<List, Lines>>;
  /** The rare parts that there are. */
  readonly rare: { readonly names: readonly Rare[]; readonly shelves: readonly Shelf[]; readonly bodies: Lines };
  readonly terms: Lines;
  readonly phrases: Lines;
  /** Facts, values and languages that signals name. */
  readonly names: readonly string[];
  /** What signals share: the places of fact, value and language in `names`, and the weight of each such kind. */
  readonly kinds: Span;
  readonly weights: Span;
  /** The kind of each signal. */
  readonly kindOf: Span;
}

/** Texts one after the other: where they end, and where the first begins. */
export interface Lines {
  readonly ends: Span;
  readonly at: number;
}

/** Numbers of a kind of signals. */
const KIND = 3;

/**
 * A stored playbook, if it was made from the very bytes that have this digest; null otherwise. Its tables are views on
 * what is read. What is lazy is read when it is asked for, and the file must stay as it is until then.
 */
export function unpack(file: Parts, digest: string, lazy: Lazy = "nothing"): Playbook | null {
  try {
    const line = latin(file.read(0, LINE));
    return LITTLE && line.startsWith(start(digest)) ? opened(JSON.parse(line) as Front, file, lazy) : null;
  } catch {
    return null;
  }
}

/**
 * What is read when it is asked for: the words that texts are read by, for who reads a few texts; and all long lists,
 * for who looks up a few fields and does not copy whole items.
 */
export type Lazy = "nothing" | "words" | "all";

/** A file whose bytes are there. */
export const whole = (bytes: Uint8Array): Parts => ({
  size: bytes.length,
  read: (at, length) => bytes.subarray(at, at + length),
});

/** How the line begins that a stored playbook begins with. */
export const start = (digest: string): string => `{"form":${FORM},"digest":${JSON.stringify(digest)},`;

const latin = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("latin1");

/** A signal that reads its phrase when it is asked for, as only who explains a reading does. */
class Met implements Signal {
  readonly fact: string;
  readonly value: string;
  readonly weight: number;
  readonly lang: string;
  readonly #at: number;
  readonly #read: (i: number) => string;

  constructor(fact: string, value: string, weight: number, lang: string, at: number, read: (i: number) => string) {
    this.fact = fact;
    this.value = value;
    this.weight = weight;
    this.lang = lang;
    this.#at = at;
    this.#read = read;
  }

  get phrase(): string {
    return this.#read(this.#at);
  }
}

/** What stands in a file behind its first line: its head, and how to make tables and to read lines. */
function storeOf(front: Front, file: Parts) {
  const far = LINE + front.head + front.near;
  if (file.size !== far + front.far) throw new Error("Not all of it is there");
  const { buffer, byteOffset, byteLength } = file.read(LINE, front.head + front.near);
  const near = Buffer.from(buffer, byteOffset, byteLength);
  if (near.byteOffset % ALIGNED !== 0) throw new Error("No view can begin there");
  const head = JSON.parse(near.toString("latin1", 0, front.head)) as Head;
  const table = <K extends Kind>(kind: K, [at, length]: Span) =>
    new TABLES[kind](near.buffer as ArrayBuffer, near.byteOffset + front.head + at, length) as InstanceType<
      (typeof TABLES)[K]
    >;
  /** How many lines there are, and how to read one; `apart` from what was read already. */
  const lines = ({ ends, at }: Lines, apart = true): [number, (i: number) => string] => {
    const end = table("Int32Array", ends);
    const read = (i: number) => {
      const start = i === 0 ? 0 : (end[i - 1] as number);
      const length = (end[i] as number) - start;
      const from = front.head + at + start;
      if (!apart) return near.toString("utf8", from, from + length);
      const { buffer, byteOffset } = file.read(far + at + start, length);
      return Buffer.from(buffer, byteOffset, length).toString();
    };
    return [end.length, read];
  };
  return { head, table, lines };
}

function opened(front: Front, file: Parts, lazy: Lazy): Playbook {
  const store = storeOf(front, file);
  const { head, table, lines } = store;
  const list = <T>(length: number, read: (i: number) => T) =>
    lazy === "nothing" ? Array.from({ length }, (_, i) => read(i)) : onDemand(length, read);
  const owned = { diagram: { ...head.diagram }, automaton: { ...head.automaton }, votes: { ...head.votes } };
  for (const [owner, key, kind, at, length] of head.tables)
    Object.assign(owned[owner], { [key]: table(kind, [at, length]) });
  const lists = LISTED.map((name) => {
    const [length, body] = lines(head.bodies[name]);
    const read = (i: number) => JSON.parse(body(i)) as Item;
    return [name, lazy === "all" ? shelved(head.lists[name], read) : Array.from({ length }, (_, i) => read(i))];
  });
  const terms = list(...lines(head.terms, false));
  const signals = list(...signalsIn(store, lazy));
  const { diagram, votes } = owned;
  const playbook = {
    ...head.plain,
    ...Object.fromEntries(lists),
    diagram,
    automaton: { ...owned.automaton, terms, signals },
    ...(head.votes && { votes }),
  } as Playbook;
  const [, rare] = lines(head.rare.bodies);
  head.rare.names.forEach((name, i) => {
    const read = () => JSON.parse(rare(i));
    const known = head.rare.shelves[i] as Shelf;
    once(playbook, name, () => (lazy === "all" ? shelved(known, read)[0] : read()), lazy === "all");
  });
  return playbook;
}

/** How many signals there are, and how to make one of what its kind shares and its own phrase. */
function signalsIn({ head, table, lines }: ReturnType<typeof storeOf>, lazy: Lazy): [number, (i: number) => Signal] {
  const [kindOf, kinds] = [table("Int32Array", head.kindOf), table("Int32Array", head.kinds)];
  const weights = table("Float64Array", head.weights);
  const [count, phrase] = lines(head.phrases);
  const signal = (i: number): Signal => {
    const kind = kindOf[i] as number;
    const name = (part: number) => head.names[kinds[KIND * kind + part] as number] as string;
    if (lazy !== "nothing") return new Met(name(0), name(1), weights[kind] as number, name(2), i, phrase);
    return { fact: name(0), value: name(1), weight: weights[kind] as number, lang: name(2), phrase: phrase(i) };
  };
  return [count, signal];
}
