import { ASKED } from "../core/reading.js";
import type { Signal } from "./automaton.js";
import { SIGN } from "./cautions.js";
import type { Finds } from "./finds.js";

/** The fact whose signals say that something never was, or is over. */
const MOOT = "moot";
const OVER = "over";
/** The fact whose signals tell what a time beside them counts from. They say nothing by themselves. */
export const SINCE = "since";

/** What a text is about, and whether it is about a seller: where that is denied, nothing is heard of it in the same words. */
const ABOUT = new Set(["issue", "group", "word", "scope"]);
/** What is heard even in words that say that something is over. Nothing else is. */
const EVER = new Set([SIGN, ASKED]);

/** What is known of a signal once it was met, as bits: whether it is such a one itself, and of which kind, or else by which kinds it is silenced; whether times count from it. */
const [MET, ITSELF, DENIED, ENDED, COUNTS] = [1, 2, 4, 8, 16];

/** Where a text tells of what is moot. One is enough for all texts. */
export class Moot {
  private readonly signals: readonly Signal[];
  private readonly traits: Uint8Array;
  /** Triples: a beginning, an end, a kind. */
  private readonly places: number[] = [];
  /** Whether the text tells of anything that a time may count from. */
  counts = false;

  constructor(signals: readonly Signal[]) {
    this.signals = signals;
    this.traits = new Uint8Array(signals.length);
  }

  /** Looks for it among what was found; whether there is any. */
  find({ length, signals, starts, ends, negated }: Finds): boolean {
    const { traits, places } = this;
    places.length = 0;
    this.counts = false;
    for (let i = 0; i < length; i++) {
      const signal = signals[i] as number;
      const trait = (traits[signal] as number) || this.meet(signal);
      if ((trait & ITSELF) === 0) continue;
      if ((trait & COUNTS) !== 0) this.counts = true;
      else if (negated[i] === 0) places.push(starts[i] as number, ends[i] as number, trait & ~MET & ~ITSELF);
    }
    return this.counts || places.length > 0;
  }

  /** Whether what was found is not to be heard, since it shares words with what is moot. */
  silences({ signals, starts, ends }: Finds, i: number): boolean {
    const { places } = this;
    const trait = this.traits[signals[i] as number] as number;
    if ((trait & ITSELF) !== 0) return true;
    for (let at = 0; at < places.length; at += 3) {
      const shared = (starts[i] as number) < (places[at + 1] as number) && (ends[i] as number) > (places[at] as number);
      if (shared && (trait & (places[at + 2] as number)) !== 0) return true;
    }
    return false;
  }

  private meet(signal: number): number {
    const { fact, value } = this.signals[signal] as Signal;
    const made = MET | (fact === MOOT ? ITSELF | (value === OVER ? ENDED : DENIED) : silencedBy(fact));
    this.traits[signal] = made;
    return made;
  }
}

function silencedBy(fact: string): number {
  if (fact === SINCE) return ITSELF | COUNTS;
  if (ABOUT.has(fact)) return DENIED | ENDED;
  return EVER.has(fact) ? 0 : ENDED;
}
