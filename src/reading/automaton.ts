import { type Lexicon, parsePhrase } from "./phrase.js";
import { ANY, START, States } from "./states.js";
import { tokenise } from "./tokens.js";
import { vocabulary } from "./vocabulary.js";

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
 * Its states form no loops, since gaps are bounded. Tables are flat, so that a stored one is there at once: a table
 * `first…` says where the part of each term or state begins in the table beside it, and has one number more than
 * there are parts.
 */
export interface Automaton {
  readonly signals: readonly Signal[];
  readonly terms: readonly string[];
  /** Finds the terms that a word fits: see vocabulary.ts. */
  readonly vocabulary: Int32Array;
  /** By term: the states that it leads to from the front of a phrase. */
  readonly firstStart: Int32Array;
  readonly starts: Int32Array;
  /** By term: the steps from states that wait, pairs of the state left and the state reached. */
  readonly firstLate: Int32Array;
  readonly late: Int32Array;
  /** State numbers each, and those of one more that there is not: where the parts of a state begin in the tables below. */
  readonly states: Int32Array;
  /** By state: the steps that only the very next word can make, pairs of a term (or ANY, which comes first) and a state. */
  readonly next: Int32Array;
  /** By state: the patterns that are complete there. */
  readonly ends: Int32Array;
  /** By state: so many words of any kind may come before the next step. */
  readonly wait: Uint8Array;
  /** States that are reached from the front alone: those that wait, from the first of these numbers up to the second, then others up to the third. */
  readonly front: readonly [number, number, number];
  /** Runs of words: Pattern numbers each. A signal with `+` has several, which must all occur, or not. */
  readonly patterns: Int32Array;
  /** Terms that negate what follows. */
  readonly negators: readonly number[];
}

/** What the numbers of a state are: where its steps in `next` begin, and its patterns in `ends`. */
export enum State {
  next = 0,
  ends = 1,
  size = 2,
}

/** What the numbers of a pattern are: its signal, and which part of it; `~part` where that must not occur. */
export enum Pattern {
  signal = 0,
  part = 1,
  size = 2,
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
  const states = new States();
  const patterns: number[] = [];
  signals.forEach((signal, number) => {
    parsePhrase(signal.phrase, lexicon).forEach(({ parts, absent }, part) => {
      states.add(parts, patterns.push(number, absent ? ~part : part) / Pattern.size - 1, term);
    });
  });
  const negators = lexicon.negators.flatMap((word) => tokenise(word).slice(0, 1).map(term));

  const { wait, steps, ends, front } = states.inOrder();
  const [starts, late, next]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < steps.length; i += 3) {
    const [left, by, reached] = steps.slice(i, i + 3) as [number, number, number];
    if (left === START) {
      // Whatever may be left out before the first word, a phrase begins with that word.
      if (by !== ANY) starts.push(by, reached);
    } else if (by !== ANY && wait[left] !== 0) late.push(by, left, reached);
    else next.push(left, by, reached);
  }
  const [firstStart, sortedStarts] = sorted(starts, 2, terms.length);
  const [firstLate, sortedLate] = sorted(late, 3, terms.length);
  const [firstNext, sortedNext] = sorted(next, 3, wait.length);
  const [firstEnd, sortedEnds] = sorted(ends, 2, wait.length);
  byFirst(firstNext, sortedNext);
  return {
    signals,
    terms,
    vocabulary: vocabulary(terms),
    firstStart,
    starts: sortedStarts,
    firstLate,
    late: sortedLate,
    states: Int32Array.from({ length: firstNext.length * State.size }, (_, i) =>
      Number((i % State.size === State.next ? firstNext : firstEnd)[Math.floor(i / State.size)]),
    ),
    next: sortedNext,
    ends: sortedEnds,
    wait: Uint8Array.from(wait),
    front,
    patterns: Int32Array.from(patterns),
    negators,
  };
}

/** Sorts records of `size` numbers by the first of them, 0 to `count`, and leaves that one out: where each begins, and the rest. */
function sorted(records: readonly number[], size: number, count: number): [Int32Array, Int32Array] {
  const first = new Int32Array(count + 1);
  for (let i = 0; i < records.length; i += size) (first[(records[i] as number) + 1] as number) += size - 1;
  for (let i = 0; i < count; i++) (first[i + 1] as number) += first[i] as number;
  const place = first.slice();
  const rest = new Int32Array((records.length / size) * (size - 1));
  for (let i = 0; i < records.length; i += size) {
    const key = records[i] as number;
    for (let k = 1; k < size; k++) {
      const at = place[key] as number;
      place[key] = at + 1;
      rest[at] = records[i + k] as number;
    }
  }
  return [first, rest];
}

/** Sorts the pairs of each part by their first number. */
function byFirst(first: Int32Array, pairs: Int32Array): void {
  for (let part = 0; part + 1 < first.length; part++) {
    const [from, to] = [first[part] as number, first[part + 1] as number];
    if (to - from <= 2) continue;
    const own = Array.from({ length: (to - from) / 2 }, (_, i) => [
      pairs[from + 2 * i] as number,
      pairs[from + 2 * i + 1] as number,
    ]);
    own.sort((a, b) => (a[0] as number) - (b[0] as number));
    pairs.set(own.flat(), from);
  }
}
