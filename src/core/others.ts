import type { Advice } from "./advise.js";
import type { Plan } from "./plan.js";
import { rank } from "./rank.js";
import type { Reading } from "./reading.js";

/** Log-odds from which an issue counts as spoken of, and how much of them its own phrases must give. */
const [SPOKEN_OF, OWN] = [6, 2.4];
/** Of the log-odds of the clearest issue, the least share that another one must have. */
const SHARE = 0.45;

/** Issues that the text speaks of besides the one that was chosen, and that belong to another team: the clearest two. */
export function others(
  plan: Plan,
  reading: Reading,
  odds: Float64Array,
  team: string,
  issue: string | undefined,
): Advice["also"] {
  const said = reading.scores.issue;
  let least = SPOKEN_OF;
  for (const id in said) least = Math.max(least, SHARE * (said[id] as number));
  const spoken: string[] = [];
  for (const id in said)
    if (id !== issue && (said[id] as number) >= least && ownOf(reading, id) >= OWN) spoken.push(id);
  if (plan.issue < 0) return [];
  const found: { issue: string; team: string }[] = [];
  const [from, to] = [plan.offset[plan.issue] as number, plan.offset[plan.issue + 1] as number];
  for (const id of spoken.sort((a, b) => (said?.[b] as number) - (said?.[a] as number))) {
    const only = odds.slice().fill(0, from, to);
    const place = plan.places[plan.issue]?.get(id);
    if (place !== undefined) only[from + place] = 1;
    plan.scales.weigh(only);
    const best = rank(plan, plan.scales).find((one) => one.open);
    if (best && best.team !== team) found.push({ issue: id, team: best.team });
    if (found.length === MOST_OTHERS) break;
  }
  return found;
}

const MOST_OTHERS = 2;

/** What phrases that were written for an issue say for it. */
function ownOf({ evidence }: Reading, issue: string): number {
  let sum = 0;
  for (const one of evidence) if (one.own && one.fact === "issue" && one.value === issue) sum += one.weight;
  return sum;
}
