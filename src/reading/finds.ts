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
  /** By pattern: where it stands, and in which text it was last found. */
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly not: Uint8Array;
  private readonly text: Int32Array;
  private now = 0;
  private readonly noted: number[] = [];
  private notes = 0;
  private readonly keys: Float64Array;

  constructor({ signals, patterns }: Pick<Automaton, "signals" | "patterns">) {
    const count = patterns.length / PATTERN.size;
    this.patterns = patterns;
    [this.start, this.end, this.text] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    this.not = new Uint8Array(count);
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
    this.notes = 0;
    this.length = 0;
  }

  /** Whether a pattern was found un-negated, so that nothing changes any more. */
  isSettled(pattern: number): boolean {
    return this.text[pattern] === this.now && this.not[pattern] === 0;
  }

  note(pattern: number, start: number, end: number, negated: boolean): void {
    if (this.text[pattern] === this.now) {
      if (negated) return;
    } else this.noted[this.notes++] = pattern;
    this.text[pattern] = this.now;
    this.start[pattern] = start;
    this.end[pattern] = end;
    this.not[pattern] = negated ? 1 : 0;
  }

  /** Puts the signals of which every part was found in order; each stands where its first part does. */
  complete(): void {
    const { patterns, noted, keys } = this;
    for (let i = 0; i < this.notes; i++) {
      const pattern = noted[i] as number;
      const signal = patterns[pattern * PATTERN.size + PATTERN.signal] as number;
      const first = patterns[pattern * PATTERN.size + PATTERN.part] === 0;
      if (first && this.isWhole(pattern, signal))
        keys[this.length++] = (this.start[pattern] as number) * SIGNALS + pattern;
    }
    keys.subarray(0, this.length).sort();
    for (let i = 0; i < this.length; i++) {
      const pattern = (keys[i] as number) % SIGNALS;
      const signal = patterns[pattern * PATTERN.size + PATTERN.signal] as number;
      this.signals[i] = signal;
      this.starts[i] = this.start[pattern] as number;
      this.ends[i] = this.end[pattern] as number;
      let not = 0;
      for (let part = pattern; this.signalOf(part) === signal; part++) not |= this.not[part] as number;
      this.negated[i] = not;
    }
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
  private isWhole(first: number, signal: number): boolean {
    for (let part = first + 1; this.signalOf(part) === signal; part++) if (this.text[part] !== this.now) return false;
    return true;
  }

  private signalOf(pattern: number): number | undefined {
    return this.patterns[pattern * PATTERN.size + PATTERN.signal];
  }
}

/** More than there are signals; text length times this stays below 2 ** 53. */
const SIGNALS = 2 ** 22;
