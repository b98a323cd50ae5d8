import { WHOLE } from "../core/hearing.js";
import type { Automaton } from "./automaton.js";

/** What signals add to the log-odds of values, in flat tables, so that stored ones are there at once. */
export interface Votes {
  /** Facts and values that are spoken for. */
  readonly targets: readonly (readonly [fact: string, value: string])[];
  /** By signal: where its votes begin; one more than there are signals. */
  readonly first: Int32Array;
  /** Pairs of a target's place and hundredths of log-odds. Small, so that much of it stays near the processor. */
  readonly votes: Int16Array;
}

/** More hundredths count as these. */
const MOST = 2 ** 15 - 1;

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
      votes.push(place, Math.max(-MOST, Math.min(Math.round(weight * WHOLE), MOST)));
    }
    first.push(votes.length);
  }
  return { targets, first: Int32Array.from(first), votes: Int16Array.from(votes) };
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
