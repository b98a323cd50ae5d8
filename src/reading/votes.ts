import type { Automaton } from "./automaton.js";

/** What signals add to the log-odds of values, in flat tables, so that stored ones are there at once. */
export interface Votes {
  /** Facts and values that are spoken for. */
  readonly targets: readonly (readonly [fact: string, value: string])[];
  /** By signal: where its votes begin; one more than there are signals. */
  readonly first: Int32Array;
  /** Pairs of a target's place and hundredths of log-odds. */
  readonly votes: Int32Array;
}

/** Hundredths to one. */
export const WHOLE = 100;

/** What one signal says: values and log-odds. */
export type Said = readonly (readonly [fact: string, value: string, weight: number])[];

/** Puts what signals say, in their order, in tables. */
export function tableOf(said: Iterable<Said>): Votes {
  const placeOf = new Map<string, number>();
  const targets: [string, string][] = [];
  const first = [0];
  const votes: number[] = [];
  for (const one of said) {
    for (const [fact, value, weight] of one) {
      const key = `${fact} ${value}`;
      const place = placeOf.get(key) ?? targets.push([fact, value]) - 1;
      placeOf.set(key, place);
      votes.push(place, Math.round(weight * WHOLE));
    }
    first.push(votes.length);
  }
  return { targets, first: Int32Array.from(first), votes: Int32Array.from(votes) };
}

const own = new WeakMap<Automaton, Votes>();

/** The votes where none were fitted: every signal speaks for the value that it is written under. */
export function ownVotes(automaton: Automaton): Votes {
  const known = own.get(automaton);
  if (known) return known;
  const made = tableOf(automaton.signals.map(({ fact, value, weight }): Said => [[fact, value, weight]]));
  own.set(automaton, made);
  return made;
}

/** Adds up what signals say, text by text. */
export class Tally {
  readonly votes: Votes;
  private readonly sums: Float64Array;

  constructor(votes: Votes) {
    this.votes = votes;
    this.sums = new Float64Array(votes.targets.length);
  }

  clear(): void {
    this.sums.fill(0);
  }

  add(signal: number): void {
    const { first, votes } = this.votes;
    const end = first[signal + 1] as number;
    for (let i = first[signal] as number; i < end; i += 2)
      (this.sums[votes[i] as number] as number) += votes[i + 1] as number;
  }

  /** Log-odds by fact and value; what nothing speaks for or against is left out. */
  scores(): Record<string, Record<string, number>> {
    const scores: Record<string, Record<string, number>> = {};
    for (let place = 0; place < this.sums.length; place++) {
      const sum = this.sums[place] as number;
      if (sum === 0) continue;
      const [fact, value] = this.votes.targets[place] as readonly [string, string];
      scores[fact] ??= {};
      (scores[fact] as Record<string, number>)[value] = sum / WHOLE;
    }
    return scores;
  }
}
