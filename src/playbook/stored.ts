import type { Signal } from "../reading/automaton.js";
import type { Playbook } from "./types.js";

/** Counts up when the form changes. */
const FORM = 5;
/** Tables are stored as they stand in memory, so a machine of the other kind must read the YAML. */
const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
export const ALIGNED = 8;

/** Lists of which a run needs a few items only, and what of each item is needed to choose. */
export const LISTS = {
  teams: ["id", "executive"],
  channels: ["id", "teams", "marketplaces", "status"],
  issues: ["id"],
  routes: ["id", "when", "team"],
  outlines: ["id"],
} as const;
export type List = keyof typeof LISTS;
/** Parts that few runs need, where a playbook has them. */
export const RARE = ["refusals", "review"] as const;
/** What tables belong to. */
export type Owner = "diagram" | "automaton" | "votes";
export const LISTED = Object.keys(LISTS) as List[];

export const TABLES = { Int32Array, Int16Array, Uint32Array, Uint16Array, Uint8Array, Float64Array } as const;
export type Kind = keyof typeof TABLES;
export type Table = InstanceType<(typeof TABLES)[Kind]>;

export type Item = Readonly<Record<string, unknown>>;
/** A part of the file: where it begins and how many numbers or bytes it has. */
export type Span = readonly [at: number, length: number];

export interface Head {
  readonly form: number;
  readonly digest: string;
  /** Bytes behind the line. */
  readonly size: number;
  /** All that is small. */
  readonly plain: Omit<Playbook, List | Owner | (typeof RARE)[number]>;
  readonly diagram: Item;
  readonly automaton: Item;
  readonly votes?: Item;
  readonly tables: readonly (readonly [owner: Owner, key: string, kind: Kind, ...span: Span])[];
  readonly lists: Readonly<Record<List, { readonly keys: readonly string[]; readonly items: readonly Item[] }>>;
  readonly bodies: Readonly<Record<List, Lines>>;
  /** The rare parts that there are. */
  readonly rare: { readonly names: readonly (typeof RARE)[number][]; readonly bodies: Lines };
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

/** Texts one after the other: where they begin and end, and the texts. */
export interface Lines {
  readonly ends: Span;
  readonly text: Span;
}

/** Numbers of a kind of signals. */
const KIND = 3;

/**
 * A stored playbook, if it was made from the very bytes that have this digest; null otherwise. Its tables are views on
 * `bytes`. With `lazily`, the items of long lists are read when they are asked for: right for who looks up a few
 * fields, not for who copies whole items.
 */
export function unpack(bytes: Uint8Array, digest: string, lazily = false): Playbook | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = all.indexOf(10);
  if (!LITTLE || end < 0 || all.byteOffset % ALIGNED !== 0) return null;
  const line = all.toString("latin1", 0, end);
  if (!line.startsWith(start(digest))) return null;
  try {
    return opened(JSON.parse(line) as Head, all, end + 1, lazily);
  } catch {
    return null;
  }
}

/** How the line begins that a stored playbook begins with. */
export const start = (digest: string): string => `{"form":${FORM},"digest":${JSON.stringify(digest)},`;

function opened(head: Head, all: Buffer, from: number, lazily: boolean): Playbook {
  if (from % ALIGNED !== 0 || all.length !== from + head.size) throw new Error("Not all of it is there");
  const table = <K extends Kind>(kind: K, [at, length]: Span) =>
    new TABLES[kind](all.buffer as ArrayBuffer, all.byteOffset + from + at, length) as InstanceType<(typeof TABLES)[K]>;
  const list = <T>(length: number, read: (i: number) => T) =>
    lazily ? onDemand(length, read) : Array.from({ length }, (_, i) => read(i));
  /** How many lines there are, and how to read one. */
  const lines = ({ ends, text: [at] }: Lines): [number, (i: number) => string] => {
    const end = table("Int32Array", ends);
    const start = from + at;
    const read = (i: number) =>
      all.toString("utf8", start + (i === 0 ? 0 : (end[i - 1] as number)), start + (end[i] as number));
    return [end.length, read];
  };
  const owned = { diagram: { ...head.diagram }, automaton: { ...head.automaton }, votes: { ...head.votes } };
  for (const [owner, key, kind, at, length] of head.tables)
    Object.assign(owned[owner], { [key]: table(kind, [at, length]) });
  const [kindOf, kinds] = [table("Int32Array", head.kindOf), table("Int32Array", head.kinds)];
  const weights = table("Float64Array", head.weights);
  const [count, phrase] = lines(head.phrases);
  const signal = (i: number): Signal => {
    const kind = kindOf[i] as number;
    const name = (part: number) => head.names[kinds[KIND * kind + part] as number] as string;
    return { fact: name(0), value: name(1), phrase: phrase(i), weight: weights[kind] as number, lang: name(2) };
  };
  const lists = LISTED.map((name) => {
    const [length, body] = lines(head.bodies[name]);
    const read = (i: number) => JSON.parse(body(i)) as Item;
    return [name, lazily ? shelved(head.lists[name], read) : Array.from({ length }, (_, i) => read(i))];
  });
  const automaton = { ...owned.automaton, terms: list(...lines(head.terms)), signals: list(count, signal) };
  const { diagram, votes } = owned;
  const playbook = {
    ...head.plain,
    ...Object.fromEntries(lists),
    diagram,
    automaton,
    ...(head.votes && { votes }),
  } as Playbook;
  const [, rare] = lines(head.rare.bodies);
  head.rare.names.forEach((name, i) => {
    once(playbook, name, () => JSON.parse(rare(i)), lazily);
  });
  return playbook;
}

/** A part that is made at once, or when it is asked for. */
function once(owner: object, name: string, make: () => unknown, lazily: boolean): void {
  if (!lazily) {
    Object.assign(owner, { [name]: make() });
    return;
  }
  let made: unknown;
  const get = () => {
    made ??= make();
    return made;
  };
  Object.defineProperty(owner, name, { enumerable: true, get });
}

/** A list whose items are read when they are asked for. */
function onDemand<T>(length: number, read: (i: number) => T): T[] {
  const isPlace = (key: string | symbol): key is string =>
    typeof key === "string" && Number(key) < length && Number.isInteger(Number(key));
  return new Proxy(new Array<T>(length), {
    has: (all, key) => isPlace(key) || key in all,
    get(all, key) {
      if (!isPlace(key)) return Reflect.get(all, key);
      const i = Number(key);
      all[i] ??= read(i);
      return all[i];
    },
  });
}

/** Items that know what is needed to choose one, and read the rest when it is asked for. */
function shelved({ keys, items }: Head["lists"][List], read: (i: number) => Item): Item[] {
  const whole: Item[] = [];
  const item = {};
  for (const key of keys)
    Object.defineProperty(item, key, {
      get(this: Item): unknown {
        const i = all.indexOf(this);
        whole[i] ??= read(i);
        return (whole[i] as Item)[key];
      },
    });
  const all = items.map((own) => {
    const made = Object.create(item) as Item;
    for (const key of Object.keys(own)) Object.defineProperty(made, key, { value: own[key], enumerable: true });
    return made;
  });
  return all;
}
