import type { Signal } from "./automaton.js";
import { type Past, pastTimes, wordsBetween } from "./entities/past.js";
import { AND, IDLE, KEEPS } from "./entities/past-words.js";
import type { Finds } from "./finds.js";
import { SINCE } from "./moot.js";

/** A fact whose values are times: each holds from so many days on, up to the next one's. */
export interface Banded {
  readonly id: string;
  readonly values: readonly { readonly id: string; readonly days?: number }[];
}

/** How long ago it is that something happened which a fact counts from, and the words that say so. */
export interface Elapsed {
  /** The fact; or what happened, where deadlines alone count from it: it has no values. */
  readonly fact: string;
  readonly value: string | null;
  readonly weight: number;
  readonly days: number;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** The same, and how far the time stands from what happened. */
interface Near extends Elapsed {
  readonly far: number;
}

/** Something that a time may count from, where it stands. */
interface Event {
  readonly signal: Signal;
  readonly start: number;
  readonly end: number;
}

/** Tells of the times in a text what they count from, by the signals of `signals/since.yaml` beside them. */
export class Clock {
  private readonly signals: readonly Signal[];
  private readonly bands: ReadonlyMap<string, Banded["values"]>;
  /** By signal, whether times count from it, once it was met: to ask a stored list takes longer. */
  private readonly kinds: Uint8Array;

  constructor(signals: readonly Signal[], facts: readonly Banded[]) {
    this.signals = signals;
    this.kinds = new Uint8Array(signals.length);
    this.bands = new Map(facts.map(({ id, values }) => [id, values]));
  }

  /** Of each fact, what happened last: an appeal that was sent again is waited for from then on. */
  tell(text: string, today: string | null, finds: Finds): readonly Elapsed[] {
    const times = pastTimes(text, today).slice(0, MOST_TIMES);
    if (times.length === 0) return [];
    const events = this.eventsOf(finds);
    const told = new Map<string, Near>();
    for (const past of times) {
      const one = this.toldOf(text, past, events);
      const known = one && told.get(one.fact);
      // What happened once was on the day right beside it, and on the earlier of two.
      const nearer =
        one && known && (one.value === null ? one.far - known.far || known.days - one.days : one.days - known.days);
      if (one && (nearer === undefined || nearer === null || nearer < 0)) told.set(one.fact, one);
    }
    return [...told.values()].map(({ far: _, ...one }) => one);
  }

  private toldOf(text: string, past: Past, events: readonly Event[]): Near | null {
    const from = sentenceStart(text, past.start);
    const to = sentenceEnd(text, past.end);
    let best: (Event & { readonly far: number }) | null = null;
    for (const event of events) {
      if (event.start < from || event.end > to) continue;
      const far = distance(text, past, event.start, event.end, from, to);
      if (far !== null && (best === null || far < best.far)) best = { ...event, far };
    }
    if (best === null) return null;
    const bands = this.bands.get(best.signal.value);
    const value = bands ? this.bandOf(best.signal.value, past.days) : null;
    if (value === undefined || (value !== null && this.bandOf(best.signal.value, past.most ?? past.days) !== value))
      return null;
    // A deadline counts from a day that is told to the day.
    if (value === null && (!past.sure || past.about || past.most !== undefined)) return null;
    const [start, end] = [Math.min(best.start, past.start), Math.max(best.end, past.end)];
    const { weight, phrase } = best.signal;
    return { fact: best.signal.value, value, weight, days: past.days, phrase, start, end, far: best.far };
  }

  /** What a text tells of that a time may count from, in its order. */
  private eventsOf(finds: Finds): readonly Event[] {
    const events = finds.every(
      (signal) => this.isEvent(signal),
      (signal, start, end) => ({ signal: this.signals[signal] as Signal, start, end }),
    );
    return events.sort((a, b) => a.start - b.start);
  }

  private isEvent(signal: number): boolean {
    this.kinds[signal] ||= (this.signals[signal] as Signal).fact === SINCE ? EVENT : OTHER;
    return this.kinds[signal] === EVENT;
  }

  private bandOf(fact: string, days: number): string | undefined {
    return this.bands.get(fact)?.findLast((value) => value.days !== undefined && value.days <= days)?.id;
  }
}

const [EVENT, OTHER] = [1, 2];

/** Of one text no more times are looked at. */
const MOST_TIMES = 24;
/** Units that a sentence is looked at on either side of a time. */
const REACH = 90;
/** How far what happened may stand from a time that is said to be over, and from another one. */
const [FAR, NEAR] = [70, 40];
/** How much farther away it counts where another sentence begins between them. */
const JOINED = 30;

const STOP = /[!?。！？；;]|(?<!\d)\.(?=\s|$)|\n\s*\n/g;
const PART = /[,:()，、：\u2013\u2014]/;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  return [...text.slice(from, at).matchAll(STOP)].reduce((_, stop) => from + stop.index + stop[0].length, from);
}

function sentenceEnd(text: string, at: number): number {
  const found = text.slice(at, at + REACH).search(STOP);
  return found < 0 ? Math.min(text.length, at + REACH) : at + found;
}

/** How far a time stands from what happened; null where it does not belong to it. */
function distance(text: string, past: Past, start: number, end: number, from: number, to: number): number | null {
  const [a, b] = end <= past.start ? [end, past.start] : [past.end, start];
  if (a >= b) return 0;
  const between = text.slice(a, b);
  const words = wordsBetween(a, b);
  if (words.some((word) => KEEPS.has(word))) return null;
  if (PART.test(between) && !isBare(text, past, from, to)) return null;
  const far = b - a + (words.some((word) => AND.has(word)) ? JOINED : 0);
  return far > (past.sure ? FAR : NEAR) ? null : far;
}

/** Whether a part of a sentence holds nothing but the time. */
function isBare(text: string, past: Past, from: number, to: number): boolean {
  const left = text.slice(from, past.start).split(PART).at(-1) as string;
  const right = text.slice(past.end, to).split(PART)[0] as string;
  const rest = [
    ...wordsBetween(past.start - left.length, past.start),
    ...wordsBetween(past.end, past.end + right.length),
  ];
  return rest.every(
    (word) => IDLE.has(word) || /^(?:已经?|都|快|了|过去?|有|もう|すでに|経|たっ|た|ち|ました)+$/.test(word),
  );
}
