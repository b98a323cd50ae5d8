import type { Automaton } from "./automaton.js";
import { hashed, LONGEST, SEED, unitOf } from "./letters.js";
import { isStem, slotOf } from "./vocabulary.js";

/** What a word does that fits certain terms. Words that fit the same ones share it. */
export interface Meaning {
  /** Terms that fit. */
  readonly terms: readonly number[];
  /** States that it leads to from the front of a phrase. */
  readonly starts: Int32Array;
  /** Steps from states that wait: pairs of the state left and the state reached. */
  readonly late: Int32Array;
  /** Whether it negates what follows. */
  readonly negates: boolean;
}

/** Words of so many letters are remembered. */
const KEPT = 24;
const QUADS = KEPT / 4;
/** Numbers of a slot: the letters, four a number; how many there are; what the word means. */
const SLOT = QUADS + 2;
const SLOTS = 2 ** 14;

/** What words mean to an automaton. Those lately met are remembered, in a table that does not grow. */
export class Lexis {
  readonly meanings: Meaning[] = [];
  /** The letters of a word, to be filled in before `word` is asked; further ones than these are of no matter. */
  readonly letters = new Uint8Array(LONGEST);
  private readonly quads = new Int32Array(this.letters.buffer);
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
  word(length: number, hash: number): number {
    if (length > KEPT) return this.look(length);
    const { letters, quads, met } = this;
    const quad = (length + 3) >> 2;
    for (let i = length; i < quad * 4; i++) letters[i] = 0;
    const slot = ((hash ^ (hash >>> 15)) & (SLOTS - 1)) * SLOT;
    if (met[slot + QUADS] === length) {
      let i = 0;
      while (i < quad && met[slot + i] === quads[i]) i++;
      if (i === quad) return met[slot + QUADS + 1] as number;
    }
    const number = this.look(length);
    for (let i = 0; i < quad; i++) met[slot + i] = quads[i] as number;
    met[slot + QUADS] = length;
    met[slot + QUADS + 1] = number;
    return number;
  }

  /** The number of what a CJK character means. */
  ideograph(code: number): number {
    const known = this.ideographs[code] as number;
    if (known > 0) return known - 1;
    const hash = hashed(SEED, code);
    const is = (term: string) => term.charCodeAt(0) === code;
    const number = this.meaning([this.term(hash, 1, true, is), this.term(hash, 1, false, is)]);
    this.ideographs[code] = number + 1;
    return number;
  }

  /** The same by the vocabulary: stems that begin the word, and the word itself. */
  private look(length: number): number {
    const { letters } = this;
    const terms: number[] = [];
    let hash = SEED;
    for (let end = 1; end <= Math.min(length, LONGEST); end++) {
      hash = hashed(hash, letters[end - 1] as number);
      const is = (term: string) => {
        for (let i = 0; i < end; i++) if (term.charCodeAt(i) !== unitOf(letters[i] as number)) return false;
        return true;
      };
      terms.push(this.term(hash, end, true, is));
      if (end === length) terms.push(this.term(hash, end, false, is));
    }
    return this.meaning(terms);
  }

  /** The term that `is` finds, of so many letters; -1 where there is none. */
  private term(hash: number, length: number, stem: boolean, is: (term: string) => boolean): number {
    const { vocabulary, terms } = this.automaton;
    for (let slot = slotOf(hash, stem, vocabulary.length); ; slot = (slot + 1) & (vocabulary.length - 1)) {
      const number = (vocabulary[slot] as number) - 1;
      if (number < 0) return -1;
      const term = terms[number] as string;
      if (isStem(term) === stem && term.length === length + (stem ? 1 : 0) && is(term)) return number;
    }
  }

  private meaning(found: readonly number[]): number {
    const terms = found.filter((term) => term >= 0);
    const key = terms.join();
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    const { firstStart, starts, firstLate, late } = this.automaton;
    this.numberOf.set(key, this.meanings.length);
    return (
      this.meanings.push({
        terms,
        starts: partsOf(terms, firstStart, starts),
        late: partsOf(terms, firstLate, late),
        negates: terms.some((term) => this.negators.has(term)),
      }) - 1
    );
  }
}

/** What several terms have in a table, one after the other. */
function partsOf(terms: readonly number[], first: Int32Array, table: Int32Array): Int32Array {
  const parts = terms.map((term) => table.subarray(first[term], first[term + 1]));
  if (parts.length === 1) return parts[0] as Int32Array;
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
