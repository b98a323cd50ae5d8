import { firstTwo } from "./first-two.js";

/** Signs of one character, before a number or behind it. */
const SIGNS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    ...{ $: "USD", "＄": "USD", "€": "EUR", "£": "GBP", "￡": "GBP", "¥": "JPY", "￥": "CNY", "₹": "INR" },
    ...{ "₺": "TRY", "₽": "RUB", "₩": "KRW", "₫": "VND", "₱": "PHP", "₪": "ILS", "฿": "THB" },
  }).map(([sign, code]) => [sign.charCodeAt(0), code]),
);

/** What letters before a dollar sign make of it. */
const DOLLARS: Readonly<Record<string, string>> = {
  ...{ US: "USD", C: "CAD", CA: "CAD", CAD: "CAD", A: "AUD", AU: "AUD", S: "SGD", SG: "SGD", R: "BRL" },
  ...{ MX: "MXN", HK: "HKD", NT: "TWD", NZ: "NZD" },
};

/** Codes that are no words; "try" and "all" are. */
const CODES = "usd eur gbp jpy cny rmb inr cad aud mxn brl sek pln chf nok dkk sgd aed egp zar hkd twd nzd krw".split(
  " ",
);
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{
    dollars: "USD",
    dollar: "USD",
    bucks: "USD",
    dolares: "USD",
    dollari: "USD",
    美元: "USD",
    美金: "USD",
    美刀: "USD",
  },
  ...{ ドル: "USD", 米ドル: "USD", euro: "EUR", euros: "EUR", 欧元: "EUR", 歐元: "EUR", ユーロ: "EUR" },
  ...{
    pounds: "GBP",
    quid: "GBP",
    英镑: "GBP",
    英鎊: "GBP",
    镑: "GBP",
    ポンド: "GBP",
    yen: "JPY",
    円: "JPY",
    日元: "JPY",
  },
  ...{ 日圓: "JPY", 元: "CNY", 块钱: "CNY", 塊錢: "CNY", 人民币: "CNY", 人民幣: "CNY", yuan: "CNY", rupees: "INR" },
  ...{
    rs: "INR",
    pesos: "MXN",
    加元: "CAD",
    澳元: "AUD",
    reais: "BRL",
    kronor: "SEK",
    zl: "PLN",
    zloty: "PLN",
    kr: "SEK",
  },
  ...{ zlotych: "PLN", dirhams: "AED", liras: "TRY", lira: "TRY" },
};
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CODES.map((code) => [code, code === "rmb" ? "CNY" : code.toUpperCase()])),
  ...OTHER_NAMES,
};

/** Names that stand before a number as well: "EUR 5,000", but not "five dollars. 40 units". */
const LEADING: ReadonlySet<string> = new Set([...CODES, "euro", "rs", "人民币", "人民幣", "美元", "美金"]);

/** What a number counts: "3 Mio. €", "2 million dollars", "3万元". */
const TIMES: Readonly<Record<string, number>> = {
  ...{
    k: 1e3,
    tsd: 1e3,
    thousand: 1e3,
    tausend: 1e3,
    mille: 1e3,
    mil: 1e3,
    mila: 1e3,
    千: 1e3,
    万: 1e4,
    萬: 1e4,
    百万: 1e6,
  },
  ...{
    百: 100,
    m: 1e6,
    mio: 1e6,
    million: 1e6,
    millions: 1e6,
    millionen: 1e6,
    millones: 1e6,
    milioni: 1e6,
    mn: 1e6,
    mln: 1e6,
  },
  ...{ 千万: 1e7, 亿: 1e8, 億: 1e8, lakh: 1e5, lakhs: 1e5, crore: 1e7, crores: 1e7 },
};

const isCjk = (name: string) => name.charCodeAt(0) > 0x2e7f;
const longestFirst = (names: readonly string[]) => names.filter(isCjk).sort((a, b) => b.length - a.length);
const [CJK_NAMES, CJK_TIMES] = [longestFirst(Object.keys(NAMES)), longestFirst(Object.keys(TIMES))];

/** What is read of a word: what it says, and how many units of it that takes. */
export interface Part<T> {
  readonly is: T;
  readonly length: number;
}

export const signOf = (code: number): string | undefined => (code === 36 || code >= 0xa3 ? SIGNS.get(code) : undefined);

/** The currency of a sign with letters before it: "US$" and "C$". */
export const dollarsOf = (letters: string): string | undefined =>
  Object.hasOwn(DOLLARS, letters) ? DOLLARS[letters] : undefined;

/** The currency that a word names, or that a run of CJK characters begins with. */
export const nameIn = (word: string): Part<string> | undefined => partOf(word, NAMES, CJK_NAMES);

/** The currency that a word before a number names, or that a run of CJK characters ends with. */
export function leadingIn(word: string): Part<string> | undefined {
  const name = LEADING.has(word) ? word : CJK_NAMES.find((one) => LEADING.has(one) && word.endsWith(one));
  return name === undefined ? undefined : { is: NAMES[name] as string, length: name.length };
}

/** How often a number counts by the word behind it, or by what a run of CJK characters begins with. */
export const timesIn = (word: string): Part<number> | undefined => partOf(word, TIMES, CJK_TIMES);

function partOf<T>(word: string, all: Readonly<Record<string, T>>, cjk: readonly string[]): Part<T> | undefined {
  const name = Object.hasOwn(all, word) ? word : cjk.find((one) => word.startsWith(one));
  return name === undefined ? undefined : { is: all[name] as T, length: name.length };
}

/** Whether what it counts may stand apart from a number: "5 m" is a length. */
export const isLongTimes = (word: string): boolean => word.length > 1 || isCjk(word);

/** Whether a word behind a number may say anything of money. */
export const mayTell = firstTwo([...Object.keys(NAMES), ...Object.keys(TIMES)].filter((name) => name.length > 1));
/** Whether a word before a number may. */
export const mayLead = firstTwo([...LEADING]);
