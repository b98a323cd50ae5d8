import type { Part, Run } from "../reading/phrase.js";

/** A phrase that is compared with others: its runs, and how much it weighs. */
export interface Weighted {
  readonly runs: readonly Run[];
  readonly weight: number;
}

/** A phrase that adds nothing, and the one that is found wherever it is; both by their places in the list. */
export interface Covered {
  readonly phrase: number;
  readonly by: number;
}

/** A run of words as a machine: where each word leads, and where it is complete. */
interface Machine {
  readonly states: readonly { readonly words: readonly Step[]; readonly any: readonly number[] }[];
  readonly ends: ReadonlySet<number>;
  /** What every match begins with: a phrase without these words cannot hold one. */
  readonly words: readonly Step[];
}

interface Step {
  readonly text: string;
  readonly stem: boolean;
  readonly to: number;
}

/**
 * Of phrases for one value, those of which every match holds a match of another one that is at least as strong. Where
 * two match the same, the later one is told. A phrase covers another if no way through the other's machine avoids its end.
 */
export function covered(phrases: readonly Weighted[]): Covered[] {
  const machines = phrases.map(({ runs }) => runs.filter(({ absent }) => !absent).map(({ parts }) => machineOf(parts)));
  const covers = (by: number, phrase: number): boolean => {
    const [one, other] = [phrases[by] as Weighted, phrases[phrase] as Weighted];
    // What must not be found only makes fewer matches, of which nothing more is known.
    if (one.runs.some(({ absent }) => absent)) return false;
    if (one.weight * other.weight <= 0 || Math.abs(one.weight) < Math.abs(other.weight)) return false;
    return (machines[by] as Machine[]).every((part) =>
      (machines[phrase] as Machine[]).some((whole) => holds(whole, part)),
    );
  };
  const begin = beginnings(machines);
  return phrases.flatMap((_, phrase) => {
    const near = [...begin(machines[phrase] as Machine[])].sort((a, b) => a - b);
    const by = near.find(
      (other) => other !== phrase && covers(other, phrase) && (other < phrase || !covers(phrase, other)),
    );
    return by === undefined ? [] : [{ phrase, by }];
  });
}

/** Whether a phrase asks for what it forbids: wherever the one run is found, so is the other. */
export const deniesItself = (runs: readonly Run[]): boolean =>
  runs.some(
    ({ parts, absent }) =>
      absent && runs.some((other) => !other.absent && holds(machineOf(other.parts), machineOf(parts))),
  );

/** Finds the phrases that begin with a word of another one: only these can be in it. */
function beginnings(machines: readonly (readonly Machine[])[]): (whole: readonly Machine[]) => ReadonlySet<number> {
  const words = new Map<string, number[]>();
  const stems = new Map<string, { readonly text: string; readonly phrase: number }[]>();
  machines.forEach(([first], phrase) => {
    for (const { text, stem } of first?.states[0]?.words ?? []) {
      if (stem) stems.set(text.charAt(0), [...(stems.get(text.charAt(0)) ?? []), { text, phrase }]);
      else words.set(text, [...(words.get(text) ?? []), phrase]);
    }
  });
  return (whole) => {
    const found = new Set<number>();
    for (const { text, stem } of whole.flatMap((one) => one.words)) {
      if (!stem) for (const phrase of words.get(text) ?? []) found.add(phrase);
      for (const other of stems.get(text.charAt(0)) ?? []) if (text.startsWith(other.text)) found.add(other.phrase);
    }
    return found;
  };
}

function machineOf(parts: readonly Part[]): Machine {
  const states: { words: Step[]; any: number[] }[] = [];
  const state = () => states.push({ words: [], any: [] }) - 1;
  const lay = (some: readonly Part[], from: readonly number[]): readonly number[] => some.reduce(layOne, from);
  const layOne = (from: readonly number[], part: Part): readonly number[] => {
    if (part.kind === "choice") return [...new Set(part.options.flatMap((option) => lay(option, from)))];
    if (part.kind === "word") {
      const to = state();
      for (const at of from) states[at]?.words.push({ text: part.text, stem: part.stem, to });
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
  const ends = new Set(lay(parts, [state()]));
  return { states, ends, words: states.flatMap(({ words }) => words) };
}

/** Whether every run of words that `whole` matches has one in it that `part` matches. */
function holds(whole: Machine, part: Machine): boolean {
  const first = part.states[0]?.words ?? [];
  if (!first.some((step) => whole.words.some((other) => fits(other, step)))) return false;
  /** States of `part` after one more word; null once it is complete. A match may begin at every word. */
  const after = (from: readonly number[], word: Step | null): readonly number[] | null => {
    const next = new Set<number>();
    for (const at of [...from, 0]) {
      const state = part.states[at] as Machine["states"][number];
      for (const to of state.any) next.add(to);
      if (word !== null) for (const step of state.words) if (fits(word, step)) next.add(step.to);
    }
    const reached = [...next].sort((a, b) => a - b);
    return reached.some((at) => part.ends.has(at)) ? null : reached;
  };
  const seen = new Set<string>();
  const waiting: (readonly [number, readonly number[]])[] = [[0, []]];
  for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
    const [at, from] = top;
    const key = `${at}:${from.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    // `part` was not found on the way here, and here `whole` is complete.
    if (whole.ends.has(at)) return false;
    const state = whole.states[at] as Machine["states"][number];
    const go = (to: number, word: Step | null) => {
      const then = after(from, word);
      if (then !== null) waiting.push([to, then]);
    };
    for (const to of state.any) go(to, null);
    for (const step of state.words) go(step.to, step);
  }
  return true;
}

/** Whether every word that fits `word` fits `other`. A stem stands for any ending. */
const fits = (word: Step, other: Step): boolean =>
  other.stem ? word.text.startsWith(other.text) : !word.stem && word.text === other.text;
