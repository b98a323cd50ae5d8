// Over 200 lines: one list of notes, and all the looks into it that share its tables.
import { type Automaton, Pattern } from "./automaton.js";

/** A signal found in a text. Positions are UTF-16 units of the text as it was given; `negated` where a "not" stands before it. */
export interface Hit {
  readonly signal: number;
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

/** What was found in a text. One is enough for all texts. */
export class Finds {
  /** How many signals were found whole; below, in the order of the text. */
  length = 0;
  readonly signals: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly negated: Uint8Array;

  private readonly patterns: Int32Array;
  /** Note numbers for each pattern that was found, in the order of finding. */
  private readonly notes: Int32Array;
  private count = 0;
  /** By pattern: where its note stands, if it is one of this text. */
  private readonly noteOf: Int32Array;
  private readonly keys: Float64Array;
  /** Each time that a pattern was found: Time numbers. */
  private times = new Int32Array(256 * Time.size);
  private timesTold = 0;

  constructor({ signals, patterns }: Pick<Automaton, "signals" | "patterns">) {
    const count = patterns.length / Pattern.size;
    this.patterns = patterns;
    const { length } = signals;
    // In one piece: large ones are not filled with zeros before they are used, and a text uses little of it.
    const room = new ArrayBuffer(8 * length + 4 * (count * Note.size + count + 3 * length) + length);
    let from = 8 * length;
    const numbers = (length: number) => {
      const made = new Int32Array(room, from, length);
      from += made.byteLength;
      return made;
    };
    this.keys = new Float64Array(room, 0, length);
    this.notes = numbers(count * Note.size);
    this.noteOf = numbers(count);
    this.signals = numbers(length);
    this.starts = numbers(length);
    this.ends = numbers(length);
    this.negated = new Uint8Array(room, from, length);
  }

  clear(): void {
    this.count = 0;
    this.length = 0;
    this.timesTold = 0;
    // What a huge text took is given back by the next one.
    if (this.times.length > ROOM) this.times = new Int32Array(ROOM);
  }

  /** Notes where a pattern stands; where it first stands un-negated counts, or else where it first stands. */
  note(pattern: number, start: number, end: number, negated: number): void {
    const { notes, noteOf } = this;
    if (negated === 0 && this.timesTold < MOST_TIMES) this.tell(pattern, start, end);
    let at = noteOf[pattern] as number;
    if (this.isOf(pattern, at)) {
      if (negated === 1 || notes[at + Note.negated] === 0) return;
    } else {
      at = this.count++ * Note.size;
      noteOf[pattern] = at;
      notes[at + Note.pattern] = pattern;
      notes[at + Note.signal] = this.patterns[pattern * Pattern.size + Pattern.signal] as number;
      notes[at + Note.parts] = this.partsFrom(pattern);
    }
    notes[at + Note.start] = start;
    notes[at + Note.end] = end;
    notes[at + Note.negated] = negated;
  }

  private tell(pattern: number, start: number, end: number): void {
    let { times } = this;
    const at = this.timesTold++ * Time.size;
    if (at === times.length) {
      times = new Int32Array(2 * at);
      times.set(this.times);
      this.times = times;
    }
    times[at + Time.pattern] = pattern;
    times[at + Time.start] = start;
    times[at + Time.end] = end;
  }

  /** Each time that a signal of some kind was found un-negated, those of several parts left out. */
  every<T>(kind: (signal: number) => boolean, make: (signal: number, start: number, end: number) => T): T[] {
    const { times, patterns } = this;
    const found: T[] = [];
    for (let at = 0; at < this.timesTold * Time.size; at += Time.size) {
      const pattern = times[at + Time.pattern] as number;
      const signal = patterns[pattern * Pattern.size + Pattern.signal] as number;
      if (kind(signal) && this.partsFrom(pattern) === 1)
        found.push(make(signal, times[at + Time.start] as number, times[at + Time.end] as number));
    }
    return found;
  }

  /** Whether a note is one of this text, and of this pattern. */
  private isOf(pattern: number, at: number): boolean {
    return at < this.count * Note.size && this.notes[at + Note.pattern] === pattern;
  }

  /** Puts the signals of which every part was found in order; each stands where its first part does. */
  complete(): void {
    const { notes, noteOf, keys } = this;
    let length = 0;
    for (let at = 0; at < this.count * Note.size; at += Note.size) {
      const parts = notes[at + Note.parts] as number;
      const pattern = notes[at + Note.pattern] as number;
      if (parts === 1 || (parts > 1 && this.isWhole(pattern, parts)))
        keys[length++] = (notes[at + Note.start] as number) * PATTERNS + pattern;
    }
    this.length = length;
    sort(keys, length);
    for (let i = 0; i < length; i++) {
      const key = keys[i] as number;
      const start = Math.floor(key / PATTERNS);
      const pattern = key - start * PATTERNS;
      const at = noteOf[pattern] as number;
      this.signals[i] = notes[at + Note.signal] as number;
      this.starts[i] = start;
      this.ends[i] = notes[at + Note.end] as number;
      let not = notes[at + Note.negated] as number;
      for (let part = (notes[at + Note.parts] as number) - 1; part > 0; part--)
        if (!this.isAbsent(pattern + part)) not |= notes[(noteOf[pattern + part] as number) + Note.negated] as number;
      this.negated[i] = not;
    }
  }

  /** Puts what stands at one place at another one. */
  move(from: number, to: number): void {
    if (from === to) return;
    this.signals[to] = this.signals[from] as number;
    this.starts[to] = this.starts[from] as number;
    this.ends[to] = this.ends[from] as number;
    this.negated[to] = this.negated[from] as number;
  }

  hits(): Hit[] {
    return Array.from({ length: this.length }, (_, i) => ({
      signal: this.signals[i] as number,
      start: this.starts[i] as number,
      end: this.ends[i] as number,
      negated: this.negated[i] === 1,
    }));
  }

  /** Of how many parts the signal is made whose first part a pattern is; 0 for other parts. */
  private partsFrom(pattern: number): number {
    const { patterns } = this;
    const at = pattern * Pattern.size + Pattern.part;
    if (patterns[at] !== 0) return 0;
    let parts = 1;
    for (;;) {
      const next = patterns[at + parts * Pattern.size];
      if (next !== parts && next !== ~parts) return parts;
      parts++;
    }
  }

  private isAbsent(pattern: number): boolean {
    return (this.patterns[pattern * Pattern.size + Pattern.part] as number) < 0;
  }

  /** Whether all parts of a signal were found but those that must not be; they are patterns one after the other. */
  private isWhole(first: number, parts: number): boolean {
    for (let part = 1; part < parts; part++)
      if (this.isOf(first + part, this.noteOf[first + part] as number) === this.isAbsent(first + part)) return false;
    return true;
  }
}

/** What is known of a pattern that was found: its signal and of how many parts that is, where it stands, and whether it is negated. */
enum Note {
  pattern = 0,
  start = 1,
  end = 2,
  negated = 3,
  signal = 4,
  parts = 5,
  size = 6,
}

/** A time that a pattern was found: which one, and where. */
enum Time {
  pattern = 0,
  start = 1,
  end = 2,
  size = 3,
}

/** Of a text no more are kept: as many as a long letter has. */
const MOST_TIMES = 2 ** 16;
const ROOM = 2 ** 12 * Time.size;

/** More than there are patterns; text length times this stays below 2 ** 53. */
const PATTERNS = 2 ** 22;

/** Numbers that are almost in order are sorted sooner one by one, unless each has to move past more than so many. */
const NEAR = 32;

function sort(keys: Float64Array, length: number): void {
  let moves = NEAR * length;
  for (let i = 1; i < length; i++) {
    const key = keys[i] as number;
    let at = i;
    for (; at > 0 && (keys[at - 1] as number) > key; at--) keys[at] = keys[at - 1] as number;
    keys[at] = key;
    moves -= i - at;
    if (moves < 0) {
      keys.subarray(0, length).sort();
      return;
    }
  }
}
