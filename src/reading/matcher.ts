// Longer than other files: the machine, its memory and its vocabulary share one inner loop.
import type { Automaton } from "./automaton.js";
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
/** States that are remembered at most; past that the memory starts anew, so that no text can fill it. */
const REMEMBERED = 4096;

/** A symbol stands for all words that the phrases cannot tell apart: those that fit the same terms. */
const UNKNOWN = 0;

/** Walks texts through an automaton. Deterministic states are made when a text first needs them, and remembered. */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly lexis: Lexis;
  /** By symbol: states that a phrase's first word leads to. */
  private readonly starts: number[][] = [];
  private readonly startOn: Map<number, number[]>;
  private readonly on: Map<number, number[]>[];
  private readonly negating: Uint8Array;
  private memory = new Memory();

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.lexis = new Lexis(automaton.terms);
    this.on = automaton.states.map((state) => byTerm(state.on));
    this.startOn = new Map();
    for (const pattern of automaton.patterns) {
      for (const [term, next] of this.on[pattern.start] as Map<number, number[]>) append(this.startOn, term, next);
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
    const key = from * this.lexis.symbols.length + symbol;
    const known = memory.steps.get(key);
    if (known !== undefined) return known;
    if (memory.states.length > REMEMBERED) {
      // Start anew, keeping where we are.
      const here = memory.states[from] as readonly number[];
      this.memory = new Memory();
      return this.step(this.memory.place(here, []), symbol);
    }
    const next = new Set<number>(this.startsOn(symbol));
    for (const state of memory.states[from] as readonly number[]) {
      for (const to of this.automaton.states[state]?.any ?? []) next.add(to);
      const on = this.on[state] as Map<number, number[]>;
      if (on.size > 0) for (const term of this.lexis.termsOf(symbol)) for (const to of on.get(term) ?? []) next.add(to);
    }
    const states = [...next].sort((a, b) => a - b);
    const ends = states.map((state) => this.automaton.states[state]?.ends ?? -1).filter((pattern) => pattern >= 0);
    const place = memory.place(states, [...new Set(ends)]);
    memory.steps.set(key, place);
    return place;
  }

  private startsOn(symbol: number): readonly number[] {
    this.starts[symbol] ??= this.lexis.termsOf(symbol).flatMap((term) => this.startOn.get(term) ?? []);
    return this.starts[symbol] as readonly number[];
  }

  private note(found: Map<number, Hit[]>, pattern: number, words: Words, last: number): void {
    const { signal, part, longest, start } = this.automaton.patterns[pattern] as Automaton["patterns"][number];
    const hits = found.get(signal) ?? [];
    found.set(signal, hits);
    const old = hits[part];
    if (old !== undefined && !old.negated) return;
    const first = this.firstWord(start, pattern, words, last, longest);
    const negated = this.negatedAt(words, first);
    if (old === undefined || !negated) {
      hits[part] = { signal, start: words.starts[first] as number, end: words.ends[last] as number, negated };
    }
  }

  /** The nearest word from which the pattern runs to `last`. */
  private firstWord(start: number, pattern: number, words: Words, last: number, longest: number): number {
    for (let first = last; first >= 0 && first > last - longest; first--) {
      if ((words.symbols[first] as number) < 0) break;
      if (this.runs([start], pattern, words, first, last)) return first;
    }
    return last;
  }

  private runs(from: readonly number[], pattern: number, words: Words, first: number, last: number): boolean {
    let states = new Set(from);
    for (let i = first; i <= last; i++) {
      const next = new Set<number>();
      const terms = this.lexis.termsOf(words.symbols[i] as number);
      for (const state of states) {
        for (const to of this.automaton.states[state]?.any ?? []) next.add(to);
        for (const term of terms) for (const to of this.on[state]?.get(term) ?? []) next.add(to);
      }
      states = next;
    }
    return [...states].some((state) => this.automaton.states[state]?.ends === pattern);
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
    const needed = new Map<number, number>();
    for (const { signal, part } of this.automaton.patterns)
      needed.set(signal, Math.max(part + 1, needed.get(signal) ?? 0));
    const hits: Hit[] = [];
    for (const [signal, parts] of found) {
      const whole = Array.from(parts).filter((part) => part !== undefined);
      if (whole.length < (needed.get(signal) as number)) continue;
      hits.push({ ...(whole[0] as Hit), negated: whole.some((part) => part.negated) });
    }
    return hits.sort((a, b) => a.start - b.start || a.signal - b.signal);
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

/** The vocabulary: a letter tree over a-z and 0-9 that tells which terms a word fits, and single CJK characters. */
class Lexis {
  /** By symbol, the terms that fit. */
  readonly symbols: (readonly number[])[] = [[]];
  private readonly symbolOf = new Map<string, number>([["", UNKNOWN]]);
  private readonly kids: number[][] = [[]];
  private readonly atEnd: number[] = [];
  private readonly beyond: number[] = [];
  private readonly ideographs = new Map<number, number>();

  constructor(terms: readonly string[]) {
    const exact: (number | undefined)[] = [];
    const stem: (number | undefined)[] = [];
    terms.forEach((term, number) => {
      const isStem = term.endsWith("*");
      const text = isStem ? term.slice(0, -1) : term;
      if (!/^[a-z0-9]+$/.test(text)) {
        this.ideographs.set(text.charCodeAt(0), this.symbol([number]));
        return;
      }
      let node = 0;
      for (const letter of text) node = this.grow(node, column(letter.charCodeAt(0)));
      (isStem ? stem : exact)[node] = number;
    });
    const label = (node: number, stems: readonly number[]): void => {
      const here = stem[node] === undefined ? stems : [...stems, stem[node]];
      this.beyond[node] = this.symbol(here);
      this.atEnd[node] = this.symbol(exact[node] === undefined ? here : [...here, exact[node]]);
      for (const kid of this.kids[node] as number[]) if (kid !== undefined) label(kid, here);
    };
    label(0, []);
  }

  /** The node after one more letter. Negative: the word has left the tree at `~node`. */
  next(node: number, code: number): number {
    if (node < 0) return node;
    const at = column(code);
    const kid = at < 0 ? undefined : (this.kids[node] as number[])[at];
    return kid === undefined ? ~node : kid;
  }

  symbolAt(node: number): number {
    return (node < 0 ? this.beyond[~node] : this.atEnd[node]) as number;
  }

  ideograph(code: number): number {
    return this.ideographs.get(code) ?? UNKNOWN;
  }

  termsOf(symbol: number): readonly number[] {
    return symbol < 0 ? [] : (this.symbols[symbol] as readonly number[]);
  }

  private grow(node: number, at: number): number {
    const kids = this.kids[node] as number[];
    kids[at] ??= this.kids.push([]) - 1;
    return kids[at] as number;
  }

  private symbol(terms: readonly number[]): number {
    const key = terms.join();
    const known = this.symbolOf.get(key);
    if (known !== undefined) return known;
    this.symbolOf.set(key, this.symbols.length);
    return this.symbols.push(terms) - 1;
  }
}

/** Column of a letter or digit, or -1. */
function column(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 22;
  return -1;
}

function byTerm(pairs: readonly number[]): Map<number, number[]> {
  const map = new Map<number, number[]>();
  for (let i = 0; i < pairs.length; i += 2) append(map, pairs[i] as number, [pairs[i + 1] as number]);
  return map;
}

function append(map: Map<number, number[]>, key: number, values: readonly number[]): void {
  const old = map.get(key);
  if (old) old.push(...values);
  else map.set(key, [...values]);
}
