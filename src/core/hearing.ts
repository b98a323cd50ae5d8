import type { Plan } from "./plan.js";
import type { Reading } from "./reading.js";

/** What a text says, by the slots of a plan: log-odds, 0 where nothing was said. One is enough for all texts. */
export class Hearing {
  readonly scores: Float64Array;
  /** Slots of which something was said, in the order in which it was first said. */
  readonly said: number[] = [];
  private readonly levelOf: Int32Array;
  private readonly spokenOf: Uint8Array;
  private readonly met: Uint8Array;

  /** `offset`: see Plan. */
  constructor(offset: Int32Array, slots: number) {
    const levels = offset.length - 1;
    this.scores = new Float64Array(slots);
    this.met = new Uint8Array(slots);
    this.spokenOf = new Uint8Array(levels + 1);
    this.levelOf = new Int32Array(slots).fill(levels);
    for (let level = 0; level < levels; level++) this.levelOf.fill(level, offset[level], offset[level + 1]);
  }

  /** Whether anything was said of the fact of a level. */
  isSpokenOf(level: number): boolean {
    return this.spokenOf[level] === 1;
  }

  add(slot: number, amount: number): void {
    if (this.met[slot] === 0) this.said.push(slot);
    this.met[slot] = 1;
    this.spokenOf[this.levelOf[slot] as number] = 1;
    (this.scores[slot] as number) += amount;
  }

  clear(): this {
    for (const slot of this.said) {
      this.scores[slot] = 0;
      this.met[slot] = 0;
    }
    this.said.length = 0;
    this.spokenOf.fill(0);
    return this;
  }
}

/** What was read, by the slots of a plan. */
export function hearing(plan: Plan, scores: Reading["scores"]): Hearing {
  const heard = plan.hearing.clear();
  for (const fact in scores) {
    const slots = plan.slots.get(fact);
    const values = scores[fact] as Readonly<Record<string, number>>;
    for (const value in values) {
      const slot = slots?.get(value);
      if (slot !== undefined) heard.add(slot, values[value] as number);
    }
  }
  return heard;
}
