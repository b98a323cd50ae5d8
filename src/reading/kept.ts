import type { Target, Told } from "../core/hearing.js";
import type { Elapsed } from "./elapsed.js";
import type { Finds } from "./finds.js";
import type { Listener } from "./listen.js";

/** Which signals were found, and where. */
export type Found = Pick<Finds, "length" | "signals" | "starts" | "ends">;

/** What a listener has heard of a text, kept while it listens to others. */
export class Kept implements Told, Found {
  readonly targets: readonly Target[];
  readonly sums: Int32Array;
  halves: Told["halves"] = null;
  /** What is said before the cut. */
  private readonly before: Int32Array;
  heard = 0;
  elapsed: readonly Elapsed[] = [];
  length = 0;
  signals = new Int32Array(ROOM);
  starts = new Int32Array(ROOM);
  ends = new Int32Array(ROOM);
  private readonly listener: Listener;
  private spoken: readonly boolean[] = [];
  private readonly said: Uint8Array;

  constructor(listener: Listener) {
    this.listener = listener;
    this.targets = listener.targets;
    this.sums = new Int32Array(listener.sums.length);
    this.before = new Int32Array(listener.sums.length);
    this.said = new Uint8Array(listener.sums.length);
  }

  /** Takes over what was heard last. */
  keep({ length, signals, starts, ends }: Found): void {
    const { listener } = this;
    this.sums.set(listener.sums);
    const { halves } = listener;
    this.halves = halves && { ...halves, sums: this.before };
    if (halves) this.before.set(halves.sums);
    this.heard = listener.heard;
    this.elapsed = listener.elapsed;
    this.spoken = listener.spoken.slice();
    this.said.set(listener.said);
    // What a huge text took is given back by the next one.
    if (length > this.signals.length || this.signals.length > Math.max(ROOM, 2 * length))
      this.resize(Math.max(ROOM, length));
    this.length = length;
    for (let i = 0; i < length; i++) {
      this.signals[i] = signals[i] as number;
      this.starts[i] = starts[i] as number;
      this.ends[i] = ends[i] as number;
    }
  }

  isSpoken(target: number): boolean {
    return this.spoken[this.listener.factOf[target] as number] === true;
  }

  isSaid(target: number): boolean {
    return this.said[target] === 1;
  }

  private resize(room: number): void {
    this.signals = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }
}

/** As many as are found in most texts. */
const ROOM = 256;
