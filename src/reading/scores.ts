import type { Evidence, Reading } from "../core/reading.js";
import type { Signal } from "./automaton.js";

/** How much less each further signal for the same value adds: several are often one thing said twice. */
const FADE = 0.65;

/**
 * Adds up the evidence of each value, the strongest first and each further one for less. Words count once for a value,
 * in the strongest signal that they are part of. One is enough for all texts.
 */
export class Scorer {
  private readonly signals: readonly Signal[];
  /** By signal, once it was met: one more than the number of its value. */
  private readonly valueOf: Int32Array;
  private readonly numberOf = new Map<string, number>();
  /** By value: what the next signal counts; the last of its evidence that counted, or -1. */
  private readonly share: number[] = [];
  private readonly last: number[] = [];
  /** By place in the evidence: the one before it that counted for the same value, or -1. */
  private readonly before: number[] = [];

  constructor(signals: readonly Signal[]) {
    this.signals = signals;
    this.valueOf = new Int32Array(signals.length);
  }

  /** `numbers` are the signals of the evidence. */
  score(evidence: readonly Evidence[], numbers: readonly number[]): Reading["scores"] {
    const { share, last } = this;
    const scores: Record<string, Record<string, number>> = {};
    for (const number of numbers) {
      const value = this.value(number);
      share[value] = 1;
      last[value] = -1;
    }
    const order = numbers.map((_, i) => i);
    order.sort((a, b) => Math.abs((evidence[b] as Evidence).weight) - Math.abs((evidence[a] as Evidence).weight));
    for (const at of order) {
      const one = evidence[at] as Evidence;
      const value = this.value(numbers[at] as number);
      if (this.heard(one, evidence, last[value] as number)) continue;
      this.before[at] = last[value] as number;
      last[value] = at;
      scores[one.fact] ??= {};
      const values = scores[one.fact] as Record<string, number>;
      values[one.value] = (values[one.value] ?? 0) + one.weight * (share[value] as number);
      (share[value] as number) *= FADE;
    }
    return scores;
  }

  /** Whether a signal that counts for the same value shares words with this one. */
  private heard({ start, end }: Evidence, evidence: readonly Evidence[], last: number): boolean {
    for (let at = last; at >= 0; at = this.before[at] as number) {
      const other = evidence[at] as Evidence;
      if (start < other.end && other.start < end) return true;
    }
    return false;
  }

  private value(signal: number): number {
    const known = this.valueOf[signal] as number;
    if (known > 0) return known - 1;
    const { fact, value } = this.signals[signal] as Signal;
    const key = `${fact} ${value}`;
    const number = this.numberOf.get(key) ?? this.numberOf.size;
    this.numberOf.set(key, number);
    this.valueOf[signal] = number + 1;
    return number;
  }
}
