import { messageFile, type Said } from "../ask/given.js";
import { adviceOf, begin, type Step, stepsOf } from "../ask/interview.js";
import { judge } from "../core/condition.js";
import type { Facts } from "../core/facts.js";
import { domainsOf } from "../core/ladder.js";
import type { Playbook } from "../playbook/types.js";
import type { Today } from "../reading/listen.js";
import type { World } from "../world.js";
import { readingOf } from "./heard.js";

/** What a seller said. */
export interface Told {
  readonly text: string | null;
  readonly steps: readonly Step[];
}

/**
 * What was said, with the refusal of --previous below it: together they are one text. Where nothing in it says that an
 * appeal was refused, the playbook's own word for a refusal is taken as said.
 */
export async function told(
  said: string | null,
  { earlier, given }: { readonly earlier: readonly Step[]; readonly given: Facts },
  { previous, maxBytes }: Said,
  playbook: Playbook,
  world: World,
  today: Today,
): Promise<Told> {
  const refusal = previous === undefined ? null : await messageFile(previous, world, maxBytes);
  const text = refusal === null || said?.includes(refusal) ? said : said === null ? refusal : `${said}\n\n${refusal}`;
  const steps = [...earlier, ...stepsOf(given)];
  const { refusals } = playbook;
  if (refusal === null || refusals === undefined) return { text, steps };
  const { facts, issue } = adviceOf(begin(playbook, text, readingOf(text, playbook, today), steps));
  const known = { ...facts, ...(issue !== null && { issue }) };
  const refused = judge(refusals.when, known, domainsOf(playbook.facts)) === "holds";
  return { text, steps: refused ? steps : [...earlier, ...stepsOf(refusals.shows), ...stepsOf(given)] };
}
