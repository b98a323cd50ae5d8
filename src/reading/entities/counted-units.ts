import { once } from "../later.js";
import { MONTH } from "./dates.js";
import { DAY_NAMES } from "./day-names.js";
import { byThird, firstTwo, kindsByTwo } from "./first-two.js";
import { lately } from "./lately.js";
import { daysByUnit, numbersByName } from "./past-words.js";
import { BUSINESS } from "./units.js";
import { isDigit, type Words } from "./words.js";

/** Places of a text where a unit of time may be counted, a month be told without a day, a day or a marketplace be named. */
export interface Candidates {
  readonly units: readonly number[];
  readonly months: readonly number[];
  /** "Yesterday". */
  readonly days: readonly number[];
  /** "Marketplace", "sell". */
  readonly selling: readonly number[];
}

/** One look at all words, by their first letters: few are ever taken out of the text. */
export const candidates = lately((text: string, words: Words): Candidates => {
  const units: number[] = [];
  const months: number[] = [];
  const days: number[] = [];
  const selling: number[] = [];
  const most = longest();
  for (let place = 0, start = words.startOf(0); start >= 0; start = words.startOf(++place)) {
    const kind = kindOf(text, start);
    if (kind === 0 || words.lengthOf(place) > most) continue;
    if ((kind & UNIT) !== 0 && isCounted(text, words, place - 1)) units.push(place);
    if ((kind & NAMED_MONTH) !== 0 && words.lengthOf(place) > 2 && mayLead(text, words.startOf(place - 1)))
      months.push(place);
    const length = words.lengthOf(place);
    if ((kind & NAMED_DAY) !== 0 && mayBeDay(text, start, length) && DAY_NAMES.has(words.at(place)?.text ?? ""))
      days.push(place);
    if ((kind & SELLING) !== 0 && mayBeSale(text, start, length) && SALES.has(words.at(place)?.text ?? ""))
      selling.push(place);
  }
  return { units, months, days, selling };
});

/** Whether a word may count the unit behind it: most words that begin as units do are told by that. */
function isCounted(text: string, words: Words, place: number): boolean {
  const start = words.startOf(place);
  return words.lengthOf(place) === 1 || isDigit(text.charCodeAt(start)) || mayCount(text, start);
}

/** Before a month in which something was. */
export const IN: ReadonlySet<string> = new Set("in since seit im depuis en desde da dal".split(" "));

const mayCount = firstTwo(() => [...numbersByName().keys(), ...BUSINESS, "calendar"]);
const mayLead = firstTwo(() => IN);
/** Words beside which the name of a country is that of a marketplace, by what they are. */
export const SALES: ReadonlyMap<string, "market" | "site" | "sell"> = new Map(
  (
    [
      ["market", "marketplace marketplaces marktplatz"],
      ["site", "site"],
      ["sell", "sell selling verkaufe verkaufen vends vendons vendo vendemos vendiamo"],
    ] as const
  ).flatMap(([kind, names]) => names.split(" ").map((name) => [name, kind] as const)),
);
const longest = once(() => Math.max(...[...daysByUnit().keys(), ...SALES.keys()].map((name) => name.length)));
const mayBeDay = byThird(() => DAY_NAMES.keys());
const mayBeSale = byThird(() => SALES.keys());
const kindOf = kindsByTwo([() => daysByUnit().keys(), () => MONTH.keys(), () => DAY_NAMES.keys(), () => SALES.keys()]);
const [UNIT, NAMED_MONTH, NAMED_DAY, SELLING] = [1, 2, 4, 8];

/** Places of the words that count a unit and stand in no list of numbers: "one week", "zehn Tagen", "four business days". */
export function countingWords(text: string, words: Words): readonly number[] {
  const { units } = candidates(text, words);
  if (units.length === 0) return units;
  const found: number[] = [];
  for (const unit of units) {
    if (isDigit(text.charCodeAt(words.startOf(unit - 1))) || !daysByUnit().has(words.at(unit)?.text ?? "")) continue;
    const place = BUSINESS.has(words.at(unit - 1)?.text ?? "") ? unit - 2 : unit - 1;
    if (numbersByName().has(words.at(place)?.text ?? "") && !words.numbers.includes(place)) found.push(place);
  }
  return found;
}
