import type { Halves, Target } from "../core/hearing.js";
import type { Members } from "../core/posterior.js";

/** At so many places at most a text is cut to try; in a long one they are farther apart. */
export const MOST_CUTS = 16;

/**
 * Finds the end of a sentence at which a text is best cut in two. Where it tells of two problems one after the other, the
 * clearest issue of what stands before and the clearest of what stands behind have more log-odds together than any issue
 * has in the whole, in which each problem speaks against the other.
 */
export class Cuts {
  /** Places of the issues among the targets, and of each the set of groups that it is in. */
  private readonly issues: Int32Array;
  private readonly setOf: Int32Array;
  /** The sets of groups, as places among the targets. */
  private readonly sets: readonly (readonly number[])[];
  /** By set, what is said of its groups together. */
  private readonly around: Int32Array;
  /** By issue, what the whole text says. */
  private readonly whole: Int32Array;
  /** By cut, what was said before it, by target; how many phrases that is, and where it stands. */
  private readonly sums: Int32Array;
  private readonly heard: number[] = [];
  private readonly places: number[] = [];
  private readonly width: number;

  constructor(targets: readonly Target[], groups: readonly Members[]) {
    const own = targets.flatMap((target, place) => (target[0] === "issue" ? [{ issue: target[1], place }] : []));
    const spoken = groups
      .map(({ id, members }) => ({ members, place: targets.findIndex((one) => one[0] === "group" && one[1] === id) }))
      .filter(({ place }) => place >= 0);
    const groupsOf = own.map(({ issue }) => spoken.flatMap((one) => (one.members.includes(issue) ? [one.place] : [])));
    const names = groupsOf.map((places) => places.join());
    const sets = [...new Set(names)];
    this.issues = Int32Array.from(own, ({ place }) => place);
    this.setOf = Int32Array.from(names, (name) => sets.indexOf(name));
    this.sets = sets.map((name) => groupsOf[names.indexOf(name)] as readonly number[]);
    this.around = new Int32Array(sets.length);
    this.whole = new Int32Array(own.length);
    this.sums = new Int32Array(MOST_CUTS * targets.length);
    this.width = targets.length;
  }

  clear(): void {
    this.heard.length = 0;
    this.places.length = 0;
  }

  /** Behind the end of a sentence, at a place of the text: so far so many phrases have said this. */
  add(at: number, sums: Int32Array, heard: number): void {
    if (this.heard.length === MOST_CUTS) return;
    this.sums.set(sums, this.heard.length * this.width);
    this.heard.push(heard);
    this.places.push(at);
  }

  /** The best of the cuts, now that it is known what the whole text says; what it gives holds until the next text. */
  best(sums: Int32Array): Halves | null {
    const { issues, setOf, around, whole, heard } = this;
    if (heard.length === 0) return null;
    this.lookAround(sums, 0);
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < issues.length; i++) {
      const said = (sums[issues[i] as number] as number) + (around[setOf[i] as number] as number);
      whole[i] = said;
      if (said > most) most = said;
    }
    let [best, gain] = [-1, 0];
    for (let cut = 0; cut < heard.length; cut++) {
      const from = cut * this.width;
      this.lookAround(this.sums, from);
      let [before, behind] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let i = 0; i < issues.length; i++) {
        const said = (this.sums[from + (issues[i] as number)] as number) + (around[setOf[i] as number] as number);
        const rest = (whole[i] as number) - said;
        if (said > before) before = said;
        if (rest > behind) behind = rest;
      }
      const more = before + behind - most;
      if (more > gain) [best, gain] = [cut, more];
    }
    if (best < 0) return null;
    return {
      at: this.places[best] as number,
      gain,
      heard: heard[best] as number,
      sums: this.sums.subarray(best * this.width, (best + 1) * this.width),
    };
  }

  /** Adds up by set what sums, which begin at a place, say of its groups. */
  private lookAround(sums: Int32Array, from: number): void {
    const { sets, around } = this;
    for (let set = 0; set < sets.length; set++) {
      let sum = 0;
      for (const place of sets[set] as readonly number[]) sum += sums[from + place] as number;
      around[set] = sum;
    }
  }
}
