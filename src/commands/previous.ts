import { messageFile, type Said } from "../ask/given.js";
import { adviceOf, begin, known, type Step, stepsOf } from "../ask/interview.js";
import { judge } from "../core/condition.js";
import { byName, domainsOf, type Facts } from "../core/facts.js";
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
  const before = [...stepsOf(named(said, refusal, playbook, today)), ...earlier];
  const steps = [...before, ...stepsOf(given)];
  const { refusals } = playbook;
  if (refusal === null || refusals === undefined) return { text, steps };
  const { facts, issue } = adviceOf(begin(playbook, text, readingOf(text, playbook, today), steps));
  const all = { ...facts, ...(issue !== null && { issue }) };
  const refused = judge(refusals.when, all, byName(domainsOf(playbook.facts))) === "holds";
  return { text, steps: refused ? steps : [...before, ...stepsOf(refusals.shows), ...stepsOf(given)] };
}

/**
 * The problem that the seller's own words name, where a refusal that is handed over with them names none: what it says
 * of accounts and decisions stands in every refusal, and must not outweigh them.
 */
function named(said: string | null, refusal: string | null, playbook: Playbook, today: Today): Facts {
  if (said === null || refusal === null || said.includes(refusal)) return {};
  const issueIn = (text: string) => known(begin(playbook, text, readingOf(text, playbook, today))).issue;
  const own = issueIn(said);
  return own === undefined || issueIn(refusal) !== undefined ? {} : { issue: own };
}
