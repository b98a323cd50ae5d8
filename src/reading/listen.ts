// Over 200 lines: one walk over what was found, which all its steps share.
import { type Halves, type Target, WHOLE } from "../core/hearing.js";
import type { Members } from "../core/posterior.js";
import { ASKED } from "../core/reading.js";
import type { Automaton, Signal } from "./automaton.js";
import { SIGN } from "./cautions.js";
import { Cuts, MOST_CUTS } from "./cuts.js";
import { type Banded, Clock, type Elapsed } from "./elapsed.js";
import type { Finds } from "./finds.js";
import { Matcher } from "./matcher.js";
import { Moot } from "./moot.js";
import { LOWER_FIRST, Rows } from "./rows.js";
import { ownVotes, type Votes } from "./votes.js";

/**
 * What a text is about is not denied by a "not" before it: "I have not got my reimbursement" is about one. Nor is what a
 * refusal asks for: "did not include a root cause".
 */
const UNDENIED = new Set(["issue", "group", "scope", "word", ASKED]);

/**
 * What is known of a signal once it was met, in one number: whether a "not" denies it, whether it speaks for its own
 * target alone, whether it tells something by itself, whether that is its own target, and where in the bits its fact and
 * that target stand. Beside it stands what it says for that one alone.
 */
const [MET, DENIABLE, ALONE, TELLS, SAYS, FACT, TARGET] = [1, 2, 4, 8, 16, 5, 15];
const FACTS = 2 ** (TARGET - FACT);

/** Gives the day on which a text is read; null where nobody knows. */
export type Today = (() => string) | null;

const NOTHING: readonly Elapsed[] = [];

/** Log-odds of a phrase that points to a value; one that only tips the scales is an everyday word. */
const TELLING = 1;

/** So many texts are a batch. */
const MANY = 64;

/** Finds signals and adds up what they say, text by text; nothing is named. What it says holds until the next text. */
export class Listener {
  readonly targets: readonly Target[];
  readonly sums: Int32Array;
  halves: Halves | null = null;
  heard = 0;
  /** How long ago things are that facts count from; what else the text says of those facts is not heard. */
  elapsed: readonly Elapsed[] = NOTHING;
  readonly votes: Votes;
  private readonly signals: readonly Signal[];
  private readonly matcher: Matcher;
  private readonly moot: Moot;
  private readonly banded: readonly Banded[];
  /** Made for the first text that tells of anything that times count from. */
  private clock: Clock | null = null;
  /** Made for the first text that may be cut. */
  private cuts: Cuts | null = null;
  private readonly groups: readonly Members[];
  /** By signal, two numbers each. */
  private readonly traits: Int32Array;
  /** The votes, each in one number: the target's place in its lower half, the hundredths in its upper one. */
  private readonly pairs: Int32Array;
  /** How many texts there were, and what is worth making only where there are many. */
  private texts = 0;
  private rows: Rows | null = null;
  /** Numbers of facts, those of targets and others. */
  private readonly numbers = new Map<string, number>();
  /** Targets by fact and value. */
  private readonly places = new Map<string, number>();
  /** By target: the number of its fact. */
  readonly factOf: readonly number[];
  /** By the number of a fact: whether the text speaks of it. */
  readonly spoken: boolean[] = [];
  /** By target: 1 where a signal that says something by itself was found of those written for it. */
  readonly said: Uint8Array;

  constructor(
    automaton: Automaton,
    votes: Votes = ownVotes(automaton),
    groups: readonly Members[] = [],
    facts: readonly Banded[] = [],
  ) {
    this.banded = facts.filter(({ values }) => values.some(({ days }) => days !== undefined));
    this.votes = votes;
    this.targets = votes.targets;
    this.sums = new Int32Array(votes.targets.length);
    this.said = new Uint8Array(votes.targets.length);
    this.groups = groups;
    this.signals = automaton.signals;
    this.matcher = new Matcher(automaton);
    this.moot = new Moot(automaton.signals);
    this.traits = new Int32Array(2 * automaton.signals.length);
    this.pairs = pairsOf(votes.votes);
    // Field by field, here as below: to take a pair apart makes more than there is in it.
    this.factOf = votes.targets.map((target) => this.numberOf(target[0]));
    for (let i = 0; i < votes.targets.length; i++) {
      const target = votes.targets[i] as Target;
      this.places.set(`${target[0]} ${target[1]}`, i);
    }
  }

  /** The signals of a text that count, in the order of the text. `today` is asked for where a day may be counted from. */
  listen(text: string, today: Today = null): Finds {
    if (++this.texts === MANY) this.rows = Rows.of(this.votes);
    const { traits, sums, spoken, said, rows, pairs, moot } = this;
    const { first } = this.votes;
    const finds = this.matcher.search(text);
    const { signals, starts, negated } = finds;
    const isMoot = moot.find(finds);
    sums.fill(0);
    this.cuts?.clear();
    spoken.fill(false);
    said.fill(0);
    let kept = 0;
    const { stops, ended } = this.matcher.sentences;
    /** A cut stands behind so many finds at least. */
    let enough = 1;
    let stop = 0;
    for (let i = 0; i < finds.length; i++) {
      if (stop < ended && (stops[stop] as number) < (starts[i] as number)) {
        do stop++;
        while (stop < ended && (stops[stop] as number) < (starts[i] as number));
        if (i >= enough) {
          rows?.addTo(sums);
          this.cuts ??= new Cuts(this.targets, this.groups);
          this.cuts.add(starts[i] as number, sums, kept);
          enough = i + Math.ceil(finds.length / MOST_CUTS);
        }
      }
      const signal = signals[i] as number;
      const trait = (traits[2 * signal] as number) || this.meet(signal);
      if (negated[i] === 1 && (trait & DENIABLE) !== 0) continue;
      if (isMoot && moot.silences(finds, i)) continue;
      finds.move(i, kept++);
      spoken[(trait >> FACT) & (FACTS - 1)] = true;
      if ((trait & SAYS) !== 0) said[(trait >> TARGET) - 1] = 1;
      if ((trait & ALONE) !== 0) {
        const target = (trait >> TARGET) - 1;
        sums[target] = (sums[target] as number) + (traits[2 * signal + 1] as number);
      } else if (rows === null || !rows.take(signal)) {
        // Here and not in a function of its own: V8 hastens to compile a short one that loops, which takes longer than a text.
        const end = (first[signal + 1] as number) >> 1;
        for (let vote = (first[signal] as number) >> 1; vote < end; vote++) {
          const pair = pairs[vote] as number;
          const to = pair & PLACE;
          sums[to] = (sums[to] as number) + (pair >> HUNDREDTHS);
        }
      }
    }
    rows?.addTo(sums);
    this.halves = this.cuts?.best(sums) ?? null;
    finds.length = kept;
    this.heard = kept;
    this.elapsed = moot.counts && this.banded.length > 0 ? this.tellTimes(text, today, finds) : NOTHING;
    return finds;
  }

  /** Puts what is counted in the place of what was heard of the same facts. */
  private tellTimes(text: string, today: Today, finds: Finds): readonly Elapsed[] {
    this.clock ??= new Clock(this.signals, this.banded);
    const told = this.clock.tell(text, today === null ? null : today(), finds);
    for (const { fact, value, weight, start } of told) {
      const number = this.numbers.get(fact);
      for (let target = 0; target < this.targets.length; target++) {
        if (this.factOf[target] !== number) continue;
        const counted = (this.targets[target] as Target)[1] === value ? Math.round(weight * WHOLE) : 0;
        this.sums[target] = counted;
        this.said[target] = counted > 0 ? 1 : 0;
        if (this.halves) this.halves.sums[target] = start < this.halves.at ? counted : 0;
      }
      if (number !== undefined) this.spoken[number] = true;
    }
    return told;
  }

  /** The place of a target; -1 where nothing speaks for it. */
  placeOf(fact: string, value: string): number {
    return this.places.get(`${fact} ${value}`) ?? -1;
  }

  /** Whether a signal that was found was written for a target. */
  isOwn(signal: number, target: number): boolean {
    return ((this.traits[2 * signal] as number) >> TARGET) - 1 === target;
  }

  /** Whether its author thinks that a signal says something by itself. What a text is always shown for is not weighed. */
  tells(signal: number): boolean {
    return ((this.traits[2 * signal] as number) & TELLS) !== 0;
  }

  private meet(signal: number): number {
    const { fact, value, weight } = this.signals[signal] as Signal;
    const target = this.placeOf(fact, value);
    const { first, votes } = this.votes;
    const [from, to] = [first[signal] as number, first[signal + 1] as number];
    const alone = to - from === 2 && votes[from] === target;
    const tells = Math.abs(weight) >= TELLING || !isWeighed(fact);
    const made =
      MET +
      (UNDENIED.has(fact) ? 0 : DENIABLE) +
      (alone ? ALONE : 0) +
      (tells ? TELLS : 0) +
      (tells && this.saysOwn(signal, target) ? SAYS : 0) +
      (this.numberOf(fact) << FACT) +
      ((target + 1) << TARGET);
    this.traits[2 * signal] = made;
    if (alone) this.traits[2 * signal + 1] = votes[from + 1] as number;
    return made;
  }

  /** Whether a signal turned out to speak for the target that it was written for. */
  private saysOwn(signal: number, target: number): boolean {
    const { first, votes } = this.votes;
    for (let at = first[signal] as number; at < (first[signal + 1] as number); at += 2)
      if (votes[at] === target) return (votes[at + 1] as number) > 0;
    return false;
  }

  private numberOf(fact: string): number {
    const known = this.numbers.get(fact);
    if (known !== undefined) return known;
    this.numbers.set(fact, this.numbers.size);
    return this.spoken.push(false) - 1;
  }
}

const [PLACE, HUNDREDTHS] = [0xffff, 16];

const isWeighed = (fact: string): boolean => fact !== ASKED && fact !== SIGN;

/** Where the machine has the lower half first, the very same bytes. */
function pairsOf(votes: Int16Array): Int32Array {
  const { buffer, byteOffset, length } = votes;
  if (LOWER_FIRST && byteOffset % 4 === 0) return new Int32Array(buffer, byteOffset, length / 2);
  const pair = (_: unknown, i: number) => (votes[2 * i] as number) | ((votes[2 * i + 1] as number) << HUNDREDTHS);
  return Int32Array.from({ length: length / 2 }, pair);
}
