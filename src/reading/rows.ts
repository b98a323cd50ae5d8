import { type Kernel, kernel } from "./kernel.js";
import type { Votes } from "./votes.js";

/** What says so little is added up sooner vote by vote. */
const FEW = 4;
/** Bytes: numbers of 16 bits, eight of which are added at once, and of 32. */
const [HALF, EIGHT, WORD] = [2, 16, 4];

/**
 * The votes of signals that say much, each a row of all targets, so that they can be added up eight at once. A row is
 * made when its signal is first met.
 */
export class Rows {
  private readonly votes: Votes;
  private readonly add: Kernel["add"];
  /** Bytes of a row. */
  private readonly width: number;
  /** Where in memory the sums begin. */
  private readonly totals: number;
  /** The memory by halves and by words; the list of what is to be added stands at its beginning. */
  private readonly halves: Int16Array;
  private readonly words: Int32Array;
  private length = 0;
  /** By signal: where its row begins; 0 where it was not met yet, -1 where it has none. */
  private readonly rowOf: Int32Array;
  private free: number;

  private constructor(votes: Votes) {
    const signals = votes.first.length - 1;
    this.votes = votes;
    this.rowOf = new Int32Array(signals);
    this.width = Math.ceil((votes.targets.length * HALF) / EIGHT) * EIGHT;
    this.totals = Math.ceil(((signals + 1) * WORD) / EIGHT) * EIGHT;
    this.free = this.totals + 2 * this.width;
    let rows = 0;
    for (let signal = 0; signal < signals; signal++) if (this.count(signal) >= FEW) rows++;
    const { memory, add } = kernel(this.free + rows * this.width);
    this.add = add;
    this.halves = new Int16Array(memory);
    this.words = new Int32Array(memory);
  }

  /** Null where this machine cannot: then votes are added one by one. */
  static of(votes: Votes): Rows | null {
    if (!LOWER_FIRST) return null;
    try {
      return new Rows(votes);
    } catch {
      return null;
    }
  }

  /** Takes what a signal says for the next sum, unless that is little. */
  take(signal: number): boolean {
    const row = (this.rowOf[signal] as number) || this.meet(signal);
    if (row < 0) return false;
    this.words[this.length++] = row;
    return true;
  }

  /** Adds what was taken to the sums by target. */
  addTo(sums: Int32Array): void {
    if (this.length === 0) return;
    this.add(this.length * WORD, this.totals, this.width);
    this.length = 0;
    const from = this.totals / WORD;
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (this.words[from + i] as number);
  }

  private count(signal: number): number {
    const { first } = this.votes;
    return ((first[signal + 1] as number) - (first[signal] as number)) / 2;
  }

  private meet(signal: number): number {
    const { first, votes } = this.votes;
    if (this.count(signal) < FEW) {
      this.rowOf[signal] = -1;
      return -1;
    }
    const row = this.free;
    this.free += this.width;
    for (let at = first[signal] as number; at < (first[signal + 1] as number); at += 2)
      this.halves[row / HALF + (votes[at] as number)] = votes[at + 1] as number;
    this.rowOf[signal] = row;
    return row;
  }
}

/** Whether this machine has the lower half of a number first, as WebAssembly has. */
export const LOWER_FIRST = new Uint8Array(Int16Array.of(1).buffer)[0] === 1;
