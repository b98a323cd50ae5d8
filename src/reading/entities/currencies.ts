import { once } from "../later.js";
import { firstTwo } from "./first-two.js";

/** By what each says, the words that say it. */
const byWord = (all: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(all).flatMap(([said, words]) => words.split(" ").map((word) => [word, said])));

/** Signs of one character, before a number or behind it. */
const signs = once(
  (): ReadonlyMap<number, string> =>
    new Map(
      Object.entries(
        byWord({
          USD: "$ ＄",
          EUR: "€",
          GBP: "£ ￡",
          JPY: "¥",
          CNY: "￥",
          INR: "₹",
          TRY: "₺",
          RUB: "₽",
          KRW: "₩",
          VND: "₫",
          PHP: "₱",
          ILS: "₪",
          THB: "฿",
        }),
      ).map(([sign, code]) => [sign.charCodeAt(0), code]),
    ),
);

/** What letters before a dollar sign make of it. */
const dollars = once(() =>
  byWord({
    USD: "US",
    CAD: "C CA CAD",
    AUD: "A AU",
    SGD: "S SG",
    BRL: "R",
    MXN: "MX",
    HKD: "HK",
    TWD: "NT",
    NZD: "NZ",
  }),
);

/** Codes that are no words; "try" and "all" are. */
const CODES = "usd eur gbp jpy cny inr cad aud mxn brl sek pln chf nok dkk sgd aed egp zar hkd twd nzd krw".split(" ");
const names = once(
  (): Readonly<Record<string, string>> => ({
    ...Object.fromEntries(CODES.map((code) => [code, code.toUpperCase()])),
    ...byWord({
      USD: "dollars dollar bucks dolares dollari 美元 美金 美刀 ドル 米ドル",
      EUR: "euro euros 欧元 歐元 ユーロ",
      GBP: "pounds quid 英镑 英鎊 镑 ポンド",
      JPY: "yen 円 日元 日圓",
      CNY: "rmb yuan 元 块钱 塊錢 人民币 人民幣",
      INR: "rupees rs",
      MXN: "pesos",
      CAD: "加元",
      AUD: "澳元",
      BRL: "reais",
      SEK: "kronor kr",
      PLN: "zl zloty zlotych",
      AED: "dirhams",
      TRY: "liras lira",
    }),
  }),
);

/** Names that stand before a number as well: "EUR 5,000", but not "five dollars. 40 units". */
const leading = once(
  (): ReadonlySet<string> => new Set([...CODES, "rmb", "euro", "rs", "人民币", "人民幣", "美元", "美金"]),
);

/** What a number counts: "3 Mio. €", "2 million dollars", "3万元". */
const times = once(
  (): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Object.entries(
        byWord({
          1e2: "百",
          1e3: "k tsd thousand tausend mille mil mila 千",
          1e4: "万 萬",
          1e5: "lakh lakhs",
          1e6: "m mio million millions millionen millones milioni mn mln 百万",
          1e7: "crore crores 千万",
          1e8: "亿 億",
        }),
      ).map(([word, times]) => [word, Number(times)]),
    ),
);

const isCjk = (name: string) => name.charCodeAt(0) > 0x2e7f;
const longestFirst = (all: readonly string[]) => all.filter(isCjk).sort((a, b) => b.length - a.length);
const cjkNames = once(() => longestFirst(Object.keys(names())));
const cjkTimes = once(() => longestFirst(Object.keys(times())));

/** What is read of a word: what it says, and how many units of it that takes. */
export interface Part<T> {
  readonly is: T;
  readonly length: number;
}

export const signOf = (code: number): string | undefined =>
  code === 36 || code >= 0xa3 ? signs().get(code) : undefined;

/** The currency of a sign with letters before it: "US$" and "C$". */
export const dollarsOf = (letters: string): string | undefined =>
  Object.hasOwn(dollars(), letters) ? dollars()[letters] : undefined;

/** The currency that a word names, or that a run of CJK characters begins with. */
export const nameIn = (word: string): Part<string> | undefined => partOf(word, names(), cjkNames());

/** The currency that a word before a number names, or that a run of CJK characters ends with. */
export function leadingIn(word: string): Part<string> | undefined {
  const name = leading().has(word) ? word : cjkNames().find((one) => leading().has(one) && word.endsWith(one));
  return name === undefined ? undefined : { is: names()[name] as string, length: name.length };
}

/** How often a number counts by the word behind it, or by what a run of CJK characters begins with. */
export const timesIn = (word: string): Part<number> | undefined => partOf(word, times(), cjkTimes());

function partOf<T>(word: string, all: Readonly<Record<string, T>>, cjk: readonly string[]): Part<T> | undefined {
  const name = Object.hasOwn(all, word) ? word : cjk.find((one) => word.startsWith(one));
  return name === undefined ? undefined : { is: all[name] as T, length: name.length };
}

/** Whether what it counts may stand apart from a number: "5 m" is a length. */
export const isLongTimes = (word: string): boolean => word.length > 1 || isCjk(word);

/** Whether a word behind a number may say anything of money. */
export const mayTell = firstTwo(() => Object.keys({ ...names(), ...times() }).filter((name) => name.length > 1));
/** Whether a word before a number may. */
export const mayLead = firstTwo(leading);
