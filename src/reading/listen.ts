import type { Target, Told } from "../core/hearing.js";
import { ASKED } from "../core/reading.js";
import type { Automaton, Signal } from "./automaton.js";
import type { Finds } from "./finds.js";
import { Matcher } from "./matcher.js";
import { ownVotes, type Votes } from "./votes.js";

/**
 * What a text is about is not denied by a "not" before it: "I have not got my reimbursement" is about one. Nor is what a
 * refusal asks for: "did not include a root cause".
 */
const UNDENIED = new Set(["issue", "group", "scope", "word", ASKED]);

/** What is known of a signal once it was met: whether a "not" denies it, its fact, its own target and what it says for that. */
const TRAIT = { met: 0, fact: 1, target: 2, weight: 3, size: 4 } as const;
const [UNDENIABLE, DENIABLE] = [1, 2];

/** Finds signals and adds up what they say, text by text; nothing is named. What it says holds until the next text. */
export class Listener implements Told {
  readonly targets: readonly Target[];
  readonly sums: Int32Array;
  readonly own: Int32Array;
  readonly votes: Votes;
  private readonly signals: readonly Signal[];
  private readonly matcher: Matcher;
  private readonly traits: Int32Array;
  /** Numbers of facts, those of targets and others. */
  private readonly numbers = new Map<string, number>();
  /** By target: the number of its fact. */
  private readonly factOf: readonly number[];
  /** By the number of a fact: whether the text speaks of it. */
  private readonly spoken: boolean[] = [];

  constructor(automaton: Automaton, votes: Votes = ownVotes(automaton)) {
    this.votes = votes;
    this.targets = votes.targets;
    this.sums = new Int32Array(votes.targets.length);
    this.own = new Int32Array(votes.targets.length);
    this.signals = automaton.signals;
    this.matcher = new Matcher(automaton);
    this.traits = new Int32Array(automaton.signals.length * TRAIT.size);
    this.factOf = votes.targets.map(([fact]) => this.numberOf(fact));
  }

  /** The signals of a text that count, in the order of the text. */
  listen(text: string): Finds {
    const { traits, sums, own, spoken } = this;
    const { first, votes } = this.votes;
    const finds = this.matcher.search(text);
    const { signals, negated } = finds;
    sums.fill(0);
    own.fill(0);
    spoken.fill(false);
    let kept = 0;
    for (let i = 0; i < finds.length; i++) {
      const signal = signals[i] as number;
      const at = signal * TRAIT.size;
      if (traits[at + TRAIT.met] === 0) this.meet(signal, at);
      if (negated[i] === 1 && traits[at + TRAIT.met] === DENIABLE) continue;
      finds.move(i, kept++);
      spoken[traits[at + TRAIT.fact] as number] = true;
      const target = traits[at + TRAIT.target] as number;
      if (target >= 0) own[target] = (own[target] as number) + (traits[at + TRAIT.weight] as number);
      const end = first[signal + 1] as number;
      for (let vote = first[signal] as number; vote < end; vote += 2) {
        const to = votes[vote] as number;
        sums[to] = (sums[to] as number) + (votes[vote + 1] as number);
      }
    }
    finds.length = kept;
    return finds;
  }

  isSpoken(target: number): boolean {
    return this.spoken[this.factOf[target] as number] === true;
  }

  /** Whether a signal that was found was written for a target. */
  isOwn(signal: number, target: number): boolean {
    return this.traits[signal * TRAIT.size + TRAIT.target] === target;
  }

  private meet(signal: number, at: number): void {
    const { traits, targets } = this;
    const { first, votes } = this.votes;
    const { fact, value } = this.signals[signal] as Signal;
    traits[at + TRAIT.met] = UNDENIED.has(fact) ? UNDENIABLE : DENIABLE;
    traits[at + TRAIT.fact] = this.numberOf(fact);
    traits[at + TRAIT.target] = -1;
    for (let vote = first[signal] as number; vote < (first[signal + 1] as number); vote += 2) {
      const target = votes[vote] as number;
      const [to, its] = targets[target] as Target;
      if (to !== fact || its !== value) continue;
      traits[at + TRAIT.target] = target;
      traits[at + TRAIT.weight] = (traits[at + TRAIT.weight] as number) + (votes[vote + 1] as number);
    }
  }

  private numberOf(fact: string): number {
    const known = this.numbers.get(fact);
    if (known !== undefined) return known;
    this.numbers.set(fact, this.numbers.size);
    return this.spoken.push(false) - 1;
  }
}
