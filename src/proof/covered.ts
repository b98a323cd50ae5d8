import type { Automaton, Pattern, State } from "../reading/automaton.js";

/** A signal that adds nothing, and the one that is found wherever it is. */
export interface Covered {
  readonly signal: number;
  readonly by: number;
}

/**
 * Of some signals for one value: those of which every match holds a match of another one that is at least as strong.
 * Where two match the same, the later one is told. Decided on the states of the automaton: a signal covers another
 * if no way through the other's states avoids its end.
 */
export function covered(automaton: Automaton, signals: readonly number[]): Covered[] {
  const patterns = new Map<number, number[]>(signals.map((signal) => [signal, []]));
  automaton.patterns.forEach(({ signal }, i) => void patterns.get(signal)?.push(i));
  const weight = (signal: number) => automaton.signals[signal]?.weight ?? 0;
  const covers = (by: number, signal: number) =>
    weight(by) * weight(signal) > 0 &&
    Math.abs(weight(by)) >= Math.abs(weight(signal)) &&
    (patterns.get(by) ?? []).every((part) =>
      (patterns.get(signal) ?? []).some((other) => holds(automaton, other, part)),
    );
  return signals.flatMap((signal, i) => {
    const by = signals.find(
      (other, k) => other !== signal && covers(other, signal) && (k < i || !covers(signal, other)),
    );
    return by === undefined ? [] : [{ signal, by }];
  });
}

/** Whether every run of words that `whole` matches has one in it that `part` matches. */
function holds({ states, terms, patterns }: Automaton, wholeAt: number, partAt: number): boolean {
  const whole = patterns[wholeAt] as Pattern;
  const part = patterns[partAt] as Pattern;
  const state = (at: number) => states[at] as State;
  /** States of `part` after one more word. A match may begin at every word. `term` is null for any word at all. */
  const step = (from: readonly number[], term: string | null): readonly number[] | null => {
    const next = new Set<number>();
    for (const at of [...from, part.start]) {
      for (const to of state(at).any) next.add(to);
      const { on } = state(at);
      for (let i = 0; i < on.length; i += 2) {
        if (term !== null && fits(term, terms[on[i] as number] as string)) next.add(on[i + 1] as number);
      }
    }
    const reached = [...next].sort((a, b) => a - b);
    return reached.some((at) => state(at).ends === partAt) ? null : reached;
  };
  const seen = new Set<string>();
  const waiting: (readonly [number, readonly number[]])[] = [[whole.start, []]];
  for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
    const [at, from] = top;
    const key = `${at}:${from.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    // `part` was not found on the way here, and here `whole` is complete.
    if (state(at).ends === wholeAt) return false;
    const go = (to: number, term: string | null) => {
      const then = step(from, term);
      if (then !== null) waiting.push([to, then]);
    };
    for (const to of state(at).any) go(to, null);
    const { on } = state(at);
    for (let i = 0; i < on.length; i += 2) go(on[i + 1] as number, terms[on[i] as number] as string);
  }
  return true;
}

/** Whether every word that fits `term` fits `other`. A stem's "*" stands for any ending. */
const fits = (term: string, other: string): boolean =>
  term === other || (other.endsWith("*") && term.replace("*", "").startsWith(other.slice(0, -1)));
