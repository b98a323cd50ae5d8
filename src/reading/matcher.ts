import type { Automaton } from "./automaton.js";
import { Finds, type Hit } from "./finds.js";
import { Lexis, TERM, WORD } from "./lexis.js";
import { Sentences, STOP } from "./sentences.js";
import { ANY } from "./states.js";

/** Words before a phrase in which a negator reaches it. */
const REACH = 3;
/** More than any gap: what was begun before this many words is over. */
const APART = 64;
/** Instead of a word after which no phrase goes on at once. */
const NOTHING = -1;
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
    const { sentences, finds } = this;
    sentences.take(text);
    finds.clear();
    if (this.clock > LATEST - sentences.length * APART) {
      this.clock = APART;
      this.until.fill(0);
    }
    // Only now, since they are replaced when they grow.
    const words = this.lexis.words.all;
    const { meanings, length } = sentences;
    let before = NOTHING;
    this.arrivals = 0;
    for (let i = 0; i < length; i++) {
      const word = meanings[i] as number;
      if (word === STOP) {
        this.clock += APART;
        this.arrivals = 0;
        before = NOTHING;
        continue;
      }
      const now = this.clock++;
      const end = word + WORD.first + WORD.size * (words[word + WORD.terms] as number);
      this.steps = 0;
      if (before !== NOTHING) this.begin(words, before, word, end, i - 1);
      if (this.arrivals > 0) this.follow(words, word, end);
      before = this.meet(words, word, end, i, now) ? word : NOTHING;
    }
    this.clock += APART;
    finds.complete();
    return finds;
  }

  /** Takes the steps that go on from the word before, with which a phrase began. */
  private begin(words: Int32Array, before: number, word: number, end: number, first: number): void {
    const records = this.lexis.records.all;
    const last = before + WORD.first + WORD.size * (words[before + WORD.terms] as number);
    for (let at = before + WORD.first; at < last; at += WORD.size) {
      const record = words[at + WORD.record] as number;
      const from = records[record + TERM.late] as number;
      const to = records[record + TERM.next] as number;
      if (from < to) this.go(records, from, to, words, word, end, first);
    }
  }

  /** Takes the steps from the other states that the last word has reached. */
  private follow(words: Int32Array, word: number, end: number): void {
    const { firstNext, next } = this.automaton;
    for (let i = 0; i < this.arrivals; i++) {
      const state = this.arrived[i] as number;
      this.go(
        next,
        firstNext[state] as number,
        firstNext[state + 1] as number,
        words,
        word,
        end,
        this.begun[state] as number,
      );
    }
  }

  /** Takes those of some steps, sorted by term, that a word can make. */
  private go(
    steps: Int32Array,
    from: number,
    to: number,
    words: Int32Array,
    word: number,
    end: number,
    begun: number,
  ): void {
    let at = from;
    for (; at < to && steps[at] === ANY; at += 2) this.step(steps[at + 1] as number, begun);
    if (at === to) return;
    for (let k = word + WORD.first; k < end; k += WORD.size) {
      const term = words[k + WORD.term] as number;
      for (let place = placeOf(steps, at, to, term); place < to && steps[place] === term; place += 2)
        this.step(steps[place + 1] as number, begun);
    }
  }

  private step(state: number, begun: number): void {
    this.reached[this.steps] = state;
    this.since[this.steps++] = begun;
  }

  /** Takes the steps from states that wait and are still open, arrives where all steps lead; whether a phrase may go on at once. */
  private meet(words: Int32Array, word: number, end: number, i: number, now: number): boolean {
    const { until, begun } = this;
    const { wait } = this.automaton;
    const records = this.lexis.records.all;
    this.arrivals = 0;
    for (let k = word + WORD.first; k < end; k += WORD.size) {
      const record = words[k + WORD.record] as number;
      const late = records[record + TERM.late] as number;
      for (let at = records[record + TERM.opens] as number; at < late; at += 2) {
        const state = records[at] as number;
        if ((until[state] as number) >= now) this.step(records[at + 1] as number, begun[state] as number);
      }
    }
    let leads = false;
    for (let k = word + WORD.first; k < end; k += WORD.size) {
      const record = words[k + WORD.record] as number;
      const ends = records[record + TERM.ends] as number;
      const waits = records[record + TERM.waits] as number;
      const opens = records[record + TERM.opens] as number;
      for (let at = record + TERM.size; at < ends; at++) this.note(records[at] as number, i, i);
      for (let at = ends; at < waits; at++) {
        const state = records[at] as number;
        until[state] = now + 1 + (wait[state] as number);
        begun[state] = i;
      }
      for (let at = waits; at < opens; at++) this.arrive(records[at] as number, i, now + 1);
      leads ||= records[record + TERM.late] !== records[record + TERM.next];
    }
    for (let at = 0; at < this.steps; at++) this.arrive(this.reached[at] as number, this.since[at] as number, now + 1);
    if (this.arrivals > 0) this.settle(i);
    return leads;
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
    const words = this.lexis.words.all;
    for (let i = first - 1; i >= 0 && i >= first - REACH; i--) {
      const word = meanings[i] as number;
      if (word === STOP) return false;
      if (words[word + WORD.negates] === 1) return true;
    }
    return false;
  }
}

/** Where a term's steps begin in a part of a table of pairs that is sorted by term. */
function placeOf(pairs: Int32Array, from: number, to: number, term: number): number {
  let low = 0;
  let high = (to - from) >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[from + 2 * middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return from + 2 * low;
}
