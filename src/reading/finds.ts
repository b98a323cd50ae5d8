import { type Automaton, PATTERN } from "./automaton.js";

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
  /** By signal: of how many parts it is made. */
  private readonly parts: Uint8Array;
  /** NOTE numbers a pattern. */
  private readonly notes: Int32Array;
  private now = 0;
  private readonly noted: number[] = [];
  private count = 0;
  private readonly keys: Float64Array;

  constructor({ signals, patterns }: Pick<Automaton, "signals" | "patterns">) {
    const count = patterns.length / PATTERN.size;
    this.patterns = patterns;
    this.parts = new Uint8Array(signals.length);
    for (let at = 0; at < patterns.length; at += PATTERN.size) {
      const signal = patterns[at + PATTERN.signal] as number;
      this.parts[signal] = (this.parts[signal] as number) + 1;
    }
    this.notes = new Int32Array(count * NOTE.size);
    this.keys = new Float64Array(signals.length);
    [this.signals, this.starts, this.ends] = [0, 0, 0].map(() => new Int32Array(signals.length)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    this.negated = new Uint8Array(signals.length);
  }

  clear(): void {
    this.now++;
    this.count = 0;
    this.length = 0;
  }

  /** Whether a pattern was found un-negated, so that nothing changes any more. */
  isSettled(pattern: number): boolean {
    const at = pattern * NOTE.size;
    return this.notes[at + NOTE.text] === this.now && this.notes[at + NOTE.negated] === 0;
  }

  note(pattern: number, start: number, end: number, negated: boolean): void {
    const { notes } = this;
    const at = pattern * NOTE.size;
    if (notes[at + NOTE.text] === this.now) {
      if (negated) return;
    } else this.noted[this.count++] = pattern;
    notes[at + NOTE.text] = this.now;
    notes[at + NOTE.start] = start;
    notes[at + NOTE.end] = end;
    notes[at + NOTE.negated] = negated ? 1 : 0;
  }

  /** Puts the signals of which every part was found in order; each stands where its first part does. */
  complete(): void {
    const { patterns, noted, notes, keys } = this;
    let length = 0;
    for (let i = 0; i < this.count; i++) {
      const pattern = noted[i] as number;
      const at = pattern * PATTERN.size;
      if (patterns[at + PATTERN.part] !== 0) continue;
      const parts = this.parts[patterns[at + PATTERN.signal] as number] as number;
      if (parts === 1 || this.isWhole(pattern, parts))
        keys[length++] = (notes[pattern * NOTE.size + NOTE.start] as number) * PATTERNS + pattern;
    }
    this.length = length;
    sort(keys, length);
    for (let i = 0; i < length; i++) {
      const key = keys[i] as number;
      const start = Math.floor(key / PATTERNS);
      const pattern = key - start * PATTERNS;
      const signal = patterns[pattern * PATTERN.size + PATTERN.signal] as number;
      this.signals[i] = signal;
      this.starts[i] = start;
      this.ends[i] = notes[pattern * NOTE.size + NOTE.end] as number;
      const parts = this.parts[signal] as number;
      let not = 0;
      for (let part = 0; part < parts; part++) not |= notes[(pattern + part) * NOTE.size + NOTE.negated] as number;
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

  /** The parts of a signal are patterns one after the other. */
  private isWhole(first: number, parts: number): boolean {
    for (let part = 1; part < parts; part++)
      if (this.notes[(first + part) * NOTE.size + NOTE.text] !== this.now) return false;
    return true;
  }
}

/** What is known of a pattern: the text in which it was last found, where it stands there, and whether it is negated. */
const NOTE = { text: 0, start: 1, end: 2, negated: 3, size: 4 } as const;

/** More than there are patterns; text length times this stays below 2 ** 53. */
const PATTERNS = 2 ** 22;

/** So few numbers that are almost in order are sorted sooner one by one. */
const FEW = 256;

function sort(keys: Float64Array, length: number): void {
  if (length > FEW) {
    keys.subarray(0, length).sort();
    return;
  }
  for (let i = 1; i < length; i++) {
    const key = keys[i] as number;
    let at = i;
    for (; at > 0 && (keys[at - 1] as number) > key; at--) keys[at] = keys[at - 1] as number;
    keys[at] = key;
  }
}
