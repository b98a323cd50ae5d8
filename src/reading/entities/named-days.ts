import type { Entity } from "../../core/reading.js";
import { candidates } from "./counted-units.js";
import { DAY_NAMES } from "./day-names.js";
import { lately } from "./lately.js";
import { WITH_DATE } from "./limit-words.js";
import type { Word, Words } from "./words.js";

/** "Hier" is "here" in German. */
const BEFORE_HIER = new Set(
  "recu recue recus recues arrive arrivee avis notification courriel mail lettre d avant".split(" "),
);
const BEHIND_HIER = new Set("j nous on amazon".split(" "));
const CJK = /昨天|昨日|前天|今天|今日|本日/g;

/** "Yesterday", as so many days before the day of writing: -1. */
export const namedDays = lately((text: string, words: Words): Entity[] => {
  const found: Entity[] = [];
  for (const place of candidates(text, words).days) {
    const { text: name, start, end } = words.at(place) as Word;
    const [second, before] = words.texts(place - 2, place);
    const earlier = (before === "before" && second === "day") || before === "avant";
    if (name === "hier" && !BEFORE_HIER.has(before ?? "") && !BEHIND_HIER.has(words.at(place + 1)?.text ?? ""))
      continue;
    found.push(dayOf(earlier ? 2 : (DAY_NAMES.get(name) as number), start, end));
  }
  for (const { 0: name, index } of /[昨前今本]/.test(text) ? text.matchAll(CJK) : [])
    found.push(dayOf(name === "前天" ? 2 : /[昨]/.test(name) ? 1 : 0, index, index + name.length));
  return found;
});

export const dayOf = (days: number, start: number, end: number): Entity => ({
  kind: "date",
  value: `-${days}`,
  start,
  end,
});

/** "Yesterday ([20 November 2026])", "[20 November], yesterday": the date tells which day it was. */
export function isBeside(text: string, words: Words, date: Entity, name: Entity): boolean {
  const [from, to] = date.start < name.start ? [date.end, name.start] : [name.end, date.start];
  if (to - from > FAR || APART.test(text.slice(from, to))) return false;
  return words.texts(words.placeAt(from), words.placeAt(to)).every((word) => WITH_DATE.has(word));
}

/** "Yesterday, on Friday the 20th of November". */
const FAR = 20;
const APART = /[.;!?。；！？]\s|\n/;
