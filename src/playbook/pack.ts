import {
  ALIGNED,
  type Head,
  type Item,
  type Kind,
  LISTED,
  LISTS,
  type Lines,
  type List,
  type Owner,
  RARE,
  type Span,
  start,
  type Table,
} from "./stored.js";
import type { Playbook } from "./types.js";

/**
 * A playbook as a build stores it: a line of JSON that tells where everything stands, then tables as they stand in
 * memory, and texts.
 */
export function pack(playbook: Playbook): Uint8Array {
  const {
    diagram,
    automaton,
    votes,
    refusals: _,
    review: __,
    teams,
    channels,
    issues,
    routes,
    outlines,
    ...plain
  } = playbook;
  const { signals, terms, ...rest } = automaton;
  const file = new Parts();
  const tables: Head["tables"][number][] = [];
  const flat = (owner: Owner, all: object): Item => {
    const entries = Object.entries(all).filter(([key, value]) => {
      if (!ArrayBuffer.isView(value)) return true;
      tables.push([owner, key, value.constructor.name as Kind, ...file.table(value as Table)]);
      return false;
    });
    return Object.fromEntries(entries);
  };
  const [names, kinds] = [new Numbers(), new Numbers()];
  const [shared, weights]: [number[], number[]] = [[], []];
  const kindOf = Int32Array.from(signals, ({ fact, value, lang, weight }) => {
    const known = kinds.size;
    const own = [fact, value, lang].map((name) => names.of(name));
    const kind = kinds.of(`${own} ${weight}`);
    if (kind === known) {
      shared.push(...own);
      weights.push(weight);
    }
    return kind;
  });
  const rare = RARE.filter((name) => playbook[name] !== undefined);
  const lists = { teams, channels, issues, routes, outlines } as unknown as Record<List, readonly Item[]>;
  const of = <T>(make: (list: List) => T) => Object.fromEntries(LISTED.map((list) => [list, make(list)])) as never;
  const head: Omit<Head, "form" | "digest" | "size"> = {
    plain,
    diagram: flat("diagram", diagram),
    automaton: flat("automaton", rest),
    ...(votes && { votes: flat("votes", votes) }),
    tables,
    names: [...names.known.keys()],
    kinds: file.table(Int32Array.from(shared)),
    weights: file.table(Float64Array.from(weights)),
    kindOf: file.table(kindOf),
    terms: file.lines(terms),
    lists: of((list) => ({
      keys: [...new Set(lists[list].flatMap(Object.keys))],
      items: lists[list].map((item) => Object.fromEntries(LISTS[list].map((key) => [key, item[key]]))),
    })),
    bodies: of((list) => file.lines(lists[list].map((item) => JSON.stringify(item)))),
    rare: { names: rare, bodies: file.lines(rare.map((name) => JSON.stringify(playbook[name]))) },
    phrases: file.lines(signals.map((signal) => signal.phrase)),
  };
  return file.after(`${start(playbook.digest)}${JSON.stringify({ size: file.size, ...head }).slice(1)}`);
}

/** Things numbered in the order in which they come up. */
class Numbers {
  readonly known = new Map<string, number>();

  get size(): number {
    return this.known.size;
  }

  of(name: string): number {
    const found = this.known.get(name) ?? this.known.size;
    this.known.set(name, found);
    return found;
  }
}

/** The parts of a file, one after the other, tables where a view on them can begin. */
class Parts {
  size = 0;
  private readonly parts: Uint8Array[] = [];

  table(table: Table): Span {
    return [this.add(new Uint8Array(table.buffer, table.byteOffset, table.byteLength)), table.length];
  }

  private text(bytes: Uint8Array): Span {
    return [this.add(bytes), bytes.length];
  }

  lines(lines: readonly string[]): Lines {
    let end = 0;
    const ends = Int32Array.from(lines, (line) => {
      end += Buffer.byteLength(line);
      return end;
    });
    return { ends: this.table(ends), text: this.text(Buffer.concat(lines.map((line) => Buffer.from(line)))) };
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
