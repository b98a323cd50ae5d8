import type { Marketplace } from "../playbook/types.js";
import { findEntities } from "../reading/entities/index.js";
import type { Ask } from "./interview.js";
import { nameOf } from "./places.js";
import { sitesIn } from "./sites.js";

/** Why an answer is none, and the part of it that is wrong. The question is put again. */
export interface Wrong {
  readonly why: "no-such-day" | "no-day" | "to-come" | "no-asin" | "no-email";
  readonly found: string;
}

/** What is wrong with an answer where a day, ASINs or an e-mail address are asked for; null where nothing is. */
export function wrongIn({ key, part }: Ask, said: string, today: string): Wrong | null {
  const name = nameOf(key);
  if (name === "asin") {
    const found = codesIn(said).find((code) => !ASIN.test(code));
    return found === undefined ? null : { why: "no-asin", found };
  }
  if (name === "email") return EMAIL.test(said) ? null : { why: "no-email", found: said };
  if (part !== "date" && name !== "date" && name !== "notice_date") return null;
  const days = daysIn(said);
  if (days.length === 0) {
    if (daysIn(said.replace(/(?<!\d)\d\d(?!\d)/g, possible)).length > 0) return { why: "no-such-day", found: said };
    return part === "date" && namesMonth(said) ? null : { why: "no-day", found: said };
  }
  const ahead = (day: string) => day > today && !day.startsWith("--");
  return name === "notice_date" && days.every(ahead) ? { why: "to-come", found: said } : null;
}

/** Days of a text: YYYY-MM-DD, or --MM-DD where no year stands. An answer may have forms that a notice has not. */
export function daysIn(said: string): string[] {
  const usual = said
    .replace(/(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/g, "$1-$2-$3")
    .replace(/(?<=\d(?:st|nd|rd|th)?) of (?=\p{L})/gu, " ");
  return findEntities(usual, NOWHERE).flatMap(({ kind, value }) => (kind === "date" ? [value] : []));
}

const NOWHERE = { marketplaces: [] };

/** A number that is no month and may be no day, as one that is both. */
const possible = (number: string): string => (Number(number) > 12 ? "1" : number);

/** Whether it names a month of a year: who has forgotten the day may know that. */
const namesMonth = (said: string): boolean =>
  [`1 ${said}`, `${said}1日`].some((text) => daysIn(text).some((day) => !day.startsWith("--")));

/** As sellers write them: a book's is its ISBN. */
const ASIN = /^(?:B0[0-9A-Z]{8}|\d{9}[\dX])$/i;
/** What is meant for an ASIN: it begins like one, or is about as long and of capitals and digits. */
const CODE = /^(?:[Bb]0[0-9A-Za-z]{3,}|(?=.*\d)[0-9A-Z]{8,12})$/;

/** Wide enough for every script; "＠" is what some keyboards type. */
const EMAIL = /[^\s@＠]+[@＠][^\s@＠]+\.[^\s@＠.]/u;

const WORD = /[0-9A-Za-z]+/g;

/** The words of an answer that are meant for ASINs. */
export function codesIn(said: string): string[] {
  return (said.match(WORD) ?? []).filter((word) => CODE.test(word));
}

/** Whether an answer names orders, and every number in it is that of one. */
export function ordersIn(said: string): boolean {
  const orders = findEntities(said, NOWHERE).filter(({ kind }) => kind === "order");
  const rest = orders.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), said);
  return orders.length > 0 && !/\d{3}/.test(rest);
}

/** Whether an answer has a number as long as those that Amazon gives to complaints. */
export const isLongNumber = (said: string): boolean => /(?<![A-Za-z\d])\d(?:[\s-]?\d){7}/.test(said);

/** An answer as it stands in the letter: ASINs in capitals, marketplaces by their sites. */
export function written({ key }: Ask, said: string, marketplaces: readonly Marketplace[]): string {
  const name = nameOf(key);
  if (name === "marketplace") return sitesIn(said, marketplaces);
  return name === "asin" ? said.replace(WORD, (word) => (ASIN.test(word) ? word.toUpperCase() : word)) : said;
}
