import type { Plan } from "./plan.js";
import type { Reading } from "./reading.js";

/** What was read, as numbers: what a reader that only adds up has at hand. It holds until the next text. */
export interface Told {
  readonly targets: readonly Target[];
  /** By target: log-odds in hundredths. */
  readonly sums: Int32Array;
  /** How many phrases were found that say something. */
  readonly heard: number;
  /** Whether the text speaks of a target's fact in so many words. */
  isSpoken(target: number): boolean;
  /** Whether words that were written for this target say it, and not only that they speak of its fact. */
  isSaid(target: number): boolean;
  /** Null where the text is one sentence, or says no more in halves. */
  readonly halves: Halves | null;
}

/** A text cut in two where that says the most. */
export interface Halves {
  /** Where the second half begins. */
  readonly at: number;
  /** How much more is said for two issues than for one, in hundredths of log-odds. */
  readonly gain: number;
  /** What is said before the cut, as in Told. */
  readonly sums: Int32Array;
  readonly heard: number;
}

/** What is said behind the cut. */
export const behindCut = (
  { sums, heard }: Pick<Told, "sums" | "heard">,
  before: Halves,
): Pick<Halves, "sums" | "heard"> => ({
  sums: sums.map((sum, place) => sum - (before.sums[place] as number)),
  heard: heard - before.heard,
});

/** A value of a fact that can be spoken for. */
export type Target = readonly [fact: string, value: string];

/** Hundredths to one. */
export const WHOLE = 100;

/** What a text says, by the slots of a plan. One is enough for all texts. */
export class Hearing {
  /** By slot: log-odds, 0 where nothing was said. */
  readonly scores: Float64Array;
  /** By level: 1 where the text speaks of the fact itself; what speaks for a group of issues speaks of the issue. */
  readonly spoken: Uint8Array;
  /** By slot: 1 where the text says this value in so many words. */
  readonly said: Uint8Array;
  /** How many phrases all that comes from. */
  count = 0;

  constructor(levels: number, slots: number) {
    this.scores = new Float64Array(slots);
    this.spoken = new Uint8Array(levels);
    this.said = new Uint8Array(slots);
  }

  clear(): void {
    this.scores.fill(0);
    this.spoken.fill(0);
    this.said.fill(0);
    this.count = 0;
  }
}

/** A reading, by the slots of a plan; what was heard before is lost. */
export function hearing(
  plan: Plan,
  { scores, spoken, said, heard: count }: Pick<Reading, "scores" | "spoken" | "said" | "heard">,
): Hearing {
  const { heard, slots, levelOf, issue } = plan;
  heard.clear();
  heard.count = count;
  for (const fact in scores) {
    const level = levelOf.get(fact);
    if (level !== undefined && (level === issue || spoken.includes(fact))) heard.spoken[level] = 1;
    const own = slots.get(fact);
    const values = scores[fact] as Readonly<Record<string, number>>;
    if (own === undefined) continue;
    for (const value in values) {
      const slot = own.get(value);
      if (slot === undefined) continue;
      heard.scores[slot] = values[value] as number;
      if (said[fact]?.includes(value)) heard.said[slot] = 1;
    }
  }
  return heard;
}

/** Where targets stand in a plan: slots and levels, -1 for none. */
interface Places {
  readonly slots: Int32Array;
  readonly levels: Int32Array;
}

const known = new WeakMap<Plan, { readonly targets: readonly Target[]; readonly places: Places }>();

function placesOf(plan: Plan, targets: readonly Target[]): Places {
  const found = known.get(plan);
  if (found?.targets === targets) return found.places;
  const places = { slots: new Int32Array(targets.length), levels: new Int32Array(targets.length) };
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i] as Target;
    places.slots[i] = plan.slots.get(target[0])?.get(target[1]) ?? -1;
    places.levels[i] = plan.levelOf.get(target[0]) ?? -1;
  }
  known.set(plan, { targets, places });
  return places;
}

/** The same of what was only added up. */
export function overhear(plan: Plan, told: Omit<Told, "halves">): Hearing {
  const { heard, issue } = plan;
  const { slots, levels } = placesOf(plan, told.targets);
  const { sums } = told;
  heard.clear();
  heard.count = told.heard;
  for (let target = 0; target < slots.length; target++) {
    const sum = sums[target] as number;
    const slot = slots[target] as number;
    if (slot < 0 || sum === 0) continue;
    heard.scores[slot] = sum / WHOLE;
    if (told.isSaid(target)) heard.said[slot] = 1;
    const level = levels[target] as number;
    if (level === issue || (level >= 0 && told.isSpoken(target))) heard.spoken[level] = 1;
  }
  return heard;
}
