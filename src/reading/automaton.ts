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

/**
 * All signals of all languages as one machine over words. A term is a folded word, or a stem with "*" behind it.
 * Its states form no loops, since gaps are bounded. Tables are flat, so that a stored one is there at once.
 */
export interface Automaton {
  readonly signals: readonly Signal[];
  readonly terms: readonly string[];
  /** Pairs of a term and the state that it leads to; those of state n stand from `first[n]` to `first[n + 1]`. */
  readonly edges: Int32Array;
  readonly first: Int32Array;
  /** By state: so many words of any kind may come before the next step. */
  readonly wait: Uint8Array;
  /** By state: the pattern that is complete there, or -1. */
  readonly ends: Int32Array;
  /** States that any word at all leads on from, and where to. */
  readonly any: Readonly<Record<number, readonly number[]>>;
  /** Runs of words: PATTERN numbers each. A signal with `+` has several, which must all occur. */
  readonly patterns: Int32Array;
  /** Terms that negate what follows. */
  readonly negators: readonly number[];
}

/** What the numbers of a pattern are: its signal, which part of it, its first state, the most words that it takes. */
export const PATTERN = { signal: 0, part: 1, start: 2, longest: 3, size: 4 } as const;

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
  const states: Open[] = [];
  const state = () => states.push({ on: [] }) - 1;
  const patterns: number[] = [];

  /** Lays `parts` from each of the states `from`, the last one into `to` if that is given; gives the states that they end in. */
  const lay = (parts: readonly Part[], from: readonly number[], to?: number): readonly number[] =>
    parts.reduce((at, part, i) => layOne(part, at, i === parts.length - 1 ? to : undefined), from);
  const layOne = (part: Part, from: readonly number[], to = -1): readonly number[] => {
    if (part.kind === "gap") return wait(from, part.most);
    const end = to < 0 ? state() : to;
    if (part.kind === "word") {
      for (const at of from) states[at]?.on.push(term(part.stem ? `${part.text}*` : part.text), end);
      return [end];
    }
    for (const option of part.options) if (option.length > 0) lay(option, from, end);
    return part.options.some((option) => option.length === 0) ? [...new Set([...from, end])] : [end];
  };
  /** A state that leads nowhere yet can count words itself; one that does gets a chain of states behind it. */
  const wait = (from: readonly number[], most: number): readonly number[] => {
    const plain = from.filter((at) => states[at]?.on.length === 0 && states[at]?.wait === undefined);
    for (const at of plain) (states[at] as Open).wait = most;
    const reached = [...from];
    let last = from.filter((at) => !plain.includes(at));
    for (let i = 0; i < most && last.length > 0; i++) {
      const next = state();
      for (const at of last) (states[at] as Open).any = [...((states[at] as Open).any ?? []), next];
      reached.push(next);
      last = [next];
    }
    return reached;
  };

  signals.forEach((signal, number) => {
    parsePhrase(signal.phrase, lexicon).forEach((parts, part) => {
      const start = state();
      const pattern = patterns.push(number, part, start, longest(parts)) / PATTERN.size - 1;
      for (const end of lay(parts, [start])) (states[end] as Open).ends = pattern;
    });
  });
  const negators = lexicon.negators.flatMap((word) => tokenise(word).slice(0, 1).map(term));
  const first = [0];
  for (const { on } of states) first.push((first.at(-1) as number) + on.length);
  return {
    signals,
    terms,
    edges: Int32Array.from(states.flatMap(({ on }) => on)),
    first: Int32Array.from(first),
    wait: Uint8Array.from(states, (one) => one.wait ?? 0),
    ends: Int32Array.from(states, (one) => one.ends ?? -1),
    any: Object.fromEntries(states.flatMap(({ any }, i) => (any ? [[i, any]] : []))),
    patterns: Int32Array.from(patterns),
    negators,
  };
}

/** The steps of all states sorted by term: where each term's begin, and pairs of the state left and the state reached. */
export function stepsByTerm({ terms, edges, first }: Automaton): [Int32Array, Int32Array] {
  const firstStep = new Int32Array(terms.length + 1);
  for (let i = 0; i < edges.length; i += 2)
    firstStep[(edges[i] as number) + 1] = (firstStep[(edges[i] as number) + 1] as number) + 2;
  for (let term = 0; term < terms.length; term++)
    firstStep[term + 1] = (firstStep[term + 1] as number) + (firstStep[term] as number);
  const place = firstStep.slice();
  const steps = new Int32Array(edges.length);
  for (let state = 0; state + 1 < first.length; state++) {
    for (let i = first[state] as number; i < (first[state + 1] as number); i += 2) {
      const at = place[edges[i] as number] as number;
      place[edges[i] as number] = at + 2;
      steps[at] = state;
      steps[at + 1] = edges[i + 1] as number;
    }
  }
  return [firstStep, steps];
}

/** A state that is still being made. */
interface Open {
  readonly on: number[];
  any?: number[];
  wait?: number;
  ends?: number;
}

function longest(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part.kind === "word") return sum + 1;
    if (part.kind === "gap") return sum + part.most;
    return sum + Math.max(...part.options.map(longest));
  }, 0);
}
