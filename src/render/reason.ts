import type { Facts } from "../core/facts.js";
import { isTold, type Shown } from "../core/reading.js";
import type { Route } from "../playbook/types.js";
import type { Reason } from "./result.js";
import { say } from "./say.js";

type Piece = Shown["evidence"][number];

const MOST_EVIDENCE = 8;

/** Why: the route's own words, and the words of the text that showed the facts which it rests on. */
export function reason(route: Route, known: Facts, reading: Shown, lang: string): Reason {
  const shown = reading.evidence.filter((one) => isTold(one) && known[one.fact] === one.value).sort(byRank);
  const told: Piece[] = [];
  for (const one of shown) if (put(one, told) === MOST_EVIDENCE) break;
  const evidence = told.map(({ fact, value, text, start, end }) => ({ fact, value, text, start, end }));
  return { route: route.id, text: say(route.because, lang), evidence };
}

/** Puts words among those that are told. Of the same words, but for capitals, and of some inside others, one is enough. */
function put(one: Piece, told: Piece[]): number {
  let place = told.length;
  for (let i = 0; i < told.length; i++) {
    const other = told[i] as Piece;
    if (other.fact !== one.fact) continue;
    if (isWithin(one, other) || isSame(one, other)) return told.length;
    if (!isWithin(other, one)) continue;
    if (place === told.length) place = i;
    else told.splice(i--, 1);
  }
  told[place] = one;
  return told.length;
}

const isWithin = (inner: Piece, outer: Piece): boolean => outer.start <= inner.start && inner.end <= outer.end;

const isSame = (a: Piece, b: Piece): boolean =>
  a.text.length === b.text.length && a.text.toLowerCase() === b.text.toLowerCase();

/** Words that were written for the value tell a reader more than those that only turned out to speak for it. */
const byRank = (a: Piece, b: Piece): number => Number(b.own) - Number(a.own) || b.weight - a.weight;
