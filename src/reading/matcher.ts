import { type Automaton, PATTERN, stepsByTerm } from "./automaton.js";
import { Lexis } from "./lexis.js";
import { scan } from "./tokens.js";

/** A signal found in a text. Positions are UTF-16 units of the text as it was given; `negated` where a "not" stands before it. */
export interface Hit {
  readonly signal: number;
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

/** Words before a phrase in which a negator reaches it. */
const REACH = 3;
/** More than any gap: what was begun before this many words is over. */
const APART = 64;
/** First states are always open. */
const ALWAYS = 2 ** 31 - 1;

/**
 * Walks texts through an automaton, word by word. A word looks only at the steps that it can make, and takes those
 * whose state is still open; so the time grows with the length of the text, whatever it holds.
 */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly lexis: Lexis;
  /** Steps by term: pairs of the state that they leave and the one that they reach, from `firstStep[term]` on. */
  private readonly steps: Int32Array;
  private readonly firstStep: Int32Array;
  /** By state: the last word at which it may be left, on a clock that runs on from text to text. */
  private readonly until: Int32Array;
  /** By state: the word at which what led there began. */
  private readonly begun: Int32Array;
  private readonly negating: Uint8Array;
  /** By signal: of how many parts it is made. */
  private readonly parts: Uint8Array;
  private clock = APART;

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.lexis = new Lexis(automaton.terms);
    const { patterns, terms, wait } = automaton;
    this.parts = new Uint8Array(automaton.signals.length);
    this.until = new Int32Array(wait.length);
    this.begun = new Int32Array(wait.length);
    for (let at = 0; at < patterns.length; at += PATTERN.size) {
      const signal = patterns[at + PATTERN.signal] as number;
      this.parts[signal] = (this.parts[signal] as number) + 1;
      this.until[patterns[at + PATTERN.start] as number] = ALWAYS;
    }
    [this.firstStep, this.steps] = stepsByTerm(automaton);
    this.negating = new Uint8Array(terms.length);
    for (const term of automaton.negators) this.negating[term] = 1;
  }

  /** All signals in a text, each once: where it first stands un-negated, or else where it first stands. */
  find(text: string): Hit[] {
    const words = this.words(text);
    const found = new Map<number, Hit[]>();
    if (this.clock > ALWAYS / 2 - words.length * APART) this.rewind();
    const { wait, ends, any } = this.automaton;
    let arrived: number[] = [];
    for (let i = 0; i < words.length; i++) {
      const symbol = words.symbols[i] as number;
      if (symbol < 0) {
        this.clock += APART;
        arrived = [];
        continue;
      }
      const now = this.clock++;
      const next: number[] = [];
      for (const state of arrived) for (const to of any[state] ?? []) next.push(to, this.begun[state] as number);
      this.take(symbol, now, i, next);
      arrived = [];
      for (let at = 0; at < next.length; at += 2) {
        const state = next[at] as number;
        const begun = next[at + 1] as number;
        const again = this.until[state] === now + 1 + (wait[state] as number);
        if (again && (this.begun[state] as number) >= begun) continue;
        this.begun[state] = begun;
        if (again) continue;
        this.until[state] = now + 1 + (wait[state] as number);
        arrived.push(state);
      }
      for (const state of arrived) {
        const pattern = ends[state] as number;
        if (pattern >= 0) this.note(found, pattern, words, this.begun[state] as number, i);
      }
    }
    this.clock += APART;
    return this.complete(found);
  }

  /** Adds the states that a word leads to, each with the word at which it all began. */
  private take(symbol: number, now: number, at: number, next: number[]): void {
    const { until, steps, firstStep } = this;
    for (const term of this.lexis.termsOf(symbol)) {
      const end = firstStep[term + 1] as number;
      for (let i = firstStep[term] as number; i < end; i += 2) {
        const from = steps[i] as number;
        const open = until[from] as number;
        if (open >= now) next.push(steps[i + 1] as number, open === ALWAYS ? at : (this.begun[from] as number));
      }
    }
  }

  private rewind(): void {
    this.clock = APART;
    for (let state = 0; state < this.until.length; state++) if (this.until[state] !== ALWAYS) this.until[state] = 0;
  }

  private words(text: string): Words {
    const words = new Words();
    const { lexis } = this;
    let node = 0;
    scan(text, {
      letter: (folded) => {
        for (let i = 0; i < folded.length; i++) node = lexis.next(node, folded.charCodeAt(i));
      },
      word: (start, end) => {
        words.push(lexis.symbolAt(node), start, end);
        node = 0;
      },
      ideograph: (code, start) => {
        words.push(lexis.ideograph(code), start, start + 1);
      },
      stop: () => words.push(-1, 0, 0),
    });
    return words;
  }

  private note(found: Map<number, Hit[]>, pattern: number, words: Words, first: number, last: number): void {
    const { patterns } = this.automaton;
    const signal = patterns[pattern * PATTERN.size + PATTERN.signal] as number;
    const part = patterns[pattern * PATTERN.size + PATTERN.part] as number;
    const hits = found.get(signal) ?? [];
    found.set(signal, hits);
    const old = hits[part];
    if (old !== undefined && !old.negated) return;
    const negated = this.negatedAt(words, first);
    if (old === undefined || !negated) {
      hits[part] = { signal, start: words.starts[first] as number, end: words.ends[last] as number, negated };
    }
  }

  private negatedAt(words: Words, first: number): boolean {
    for (let i = first - 1; i >= 0 && i >= first - REACH; i--) {
      const symbol = words.symbols[i] as number;
      if (symbol < 0) return false;
      if (this.lexis.termsOf(symbol).some((term) => this.negating[term] === 1)) return true;
    }
    return false;
  }

  /** Signals of which every part was found. */
  private complete(found: Map<number, Hit[]>): Hit[] {
    const hits: Hit[] = [];
    for (const [signal, parts] of found) {
      const whole = Array.from(parts).filter((part) => part !== undefined);
      if (whole.length < (this.parts[signal] as number)) continue;
      hits.push({ ...(whole[0] as Hit), negated: whole.some((part) => part.negated) });
    }
    return hits.sort((a, b) => a.start - b.start || a.signal - b.signal);
  }
}

/** A text's words as numbers; symbol -1 is the end of a sentence. */
class Words {
  readonly symbols: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  get length(): number {
    return this.symbols.length;
  }

  push(symbol: number, start: number, end: number): void {
    this.symbols.push(symbol);
    this.starts.push(start);
    this.ends.push(end);
  }
}
