import type { Entity } from "../../core/reading.js";
import { firstTwo } from "./first-two.js";
import { lately } from "./lately.js";
import type { Word, Words } from "./words.js";

/** Month names by their first letters, in the languages of the notices. Longer ones first where one begins another. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "janv", "ene", "enero", "gen", "january", "januar", "janvier", "gennaio", "janner"],
  ["feb", "fev", "fevr", "february", "februar", "febrero", "fevrier", "febbraio"],
  ["mar", "march", "marz", "mars", "marzo"],
  ["apr", "avr", "abr", "april", "avril", "abril", "aprile"],
  ["may", "mai", "mayo", "mag", "maggio"],
  ["jun", "june", "juni", "juin", "junio", "giu", "giugno"],
  ["jul", "july", "juli", "juil", "juillet", "julio", "lug", "luglio"],
  ["aug", "august", "aout", "ago", "agosto"],
  ["sep", "sept", "september", "septembre", "septiembre", "set", "settembre"],
  ["oct", "okt", "october", "oktober", "octobre", "octubre", "ott", "ottobre"],
  ["nov", "november", "novembre", "noviembre"],
  ["dec", "dez", "dic", "december", "dezember", "decembre", "diciembre", "dicembre"],
];
export const MONTH = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

/** The month that a name means, 1 to 12, with accents or without. */
export const monthOf = (name: string): number | undefined =>
  MONTH.get(name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));

/** Words that are a month and more often something else. */
export const DOUBTFUL = new Set(["may", "mar", "set", "mars", "march", "mag", "gen", "ago"]);

/**
 * Dates of a text, as YYYY-MM-DD, or --MM-DD where no year stands. A numeric date that can be read in two ways is
 * given by day and month first, with the other reading in `other`.
 */
export const dates = lately((text: string, words: Words): Entity[] => {
  const found: Entity[] = [];
  let after = 0;
  let last = -1;
  const look = (i: number) => {
    const start = words.startOf(i);
    if (i <= last || start < after) return;
    last = i;
    const date = mayBegin(text, start, words.lengthOf(i)) && dateAt(text, words, i);
    if (!date) return;
    found.push(date);
    after = date.end;
  };
  // A date begins with a number, or with the month before one.
  for (const i of words.numbers) {
    look(i - 1);
    look(i);
  }
  return found.some(({ other }) => other !== undefined) ? inOrder(text, found) : found;
});

/** What can be read in two ways is read as those that can be read in one, if they agree. */
function inOrder(text: string, found: readonly Entity[]): Entity[] {
  const orders = new Set<boolean>();
  for (const { other, start, end } of found) {
    const [first, second] = (/^(\d+)[/-](\d+)[/-]\d+$/.exec(text.slice(start, end)) ?? []).slice(1).map(Number);
    if (other === undefined && first !== undefined && second !== undefined && first <= 31 && first !== second)
      orders.add(second > 12);
  }
  if (orders.size !== 1) return [...found];
  const byMonth = orders.has(true);
  return found.map(({ other, ...one }) => (other !== undefined && byMonth ? { ...one, value: other } : one));
}

/** Whether a word begins with a digit, or as months do and is no longer than they are. */
function mayBegin(text: string, start: number, length: number): boolean {
  const code = text.charCodeAt(start);
  return code >= 128 || (code >= 48 && code <= 57) || (length <= LONGEST_MONTH && mayBeMonth(text, start));
}

const mayBeMonth = firstTwo(() => MONTH.keys());
const LONGEST_MONTH = Math.max(...[...MONTH.keys()].map((name) => name.length));

function dateAt(text: string, words: Words, i: number): Entity | null {
  const word = words.at(i) as Word;
  return iso(text, word) ?? numeric(text, word) ?? short(text, words, i) ?? cjk(text, word) ?? spelled(words, i, text);
}

const LONGEST = 24;

function iso(text: string, word: Word): Entity | null {
  if (text.charCodeAt(word.start + 4) !== HYPHEN) return null;
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text.slice(word.start, word.start + LONGEST));
  return match ? entity(word.start, match[0].length, day(match[1], match[2], match[3])) : null;
}

/** 14.03.2026 is by day; 03/04/2026 may be either unless one number is over twelve. */
function numeric(text: string, word: Word): Entity | null {
  if (!isMark(text.charCodeAt(word.start + 1)) && !isMark(text.charCodeAt(word.start + 2))) return null;
  if (/[\d./-]/.test(text[word.start - 1] ?? "")) return null;
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d])/.exec(text.slice(word.start, word.start + LONGEST));
  if (!match) return null;
  const [whole, first, mark, second, short] = match as unknown as [string, string, string, string, string];
  const year = short.length === 2 ? `20${short}` : short;
  const byDay = day(year, second, first);
  const byMonth = mark === "." ? null : day(year, first, second);
  if (byDay && byMonth && byDay !== byMonth) {
    return { kind: "date", value: byDay, other: byMonth, start: word.start, end: word.start + whole.length };
  }
  return entity(word.start, whole.length, byDay ?? byMonth);
}

/** "Bis zum 03.12.": a number of a section or a sum stands behind other words, or has no second point. */
function short(text: string, words: Words, i: number): Entity | null {
  const word = words.at(i) as Word;
  if (text.charCodeAt(word.end) !== POINT || !BEFORE_SHORT.has(words.at(i - 1)?.text ?? "")) return null;
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(word.text);
  return match ? entity(word.start, match[0].length + 1, day(undefined, match[2], match[1])) : null;
}

const BEFORE_SHORT = new Set("by bis zum am vom dem frist spatestens until before".split(" "));
const POINT = 46;
const HYPHEN = 45;
/** A hyphen, a point or a slash. */
const isMark = (code: number) => code >= HYPHEN && code <= 47;

function cjk(text: string, word: Word): Entity | null {
  if (text.charCodeAt(word.end) < 128 && text.charCodeAt(word.end + 1) < 128) return null;
  const match = /^(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/.exec(
    text.slice(word.start, word.start + LONGEST),
  );
  return match ? entity(word.start, match[0].length, day(match[1], match[2], match[3])) : null;
}

/** 14 March 2026, 14. März, March 14th, 2026, 14 de marzo de 2026. */
function spelled(words: Words, i: number, text: string): Entity | null {
  const word = words.at(i) as Word;
  const month = MONTH.get(word.text);
  if (month !== undefined) {
    const next = words.at(i + 1);
    if (!next || !isDay(next.text) || !near(text, word, next)) return null;
    return withYear(words, i + 1, text, word, month, next.text);
  }
  if (!isDay(word.text)) return null;
  const skip = words.at(i + 1)?.text === "de" ? 2 : 1;
  const next = words.at(i + skip);
  if (!next || !near(text, word, next)) return null;
  const named = MONTH.get(next.text);
  return named === undefined ? null : withYear(words, i + skip, text, word, named, word.text);
}

function withYear(
  words: Words,
  last: number,
  text: string,
  first: Word,
  month: number,
  dayWord: string,
): Entity | null {
  const at = words.at(last) as Word;
  const skip = ["de", "del"].includes(words.at(last + 1)?.text ?? "") ? 2 : 1;
  const next = words.at(last + skip);
  const year = next && /^(?:19|20)\d\d$/.test(next.text) && near(text, at, next) ? next : undefined;
  const monthWord = MONTH.has(first.text) ? first.text : at.text;
  if (!year && DOUBTFUL.has(monthWord) && text[first.start] === monthWord[0] && MONTH.has(first.text)) return null;
  return entity(
    first.start,
    (year ?? at).end - first.start,
    day(year?.text, String(month), dayWord.replace(/\D/g, "")),
  );
}

export const isDay = (text: string) => /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?$/.test(text);
const near = (text: string, a: Word, b: Word) => b.start - a.end <= 5 && !text.slice(a.end, b.start).includes("\n");

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const [y, m, d] = [Number(year ?? 2000), Number(month), Number(date)];
  const real = new Date(Date.UTC(y, m - 1, d));
  if (real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d || y < 1995 || y > 2100) return null;
  return `${year === undefined ? "-" : y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

const entity = (start: number, length: number, value: string | null): Entity | null =>
  value === null ? null : { kind: "date", value, start, end: start + length };
