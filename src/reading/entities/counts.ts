import { firstTwo } from "./first-two.js";
import { NAMED } from "./past-words.js";
import { BUSINESS, DAYS, HOURS, MONTHS, WEEKS } from "./units.js";
import type { Words } from "./words.js";

/**
 * Places of words that count the unit behind them and stand in no list of numbers: "one week", "zehn Tagen". Looked for
 * only where such a unit can be.
 */
export function countingWords(text: string, words: Words): number[] {
  if (!UNITS.some((part) => text.includes(part))) return [];
  const known = new Set(words.numbers);
  const found: number[] = [];
  for (let place = 1, start = words.startOf(1); start >= 0; start = words.startOf(++place)) {
    if (!mayBeUnit(text, start) || !mayBeCount(text, words, place - 1) || known.has(place - 1)) continue;
    if (NAMES.has(words.at(place)?.text ?? "") && NAMED.has(words.at(place - 1)?.text ?? "")) found.push(place - 1);
  }
  return found;
}

const mayBeCount = (text: string, words: Words, place: number): boolean =>
  words.lengthOf(place) === 1 || mayCount(text, words.startOf(place));

/** A part of every name that is looked for, as it is written in the midst of a sentence or at its head. */
const UNITS =
  "day hour week month Tag tag Stunde Woche Monat jour heure emaine mois día hora emana mes iorn ettiman".split(" ");
const NAMES: ReadonlySet<string> = new Set(
  [...HOURS, ...DAYS, ...BUSINESS, ...WEEKS, ...MONTHS].filter((name) => name.length > 2),
);
const mayBeUnit = firstTwo([...NAMES]);
const mayCount = firstTwo([...NAMED.keys()]);
