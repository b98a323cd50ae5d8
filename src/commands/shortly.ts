import { type Advice, adviseOn } from "../core/advise.js";
import type { Facts } from "../core/facts.js";
import { type Plan, planOf } from "../core/plan.js";
import type { Reading } from "../core/reading.js";
import type { Playbook } from "../playbook/types.js";
import { Listener } from "../reading/listen.js";
import { readingOf } from "../reading/read.js";

/** What a playbook's short answers take, made when the first one is given. */
interface Ears {
  readonly plan: Plan;
  readonly listener: Listener;
}

const known = new WeakMap<Playbook, Ears>();

function earsOf(playbook: Playbook): Ears {
  const found = known.get(playbook);
  if (found) return found;
  const plan = planOf(playbook);
  const made = { plan, listener: new Listener(playbook.automaton, (fact, value) => slotOf(plan, fact, value)) };
  known.set(playbook, made);
  return made;
}

const NO_SLOT = -1;
const slotOf = ({ slots }: Plan, fact: string, value: string): number => slots.get(fact)?.get(value) ?? NO_SLOT;

/**
 * The advice on a text as `advise` on what `read` reads in it, and the reading with the evidence alone that the short
 * form of a result can show: what speaks for the facts that the advice rests on. Nothing is named but what is shown.
 */
export function adviseShortly(text: string, playbook: Playbook, given: Facts): { advice: Advice; reading: Reading } {
  const { plan, listener } = earsOf(playbook);
  listener.listen(text);
  const heard = plan.hearing.clear();
  listener.tell((slot, amount) => heard.add(slot, amount));
  const advice = adviseOn(playbook, heard, given);
  const shown: number[] = [];
  for (const fact in advice.facts) shown.push(slotOf(plan, fact, advice.facts[fact] as string));
  if (advice.issue !== null) shown.push(slotOf(plan, "issue", advice.issue));
  // What has no slot may be a sign of a false notice.
  const evidence = listener.evidence(text, (slot) => slot === NO_SLOT || shown.includes(slot));
  return { advice, reading: readingOf(text, playbook, evidence, {}) };
}
