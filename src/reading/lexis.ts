// Over 200 lines: what words mean and what terms mean are two steps of one look-up, over the same tables.
import { type Automaton, State } from "./automaton.js";
import { hashed, LONGEST, SEED, unitOf } from "./letters.js";
import { isStem, lowerBits, slotOf } from "./vocabulary.js";

/**
 * What a term means is a record of numbers. Its first numbers say where its parts end in `records`; the parts follow one
 * after the other.
 */
export enum Term {
  /** Bits of the terms of the steps that come next, as many numbers as a power of two: they tell most others at a glance. */
  filter = 0,
  /** Patterns that it completes alone. */
  ends = 1,
  /** States that it leads to from the front of a phrase, and that only wait. */
  waits = 2,
  /** Other states that it leads to from there, but for those that `ends` and `next` account for. */
  opens = 3,
  /** Steps from states that wait: pairs of the state left and the state reached. */
  late = 4,
  /** Steps that the next word can make if a phrase begins here: pairs of a term and a state, by term. */
  next = 5,
  size = 6,
}

/** Where a term stands in such bits: the uppermost ones say which bit of a number, others which number. */
export const scattered = (term: number): number => Math.imul(term, 0x9e3779b1);
export enum Scattered {
  bit = 27,
  number = 12,
}

/** Steps to a number of a filter. */
const FILTERED = 4;

/**
 * What a word means is the terms that it fits: a list in `words`, which words that fit the same terms share. First 1
 * where it negates what follows, then how many terms there are, then for each its number and the place of its record.
 */
export enum Meaning {
  negates = 0,
  terms = 1,
  first = 2,
}

/** What the numbers of a term in such a list are. */
export enum Fit {
  term = 0,
  record = 1,
  size = 2,
}

/** Words of so many letters are remembered, five letters a number. */
const KEPT = 15;
const PER_NUMBER = 5;
/** Numbers of a slot: the letters, and what the word means. Two words share a place, so that the one rarely drives out the other. */
const SLOT = 4;
const BITS = 13;
const SLOTS = 2 ** BITS;

/** What words mean to an automaton. Those lately met are remembered, in a table that does not grow. */
export class Lexis {
  /** See Term. */
  readonly records = new Numbers();
  /** See Meaning; a word's meaning is the place where its list begins. */
  readonly words = new Numbers();
  /** The letters of a word, to be filled in before `word` is asked; further ones than these are of no matter. */
  readonly letters = new Uint8Array(LONGEST);
  private readonly met = new Int32Array(SLOTS * 2 * SLOT);
  /** By CJK character: the meaning and one, or 0. Made when the first one is met. */
  private ideographs = new Int32Array();
  /** By term: the place of its record and one, or 0. */
  private readonly recordOf: Int32Array;
  /** The bits of a slot of the vocabulary that hold a term. */
  private readonly lower: number;
  private readonly listOf = new Map<string, number>();
  private readonly negators: ReadonlySet<number>;
  private readonly automaton: Automaton;

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.negators = new Set(automaton.negators);
    this.recordOf = new Int32Array(automaton.terms.length);
    this.lower = lowerBits(automaton.terms.length);
  }

  /** What a word of so many letters means. */
  word(length: number): number {
    if (length > KEPT) return this.look(length);
    const { met, letters } = this;
    let a = 0;
    let b = 0;
    let c = 0;
    let i = 0;
    // Five letters a number; letters are never 0, so that a shorter word has other numbers.
    for (const end = Math.min(length, PER_NUMBER); i < end; i++) a = (a << 6) | (letters[i] as number);
    for (const end = Math.min(length, 2 * PER_NUMBER); i < end; i++) b = (b << 6) | (letters[i] as number);
    for (; i < length; i++) c = (c << 6) | (letters[i] as number);
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    const slot = (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> (32 - BITS)) * 2 * SLOT;
    if (met[slot] === a && met[slot + 1] === b && met[slot + 2] === c) return met[slot + 3] as number;
    const older = slot + SLOT;
    if (met[older] === a && met[older + 1] === b && met[older + 2] === c) return met[older + 3] as number;
    const number = this.look(length);
    met.copyWithin(older, slot, older);
    met[slot] = a;
    met[slot + 1] = b;
    met[slot + 2] = c;
    met[slot + 3] = number;
    return number;
  }

  /** What a CJK character means. */
  ideograph(code: number): number {
    if (this.ideographs.length === 0) this.ideographs = new Int32Array(2 ** 16);
    const known = this.ideographs[code] as number;
    if (known > 0) return known - 1;
    const hash = hashed(SEED, code);
    const terms = [this.term(hash, 1, true, code), this.term(hash, 1, false, code)];
    const number = this.list(terms.filter((term) => term >= 0));
    this.ideographs[code] = number + 1;
    return number;
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
    return this.list(terms);
  }

  /** The term that is the first so many of the letters, or else a CJK character; -1 where there is none. */
  private term(hash: number, length: number, stem: boolean, ideograph?: number): number {
    const { lower } = this;
    const { vocabulary, terms } = this.automaton;
    for (let slot = slotOf(hash, stem, vocabulary.length); ; slot = (slot + 1) & (vocabulary.length - 1)) {
      const found = vocabulary[slot] as number;
      if (found === 0) return -1;
      if (((found ^ hash) & ~lower) !== 0) continue;
      const number = (found & lower) - 1;
      const term = terms[number] as string;
      if (term.length !== length + (stem ? 1 : 0) || isStem(term) !== stem) continue;
      let i = 0;
      while (i < length && term.charCodeAt(i) === (ideograph ?? unitOf(this.letters[i] as number))) i++;
      if (i === length) return number;
    }
  }

  private list(terms: readonly number[]): number {
    const key = terms.join();
    const known = this.listOf.get(key);
    if (known !== undefined) return known;
    const negates = terms.some((term) => this.negators.has(term)) ? 1 : 0;
    const made = this.words.add([negates, terms.length, ...terms.flatMap((term) => [term, this.record(term)])]);
    this.listOf.set(key, made);
    return made;
  }

  private record(term: number): number {
    const known = this.recordOf[term] as number;
    if (known > 0) return known - 1;
    const { firstStart, starts, states, ends, firstLate, late, next, wait, front } = this.automaton;
    const [from, , to] = front;
    const [ended, waits, opens, lates, nexts]: Parts = [[], [], [], [], []];
    let count = 0;
    for (let i = firstStart[term] as number; i < (firstStart[term + 1] as number); i++) {
      const state = starts[i] as number;
      const at = state * State.size;
      const [led, beyond] = [states[at + State.next] as number, states[at + State.size + State.next] as number];
      const [done, last] = [states[at + State.ends] as number, states[at + State.size + State.ends] as number];
      const waiting = wait[state] !== 0;
      // Where a phrase that began earlier may arrive as well, only the later beginning is to be noted.
      const alone = state >= from && state < to;
      if ((waiting && led < beyond) || (done < last && !alone)) opens.push(state);
      else if (waiting) waits.push(state);
      else if (led < beyond) {
        nexts.push(led, beyond);
        count += beyond - led;
      }
      if (alone) for (let end = done; end < last; end++) ended.push(ends[end] as number);
    }
    for (let at = firstLate[term] as number; at < (firstLate[term + 1] as number); at++) lates.push(late[at] as number);
    const steps = byTerm(pieces(next, nexts, count));
    const place = this.records.add(new Array(Term.size).fill(0));
    const parts = [filterOf(steps), ended, waits, opens, lates, steps];
    for (let i = 0; i < parts.length; i++) {
      this.records.add(parts[i] as ArrayLike<number>);
      this.records.all[place + i] = this.records.length;
    }
    this.recordOf[term] = place + 1;
    return place;
  }
}

/** Of the steps only where in the table they begin and end: there are many. */
type Parts = [ends: number[], waits: number[], opens: number[], late: number[], next: number[]];

/** Parts of a table, each from one place to another, in one piece of so many numbers. */
function pieces(table: Int32Array, places: readonly number[], count: number): Int32Array {
  const made = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < places.length; i += 2) {
    const part = table.subarray(places[i], places[i + 1]);
    made.set(part, length);
    length += part.length;
  }
  return made;
}

/** None where there are no steps. */
function filterOf(steps: Int32Array): number[] {
  if (steps.length === 0) return [];
  let size = 1;
  while (size * FILTERED * 2 < steps.length) size *= 2;
  const filter = new Array<number>(size).fill(0);
  for (let i = 0; i < steps.length; i += 2) {
    const hash = scattered(steps[i] as number);
    const at = (hash >>> Scattered.number) & (size - 1);
    filter[at] = (filter[at] as number) | (1 << (hash >>> Scattered.bit));
  }
  return filter;
}

/** Numbers that more can be put behind. */
class Numbers {
  all = new Int32Array(2 ** 12);
  length = 0;

  /** Puts more behind; gives the place of the first. */
  add(more: ArrayLike<number>): number {
    const from = this.length;
    this.length += more.length;
    if (this.length > this.all.length) {
      const wider = new Int32Array(2 * this.length);
      wider.set(this.all);
      this.all = wider;
    }
    this.all.set(more, from);
    return from;
  }
}

/** Sorts steps by their terms; those of one term stay in their order. As numbers alone they are soon sorted. */
function byTerm(steps: Int32Array): Int32Array {
  let sorted = true;
  for (let i = 2; i < steps.length; i += 2) sorted &&= (steps[i - 2] as number) <= (steps[i] as number);
  if (sorted) return steps;
  const keys = new Float64Array(steps.length / 2);
  for (let i = 0; i < keys.length; i++) keys[i] = (steps[2 * i] as number) * STEPS + i;
  keys.sort();
  const made = new Int32Array(steps.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const term = Math.floor(key / STEPS);
    made[2 * i] = term;
    made[2 * i + 1] = steps[2 * (key - term * STEPS) + 1] as number;
  }
  return made;
}

/** More than there are steps; terms times this stay below 2 ** 53. */
const STEPS = 2 ** 26;
