// Longer than 200 lines: the machine, its spots and its memory are one inner loop.
import { type Automaton, PATTERN } from "./automaton.js";
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
/** Enough that ordinary texts never fill it. */
const REMEMBERED = 4096;

/** More symbols than any vocabulary has: they are made as words come. */
const STRIDE = 2 ** 24;

/** Walks texts through an automaton. Deterministic states are made when a text first needs them, and remembered. */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly remembered: number;
  private readonly lexis: Lexis;
  /** By symbol: spots that a phrase's first word leads to. */
  private readonly starts: number[][] = [];
  /** By term: states that it leads to as a phrase's first word. */
  private readonly startOn = new Map<number, number[]>();
  private readonly negating: Uint8Array;
  /** By signal: of how many parts it is made. */
  private readonly parts: Uint8Array;
  private memory = new Memory();

  /** `remembered`: states that are remembered at most; past that the memory starts anew, so that no text can fill it. */
  constructor(automaton: Automaton, remembered = REMEMBERED) {
    this.remembered = remembered;
    this.automaton = automaton;
    this.lexis = new Lexis(automaton.terms);
    this.parts = new Uint8Array(automaton.signals.length);
    const { patterns, first, edges } = automaton;
    for (let at = 0; at < patterns.length; at += PATTERN.size) {
      const signal = patterns[at + PATTERN.signal] as number;
      this.parts[signal] = (this.parts[signal] as number) + 1;
      const start = patterns[at + PATTERN.start] as number;
      for (let i = first[start] as number; i < (first[start + 1] as number); i += 2) {
        const to = this.startOn.get(edges[i] as number);
        if (to) to.push(edges[i + 1] as number);
        else this.startOn.set(edges[i] as number, [edges[i + 1] as number]);
      }
    }
    this.negating = new Uint8Array(automaton.terms.length);
    for (const term of automaton.negators) this.negating[term] = 1;
  }

  /**
   * All signals in a text, each once: where it first stands un-negated, or else where it first stands.
   * Time grows with the length of the text.
   */
  find(text: string): Hit[] {
    const words = this.words(text);
    const found = new Map<number, Hit[]>();
    let at = 0;
    for (let i = 0; i < words.length; i++) {
      const symbol = words.symbols[i] as number;
      at = symbol < 0 ? 0 : this.step(at, symbol);
      for (const pattern of this.memory.ends[at] as readonly number[]) this.note(found, pattern, words, i);
    }
    return this.complete(found);
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

  private step(from: number, symbol: number): number {
    const { memory } = this;
    const key = from * STRIDE + symbol;
    const known = memory.steps.get(key);
    if (known !== undefined) return known;
    if (memory.states.length > this.remembered) {
      // Start anew, keeping where we are.
      const here = memory.states[from] as readonly number[];
      this.memory = new Memory();
      return this.step(this.memory.place(here, this.endsOf(here)), symbol);
    }
    const next = new Spots(this.startsOn(symbol));
    for (const spot of memory.states[from] as readonly number[]) this.advance(spot, symbol, next);
    const spots = next.sorted();
    const place = memory.place(spots, this.endsOf(spots));
    memory.steps.set(key, place);
    return place;
  }

  private startsOn(symbol: number): readonly number[] {
    this.starts[symbol] ??= this.lexis.termsOf(symbol).flatMap((term) => this.arrivals(this.startOn.get(term) ?? []));
    return this.starts[symbol] as readonly number[];
  }

  /** Adds the spots that a spot leads to on a word. */
  private advance(spot: number, symbol: number, next: Spots): void {
    const number = stateOf(spot);
    if (leftAt(spot) > 0) next.add(spot - 1);
    const { any, first, edges } = this.automaton;
    for (const to of any[number] ?? []) next.add(this.arrival(to));
    const end = first[number + 1] as number;
    for (let i = first[number] as number; i < end; i += 2) {
      if (this.lexis.termsOf(symbol).includes(edges[i] as number)) next.add(this.arrival(edges[i + 1] as number));
    }
  }

  /** The spot at which a state is entered: all of its waiting is still to come. */
  private arrival(state: number): number {
    return state * SPOTS + (this.automaton.wait[state] as number);
  }

  private arrivals(states: readonly number[]): number[] {
    return states.map((state) => this.arrival(state));
  }

  private endsOf(spots: readonly number[]): number[] {
    return [...new Set(spots.map((spot) => this.endsAt(spot)).filter((pattern) => pattern >= 0))];
  }

  /** The pattern that is complete on arriving at a spot, or -1; a pattern does not end by waiting. */
  private endsAt(spot: number): number {
    const state = stateOf(spot);
    return leftAt(spot) === this.automaton.wait[state] ? (this.automaton.ends[state] as number) : -1;
  }

  private note(found: Map<number, Hit[]>, pattern: number, words: Words, last: number): void {
    const { patterns } = this.automaton;
    const at = pattern * PATTERN.size;
    const signal = patterns[at + PATTERN.signal] as number;
    const part = patterns[at + PATTERN.part] as number;
    const hits = found.get(signal) ?? [];
    found.set(signal, hits);
    const old = hits[part];
    if (old !== undefined && !old.negated) return;
    const first = this.firstWord(pattern, words, last);
    const negated = this.negatedAt(words, first);
    if (old === undefined || !negated) {
      hits[part] = { signal, start: words.starts[first] as number, end: words.ends[last] as number, negated };
    }
  }

  /** The nearest word from which the pattern runs to `last`. */
  private firstWord(pattern: number, words: Words, last: number): number {
    const at = pattern * PATTERN.size;
    const start = this.automaton.patterns[at + PATTERN.start] as number;
    const longest = this.automaton.patterns[at + PATTERN.longest] as number;
    for (let first = last; first >= 0 && first > last - longest; first--) {
      if ((words.symbols[first] as number) < 0) break;
      if (this.runs([start], pattern, words, first, last)) return first;
    }
    return last;
  }

  private runs(from: readonly number[], pattern: number, words: Words, first: number, last: number): boolean {
    let spots: readonly number[] = this.arrivals(from);
    for (let i = first; i <= last; i++) {
      const next = new Spots([]);
      for (const spot of spots) this.advance(spot, words.symbols[i] as number, next);
      spots = next.sorted();
    }
    return spots.some((spot) => this.endsAt(spot) === pattern);
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

/** A spot is a state and how many words may still pass there, as one number. */
const SPOTS = 16;
const stateOf = (spot: number): number => Math.floor(spot / SPOTS);
const leftAt = (spot: number): number => spot % SPOTS;

/** Spots that are reached together; of two at the same state, the one with more waiting left can do all that the other can. */
class Spots {
  private readonly most = new Map<number, number>();

  constructor(spots: readonly number[]) {
    for (const spot of spots) this.add(spot);
  }

  add(spot: number): void {
    const state = stateOf(spot);
    const left = this.most.get(state);
    if (left === undefined || left < leftAt(spot)) this.most.set(state, leftAt(spot));
  }

  sorted(): number[] {
    return [...this.most].map(([state, left]) => state * SPOTS + left).sort((a, b) => a - b);
  }
}

class Memory {
  readonly states: (readonly number[])[] = [[]];
  readonly ends: (readonly number[])[] = [[]];
  readonly steps = new Map<number, number>();
  private readonly places = new Map<string, number>([["", 0]]);

  place(states: readonly number[], ends: readonly number[]): number {
    const key = states.join();
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.states.length);
    this.ends.push(ends);
    return this.states.push(states) - 1;
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
