import type { Automaton, Signal } from "../reading/automaton.js";
import type { Playbook } from "./types.js";

/** Counts up when the form changes. */
const FORM = 3;
/** Tables are stored as they stand in memory, so a machine of the other kind must read the YAML. */
const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const ALIGNED = 8;

/** Lists of which a run needs a few items only, and what of each item is needed to choose. */
const LISTS = {
  teams: ["id", "executive"],
  channels: ["id", "teams", "marketplaces", "status"],
  issues: ["id"],
  routes: ["id", "when", "team"],
  outlines: ["id"],
} as const;
type List = keyof typeof LISTS;
const LISTED = Object.keys(LISTS) as List[];

const TABLES = { Int32Array, Uint32Array, Uint16Array, Uint8Array, Float64Array } as const;
type Kind = keyof typeof TABLES;
type Table = InstanceType<(typeof TABLES)[Kind]>;

type Item = Readonly<Record<string, unknown>>;
/** A part of the file: where it begins and how many numbers or bytes it has. */
type Span = readonly [at: number, length: number];

interface Head {
  readonly form: number;
  readonly digest: string;
  /** Bytes behind the line. */
  readonly size: number;
  /** All that is small. */
  readonly plain: Omit<Playbook, List | "automaton" | "diagram">;
  readonly diagram: Item;
  readonly automaton: Item;
  readonly tables: readonly (readonly [owner: "diagram" | "automaton", key: string, kind: Kind, ...span: Span])[];
  readonly lists: Readonly<Record<List, { readonly keys: readonly string[]; readonly items: readonly Item[] }>>;
  readonly bodies: Readonly<Record<List, readonly Span[]>>;
  readonly terms: Span;
  readonly phrases: Span;
  /** What signals share, and for each signal which of these. */
  readonly kinds: readonly Omit<Signal, "phrase">[];
  readonly kindOf: Span;
}

/**
 * A playbook as a build stores it: a line of JSON that tells where everything stands, then tables as they stand in
 * memory, and texts.
 */
export function pack(playbook: Playbook): Uint8Array {
  const { diagram, automaton, teams, channels, issues, routes, outlines, ...plain } = playbook;
  const { signals, terms, ...rest } = automaton;
  const file = new Parts();
  const tables: Head["tables"][number][] = [];
  const flat = (owner: "diagram" | "automaton", all: object): Item => {
    const entries = Object.entries(all).filter(([key, value]) => {
      if (!ArrayBuffer.isView(value)) return true;
      tables.push([owner, key, value.constructor.name as Kind, ...file.table(value as Table)]);
      return false;
    });
    return Object.fromEntries(entries);
  };
  const kinds = new Map<string, number>();
  const kindOf = Int32Array.from(signals, ({ phrase: _, ...kind }) => {
    const key = JSON.stringify(kind);
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    return kinds.get(key) as number;
  });
  const lists = { teams, channels, issues, routes, outlines } as unknown as Record<List, readonly Item[]>;
  const of = <T>(make: (list: List) => T) => Object.fromEntries(LISTED.map((list) => [list, make(list)])) as never;
  const head: Omit<Head, "form" | "digest" | "size"> = {
    plain,
    diagram: flat("diagram", diagram),
    automaton: flat("automaton", rest),
    tables,
    kinds: [...kinds.keys()].map((key) => JSON.parse(key)),
    kindOf: file.table(kindOf),
    terms: file.text(terms.join("\n")),
    lists: of((list) => ({
      keys: [...new Set(lists[list].flatMap(Object.keys))],
      items: lists[list].map((item) => Object.fromEntries(LISTS[list].map((key) => [key, item[key]]))),
    })),
    bodies: of((list) => lists[list].map((item) => file.text(JSON.stringify(item)))),
    phrases: file.text(signals.map((signal) => signal.phrase.replaceAll("\n", " ")).join("\n")),
  };
  return file.after(`${start(playbook.digest)}${JSON.stringify({ size: file.size, ...head }).slice(1)}`);
}

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

const start = (digest: string): string => `{"form":${FORM},"digest":${JSON.stringify(digest)},`;

function opened(head: Head, all: Buffer, from: number, lazily: boolean): Playbook {
  if (from % ALIGNED !== 0 || all.length !== from + head.size) throw new Error("Not all of it is there");
  const text = ([at, length]: Span) => all.toString("utf8", from + at, from + at + length);
  const lines = (span: Span) => (span[1] === 0 ? [] : text(span).split("\n"));
  const table = (kind: Kind, [at, length]: Span): Table =>
    new TABLES[kind](all.buffer as ArrayBuffer, all.byteOffset + from + at, length);
  const owned = { diagram: { ...head.diagram }, automaton: { ...head.automaton } } as Record<string, object>;
  for (const [owner, key, kind, at, length] of head.tables)
    Object.assign(owned[owner] as object, { [key]: table(kind, [at, length]) });
  const kindOf = table("Int32Array", head.kindOf);
  const phrases = lines(head.phrases);
  const lists = LISTED.map((list) => {
    const bodies = head.bodies[list];
    const read = (i: number) => JSON.parse(text(bodies[i] as Span)) as Item;
    return [list, lazily ? shelved(head.lists[list], read) : bodies.map((_, i) => read(i))];
  });
  const automaton = {
    ...owned.automaton,
    terms: lines(head.terms),
    signals: phrases.map((phrase, i) => ({ ...(head.kinds[kindOf[i] as number] as Signal), phrase })),
  } as unknown as Automaton;
  return { ...head.plain, ...Object.fromEntries(lists), diagram: owned.diagram, automaton } as Playbook;
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

/** The parts of a file, one after the other, tables where a view on them can begin. */
class Parts {
  size = 0;
  private readonly parts: Uint8Array[] = [];

  table(table: Table): Span {
    return [this.add(new Uint8Array(table.buffer, table.byteOffset, table.byteLength)), table.length];
  }

  text(text: string): Span {
    const bytes = Buffer.from(text);
    return [this.add(bytes), bytes.length];
  }

  /** The file, behind a line that is filled up with blanks. */
  after(line: string): Uint8Array {
    const ascii = line.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const blanks = " ".repeat(padding(ascii.length + 1));
    return Buffer.concat([Buffer.from(`${ascii}${blanks}\n`), ...this.parts]);
  }

  private add(bytes: Uint8Array): number {
    const at = this.size;
    const gap = padding(bytes.length);
    this.parts.push(bytes, new Uint8Array(gap));
    this.size += bytes.length + gap;
    return at;
  }
}

const padding = (length: number): number => (ALIGNED - (length % ALIGNED)) % ALIGNED;
