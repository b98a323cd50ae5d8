import type { Entity } from "../../core/reading.js";
import { dollarsOf, isLongTimes, leadingIn, mayLead, mayTell, nameIn, signOf, timesIn } from "./currencies.js";
import { isDigit, type Word, type Words } from "./words.js";

/** Amounts of money in digits, as "1754 USD"; a dollar sign alone is taken as US dollars. What is of a date is of none. */
export function amounts(text: string, words: Words, dates: readonly Entity[]): Entity[] {
  const found: Entity[] = [];
  let after = 0;
  const take = (place: number, from: number) => {
    if (from < after || !mayBeMoney(text, words, place, from)) return;
    if (dates.some((one) => one.start <= from && from < one.end)) return;
    const figure = figureAt(text, words, place, from);
    if (figure === null) return;
    const lead = leading(text, words, place, from, after);
    const tail = trailing(text, words, figure, lead?.currency ?? null);
    const currency = lead?.currency ?? tail.currency;
    if (currency === undefined) return;
    const said = (number: number) => `${Math.round(number * tail.times * 1e4) / 1e4} ${currency}`;
    const entity = (number: number, start: number, end: number): Entity => ({
      ...{ kind: "amount", value: said(number), start, end },
    });
    const start = lead?.start ?? from;
    // Of "5,000-6,000 EUR" both are amounts.
    const other = lead ? RANGE_ON.exec(text.slice(tail.end, tail.end + RANGE)) : null;
    const first = lead ? null : RANGE_BACK.exec(text.slice(Math.max(after, from - RANGE), from));
    if (first) found.push(entity(plain(first[1] as string), from - first[0].length, from));
    found.push(entity(figure.number, start, tail.end));
    after = tail.end + (other?.[0].length ?? 0);
    if (other) found.push(entity(plain(other[1] as string), tail.end, after));
  };
  let coded = 0;
  for (const place of words.numbers) {
    for (; (words.coded[coded] ?? place) < place; coded++) takeCoded(words.coded[coded] as number);
    if (isDigit(text.charCodeAt(words.startOf(place)))) take(place, words.startOf(place));
  }
  for (; coded < words.coded.length; coded++) takeCoded(words.coded[coded] as number);
  return found;

  /** "EUR500" */
  function takeCoded(place: number): void {
    let from = words.startOf(place);
    while (!isDigit(text.charCodeAt(from))) from++;
    take(place, from);
  }
}

/** Most numbers have no money near them: they are told before anything is taken out of the text. */
function mayBeMoney(text: string, words: Words, place: number, from: number): boolean {
  const end = words.startOf(place) + words.lengthOf(place);
  if (from > words.startOf(place) || !isDigit(text.charCodeAt(end - 1))) return true;
  const near = isGap(text.charCodeAt(from - 1)) ? from - 2 : from - 1;
  if (signOf(text.charCodeAt(near)) !== undefined) return true;
  const next = isBetween(text.charCodeAt(end)) ? end + 1 : end;
  if (isDigit(text.charCodeAt(next)) || signOf(text.charCodeAt(next)) !== undefined) return true;
  if (DASHED.test(text.slice(end, end + 2))) return true;
  const word = words.startOf(place + 1);
  if (word >= 0 && word - end <= 1 && mayTell(text, word)) return true;
  const before = words.startOf(place - 1);
  if (before < 0) return false;
  return from - before - words.lengthOf(place - 1) <= 2 && mayLead(text, before);
}

/** A number and what is written on it: "30 000", "5k", "40usd". */
interface Figure {
  readonly number: number;
  /** Letters that are written on it. */
  readonly rest: string;
  readonly place: number;
  readonly end: number;
}

function figureAt(text: string, words: Words, place: number, from: number): Figure | null {
  const endOf = (at: number) => words.startOf(at) + words.lengthOf(at);
  const match = /^(\d[\d.,]*)([a-z]*)$/.exec(text.slice(from, endOf(place)).toLowerCase());
  if (!match) return null;
  let [, digits, rest] = match as unknown as [string, string, string];
  let last = place;
  // Groups of three, by a space or an apostrophe: "30 000,50 €".
  for (let open = /^\d{1,3}$/.test(digits) && rest === ""; open; ) {
    const [end, next] = [endOf(last), words.startOf(last + 1)];
    const group =
      next === end + 1 && isBetween(text.charCodeAt(end))
        ? /^(\d{3})([.,]\d{1,2})?([a-z]*)$/.exec(text.slice(next, endOf(last + 1)).toLowerCase())
        : null;
    if (group) {
      digits += group[1] + (group[2] ?? "").replace(",", ".");
      rest = group[3] as string;
      last++;
    }
    open = group !== null && group[2] === undefined && rest === "";
  }
  const number = last > place ? Number(digits) : plain(digits);
  return Number.isFinite(number) ? { number, rest, place: last, end: endOf(last) } : null;
}

/** A currency that stands before a number, and where it begins. */
function leading(
  text: string,
  words: Words,
  place: number,
  from: number,
  after: number,
): { readonly currency: string; readonly start: number } | null {
  const near = isGap(text.charCodeAt(from - 1)) ? from - 2 : from - 1;
  const sign = near >= after ? signOf(text.charCodeAt(near)) : undefined;
  if (sign !== undefined) {
    const letters =
      text[near] === "$" ? (/(?<![A-Z])[A-Z]{1,3}$/.exec(text.slice(Math.max(after, near - 4), near)) ?? [""])[0] : "";
    const dollars = dollarsOf(letters);
    return { currency: dollars ?? sign, start: dollars === undefined ? near : near - letters.length };
  }
  const [start, own] = [words.startOf(place), from > words.startOf(place)];
  const at = own ? start : words.startOf(place - 1);
  if (at < after) return null;
  const end = own ? from : at + words.lengthOf(place - 1);
  const raw = text.slice(at, end).toLowerCase();
  const gap = text.slice(end, from);
  const name =
    /^(?:[ \u00a0\u2009\u202f]?|: ?)$/.test(gap) || (raw === "rs" && /^\. ?$/.test(gap)) ? leadingIn(raw) : undefined;
  return name ? { currency: name.is, start: end - name.length } : null;
}

/** What stands behind a number: what it counts, and a currency: where one stands before, only that once more. */
function trailing(
  text: string,
  words: Words,
  { rest, place, end }: Figure,
  led: string | null,
): { readonly times: number; readonly currency?: string; readonly end: number } {
  const glued = rest === "" ? undefined : (timesIn(rest) ?? (nameIn(rest) ? undefined : timesIn(rest[0] as string)));
  const on = glued ? rest.slice(glued.length) : rest;
  if (on !== "") {
    const name = nameIn(on);
    return { times: glued?.is ?? 1, end, ...(name && { currency: name.is }) };
  }
  let times = glued?.is ?? 1;
  let stop = end;
  let next = place + 1;
  let at = end;
  if (DASHED.test(text.slice(at, at + 2))) at += 2;
  const wordNear = (): Word | undefined => {
    const start = Math.max(at, words.startOf(next));
    if (words.startOf(next) < 0 || start - at > 1 || (start > at && !isGap(text.charCodeAt(at)) && text[at] !== "-"))
      return;
    const raw = text.slice(start, words.startOf(next) + words.lengthOf(next));
    return raw.charCodeAt(0) > 0x2e7f ? { text: raw, start, end: start + raw.length } : words.at(next);
  };
  const many = wordNear();
  const part = many && timesIn(many.text);
  if (many && part && isLongTimes(many.text)) {
    times *= part.is;
    at = stop = many.start + part.length;
    if (stop >= many.end) next++;
    if (text[at] === ".") at++;
    const of = /^ (?:d[ei](?= )|d['’])/.exec(text.slice(at, at + 4));
    if (of) [at, next] = [at + of[0].length, next + 1];
  }
  const unnamed = { times: led === null ? 1 : times, end: led === null ? end : stop };
  const sign = signOf(text.charCodeAt(at));
  if (sign !== undefined && led === null) return { times, currency: sign, end: at + 1 };
  const apart =
    isGap(text.charCodeAt(at)) && !/[ \u00a0\u202f]?\d/.test(text.slice(at + 2, at + 3))
      ? signOf(text.charCodeAt(at + 1))
      : undefined;
  if (apart !== undefined && led === null) return { times, currency: apart, end: at + 2 };
  const word = wordNear();
  const name = word && nameIn(word.text);
  if (!word || !name || (led !== null && led !== name.is)) return unnamed;
  return { times, currency: name.is, end: word.text.charCodeAt(0) > 0x2e7f ? word.start + name.length : word.end };
}

/** Whole amounts, as in "500,- €". */
const DASHED = /^[.,][-–]/;
const RANGE = 20;
const RANGE_BACK = /(?<![\d.,-])(\d[\d.,]*)k? ?[-–—~至到] ?$/;
const RANGE_ON = /^[-–—~至到](\d[\d.,]*\d|\d)(?![\d-])/;

/** White space within a line, as it stands between a number and its currency. */
const isGap = (code: number): boolean =>
  code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x3000;
/** What stands between groups of three digits. */
const isBetween = (code: number): boolean => isGap(code) || code === 39 || code === 0x2019;

/** 1,754.20 and 1.754,20 are the same number: a last group of three digits is thousands. */
function plain(text: string): number {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const decimals = last >= 0 && text.length - last - 1 !== 3 ? text.slice(last + 1) : "";
  const whole = (decimals === "" ? text : text.slice(0, last)).replace(/[.,]/g, "");
  return Number(decimals === "" ? whole : `${whole}.${decimals}`);
}
