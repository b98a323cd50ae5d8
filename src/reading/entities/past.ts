import { daysBetween, nearestDay } from "../../core/calendar.js";
import { later } from "../later.js";
import { candidates } from "./counted-units.js";
import { dates } from "./dates.js";
import { hanzi } from "./hanzi-numbers.js";
import { lately } from "./lately.js";
import { months } from "./months.js";
import { isBeside, namedDays } from "./named-days.js";
import {
  ABOUT,
  AFTER,
  AGO,
  AGO_BEFORE,
  daysByUnit,
  isArticle,
  NEARLY,
  numbersByName,
  OPEN,
  OVER,
  UNTIL,
} from "./past-words.js";
import { BUSINESS } from "./units.js";
import { windows } from "./windows.js";
import { type Word, words } from "./words.js";

/** A time that has passed since something happened: "75 days ago", "for 20 days", a day in the past. */
export interface Past {
  readonly days: number;
  /** As many as it may be, where it can be read in two ways; `days` is then the fewer. */
  readonly most?: number;
  readonly start: number;
  readonly end: number;
  /** Not to the day: "a month ago", "more than 10 days ago". */
  readonly about?: true;
  /** Said to be over in so many words; else only not said to be anything else. */
  readonly sure: boolean;
}

/** The times that a text tells of which may have passed. Days are told only where it is known which day is today. */
export function pastTimes(text: string, today: string | null): Past[] {
  words.take(text);
  const times = counted(text, words);
  const stated = times.some((one) => !one.sure) ? windows(text, words) : [];
  const isLimit = ({ start, end }: Past) => stated.some((one) => one.start < end && one.end > start);
  const told = times.filter((one) => one.sure || !isLimit(one));
  return [
    ...told,
    ...named(text),
    ...(today === null ? [] : [...days(text, today), ...months(text, words, today)]),
  ].sort((a, b) => a.start - b.start);
}

/** "Yesterday", unless a date beside it tells which day that was. Much is told of today that happened before. */
function named(text: string): Past[] {
  const days = namedDays(text, words).filter(({ value }) => value !== "-0");
  if (days.length === 0) return [];
  const all = dates(text, words);
  return days.flatMap((day): Past[] => {
    const { start, end, value } = day;
    const before = words.at(words.placeAt(start) - 1)?.text ?? "";
    if (UNTIL.has(before) || /^['’]s\b/.test(text.slice(end, end + 3))) return [];
    if (all.some((date) => isBeside(text, words, date, day))) return [];
    return [{ days: -Number(value), start, end, sure: true }];
  });
}

/** Those that are said to be over in so many words, in a text that `words` has taken. */
export const agoTimes = (text: string): Past[] => counted(text, words).filter(({ sure }) => sure);

const counted = lately((text: string): Past[] => [...latin(text), ...(HAN.test(text) ? cjk(text) : [])]);

/** More than anybody counts. */
const MOST = 3650;

function latin(text: string): Past[] {
  const found: Past[] = [];
  for (const place of candidates(text, words).units) {
    const one = timeAt(place);
    if (one !== null && one.days <= MOST) found.push(one);
  }
  return found;
}

export const HAN = /[\u4e00-\u9fff]/;

/** The time whose unit stands at a place. */
function timeAt(unit: number): Past | null {
  const text = (place: number) => words.at(place)?.text ?? "";
  const length = daysByUnit().get(text(unit));
  if (length === undefined) return null;
  const first = BUSINESS.has(text(unit - 1)) || text(unit - 1) === "calendar" ? unit - 2 : unit - 1;
  const last = BUSINESS.has(text(unit + 1)) ? unit + 1 : unit;
  const count = countOf(text(first));
  if (count === undefined) return null;
  const before = words.texts(first - 4, first).toReversed();
  const behind = words.texts(last + 1, last + 3);
  const since = AGO_BEFORE.find((all) => all.every((word, i) => before[all.length - 1 - i] === word));
  const ago = AGO.has(behind[0] ?? "");
  const sure = ago || since !== undefined;
  const open = before.some((word) => OPEN.has(word)) || behind.some((word) => AFTER.has(word));
  // "A day", "une semaine" are times only where they are said to be over.
  if (!sure && (open || isArticle(text(first)))) return null;
  const business = first < unit - 1 ? BUSINESS.has(text(unit - 1)) : last > unit;
  const days = Math.floor(count * length * (business ? 7 / 5 : 1)) + more(before);
  const about = length >= DAYS_OF_MONTH || business || before.slice(0, 2).some((word) => ABOUT.has(word));
  const start = words.startOf(first - (since?.length ?? 0));
  const end = words.startOf(last + (ago ? 1 : 0)) + words.lengthOf(last + (ago ? 1 : 0));
  return { days: Math.max(0, days), start, end, sure, ...(about && { about }) };
}

const countOf = (word: string): number | undefined =>
  /^\d{1,4}$/.test(word) ? Number(word) : numbersByName().get(word);

const DAYS_OF_MONTH = 30;

/** "More than two weeks" is more, "nearly 60 days" is less. */
const more = (before: readonly string[]): number =>
  OVER.has(before[0] ?? "") ? 1 : NEARLY.has(before[0] ?? "") ? -1 : 0;

const CJK_TIME = later(
  String.raw`(超过|超過|快|不到|将近|將近)?(\d{1,4}|[一二两三四五六七八九十百]{1,5})(多)?\s?(?:(个|個|か|ヶ|カ|ヵ|ケ|箇)?(?:整)?(月)|(?:个|個)?(?:多)?(小时|小時|時間|工作日|営業日|天|日|周|週間|週|星期|礼拜|禮拜|年))(前|以前|多)?`,
  "gu",
);
const CJK_UNIT: Readonly<Record<string, number>> = {
  ...{ 小时: 1 / 24, 小時: 1 / 24, 時間: 1 / 24, 天: 1, 日: 1, 工作日: 7 / 5, 営業日: 7 / 5 },
  ...{ 周: 7, 週: 7, 週間: 7, 星期: 7, 礼拜: 7, 禮拜: 7, 月: 30, 年: 365 },
};
/** Behind a time that is still to come, or somebody's. */
const CJK_OPEN = /^\s?(?:内|內|以内|以內|之内|之內|后|後|之后|之後|的?期限|期|まで|もらえ|的时间)/;
/** Before one. */
const CJK_KEEPS = /(?:扣留|冻结|凍結|保留|留|内|每|第|最近|过去|近|有|给|給|需要|须|要等|毎|あと|今後)\s?$/;

function cjk(text: string): Past[] {
  const found: Past[] = [];
  const times = CJK_TIME();
  times.lastIndex = 0;
  for (let match = times.exec(text); match !== null; match = times.exec(text)) {
    const [whole, about = "", number = "", many, counter, month, other = "", ago] = match;
    const end = match.index + whole.length;
    // 8月 is a month's name, 8个月 a time; so is 3日 a day of one.
    if ((month !== undefined && counter === undefined) || isPartOfDate(text, match.index, end)) continue;
    const sure = ago === "前" || ago === "以前";
    if (!sure && (CJK_OPEN.test(text.slice(end, end + 6)) || CJK_KEEPS.test(text.slice(0, match.index).slice(-4))))
      continue;
    const count = /\d/.test(number) ? Number(number) : hanzi(number);
    const more = /超/.test(about) || many !== undefined || ago === "多" ? 1 : about === "" ? 0 : -1;
    const days = Math.floor(count * (CJK_UNIT[month ?? other] as number)) + more;
    const vague = more !== 0 || month !== undefined || /[年约約]/.test(text.slice(Math.max(0, match.index - 1), end));
    if (days >= 0 && days <= MOST)
      found.push({ days, start: match.index, end, sure, ...(vague && { about: true as const }) });
  }
  return found;
}

const isPartOfDate = (text: string, start: number, end: number): boolean =>
  /[年月\d]\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
  (/年$/.test(text.slice(start, end)) && end - start > 4);

/** Days in the past on which something was. Of one that can be read in two ways, both that are past. */
function days(text: string, today: string): Past[] {
  return dates(text, words).flatMap(({ value, other, start, end }) => {
    const [near, second] = words.texts(words.placeAt(start) - 2, words.placeAt(start)).toReversed();
    if (UNTIL.has(near ?? "") || UNTIL.has(second ?? "") || /^\s?(?:之前|以前|前|まで)/.test(text.slice(end, end + 4)))
      return [];
    const gone = [value, ...(other === undefined ? [] : [other])]
      .map((day) => daysBetween(day.startsWith("-") ? nearestDay(day, today) : day, today))
      .filter((count) => count >= 0 && count <= MOST);
    if (gone.length === 0) return [];
    const [fewest, most] = [Math.min(...gone), Math.max(...gone)];
    return [{ days: fewest, ...(most > fewest && { most }), start, end, sure: true }];
  });
}

/** The folded words of a text between two places of it, after `pastTimes` has taken it. */
export function wordsBetween(start: number, end: number): readonly string[] {
  const found: Word[] = [];
  for (let place = words.placeAt(start); ; place++) {
    const word = words.at(place);
    if (word === undefined || word.start >= end) return found.map((one) => one.text);
    found.push(word);
  }
}
