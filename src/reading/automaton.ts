import { type Lexicon, type Part, parsePhrase } from "./phrase.js";
import { tokenise } from "./tokens.js";

/** A phrase that, found in a text, is evidence for a value of a fact. */
export interface Signal {
  readonly fact: string;
  readonly value: string;
  readonly phrase: string;
  /** Log-odds that it adds. */
  readonly weight: number;
  readonly lang: string;
}

/** A step of a phrase: on these words go to those states. */
export interface State {
  /** Pairs of term and next state, flat. */
  readonly on: readonly number[];
  /** Next states on any word at all. */
  readonly any: readonly number[];
  /** The pattern that is complete here, or -1. */
  readonly ends: number;
}

/** One run of words of a signal; a signal with `+` has several, which must all occur. */
export interface Pattern {
  readonly signal: number;
  readonly part: number;
  /** First state. */
  readonly start: number;
  /** Most words that a match takes. */
  readonly longest: number;
}

/**
 * All signals of all languages as one machine over words: plain JSON. A term is a folded word, or a stem
 * with "*" behind it. Its states form no loops, since gaps are bounded.
 */
export interface Automaton {
  readonly signals: readonly Signal[];
  readonly terms: readonly string[];
  readonly states: readonly State[];
  readonly patterns: readonly Pattern[];
  /** Terms that negate what follows. */
  readonly negators: readonly number[];
}

/** Compiles signals into one automaton. Throws PhraseError where a phrase cannot be read. */
export function build(signals: readonly Signal[], lexicon: Lexicon): Automaton {
  const terms: string[] = [];
  const termOf = new Map<string, number>();
  const term = (text: string): number => {
    const known = termOf.get(text);
    if (known !== undefined) return known;
    termOf.set(text, terms.length);
    return terms.push(text) - 1;
  };
  const states: { on: number[]; any: number[]; ends: number }[] = [];
  const state = () => states.push({ on: [], any: [], ends: -1 }) - 1;
  const patterns: Pattern[] = [];

  /** Lays `parts` from each of the states `from`; gives the states that they end in. */
  const lay = (parts: readonly Part[], from: readonly number[]): number[] =>
    parts.reduce((at, part) => layOne(part, at), [...from]);
  const layOne = (part: Part, from: number[]): number[] => {
    if (part.kind === "choice") return [...new Set(part.options.flatMap((option) => lay(option, from)))];
    if (part.kind === "word") {
      const to = state();
      for (const at of from) states[at]?.on.push(term(part.stem ? `${part.text}*` : part.text), to);
      return [to];
    }
    const reached = [...from];
    let last = from;
    for (let i = 0; i < part.most; i++) {
      const to = state();
      for (const at of last) states[at]?.any.push(to);
      reached.push(to);
      last = [to];
    }
    return reached;
  };

  signals.forEach((signal, number) => {
    parsePhrase(signal.phrase, lexicon).forEach((parts, part) => {
      const start = state();
      const pattern = patterns.push({ signal: number, part, start, longest: longest(parts) }) - 1;
      for (const end of lay(parts, [start])) (states[end] as { ends: number }).ends = pattern;
    });
  });
  const negators = lexicon.negators.flatMap((word) => tokenise(word).slice(0, 1).map(term));
  return { signals, terms, states, patterns, negators };
}

function longest(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part.kind === "word") return sum + 1;
    if (part.kind === "gap") return sum + part.most;
    return sum + Math.max(...part.options.map(longest));
  }, 0);
}
