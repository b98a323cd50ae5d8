import type { Advice } from "./advise.js";
import { type Hearing, WHOLE } from "./hearing.js";
import type { Plan } from "./plan.js";
import { rank } from "./rank.js";

/** Log-odds from which an issue counts as spoken of, and how much of them its own phrases must give. */
const [SPOKEN_OF, OWN] = [4.5, 1.6];
/** Of the log-odds of the clearest issue, the least share that another one must have. */
const SHARE = 0.4;

/** Issues that the text speaks of besides the one that was chosen, and that belong to another team: the clearest two. */
export function others(plan: Plan, heard: Hearing, team: string, chosen: string | undefined): Advice["also"] {
  const { issue, offset, odds, scales } = plan;
  const { scores, own, issues } = heard;
  if (issue < 0) return NONE;
  const [from, to] = [offset[issue] as number, offset[issue + 1] as number];
  let least = SPOKEN_OF;
  for (const slot of issues) least = Math.max(least, SHARE * (scores[slot] as number));
  const spoken = issues.filter((slot) => (scores[slot] as number) >= least && (own[slot] as number) >= OWN * WHOLE);
  const found: { issue: string; team: string }[] = [];
  for (const slot of spoken.sort((a, b) => (scores[b] as number) - (scores[a] as number))) {
    const id = plan.domains.get("issue")?.values[slot - from] as string;
    if (id === chosen) continue;
    odds.fill(0, from, to);
    odds[slot] = 1;
    scales.weigh(odds);
    const best = rank(plan, scales).find((one) => one.open);
    if (best && best.team !== team) found.push({ issue: id, team: best.team });
    if (found.length === MOST_OTHERS) break;
  }
  return found;
}

const NONE: Advice["also"] = [];
const MOST_OTHERS = 2;
