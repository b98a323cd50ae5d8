import { byThird, firstTwo } from "./first-two.js";
import type { Places } from "./marketplaces.js";
import { fold, type Words } from "./words.js";

/** What a playbook calls its marketplaces, folded: the countries, and what something there is called. */
export interface Names {
  readonly countries: ReadonlyMap<string, string>;
  readonly adjectives: ReadonlyMap<string, string>;
  /** Whether the name of a country may begin with a word. */
  readonly mayBegin: (text: string, start: number, length: number) => boolean;
}

const known = new WeakMap<Places["marketplaces"], Names>();

export function namesOf({ marketplaces }: Places): Names {
  const old = known.get(marketplaces);
  if (old) return old;
  const countries = new Map<string, string>();
  const adjectives = new Map<string, string>();
  for (const { id, name, called = [], adjectives: own = [] } of marketplaces) {
    for (const one of [name.en, ...(name.zh ? [name.zh] : []), ...called]) countries.set(keyOf(one), id);
    for (const one of own) adjectives.set(keyOf(one), id);
  }
  const first = [...countries.keys()].map((name) => name.split(" ")[0] as string);
  const [two, third] = [firstTwo(() => first), byThird(() => first.filter((name) => name.length > 2))];
  const mayBegin = (text: string, start: number, length: number) =>
    two(text, start) && (length <= 2 || third(text, start, length));
  const made = { countries, adjectives, mayBegin };
  known.set(marketplaces, made);
  return made;
}

/** As `Words` are, one after the other. */
const keyOf = (name: string): string => fold(name).replace(/[-'’\s]+/g, " ");

/** A name, from one place up to another. */
export interface Found {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const MOST_WORDS = 3;

/** The name that begins at a place; the longest first. */
export function beginning(text: string, words: Words, place: number, names: Names["countries"]): Found | null {
  for (let count = MOST_WORDS; count > 0; count--) {
    const one = named(text, words, place, place + count, names);
    if (one) return one;
  }
  return null;
}

/** The name that ends with a place. */
export function ending(text: string, words: Words, place: number, names: Names["countries"]): Found | null {
  for (let count = MOST_WORDS; count > 0; count--) {
    const one = place + 1 >= count ? named(text, words, place + 1 - count, place + 1, names) : null;
    if (one) return one;
  }
  return null;
}

function named(text: string, words: Words, from: number, to: number, names: Names["countries"]): Found | null {
  const all = words.texts(from, to);
  const name = all.join(" ");
  const id = all.length === to - from ? names.get(name) : undefined;
  if (id === undefined) return null;
  // "Us" is no country, nor is nail polish.
  if (CAPITAL.has(name) && !isCapital(text, words.startOf(from), name.length)) return null;
  return { id, from, to };
}

const CAPITAL = new Set(["us", "polish"]);
const isCapital = (text: string, start: number, length: number): boolean =>
  /^[A-Z]/.test(text.slice(start, start + 1)) && (length > 2 || /^[A-Z]+$/.test(text.slice(start, start + length)));
