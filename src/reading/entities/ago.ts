import type { Entity } from "../../core/reading.js";
import { later } from "../later.js";
import { pastTimes } from "./past.js";
import { NEARLY, OVER } from "./past-words.js";
import type { Words } from "./words.js";

/**
 * Days that are told by the one on which a text was written, as so many days before it: "yesterday" (-1), "5 days ago"
 * (-5). What is only about so long ago is none. A date stands for itself.
 */
export function agoDays(text: string, words: Words): Entity[] {
  const counted = pastTimes(text, null).flatMap(({ days, sure, start, end }) => {
    const before = words.at(words.placeAt(start) - 1)?.text ?? "";
    const about = OVER.has(before) || NEARLY.has(before) || ABOUT.has(before) || CJK_ABOUT.test(text.slice(start, end));
    return sure && !about ? [dayOf(days, start, end)] : [];
  });
  return [...counted, ...named(text)].sort((a, b) => a.start - b.start);
}

const ABOUT = new Set("about around approximately roughly some etwa circa ca ungefahr environ unos unas".split(" "));
const CJK_ABOUT = /[超多快约約近]|不到/;

const NAMED = later(
  String.raw`\bday before yesterday\b|\b(?:yesterday|gestern|ayer|ieri)\b|\b(?:vorgestern|anteayer|avant-hier)\b|\b(?:today|heute|hoy|oggi|aujourd['’]hui)\b|(?<=\bre[cç]ue?s? |\barrivée?s? |\bavis |\bnotification |\bcourriel |\bmail |\bd['’])hier\b|\bhier\b(?=,? (?:j|nous|on|amazon)\b)|昨天|昨日|前天|今天|今日|本日`,
  "giu",
);
const LONG_AGO = new Set(["day before yesterday", "vorgestern", "anteayer", "avant-hier", "前天"]);
const TODAY = new Set(["today", "heute", "hoy", "oggi", "今天", "今日", "本日"]);

function named(text: string): Entity[] {
  return [...text.matchAll(NAMED())].map(({ 0: found, index }) => {
    const name = found.toLowerCase();
    const days = LONG_AGO.has(name) ? 2 : TODAY.has(name) || name.startsWith("aujourd") ? 0 : 1;
    return dayOf(days, index, index + found.length);
  });
}

const dayOf = (days: number, start: number, end: number): Entity => ({ kind: "date", value: `-${days}`, start, end });
