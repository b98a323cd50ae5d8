import { type Advice, advise, adviseOnTold, OUTSIDE } from "../core/advise.js";
import type { Facts } from "../core/facts.js";
import type { Told } from "../core/hearing.js";
import { type Entity, NOTHING_READ, type Reading, type Shown } from "../core/reading.js";
import type { Playbook } from "../playbook/types.js";
import { withAsked } from "../reading/asked.js";
import { LOOK_ALIKE } from "../reading/cautions.js";
import type { Today } from "../reading/listen.js";
import { read, readFor } from "../reading/read.js";
import { nearBy } from "../reading/tongue.js";
import { tellsOfRefusal } from "../render/aftermath.js";
import { markOf } from "../render/mark.js";
import { restsOn, type Telling } from "../render/present.js";

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
  return shown.map((one, i) => ({
    advice: unlessSuspect(advice[i] as Advice, texts[i] as string, one, given[i] ?? {}, playbook, today),
    shown: one,
  }));
}

/** The facts whose phrases name a problem. */
const TOLD_BY = ["issue", "group"];

/**
 * What a text about a suspicious message and nothing else is for: no team. It names an address that looks like Amazon's,
 * and without it and the other signs no problem is left that is named or could be advised on.
 */
export function unlessSuspect(
  advice: Advice,
  text: string,
  { signs, entities }: Shown,
  given: Facts,
  playbook: Playbook,
  today: Today,
): Advice {
  const suspect = advice.status !== "out-of-scope" && Object.keys(given).length === 0;
  if (!suspect || signs.every(({ sign }) => sign !== LOOK_ALIKE)) return advice;
  const addresses = entities.filter(({ kind }) => kind === "email");
  const rest = [...signs, ...addresses].reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
  const reading = read(rest, playbook, today);
  const left = advise(playbook, reading, {});
  if (left.status === "out-of-scope") return left;
  const isNamed = reading.evidence.some(({ fact, own, weight }) => TOLD_BY.includes(fact) && own && weight > 0);
  return left.status === "advised" || isNamed ? advice : { ...OUTSIDE, confidence: 1 - left.confidence };
}

/** What is to be shown with an answer: where an appeal or a document was refused, with what the text asks for. */
export const withDemands = <S extends Shown>(text: string | null, shown: S, advice: Advice, playbook: Playbook): S =>
  text === null || !tellsOfRefusal(advice, shown, playbook) ? shown : withAsked(text, shown, playbook);

/**
 * What the text of a case tells of how to write its answer: the marketplace, which gives way to the one that was given,
 * or those that its language points to; and what tells the case from others.
 */
export function placeAndMark(
  text: string | null,
  entities: readonly Entity[],
  given: string | undefined,
  playbook: Playbook,
): Pick<Telling, "marketplace" | "near"> & { readonly mark: readonly string[] } {
  const place = given ?? entities.find((one) => one.kind === "marketplace")?.value;
  const where = place === undefined ? { near: nearBy(text, playbook) } : { marketplace: place };
  return { ...where, mark: markOf(text, entities) };
}

/** All that a text says, for who asks about it or explains it. */
export const readingOf = (text: string | null, playbook: Playbook, today: Today): Reading =>
  text === null ? NOTHING_READ : read(text, playbook, today);
