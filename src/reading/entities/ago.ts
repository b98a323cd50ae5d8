import type { Entity } from "../../core/reading.js";
import { firstTwo } from "./first-two.js";
import { agoTimes, HAN } from "./past.js";
import { NEARLY, OVER } from "./past-words.js";
import type { Word, Words } from "./words.js";

/**
 * Days that are told by the one on which a text was written, as so many days before it: "yesterday" (-1), "5 days ago"
 * (-5). What is only about so long ago is none. A date stands for itself.
 */
export function agoDays(text: string, words: Words): Entity[] {
  const counted = agoTimes(text).flatMap(({ days, start, end }) => {
    const before = words.at(words.placeAt(start) - 1)?.text ?? "";
    const about = OVER.has(before) || NEARLY.has(before) || ABOUT.has(before) || CJK_ABOUT.test(text.slice(start, end));
    return !about ? [dayOf(days, start, end)] : [];
  });
  return [...counted, ...named(text, words)].sort((a, b) => a.start - b.start);
}

const ABOUT = new Set("about around approximately roughly some etwa circa ca ungefahr environ unos unas".split(" "));
const CJK_ABOUT = /[超多快约約近]|不到/;

/** Names of days; "hier" is "here" in German. */
const NAMES: ReadonlyMap<string, number> = new Map(
  ["today heute hoy oggi aujourd", "yesterday gestern ayer ieri hier", "vorgestern anteayer"].flatMap((names, days) =>
    names.split(" ").map((name) => [name, days] as const),
  ),
);
const mayBeNamed = firstTwo([...NAMES.keys()]);
const BEFORE_HIER = new Set(
  "recu recue recus recues arrive arrivee avis notification courriel mail lettre d avant".split(" "),
);
const BEHIND_HIER = new Set("j nous on amazon".split(" "));
const CJK = /昨天|昨日|前天|今天|今日|本日/g;

function named(text: string, words: Words): Entity[] {
  const found: Entity[] = [];
  for (let place = 0, start = words.startOf(0); start >= 0; start = words.startOf(++place)) {
    const days = mayBeNamed(text, start) ? NAMES.get((words.at(place) as Word).text) : undefined;
    if (days === undefined) continue;
    const [second, before] = words.texts(place - 2, place);
    const one = dayOf(
      before === "before" && second === "day" ? 2 : before === "avant" ? 2 : days,
      start,
      start + words.lengthOf(place),
    );
    const hier = (words.at(place) as Word).text === "hier";
    if (!hier || BEFORE_HIER.has(before ?? "") || BEHIND_HIER.has(words.at(place + 1)?.text ?? "")) found.push(one);
  }
  for (const { 0: name, index } of HAN.test(text) ? text.matchAll(CJK) : [])
    found.push(dayOf(name === "前天" ? 2 : /[昨]/.test(name) ? 1 : 0, index, index + name.length));
  return found;
}

const dayOf = (days: number, start: number, end: number): Entity => ({ kind: "date", value: `-${days}`, start, end });
