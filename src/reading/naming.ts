import { type Target, WHOLE } from "../core/hearing.js";
import type { Shown } from "../core/reading.js";
import type { Found } from "./kept.js";
import type { Listener } from "./listen.js";

/** What adds less to the log-odds of another value than its own is counted but not named. */
const NAMED = 0.3;

/** Which evidence for a target is wanted: none, what speaks for it, all. */
const [NONE, FOR, ALL] = [0, 1, 2];

export type Bare = Shown["evidence"][number];

/** How often a signal was met; from the second time on it is known what it can be named for. */
const [ONCE, KNOWN] = [1, 2];

/** Targets a number, as bits. */
const BITS = 32;

/** Names what a listener has heard. One is enough for all texts. */
export class Naming {
  private readonly listener: Listener;
  /** By target: which evidence is wanted; and the targets of which some is, as bits. */
  private readonly wishes: Uint8Array;
  private readonly mask: Int32Array;
  /**
   * By signal: the targets that it can be named for, as bits, and how often it was met: they are found out when it comes
   * up again. Most signals say nothing of what is wanted.
   */
  private named = new Int32Array();
  private readonly met: Uint8Array;
  /** Targets of which all is wanted at any time. */
  private readonly always: readonly number[];

  constructor(listener: Listener, always: readonly number[]) {
    const { length } = listener.targets;
    const signals = listener.votes.first.length - 1;
    this.listener = listener;
    this.always = always;
    this.wishes = new Uint8Array(length);
    this.mask = new Int32Array(Math.ceil(length / BITS));
    this.met = new Uint8Array(signals);
  }

  /** What speaks for these targets is wanted, and nothing else but what always is. */
  want(targets: readonly number[]): void {
    this.wishes.fill(NONE);
    this.mask.fill(0);
    for (const target of targets) this.wish(target, FOR);
    for (const target of this.always) this.wish(target, ALL);
  }

  private wish(target: number, wish: number): void {
    this.wishes[target] = wish;
    this.mask[target >> 5] = (this.mask[target >> 5] as number) | (1 << (target & (BITS - 1)));
  }

  /** All that signals say, in the order of the text; `make` may add what it knows of the signal. */
  all<E>(text: string, finds: Found, make: (one: Bare, signal: number) => E): E[] {
    const evidence: E[] = [];
    this.wishes.fill(ALL);
    for (let i = 0; i < finds.length; i++)
      this.name(text, finds, i, (one) => evidence.push(make(one, finds.signals[i] as number)));
    return evidence;
  }

  /** What signals say for the targets that are wanted, in the order of the text. */
  wanted(text: string, finds: Found): Bare[] {
    const { mask, met, wishes } = this;
    const { first, votes } = this.listener.votes;
    const { length: width } = mask;
    const evidence: Bare[] = [];
    const take = (one: Bare) => evidence.push(one);
    for (let i = 0; i < finds.length; i++) {
      const signal = finds.signals[i] as number;
      if (met[signal] === 0) {
        met[signal] = ONCE;
        // Here and not by `name`: V8 hastens to compile a short function that loops, which takes longer than one text.
        const last = first[signal + 1] as number;
        for (let at = first[signal] as number; at < last; at += 2)
          if (wishes[votes[at] as number] !== NONE) this.nameVote(text, finds, i, at, take);
        continue;
      }
      if (met[signal] === ONCE) this.meet(signal);
      let some = 0;
      for (let part = 0; part < width; part++)
        some |= (mask[part] as number) & (this.named[signal * width + part] as number);
      if (some !== 0) this.name(text, finds, i, take);
    }
    return evidence;
  }

  /** Names what one signal says for the targets that are wanted. */
  private name(text: string, finds: Found, i: number, take: (one: Bare) => void): void {
    const { wishes } = this;
    const { first, votes } = this.listener.votes;
    const signal = finds.signals[i] as number;
    const last = first[signal + 1] as number;
    for (let at = first[signal] as number; at < last; at += 2)
      if (wishes[votes[at] as number] !== NONE) this.nameVote(text, finds, i, at, take);
  }

  /** Names what a signal says for one target that is wanted, unless it is too little. */
  private nameVote(
    text: string,
    { signals, starts, ends }: Found,
    i: number,
    at: number,
    take: (one: Bare) => void,
  ): void {
    const { listener, wishes } = this;
    const { targets, votes } = listener.votes;
    const target = votes[at] as number;
    const weight = (votes[at + 1] as number) / WHOLE;
    if (wishes[target] === FOR && weight <= 0) return;
    const own = listener.isOwn(signals[i] as number, target);
    if (Math.abs(weight) < NAMED && !own) return;
    const [fact, value] = targets[target] as Target;
    const [start, end] = [starts[i] as number, ends[i] as number];
    const tells = own && listener.tells(signals[i] as number);
    take({ fact, value, weight, own: tells, text: text.slice(start, end), start, end });
  }

  private meet(signal: number): void {
    const { listener, mask, always } = this;
    const { first, votes } = listener.votes;
    // Whoever reads one text never comes here.
    if (this.named.length === 0) this.named = new Int32Array(this.met.length * mask.length);
    const { named } = this;
    this.met[signal] = KNOWN;
    for (let at = first[signal] as number; at < (first[signal + 1] as number); at += 2) {
      const target = votes[at] as number;
      const weight = (votes[at + 1] as number) / WHOLE;
      if (Math.abs(weight) < NAMED && !listener.isOwn(signal, target)) continue;
      if (weight <= 0 && !always.includes(target)) continue;
      const place = signal * mask.length + (target >> 5);
      named[place] = (named[place] as number) | (1 << (target & (BITS - 1)));
    }
  }
}
