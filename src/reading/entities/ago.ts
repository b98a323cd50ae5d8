import type { Entity } from "../../core/reading.js";
import { dayOf, namedDays } from "./named-days.js";
import { agoTimes } from "./past.js";
import { ABOUT } from "./past-words.js";
import type { Words } from "./words.js";

/**
 * Days that are told by the one on which a text was written, as so many days before it: "yesterday" (-1), "5 days ago"
 * (-5). What is only about so long ago is none. A date stands for itself.
 */
export function agoDays(text: string, words: Words): Entity[] {
  const counted = agoTimes(text).flatMap(({ days, start, end }) => {
    const before = words.at(words.placeAt(start) - 1)?.text ?? "";
    const about = ABOUT.has(before) || CJK_ABOUT.test(text.slice(start, end));
    return about ? [] : [dayOf(days, start, end)];
  });
  return [...counted, ...namedDays(text, words)].sort((a, b) => a.start - b.start);
}

const CJK_ABOUT = /[超多快约約近]|不到/;
