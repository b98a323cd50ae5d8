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

/** What is known of a signal once it was met, in one number: whether a "not" denies it, and where in the bits its fact and its own target stand. */
const [MET, DENIABLE, FACT, TARGET] = [1, 2, 2, 12];
const FACTS = 2 ** (TARGET - FACT);

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
    this.traits = new Int32Array(automaton.signals.length);
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
      const trait = (traits[signal] as number) || this.meet(signal);
      if (negated[i] === 1 && (trait & DENIABLE) !== 0) continue;
      finds.move(i, kept++);
      spoken[(trait >> FACT) & (FACTS - 1)] = true;
      const target = (trait >> TARGET) - 1;
      const end = first[signal + 1] as number;
      for (let vote = first[signal] as number; vote < end; vote += 2) {
        const to = votes[vote] as number;
        const hundredths = votes[vote + 1] as number;
        sums[to] = (sums[to] as number) + hundredths;
        if (to === target) own[to] = (own[to] as number) + hundredths;
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
    return ((this.traits[signal] as number) >> TARGET) - 1 === target;
  }

  private meet(signal: number): number {
    const { fact, value } = this.signals[signal] as Signal;
    const target = this.targets.findIndex(([to, its]) => to === fact && its === value);
    const made = MET + (UNDENIED.has(fact) ? 0 : DENIABLE) + (this.numberOf(fact) << FACT) + ((target + 1) << TARGET);
    this.traits[signal] = made;
    return made;
  }

  private numberOf(fact: string): number {
    const known = this.numbers.get(fact);
    if (known !== undefined) return known;
    this.numbers.set(fact, this.numbers.size);
    return this.spoken.push(false) - 1;
  }
}
