import { messageFile, type Said } from "../ask/given.js";
import { adviceUnseen, begin, type Interview, known, type Step, stepsOf } from "../ask/interview.js";
import { applicable, isSaid, judge } from "../core/condition.js";
import { byName, domainsOf, type Facts } from "../core/facts.js";
import type { Refusals } from "../playbook/refusals.js";
import type { Playbook } from "../playbook/types.js";
import { asksAnything, saysGranted } from "../reading/asked.js";
import type { Today } from "../reading/listen.js";
import type { Telling } from "../render/present.js";
import type { World } from "../world.js";
import { readingOf } from "./heard.js";

/** What a seller said. */
export interface Told {
  readonly text: string | null;
  readonly steps: readonly Step[];
  /** What the message of --previous reads like, where there is one. */
  readonly previous?: NonNullable<Telling["previous"]>;
}

/**
 * What was said, with the refusal of --previous below it: together they are one text. Whoever hands a refusal over has
 * been refused, whatever else was read; only what was given outright, and a worse refusal that the seller tells of, say
 * more. A message that is no refusal is passed over, unless there is nothing else.
 */
export async function told(
  said: string | null,
  { earlier, given }: { readonly earlier: readonly Step[]; readonly given: Facts },
  { previous, maxBytes }: Said,
  playbook: Playbook,
  world: World,
  today: Today,
): Promise<Told> {
  const steps = [...earlier, ...stepsOf(given)];
  const message = previous === undefined ? null : await messageFile(previous, world, maxBytes);
  if (message === null) return { text: said, steps };
  const { refusals } = playbook;
  const text = said?.includes(message) ? said : said === null ? message : `${said}\n\n${message}`;
  if (refusals === undefined) return { text, steps };
  const domains = byName(domainsOf(playbook.facts));
  const read = (one: string | null, before: readonly Step[] = []) =>
    begin(playbook, one, readingOf(one, playbook, today), before);
  const refusedIn = (one: string | null, before: readonly Step[] = []) => {
    const facts = known(read(one, before));
    return judge(refusals.when, facts, domains) === "holds" ? facts : null;
  };
  if (!asksAnything(message, playbook) && (saysGranted(message, playbook) || refusedIn(message) === null)) {
    const alone = said === null && steps.length === 0;
    return { text: alone ? message : said, steps, previous: "other" };
  }
  const own = said === null || said.includes(message) ? null : said;
  const problem = stepsOf(own === null ? {} : problemIn(read(own), read(message), refusals));
  const before = [...problem, ...earlier];
  const worse = (facts: Facts | null) => facts !== null && !isSame(facts, refusals.shows);
  const told = [refusedIn(own, before), refusedIn(message, before)].find(worse) ?? {};
  const facts = { ...known(read(text, before)), ...given };
  const shown = Object.entries(refusals.shows)
    .filter(([fact]) => applicable(fact, facts, domains) !== "fails")
    .map(([fact, shows]) => [fact, told[fact] ?? shows]);
  return { text, steps: [...before, ...stepsOf(Object.fromEntries(shown)), ...stepsOf(given)], previous: "refusal" };
}

/**
 * The problem that the seller's own words name. Where that is no more than what became of the account, and for want of
 * any, the refusal may name one; what it says of accounts and decisions stands in every refusal.
 */
function problemIn(own: Interview, message: Interview, { general = [] }: Refusals): Facts {
  const clear = known(own).issue;
  const issue = clear ?? adviceUnseen(own).issue;
  if (issue === null) return {};
  const open = clear === undefined || isSaid(general, { issue });
  return open && known(message).issue !== undefined ? {} : { issue };
}

const isSame = (facts: Facts, others: Facts): boolean =>
  Object.entries(others).every(([fact, value]) => facts[fact] === value);
