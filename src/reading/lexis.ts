import type { Automaton } from "./automaton.js";
import { hashed, LONGEST, SEED, unitOf } from "./letters.js";
import { isStem, slotOf } from "./vocabulary.js";

/** What a word does that fits certain terms. Words that fit the same ones share it. */
export interface Meaning {
  /** Terms that fit. */
  readonly terms: readonly number[];
  /** Patterns that it completes alone. */
  readonly ends: Int32Array;
  /** Steps that the next word can make if a phrase begins here: pairs of a term and a state, by term. */
  readonly next: Int32Array;
  /** States that it leads to from the front of a phrase, but for those that `ends` and `next` account for. */
  readonly opens: Int32Array;
  /** Steps from states that wait: pairs of the state left and the state reached. */
  readonly late: Int32Array;
  /** Whether it negates what follows. */
  readonly negates: boolean;
}

/** Words of so many letters are remembered, five letters a number. */
const KEPT = 15;
const PER_NUMBER = 5;
/** Numbers of a slot: the letters, and what the word means. */
const SLOT = 4;
const SLOTS = 2 ** 14;

/** What words mean to an automaton. Those lately met are remembered, in a table that does not grow. */
export class Lexis {
  readonly meanings: Meaning[] = [];
  /** The letters of a word, to be filled in before `word` is asked; further ones than these are of no matter. */
  readonly letters = new Uint8Array(LONGEST);
  private readonly met = new Int32Array(SLOTS * SLOT);
  private readonly ideographs = new Int32Array(2 ** 16);
  private readonly numberOf = new Map<string, number>();
  private readonly negators: ReadonlySet<number>;
  private readonly automaton: Automaton;

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.negators = new Set(automaton.negators);
  }

  /** The number of what a word of so many letters means. */
  word(length: number): number {
    if (length > KEPT) return this.look(length);
    const { met } = this;
    const [a, b, c] = [this.packed(0, length), this.packed(PER_NUMBER, length), this.packed(2 * PER_NUMBER, length)];
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    const slot = ((mixed ^ (mixed >>> 15)) & (SLOTS - 1)) * SLOT;
    if (met[slot] === a && met[slot + 1] === b && met[slot + 2] === c) return met[slot + 3] as number;
    const number = this.look(length);
    met[slot] = a;
    met[slot + 1] = b;
    met[slot + 2] = c;
    met[slot + 3] = number;
    return number;
  }

  /** The number of what a CJK character means. */
  ideograph(code: number): number {
    const known = this.ideographs[code] as number;
    if (known > 0) return known - 1;
    const hash = hashed(SEED, code);
    const terms = [this.term(hash, 1, true, code), this.term(hash, 1, false, code)];
    const number = this.meaning(terms.filter((term) => term >= 0));
    this.ideographs[code] = number + 1;
    return number;
  }

  /** Five letters as one number; letters are never 0, so that a shorter word has other numbers. */
  private packed(from: number, length: number): number {
    const end = Math.min(from + PER_NUMBER, length);
    let packed = 0;
    for (let i = from; i < end; i++) packed = (packed << 6) | (this.letters[i] as number);
    return packed;
  }

  /** The same by the vocabulary: stems that begin the word, and the word itself. */
  private look(length: number): number {
    const terms: number[] = [];
    let hash = SEED;
    for (let end = 1; end <= Math.min(length, LONGEST); end++) {
      hash = hashed(hash, this.letters[end - 1] as number);
      const stem = this.term(hash, end, true);
      if (stem >= 0) terms.push(stem);
    }
    const exact = length <= LONGEST ? this.term(hash, length, false) : -1;
    if (exact >= 0) terms.push(exact);
    return this.meaning(terms);
  }

  /** The term that is the first so many of the letters, or else a CJK character; -1 where there is none. */
  private term(hash: number, length: number, stem: boolean, ideograph?: number): number {
    const { vocabulary, terms } = this.automaton;
    for (let slot = slotOf(hash, stem, vocabulary.length); ; slot = (slot + 1) & (vocabulary.length - 1)) {
      const number = (vocabulary[slot] as number) - 1;
      if (number < 0) return -1;
      const term = terms[number] as string;
      if (term.length !== length + (stem ? 1 : 0) || isStem(term) !== stem) continue;
      let i = 0;
      while (i < length && term.charCodeAt(i) === (ideograph ?? unitOf(this.letters[i] as number))) i++;
      if (i === length) return number;
    }
  }

  private meaning(terms: readonly number[]): number {
    const key = terms.join();
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    const { automaton } = this;
    const starts = [...parts(terms, automaton.firstStart, automaton.starts)];
    const [from, to] = automaton.brief;
    const brief = starts.filter((state) => state >= from && state < to);
    this.numberOf.set(key, this.meanings.length);
    return (
      this.meanings.push({
        terms,
        ends: parts(brief, automaton.firstEnd, automaton.ends),
        next: byTerm(parts(brief, automaton.firstNext, automaton.next)),
        opens: Int32Array.from(starts.filter((state) => state < from || state >= to)),
        late: parts(terms, automaton.firstLate, automaton.late),
        negates: terms.some((term) => this.negators.has(term)),
      }) - 1
    );
  }
}

/** What several terms or states have in a table, one after the other. */
function parts(which: readonly number[], first: Int32Array, table: Int32Array): Int32Array {
  const found = which.map((one) => table.subarray(first[one], first[one + 1]));
  const all = new Int32Array(found.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of found) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Sorts steps by their terms. */
function byTerm(steps: Int32Array): Int32Array {
  const order = Array.from({ length: steps.length / 2 }, (_, i) => 2 * i);
  order.sort((a, b) => (steps[a] as number) - (steps[b] as number));
  return Int32Array.from(order.flatMap((at) => [steps[at] as number, steps[at + 1] as number]));
}
