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
  /** What speaks for an issue, itself and its groups: by issue where they begin in the table beside it, and one more. */
  private readonly first: Int32Array;
  private readonly targets: Int32Array;
  /** By issue, what the whole text says. */
  private readonly whole: Int32Array;
  /** By cut, what was said before it, by target; and how many phrases that is. */
  private readonly sums: Int32Array;
  private readonly heard: number[] = [];
  private readonly places: number[] = [];
  private readonly width: number;

  constructor(targets: readonly Target[], groups: readonly Members[]) {
    const places = new Map(targets.map((target, place) => [target.join(" "), place]));
    const own = targets.flatMap(([fact, issue], place) => {
      if (fact !== "issue") return [];
      const around = groups.filter(({ members }) => members.includes(issue)).map(({ id }) => places.get(`group ${id}`));
      return [[place, ...around.filter((one) => one !== undefined)]];
    });
    this.targets = Int32Array.from(own.flat());
    this.first = Int32Array.from({ length: own.length + 1 }, (_, i) => own.slice(0, i).flat().length);
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
    const { whole, heard } = this;
    if (heard.length === 0) return null;
    let most = Number.NEGATIVE_INFINITY;
    for (let issue = 0; issue < whole.length; issue++) {
      whole[issue] = this.said(sums, 0, issue);
      most = Math.max(most, whole[issue] as number);
    }
    let [best, gain] = [-1, 0];
    for (let cut = 0; cut < heard.length; cut++) {
      let [before, behind] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let issue = 0; issue < whole.length; issue++) {
        const said = this.said(this.sums, cut * this.width, issue);
        before = Math.max(before, said);
        behind = Math.max(behind, (whole[issue] as number) - said);
      }
      if (before + behind - most <= gain) continue;
      [best, gain] = [cut, before + behind - most];
    }
    if (best < 0) return null;
    return {
      at: this.places[best] as number,
      gain,
      heard: heard[best] as number,
      sums: this.sums.subarray(best * this.width, (best + 1) * this.width),
    };
  }

  /** What sums, which begin at a place, say of an issue. */
  private said(sums: Int32Array, from: number, issue: number): number {
    const { first, targets } = this;
    let sum = 0;
    for (let at = first[issue] as number; at < (first[issue + 1] as number); at++)
      sum += sums[from + (targets[at] as number)] as number;
    return sum;
  }
}
