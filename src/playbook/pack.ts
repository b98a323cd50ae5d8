import type { Signal } from "../reading/automaton.js";
import type { Shelf } from "./lazy.js";
import {
  ALIGNED,
  type Front,
  type Head,
  type Item,
  LINE,
  LISTED,
  LISTS,
  type Lines,
  type List,
  type Owner,
  RARE,
  RARES,
  type Span,
  start,
} from "./stored.js";
import type { Kind, Table } from "./tables.js";
import type { Playbook } from "./types.js";

/**
 * A playbook as a build stores it: a line that says what it is and how long its parts are; JSON that tells where
 * everything stands; tables as they stand in memory, and the words that every run compares; last the texts, of which a
 * run needs a few.
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
  const { names, kinds, weights, kindOf } = kindsOf(signals);
  const rare = RARES.filter((name) => playbook[name] !== undefined);
  const lists = { teams, channels, issues, routes, outlines } as unknown as Record<List, readonly Item[]>;
  const of = <T>(make: (list: List) => T) => Object.fromEntries(LISTED.map((list) => [list, make(list)])) as never;
  const head: Head = {
    plain,
    diagram: flat("diagram", diagram),
    automaton: flat("automaton", rest),
    ...(votes && { votes: flat("votes", votes) }),
    tables,
    names,
    kinds: file.table(kinds),
    weights: file.table(weights),
    kindOf: file.table(kindOf),
    terms: file.lines(terms, file.near),
    lists: of((list) => shelf(lists[list], LISTS[list])),
    bodies: of((list) => file.lines(lists[list].map((item) => JSON.stringify(item)))),
    rare: {
      names: rare,
      shelves: rare.map((name) => shelf([playbook[name] as unknown as Item], RARE[name])),
      bodies: file.lines(rare.map((name) => JSON.stringify(playbook[name]))),
    },
    phrases: file.lines(signals.map((signal) => signal.phrase)),
  };
  return file.behind(playbook.digest, JSON.stringify(head));
}

/** Signals by kind: what all of a kind share, by the numbers of names, and of each signal the number of its kind. */
function kindsOf(signals: readonly Signal[]): {
  readonly names: readonly string[];
  readonly kinds: Table;
  readonly weights: Table;
  readonly kindOf: Table;
} {
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
  return {
    names: [...names.known.keys()],
    kinds: Int32Array.from(shared),
    weights: Float64Array.from(weights),
    kindOf,
  };
}

/** What there is of items, and of each what is `known` before it is read. */
const shelf = (items: readonly Item[], known: readonly string[]): Shelf => ({
  keys: [...new Set(items.flatMap(Object.keys))],
  items: items.map((item) => Object.fromEntries(known.map((key) => [key, item[key]]))),
});

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

/** Bytes one after the other, each where a view can begin. */
class Row {
  size = 0;
  readonly bytes: Uint8Array[] = [];

  add(bytes: Uint8Array): number {
    const at = this.size;
    const gap = padding(bytes.length);
    this.bytes.push(bytes, new Uint8Array(gap));
    this.size += bytes.length + gap;
    return at;
  }
}

/** The parts of a file: those that are read with its head, and those that are read when they are asked for. */
class Parts {
  readonly near = new Row();
  readonly far = new Row();

  table(table: Table): Span {
    return [this.near.add(new Uint8Array(table.buffer, table.byteOffset, table.byteLength)), table.length];
  }

  lines(lines: readonly string[], row = this.far): Lines {
    let end = 0;
    const ends = Int32Array.from(lines, (line) => {
      end += Buffer.byteLength(line);
      return end;
    });
    return { ends: this.table(ends), at: row.add(Buffer.concat(lines.map((line) => Buffer.from(line)))) };
  }

  /** The file, behind its first line and a head that is filled up with blanks. */
  behind(digest: string, json: string): Uint8Array {
    const ascii = json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const head = ascii.padEnd(ascii.length + padding(ascii.length));
    const front: Front = { head: head.length, near: this.near.size, far: this.far.size };
    const line = `${start(digest)}${JSON.stringify(front).slice(1)}`.padEnd(LINE - 1);
    return Buffer.concat([Buffer.from(`${line}\n${head}`), ...this.near.bytes, ...this.far.bytes]);
  }
}

const padding = (length: number): number => (ALIGNED - (length % ALIGNED)) % ALIGNED;
