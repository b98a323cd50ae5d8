import type { Entity } from "../../core/reading.js";
import { firstTwo } from "./first-two.js";
import type { Word, Words } from "./words.js";

const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "￥": "CNY",
  "₹": "INR",
};
const NAMES: Readonly<Record<string, string>> = {
  usd: "USD",
  dollars: "USD",
  dollar: "USD",
  bucks: "USD",
  美元: "USD",
  美金: "USD",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  欧元: "EUR",
  gbp: "GBP",
  pounds: "GBP",
  quid: "GBP",
  英镑: "GBP",
  jpy: "JPY",
  yen: "JPY",
  円: "JPY",
  cny: "CNY",
  rmb: "CNY",
  元: "CNY",
  inr: "INR",
  rupees: "INR",
  cad: "CAD",
  aud: "AUD",
  mxn: "MXN",
};

/** Amounts of money, as "1754 USD"; a dollar sign is taken as US dollars. */
export function amounts(text: string, words: Words): Entity[] {
  const found: Entity[] = [];
  for (const i of words.numbers) {
    const start = words.startOf(i);
    const before = text[start - 1] === " " ? text[start - 2] : text[start - 1];
    const sign = Object.hasOwn(SIGNS, before ?? "") ? SIGNS[before as string] : undefined;
    const next = words.startOf(i + 1);
    const adjacent = next - start - words.lengthOf(i) <= 1 && mayBeName(text, next) ? words.at(i + 1) : undefined;
    if (sign === undefined && adjacent === undefined) continue;
    const named = adjacent && nameIn(adjacent.text);
    const currency = sign ?? (named === undefined ? undefined : NAMES[named]);
    if (currency === undefined) continue;
    const word = words.at(i) as Word;
    const match = /^(\d[\d.,]*)(k?)$/.exec(word.text);
    if (!match) continue;
    const number = plain(match[1] as string) * (match[2] === "k" ? 1000 : 1);
    if (!Number.isFinite(number)) continue;
    const end =
      sign === undefined && adjacent ? Math.min(adjacent.end, adjacent.start + (named as string).length) : word.end;
    const from = sign === undefined ? word.start : text.lastIndexOf(before as string, word.start - 1);
    found.push({ kind: "amount", value: `${number} ${currency}`, start: from, end });
  }
  return found;
}

const mayBeName = firstTwo(Object.keys(NAMES));
const CJK_NAMES = Object.keys(NAMES).filter((name) => name.charCodeAt(0) > 0x2e7f);

/** The currency that a word names, or that a run of CJK characters begins with. */
function nameIn(word: string): string | undefined {
  return Object.hasOwn(NAMES, word) ? word : CJK_NAMES.find((name) => word.startsWith(name));
}

/** 1,754.20 and 1.754,20 are the same number: a last group of three digits is thousands. */
function plain(text: string): number {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const decimals = last >= 0 && text.length - last - 1 !== 3 ? text.slice(last + 1) : "";
  const whole = (decimals === "" ? text : text.slice(0, last)).replace(/[.,]/g, "");
  return Number(decimals === "" ? whole : `${whole}.${decimals}`);
}
