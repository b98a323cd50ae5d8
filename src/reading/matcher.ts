import type { Automaton } from "./automaton.js";
import { Finds, type Hit } from "./finds.js";
import { Lexis, type Meaning } from "./lexis.js";
import { Sentences, STOP } from "./sentences.js";
import { ANY } from "./states.js";

/** Words before a phrase in which a negator reaches it. */
const REACH = 3;
/** More than any gap: what was begun before this many words is over. */
const APART = 64;
/** The clock is set back before it gets here. */
const LATEST = 2 ** 30;

/**
 * Walks texts through an automaton, word by word. Of the steps that only the next word can make, those are looked up
 * whose states the last word has reached; of the steps from states that wait, those that this word can make.
 * So the time grows with the length of the text, whatever it holds.
 */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly lexis: Lexis;
  private readonly sentences: Sentences;
  private readonly finds: Finds;
  /** By state: the last word at which it may be left, on a clock that runs on from text to text. */
  private readonly until: Int32Array;
  /** By state: the word at which what led there began. */
  private readonly begun: Int32Array;
  private clock = APART;
  /** States that the last word has reached and that lead on. */
  private readonly arrived: number[] = [];
  private arrivals = 0;
  /** Steps that a word makes from other words' states: the states reached, and the word at which it all began. */
  private readonly reached: number[] = [];
  private readonly since: number[] = [];
  private steps = 0;

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.lexis = new Lexis(automaton);
    this.sentences = new Sentences(this.lexis);
    this.finds = new Finds(automaton);
    this.until = new Int32Array(automaton.wait.length);
    this.begun = new Int32Array(automaton.wait.length);
  }

  /** All signals in a text, each once: where it first stands un-negated, or else where it first stands. */
  find(text: string): Hit[] {
    return this.search(text).hits();
  }

  /** The same, as numbers that hold until the next text. */
  search(text: string): Finds {
    const { sentences, lexis, finds } = this;
    sentences.take(text);
    finds.clear();
    if (this.clock > LATEST - sentences.length * APART) {
      this.clock = APART;
      this.until.fill(0);
    }
    let before: Meaning | null = null;
    this.arrivals = 0;
    for (let i = 0; i < sentences.length; i++) {
      const number = sentences.meanings[i] as number;
      if (number === STOP) {
        this.clock += APART;
        this.arrivals = 0;
        before = null;
        continue;
      }
      const word = lexis.meanings[number] as Meaning;
      const now = this.clock++;
      this.steps = 0;
      if (before !== null && before.next.length > 0) this.begin(before.next, word.terms, i - 1);
      if (this.arrivals > 0) this.follow(word.terms);
      if (word.late.length > 0) this.join(word.late, now);
      this.arrivals = 0;
      const { opens, ends } = word;
      for (let at = 0; at < opens.length; at++) this.arrive(opens[at] as number, i, now + 1);
      for (let at = 0; at < this.steps; at++)
        this.arrive(this.reached[at] as number, this.since[at] as number, now + 1);
      for (let at = 0; at < ends.length; at++) this.note(ends[at] as number, i, i);
      if (this.arrivals > 0) this.settle(i);
      before = word;
    }
    this.clock += APART;
    finds.complete();
    return finds;
  }

  /** Takes the steps that go on from the word before, with which a phrase began. */
  private begin(next: Int32Array, terms: readonly number[], first: number): void {
    for (let at = 0; next[at] === ANY; at += 2) this.step(next[at + 1] as number, first);
    for (let k = 0; k < terms.length; k++) {
      const term = terms[k] as number;
      for (let at = place(next, 0, next.length, term); at < next.length && next[at] === term; at += 2)
        this.step(next[at + 1] as number, first);
    }
  }

  /** Takes the steps from the other states that the last word has reached. */
  private follow(terms: readonly number[]): void {
    const { firstNext, next } = this.automaton;
    for (let i = 0; i < this.arrivals; i++) {
      const state = this.arrived[i] as number;
      const begun = this.begun[state] as number;
      const end = firstNext[state + 1] as number;
      let at = firstNext[state] as number;
      for (; at < end && next[at] === ANY; at += 2) this.step(next[at + 1] as number, begun);
      if (at === end) continue;
      for (let k = 0; k < terms.length; k++) {
        const term = terms[k] as number;
        for (let found = place(next, at, end, term); found < end && next[found] === term; found += 2)
          this.step(next[found + 1] as number, begun);
      }
    }
  }

  /** Takes the steps from states that wait and are still open. */
  private join(late: Int32Array, now: number): void {
    const { until } = this;
    for (let at = 0; at < late.length; at += 2) {
      const state = late[at] as number;
      if ((until[state] as number) >= now) this.step(late[at + 1] as number, this.begun[state] as number);
    }
  }

  private step(state: number, begun: number): void {
    this.reached[this.steps] = state;
    this.since[this.steps++] = begun;
  }

  /** Opens a state up to a word; what began last counts. */
  private arrive(state: number, begun: number, next: number): void {
    const last = next + (this.automaton.wait[state] as number);
    if (this.until[state] === last) {
      if ((this.begun[state] as number) < begun) this.begun[state] = begun;
      return;
    }
    this.until[state] = last;
    this.begun[state] = begun;
    this.arrived[this.arrivals++] = state;
  }

  /** Notes what is complete, and keeps the states that lead on. */
  private settle(word: number): void {
    const { firstNext, firstEnd, ends } = this.automaton;
    let kept = 0;
    for (let i = 0; i < this.arrivals; i++) {
      const state = this.arrived[i] as number;
      for (let at = firstEnd[state] as number; at < (firstEnd[state + 1] as number); at++)
        this.note(ends[at] as number, this.begun[state] as number, word);
      if (firstNext[state] !== firstNext[state + 1]) this.arrived[kept++] = state;
    }
    this.arrivals = kept;
  }

  private note(pattern: number, first: number, last: number): void {
    if (this.finds.isSettled(pattern)) return;
    const { starts, ends } = this.sentences;
    this.finds.note(pattern, starts[first] as number, ends[last] as number, this.negatedAt(first));
  }

  private negatedAt(first: number): boolean {
    const { meanings } = this.sentences;
    for (let i = first - 1; i >= 0 && i >= first - REACH; i--) {
      const number = meanings[i] as number;
      if (number === STOP) return false;
      if (this.lexis.meanings[number]?.negates) return true;
    }
    return false;
  }
}

/** Where a term's steps begin in a part of a table that is sorted by term. */
function place(next: Int32Array, from: number, to: number, term: number): number {
  let [low, high] = [from >> 1, to >> 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((next[2 * middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
