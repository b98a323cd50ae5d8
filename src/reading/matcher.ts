// Over 200 lines: one walk over tables that all its steps share; each step is a method so that it can be read by itself.
import { type Automaton, State } from "./automaton.js";
import { Finds, type Hit } from "./finds.js";
import { Fit, Lexis, Meaning, Scattered, scattered, Term } from "./lexis.js";
import { Sentences, STOP } from "./sentences.js";
import { ANY } from "./states.js";

/** Words before a phrase, or before what follows a gap in one, in which a negator reaches it. */
const REACH = 3;
/** More than any gap: what was begun before this many words is over. */
const APART = 64;
/** Instead of a word after which no phrase goes on at once. */
const NOTHING = -1;
/** The clock is set back before it gets here. */
const LATEST = 2 ** 30;

/**
 * Up to when a state is open: the last word at which it may be left, on a clock that runs on from text to text; and the
 * word at which what led there began, twice, and one more where no gap on the way passed over a negator.
 */
enum Open {
  until = 0,
  begun = 1,
  size = 2,
}

/**
 * Walks texts through an automaton, word by word. Of the steps that only the next word can make, those are looked up
 * whose states the last word has reached; of the steps from states that wait, those that this word can make.
 * So the time grows with the length of the text, whatever it holds.
 */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly lexis: Lexis;
  /** Of the text that was searched last. */
  readonly sentences: Sentences;
  private readonly finds: Finds;
  /** Open numbers a state. */
  private readonly open: Int32Array;
  private clock = APART;
  /** States that the last word has reached and that lead on. */
  private readonly arrived: Int32Array;
  private arrivals = 0;
  /** Steps that a word makes from other words' states: the states reached, and the word at which it all began. */
  private readonly reached: number[] = [];
  private readonly since: number[] = [];
  private steps = 0;
  /** When the last negator stood, on the clock, and whether the present word is one. */
  private negator = 0;
  private negates = false;
  /** By word of the text: 1 where a negator reaches what begins there. */
  private denied = new Uint8Array(512);

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.lexis = new Lexis(automaton);
    this.sentences = new Sentences(this.lexis);
    this.finds = new Finds(automaton);
    this.open = new Int32Array(automaton.wait.length * Open.size);
    this.arrived = new Int32Array(automaton.wait.length);
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
      this.open.fill(0);
    }
    // Only now, since they are replaced when they grow.
    const words = this.lexis.words.all;
    const { meanings, length } = sentences;
    if (this.denied.length < length) this.denied = new Uint8Array(2 * length);
    const { denied } = this;
    let before = NOTHING;
    let reach = 0;
    this.arrivals = 0;
    this.negator = 0;
    for (let i = 0; i < length; i++) {
      const word = meanings[i] as number;
      if (word === STOP) {
        this.clock += APART;
        this.arrivals = 0;
        before = NOTHING;
        reach = 0;
        continue;
      }
      denied[i] = reach > 0 ? 1 : 0;
      const negates = words[word + Meaning.negates] === 1;
      reach = negates ? REACH : reach - 1;
      this.negates = negates;
      const now = this.clock++;
      const end = word + Meaning.first + Fit.size * (words[word + Meaning.terms] as number);
      this.steps = 0;
      if (before !== NOTHING) this.begin(words, before, word, end, i - 1);
      if (this.arrivals > 0) this.follow(words, word, end);
      before = this.meet(words, word, end, i, now) ? word : NOTHING;
      if (negates) this.negator = now;
    }
    this.clock += APART;
    finds.complete();
    return finds;
  }

  /** Takes the steps that go on from the word before, with which a phrase began. */
  private begin(words: Int32Array, before: number, word: number, end: number, first: number): void {
    const records = this.lexis.records.all;
    const terms = before + Meaning.first + Fit.size * (words[before + Meaning.terms] as number);
    const begun = 2 * first + 1;
    for (let at = before + Meaning.first; at < terms; at += Fit.size) {
      const record = words[at + Fit.record] as number;
      const filter = record + Term.size;
      const last = records[record + Term.filter] as number;
      if (last === filter) continue;
      const from = records[record + Term.late] as number;
      const to = records[record + Term.next] as number;
      let any = from;
      for (; any < to && records[any] === ANY; any += 2) this.pass(records[any + 1] as number, begun);
      for (let k = word + Meaning.first; k < end; k += Fit.size) {
        const term = words[k + Fit.term] as number;
        const hash = scattered(term);
        const bits = records[filter + ((hash >>> Scattered.number) & (last - filter - 1))] as number;
        if (((bits >>> (hash >>> Scattered.bit)) & 1) !== 0) this.go(records, any, to, term, begun);
      }
    }
  }

  /** Takes the steps from the other states that the last word has reached. */
  private follow(words: Int32Array, word: number, end: number): void {
    const { states, next } = this.automaton;
    for (let i = 0; i < this.arrivals; i++) {
      const state = this.arrived[i] as number;
      const at = state * State.size;
      const begun = this.open[state * Open.size + Open.begun] as number;
      const to = states[at + State.size + State.next] as number;
      let any = states[at + State.next] as number;
      for (; any < to && next[any] === ANY; any += 2) this.pass(next[any + 1] as number, begun);
      if (any === to) continue;
      for (let k = word + Meaning.first; k < end; k += Fit.size)
        this.go(next, any, to, words[k + Fit.term] as number, begun);
    }
  }

  /** Takes those of some steps, sorted by term, that a term makes. */
  private go(steps: Int32Array, from: number, to: number, term: number, begun: number): void {
    for (let place = placeOf(steps, from, to, term); place < to && steps[place] === term; place += 2)
      this.step(steps[place + 1] as number, begun);
  }

  /** Takes a step that passes over the word. */
  private pass(state: number, begun: number): void {
    this.step(state, this.negates ? begun & ~1 : begun);
  }

  private step(state: number, begun: number): void {
    this.reached[this.steps] = state;
    this.since[this.steps++] = begun;
  }

  /** Takes the steps from states that wait and are still open, arrives where all steps lead; whether a phrase may go on at once. */
  private meet(words: Int32Array, word: number, end: number, i: number, now: number): boolean {
    const { open, negator } = this;
    const { wait } = this.automaton;
    const records = this.lexis.records.all;
    const near = now - negator <= REACH;
    this.arrivals = 0;
    for (let k = word + Meaning.first; k < end; k += Fit.size) {
      const record = words[k + Fit.record] as number;
      const late = records[record + Term.late] as number;
      for (let at = records[record + Term.opens] as number; at < late; at += 2) {
        const state = records[at] as number;
        const until = open[state * Open.size + Open.until] as number;
        if (until < now) continue;
        const begun = open[state * Open.size + Open.begun] as number;
        // A negator that stands behind the word which led to the state was passed over.
        const denied = near && negator >= until - (wait[state] as number);
        this.step(records[at + 1] as number, denied ? begun & ~1 : begun);
      }
    }
    let leads = false;
    const begun = 2 * i + 1;
    for (let k = word + Meaning.first; k < end; k += Fit.size) {
      const record = words[k + Fit.record] as number;
      const ends = records[record + Term.ends] as number;
      const waits = records[record + Term.waits] as number;
      const opens = records[record + Term.opens] as number;
      for (let at = records[record + Term.filter] as number; at < ends; at++)
        this.note(records[at] as number, begun, i);
      for (let at = ends; at < waits; at++) {
        const state = records[at] as number;
        open[state * Open.size + Open.until] = now + 1 + (wait[state] as number);
        open[state * Open.size + Open.begun] = begun;
      }
      for (let at = waits; at < opens; at++) this.arrive(records[at] as number, begun, now + 1);
      leads ||= records[record + Term.filter] !== record + Term.size;
    }
    for (let at = 0; at < this.steps; at++) this.arrive(this.reached[at] as number, this.since[at] as number, now + 1);
    if (this.arrivals > 0) this.settle(i);
    return leads;
  }

  /** Opens a state up to a word; what began last counts. */
  private arrive(state: number, begun: number, next: number): void {
    const { open } = this;
    const at = state * Open.size;
    const last = next + (this.automaton.wait[state] as number);
    if (open[at + Open.until] === last) {
      if ((open[at + Open.begun] as number) < begun) open[at + Open.begun] = begun;
      return;
    }
    open[at + Open.until] = last;
    open[at + Open.begun] = begun;
    this.arrived[this.arrivals++] = state;
  }

  /** Notes what is complete, and keeps the states that lead on. */
  private settle(word: number): void {
    const { states, ends } = this.automaton;
    let kept = 0;
    for (let i = 0; i < this.arrivals; i++) {
      const state = this.arrived[i] as number;
      const of = state * State.size;
      const last = states[of + State.size + State.ends] as number;
      for (let at = states[of + State.ends] as number; at < last; at++)
        this.note(ends[at] as number, this.open[state * Open.size + Open.begun] as number, word);
      if (states[of + State.next] !== states[of + State.size + State.next]) this.arrived[kept++] = state;
    }
    this.arrivals = kept;
  }

  private note(pattern: number, begun: number, last: number): void {
    const { starts, ends } = this.sentences;
    const first = begun >> 1;
    const negated = (begun & 1) === 0 ? 1 : (this.denied[first] as number);
    this.finds.note(pattern, starts[first] as number, ends[last] as number, negated);
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
