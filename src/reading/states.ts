import type { Part } from "./phrase.js";

/** The front of every phrase: always open. */
export const START = 0;
/** Instead of a term: a step that any word makes. */
export const ANY = -1;

/**
 * The states of all phrases, laid one after the other. States that are reached by the same steps from the same states
 * are one: phrases that begin alike share their beginning. There are no loops, since gaps are bounded.
 */
export class States {
  private readonly wait: number[] = [0];
  private readonly steps: number[] = [];
  private readonly ends: number[] = [];
  private readonly byOneStep = new Map<number, number>();
  private readonly bySteps = new Map<string, number>();

  /** Adds a phrase's part, which ends in `pattern`. */
  add(parts: readonly Part[], pattern: number, term: (text: string) => number): void {
    const laid = lay(parts, term);
    const known: number[] = [];
    const stateOf = (place: number): number => {
      known[place] ??= place === START ? START : this.state(laid[place] as Laid, stateOf);
      return known[place] as number;
    };
    laid.forEach(({ last }, place) => {
      const state = stateOf(place);
      if (last && state !== START) this.ends.push(state, pattern);
    });
  }

  /** All states, those first that wait, so that what is looked at most lies together; those of the front in the middle. */
  inOrder(): Ordered {
    const { wait, steps, ends } = this;
    const behind = new Uint8Array(wait.length);
    for (let i = 0; i < steps.length; i += 3) if (steps[i] !== START) behind[steps[i + 2] as number] = 1;
    const rankOf = (state: number) => {
      if (state === START) return 0;
      if (behind[state] === 0) return wait[state] !== 0 ? 2 : 3;
      return wait[state] !== 0 ? 1 : 4;
    };
    const ranks = wait.map((_, state) => rankOf(state));
    const places = [0, 1, 2, 3, 4].map((rank) => ranks.filter((one) => one < rank).length);
    const front = places.slice(2) as [number, number, number];
    const numberOf = ranks.map((rank) => {
      const place = places[rank] as number;
      places[rank] = place + 1;
      return place;
    });
    const ordered: number[] = [];
    for (const [state, number] of numberOf.entries()) ordered[number] = wait[state] as number;
    return {
      wait: ordered,
      steps: steps.map((one, i) => (i % 3 === 1 ? one : (numberOf[one] as number))),
      ends: ends.map((one, i) => (i % 2 === 1 ? one : (numberOf[one] as number))),
      front,
    };
  }

  private state({ from, wait }: Laid, stateOf: (place: number) => number): number {
    if (from.length === 2) {
      const [left, by] = [stateOf(from[0] as number), from[1] as number];
      const key = ((by + 1) * MOST_STATES + left) * MOST_WAIT + wait;
      const found = this.byOneStep.get(key);
      if (found !== undefined) return found;
      const made = this.make([left, by], wait);
      this.byOneStep.set(key, made);
      return made;
    }
    const steps: [number, number][] = [];
    for (let i = 0; i < from.length; i += 2) steps.push([stateOf(from[i] as number), from[i + 1] as number]);
    steps.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    // What begins last counts: where a word can begin a phrase, it does not matter what else it goes on with.
    const begins = new Set(steps.filter(([left]) => left === START).map(([, by]) => by));
    const apart = steps
      .filter(([left, by], i) => left !== steps[i - 1]?.[0] || by !== steps[i - 1]?.[1])
      .filter(([left, by]) => left === START || !begins.has(by))
      .flat();
    const key = `${wait} ${apart.join()}`;
    const found = this.bySteps.get(key);
    if (found !== undefined) return found;
    const made = this.make(apart, wait);
    this.bySteps.set(key, made);
    return made;
  }

  private make(from: readonly number[], wait: number): number {
    const made = this.wait.push(wait) - 1;
    for (let i = 0; i < from.length; i += 2) this.steps.push(from[i] as number, from[i + 1] as number, made);
    return made;
  }
}

/** States by number, START being the first. */
export interface Ordered {
  /** By state: so many words of any kind may come before the next step. */
  readonly wait: readonly number[];
  /** Triples: the state left, the term, the state reached. */
  readonly steps: readonly number[];
  /** Pairs: a state, and the pattern that is complete there. */
  readonly ends: readonly number[];
  /** See Automaton. */
  readonly front: readonly [number, number, number];
}

/** Keys stay below 2 ** 53 with so many states, waits, and as many terms. */
const MOST_STATES = 2 ** 24;
const MOST_WAIT = 16;

/** A state of one phrase: pairs of a state that leads to it and the term of that step. */
interface Laid {
  readonly from: number[];
  /** Whether any word leads on from it. */
  leads: boolean;
  wait: number;
  last: boolean;
}

/** The states of one phrase; the first is where it begins. */
function lay(phrase: readonly Part[], term: (text: string) => number): readonly Laid[] {
  const laid: Laid[] = [];
  const state = () => laid.push({ from: [], leads: false, wait: 0, last: false }) - 1;
  const step = (left: number, by: number, reached: number) => {
    laid[reached]?.from.push(left, by);
    if (by !== ANY) (laid[left] as Laid).leads = true;
  };

  /** Lays `parts` from each of the states `from`, the last one into `to` if that is given; gives the states that they end in. */
  const layAll = (parts: readonly Part[], from: readonly number[], to?: number): readonly number[] =>
    parts.reduce((at, part, i) => layOne(part, at, i === parts.length - 1 ? to : undefined), from);
  const layOne = (part: Part, from: readonly number[], end?: number): readonly number[] => {
    if (part.kind === "gap") return wait(from, part.most);
    const to = end ?? state();
    if (part.kind === "word") {
      for (const at of from) step(at, term(part.stem ? `${part.text}*` : part.text), to);
      return [to];
    }
    for (const option of part.options) if (option.length > 0) layAll(option, from, to);
    return part.options.some((option) => option.length === 0) ? [...new Set([...from, to])] : [to];
  };
  /** A state that leads nowhere yet can count words itself; one that does, or counts already, gets a chain of states behind it. */
  const wait = (from: readonly number[], most: number): readonly number[] => {
    const reached = [...from];
    const plain = (at: number) => !laid[at]?.leads && laid[at]?.wait === 0;
    const chained = from.filter((at) => !plain(at));
    for (const at of from.filter(plain)) (laid[at] as Laid).wait = most;
    // What already waits may do so to the end before this gap begins.
    const longest = most + Math.max(0, ...chained.map((at) => (laid[at] as Laid).wait));
    let last: readonly number[] = [];
    for (let i = longest; i > 0 && chained.length > 0; i--) {
      const next = state();
      for (const at of last) step(at, ANY, next);
      for (const at of chained) if (i === most + (laid[at] as Laid).wait) step(at, ANY, next);
      reached.push(next);
      last = [next];
    }
    return reached;
  };

  for (const at of layAll(phrase, [state()])) (laid[at] as Laid).last = true;
  return laid;
}
