import { type Advice, advise, adviseOnTold } from "../core/advise.js";
import type { Facts } from "../core/facts.js";
import type { Told } from "../core/hearing.js";
import { NOTHING_READ, type Reading, type Shown } from "../core/reading.js";
import type { Playbook } from "../playbook/types.js";
import { withAsked } from "../reading/asked.js";
import type { Today } from "../reading/listen.js";
import { read, readFor } from "../reading/read.js";
import { tellsOfRefusal } from "../render/aftermath.js";
import { restsOn } from "../render/present.js";

/** What was advised, and what of the text is shown with it. */
export interface Heard {
  readonly advice: Advice;
  readonly shown: Shown;
}

/** Advice on a text and on facts that were given. Of the text nothing is named but what is shown, which is soon done. */
export function hear(text: string | null, given: Facts, playbook: Playbook, today: Today): Heard {
  if (text === null) return { advice: advise(playbook, NOTHING_READ, given), shown: NOTHING_READ };
  return hearAll([text], [given], playbook, today)[0] as Heard;
}

/** The same for many texts, each with facts of its own. */
export function hearAll(texts: readonly string[], given: readonly Facts[], playbook: Playbook, today: Today): Heard[] {
  const advice: Advice[] = [];
  const answer = (told: Told, i: number): Facts => {
    const own = adviseOnTold(playbook, told, given[i] ?? {});
    advice.push(own);
    return restsOn(own, playbook);
  };
  const shown = readFor(texts, playbook, answer, today);
  return shown.map((one, i) => ({ advice: advice[i] as Advice, shown: one }));
}

/** What is to be shown with an answer: where an appeal or a document was refused, with what the text asks for. */
export const withDemands = <S extends Shown>(text: string | null, shown: S, advice: Advice, playbook: Playbook): S =>
  text === null || !tellsOfRefusal(advice, shown, playbook) ? shown : withAsked(text, shown, playbook);

/** All that a text says, for who asks about it or explains it. */
export const readingOf = (text: string | null, playbook: Playbook, today: Today): Reading =>
  text === null ? NOTHING_READ : read(text, playbook, today);
