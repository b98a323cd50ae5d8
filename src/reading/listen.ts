import type { Evidence } from "../core/reading.js";
import type { Automaton, Signal } from "./automaton.js";
import { Matcher } from "./matcher.js";

/** How much less each further signal for the same value adds: several are often one thing said twice. */
const FADE = 0.65;

/** What a text is about is not denied by a "not" before it: "I have not got my reimbursement" is about one. */
const UNDENIED = new Set(["issue", "group", "scope"]);

/**
 * Finds the signals in texts and adds up what they say of each value. Values go by the numbers that `numberOf` gives
 * them, from 0 on; what has a number below 0 is found and not added up. What was heard holds until the next text.
 */
export class Listener {
  /** Signals that count as evidence, in the order of the text, and where they stand. */
  private readonly found: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly signals: readonly Signal[];
  private readonly matcher: Matcher;
  private readonly numberOf: (fact: string, value: string) => number;
  /** By signal, once it was met: the number of its value, its weight, and whether it can be denied. */
  private readonly met: Uint8Array;
  private readonly values: Int32Array;
  private readonly weights: Float64Array;
  /** By value: what its next signal counts, and the last of its evidence that counted. */
  private readonly share: number[] = [];
  private readonly last: number[] = [];
  /** By place in the evidence: the one before it that counted for the same value, or -1. */
  private readonly before: number[] = [];

  constructor(automaton: Automaton, numberOf: (fact: string, value: string) => number) {
    const { length } = automaton.signals;
    this.signals = automaton.signals;
    this.matcher = new Matcher(automaton);
    this.numberOf = numberOf;
    this.met = new Uint8Array(length);
    this.values = new Int32Array(length);
    this.weights = new Float64Array(length);
  }

  listen(text: string): void {
    const finds = this.matcher.search(text);
    let length = 0;
    for (let i = 0; i < finds.length; i++) {
      const signal = finds.signals[i] as number;
      if (this.met[signal] === 0) this.meet(signal);
      if (finds.negated[i] === 1 && this.met[signal] === DENIABLE) continue;
      this.found[length] = signal;
      this.starts[length] = finds.starts[i] as number;
      this.ends[length++] = finds.ends[i] as number;
    }
    this.found.length = length;
  }

  /**
   * Adds up the evidence of each value, the strongest first and each further one for less. Words count once for a
   * value, in the strongest signal that they are part of.
   */
  tell(add: (value: number, amount: number) => void): void {
    const { found, values, weights, share, last, before } = this;
    const strengths: number[] = [];
    for (const signal of found) {
      const strength = Math.abs(weights[signal] as number);
      if (!strengths.includes(strength)) strengths.push(strength);
      share[values[signal] as number] = 1;
      last[values[signal] as number] = -1;
    }
    for (const strength of strengths.sort((a, b) => b - a)) {
      for (let at = 0; at < found.length; at++) {
        const weight = weights[found[at] as number] as number;
        if (Math.abs(weight) !== strength) continue;
        const value = values[found[at] as number] as number;
        if (value < 0 || this.isSaid(at, last[value] as number)) continue;
        before[at] = last[value] as number;
        last[value] = at;
        add(value, weight * (share[value] as number));
        (share[value] as number) *= FADE;
      }
    }
  }

  /** Evidence of the signals that are wanted, in the order of the text. */
  evidence(text: string, wanted: (value: number, signal: number) => boolean = () => true): Evidence[] {
    const evidence: Evidence[] = [];
    for (let i = 0; i < this.found.length; i++) {
      const number = this.found[i] as number;
      if (!wanted(this.values[number] as number, number)) continue;
      const { fact, value, weight, phrase } = this.signals[number] as Signal;
      const [start, end] = [this.starts[i] as number, this.ends[i] as number];
      evidence.push({ fact, value, weight, phrase, text: text.slice(start, end), start, end });
    }
    return evidence;
  }

  /** Whether evidence that counts for the same value, from `last` back, shares words with this one. */
  private isSaid(at: number, last: number): boolean {
    const { starts, ends } = this;
    for (let other = last; other >= 0; other = this.before[other] as number)
      if ((starts[at] as number) < (ends[other] as number) && (starts[other] as number) < (ends[at] as number))
        return true;
    return false;
  }

  private meet(signal: number): void {
    const { fact, value, weight } = this.signals[signal] as Signal;
    this.met[signal] = UNDENIED.has(fact) ? 1 : DENIABLE;
    this.values[signal] = this.numberOf(fact, value);
    this.weights[signal] = weight;
  }
}

const DENIABLE = 2;
