import { candidates, SALES } from "./counted-units.js";
import { beginning, ending, type Found, type Names, namesOf } from "./country-names.js";
import { FILLER, NOT } from "./limit-words.js";
import type { Places } from "./marketplaces.js";
import type { Words } from "./words.js";

/** Marketplaces that are told by the names of their countries: a country alone is none. */

export type Take = (value: string | undefined, start: number, end: number) => void;

/** "Amazon Deutschland", "Amazon Japan", where "amazon" stands right before. */
export function namedAt(text: string, words: Words, places: Places, at: number, take: Take): void {
  const place = words.placeAt(at) + 1;
  const start = words.startOf(place);
  if (start < 0 || start - at - AMAZON > 2 || /[\n.]/.test(text.slice(at + AMAZON, start))) return;
  const { countries, mayBegin } = namesOf(places);
  if (!mayBegin(text, start, words.lengthOf(place))) return;
  const found = beginning(text, words, place, countries);
  if (found) take(found.id, at, endOf(words, found));
}

const AMAZON = 6;

/** "Marketplace Germany", "my German marketplace", "on the UK site", "I sell in Germany on Amazon". */
export function eachSold(text: string, words: Words, places: Places, take: Take): void {
  for (const place of candidates(text, words).selling) {
    const names = namesOf(places);
    const kind = SALES.get(words.at(place)?.text ?? "");
    if (kind === "sell") {
      for (const one of soldIn(text, words, place, names.countries))
        take(one.id, words.startOf(one.from), endOf(words, one));
      continue;
    }
    const before = isOtherShop(words, place) ? [] : leadingTo(text, words, place, names);
    const [first, last] = [before[0], before.at(-1)];
    if (first && last && (kind === "market" || isOn(words, first.from) || words.at(place - 1)?.text === "amazon")) {
      for (const one of before)
        take(one.id, words.startOf(one.from), one === last ? endAt(words, place) : endOf(words, one));
    } else if (kind === "market" && !isOtherShop(words, place)) {
      let next = place + 1;
      while (next < place + 3 && OF.has(words.at(next)?.text ?? "")) next++;
      for (const one of chain(text, words, next, place, names.countries))
        take(one.id, words.startOf(one.from), endOf(words, one));
    }
  }
}

const OF = new Set("in of is the are der die das ist".split(" "));
const ON = new Set("on from at auf sur".split(" "));
/** Marketplaces that are not Amazon's. */
const SHOPS = new Set(
  "otto kaufland zalando ebay etsy allegro cdiscount fnac walmart rakuten bol temu shein tiktok mirakl".split(" "),
);

const isOtherShop = (words: Words, place: number): boolean =>
  words.texts(place - 2, place + 3).some((word) => SHOPS.has(word));

/** "On the [UK] site": somebody's other site is no marketplace. */
const isOn = (words: Words, place: number): boolean => words.texts(place - 4, place).some((word) => ON.has(word));

/** The countries right before a word, the first of them first: "German and French [marketplaces]", "UK Amazon [site]". */
function leadingTo(text: string, words: Words, place: number, { countries, adjectives }: Names): readonly Found[] {
  let last = place - 1;
  if (words.at(last)?.text === "amazon") last--;
  const found: Found[] = [];
  for (let after = place; last >= 0; ) {
    const one = ending(text, words, last, adjectives) ?? ending(text, words, last, countries);
    if (one === null || !isClose(text, words, one.to, after)) break;
    found.unshift(one);
    after = one.from;
    last = one.from - 1;
    if (AND.has(words.at(last)?.text ?? "")) last--;
  }
  return found;
}

/** The countries in which somebody says that they sell: "I sell in Germany", "I sell shoes on Amazon in Germany". */
function soldIn(text: string, words: Words, place: number, names: Names["countries"]): readonly Found[] {
  const before = words.texts(place - 4, place);
  const english = (words.at(place)?.text ?? "").startsWith("sell");
  if (before.some((word) => NOT.has(word) || CANNOT.has(word))) return [];
  if (english && !before.some((word) => WE.has(word))) return [];
  for (let at = place + 1; at < place + MOST_SOLD; at++) {
    const word = words.at(at);
    if (word === undefined || STOP.test(text.slice(endAt(words, place), word.start))) return [];
    if (!IN.has(word.text)) continue;
    const next = FILLER.has(words.at(at + 1)?.text ?? "") ? at + 2 : at + 1;
    const found = chain(text, words, next, at, names);
    const last = found.at(-1);
    if (last === undefined) continue;
    const near = words.at(at - 1)?.text ?? "";
    const behind = words.texts(last.to, last.to + 2);
    return at === place + 1 || near === "amazon" || (behind[1] === "amazon" && !MADE.has(near)) ? found : [];
  }
  return [];
}

const MOST_SOLD = 8;
const WE = new Set("i we am are m re ve been started".split(" "));
const CANNOT = new Set(
  "can could may should want how allowed cannot cant nie never stop stopped jamais nunca mai".split(" "),
);
const IN = new Set("in en".split(" "));
const MADE = new Set(
  "made produced manufactured designed registered based located stored bought hergestellt gemacht".split(" "),
);
const STOP = /[!?;。]|\.\s|\n\s*\n/;

/** Countries one after the other, from a place on: "Germany, France and Italy". */
function chain(text: string, words: Words, from: number, after: number, names: Names["countries"]): readonly Found[] {
  const found: Found[] = [];
  let before = after;
  for (let place = from; ; ) {
    const one = beginning(text, words, place, names);
    if (one === null || !isClose(text, words, before + 1, one.from)) return found;
    found.push(one);
    before = one.to - 1;
    place = one.to;
    if (AND.has(words.at(place)?.text ?? "")) place++;
  }
}

const AND = new Set("and und et y e or oder".split(" "));

/** Whether no sentence ends between two places. */
const isClose = (text: string, words: Words, from: number, to: number): boolean => {
  const between = text.slice(endAt(words, from - 1), words.startOf(to));
  return between.length <= FAR && !STOP.test(between);
};

const FAR = 16;

const endAt = (words: Words, place: number): number => words.startOf(place) + words.lengthOf(place);
const endOf = (words: Words, { to }: Found): number => endAt(words, to - 1);
