import type { Shown, Sign } from "../core/reading.js";
import { type Host, isOneOf } from "./entities/addresses.js";

/** The fact whose values are signs. */
export const SIGN = "caution";

/** The sign for hosts that look like Amazon's and are not. */
export const LOOK_ALIKE = "look-alike";

/**
 * The signs of a false notice: what the signals of the fact `caution` found, and hosts that the text names and that
 * look like Amazon's but are not in `known`. The addresses of rights owners and others say nothing.
 */
export function findSigns(evidence: Shown["evidence"], named: readonly Host[], known: readonly string[]): Sign[] {
  const said = evidence
    .filter((one) => one.fact === SIGN)
    .map(({ value, text: words, start, end }) => ({ sign: value, text: words, start, end }));
  const alike = named
    .filter((host) => looksAlike(host, known))
    .map(({ name, user, start, end }) =>
      user === undefined
        ? { sign: LOOK_ALIKE, text: name, start, end }
        : { sign: LOOK_ALIKE, text: `${user}@${name}`, start: start - user.length - 1, end },
    );
  if (said.length + alike.length === 0) return [];
  const within = (one: Sign) =>
    one.sign === LOOK_ALIKE &&
    said.some(
      (other) => other !== one && other.sign === LOOK_ALIKE && other.start <= one.start && one.end <= other.end,
    );
  const first = new Map(
    [...said, ...alike]
      .filter((one) => !within(one))
      .reverse()
      .map((sign) => [`${sign.sign} ${sign.sign === LOOK_ALIKE ? sign.text : ""}`, sign]),
  );
  return [...first.values()].sort((a, b) => a.start - b.start);
}

/** Letters of other scripts, and digits, that are taken for Latin ones. From the Unicode confusables table, the part that spells Amazon's names. */
const CONFUSED: Readonly<Record<string, string>> = {
  а: "a",
  α: "a",
  ɑ: "a",
  м: "m",
  ẓ: "z",
  ż: "z",
  ž: "z",
  ʐ: "z",
  о: "o",
  ο: "o",
  օ: "o",
  "0": "o",
  ո: "n",
  п: "n",
  ń: "n",
  ñ: "n",
  "2": "z",
  "4": "a",
  // And "sellercentral".
  "1": "l",
  "3": "e",
  "5": "s",
  ӏ: "l",
  е: "e",
  ѕ: "s",
  с: "c",
};

/** A known host is none, whatever name stands before it; before another one, Amazon's stands there to deceive. */
function looksAlike({ name, user = "" }: Host, known: readonly string[]): boolean {
  return !isOneOf(name, known) && (isAlike(name) || isAlike(user));
}

function isAlike(name: string): boolean {
  const labels = name.split(".");
  if (labels.some((label) => label.startsWith("xn--"))) return true;
  const plain = [...seen(name)]
    .map((char) => CONFUSED[char] ?? char)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  return IN_ANY_WORD.test(plain) || SPREAD.test(plain) || plain.split(/[^a-z]+/).some(isMisspelt) || isShort(labels);
}

/** Amazon's name with a letter more, less, changed or out of its place, in forms that stand in no other word. */
const IN_ANY_WORD =
  /amazon|am[a-z]?az[a-z]?on|ama[a-z]zon|amzon|amazn|amazo(?=[^n]|$)|amaz[aeuy]n|am[b-z]zon|am[ez]aon|amaozn|amazno|a[ao]mzon|maazon|sel+er[-_.]?s?cent(?:ral|arl|rl|ra[il]{2})/;

/** The name in pieces: "ama-zon". It begins and ends with a piece, or "panama-zone" would be it. */
const SPREAD =
  /(?:^|[^a-z])(?:a[-_]?m[-_]?a[-_]?z[-_]?o[-_]?n|s[-_]?e[-_]?l[-_]?l[-_]?e[-_]?r[-_]?central)(?:$|[^a-z])/;

/** One word of a host that is Amazon's name with one letter changed or left out, and could be part of other words. */
const MISSPELT = /^(?:anazon|amason|amaxon|amazom|aazon|amaon|amozan)$/;
const isMisspelt = (word: string): boolean => MISSPELT.test(word);

/** "amzn" beside other words, or before another domain. Alone it is the name of Amazon's short links. */
function isShort(labels: readonly string[]): boolean {
  const before = labels.slice(0, -1);
  return before.some((label, i) => {
    const words = label.split(/[-_]/);
    return words.includes("amzn") && (words.length > 1 || i < before.length - 1);
  });
}

/** A host as a browser takes it: "%6F" is a letter, and what has no width is left out. */
function seen(name: string): string {
  const plain = name.replace(/%([2-7][0-9a-f])/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)).toLowerCase(),
  );
  return plain.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "");
}
