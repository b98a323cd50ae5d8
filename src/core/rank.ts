import type { Facts } from "./facts.js";
import type { Hearing } from "./hearing.js";
import type { Plan, Side } from "./plan.js";
import type { Scales } from "./weigh.js";

export interface Ranked {
  readonly team: string;
  /** Its probability among the doors that can be gone through; 0 where it is behind a shut one alone. */
  readonly share: number;
  /** The probability of all facts that lead there, its door shut or not. */
  readonly weight: number;
  /** The most probable outcome with this team. */
  readonly outcome: number;
  /** Whether it may be recommended. */
  readonly open: boolean;
}

/**
 * Teams by probability, each with its most probable outcome; one that may be recommended, where there is one.
 * A door that opens once stays shut until its route holds on what is known, not on what is assumed: `opens` says by
 * door which do; absent, none does.
 */
export function rank(plan: Plan, { mass, best }: Scales, opens?: readonly boolean[]): Ranked[] {
  const { teams, teamOf, doorOf } = plan;
  const { all, passing, likeliest } = plan.shares;
  all.fill(0);
  passing.fill(0);
  likeliest.fill(-1);
  const order: number[] = [];
  let sum = 0;
  for (let i = 0; i < mass.length; i++) {
    const share = mass[i] as number;
    const chance = best[i] as number;
    if (share === 0 && chance === 0) continue;
    const closed = isShut(doorOf[i] as number, opens);
    if (!closed) sum += share;
    const team = teamOf[i] as number;
    if (team < 0) continue;
    if (share > 0) {
      if (all[team] === 0) order.push(team);
      (all[team] as number) += share;
      if (!closed) (passing[team] as number) += share;
    }
    if (!(chance > 0)) continue;
    const other = likeliest[team] as number;
    const better =
      other < 0 || (closed === isShut(doorOf[other] as number, opens) ? chance > (best[other] as number) : !closed);
    if (better) likeliest[team] = i;
  }
  const ranked: Ranked[] = [];
  for (const team of order) {
    const outcome = likeliest[team] as number;
    if (outcome < 0) continue;
    // What leads to a shut door is left out of account: the probability is among the doors that can be gone through.
    const open = !isShut(doorOf[outcome] as number, opens);
    const share = open ? (passing[team] as number) / sum : 0;
    ranked.push({ team: teams[team] as string, share, weight: all[team] as number, outcome, open });
  }
  return ranked.sort((a, b) => b.share - a.share || b.weight - a.weight);
}

/** Probabilities from which a route to a door that opens once is taken to hold. */
interface Openness {
  readonly least: number;
  readonly unsaid: number;
}

const isShut = (door: number, opens: readonly boolean[] | undefined): boolean => door >= 0 && opens?.[door] !== true;

/**
 * Which doors' routes hold on what was given or read, with nothing assumed. A side holds where the values that it
 * allows are together probable enough: `least`, or `unsaid` where the text has no words for the fact itself, only such
 * as go with one of these values. Of the issue nothing need have been said, since every appeal is about one; a wish must
 * have been.
 */
export function openDoors(plan: Plan, heard: Hearing, given: Facts, { least, unsaid }: Openness): boolean[] {
  const { odds, issue, wishes } = plan;
  const holds = ({ level, fact, allowed }: Side): boolean => {
    let share = 0;
    for (const slot of allowed) share += odds[slot] as number;
    if (level === issue || heard.spoken[level] !== 0 || given[fact] !== undefined) return share >= least;
    return wishes[level] === 0 && share >= unsaid && allowed.some((slot) => (heard.scores[slot] as number) > 0);
  };
  return plan.doors.map((boxes) => boxes.some((box) => box.every(holds)));
}
