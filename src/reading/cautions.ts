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
    .map(({ name, start, end }) => ({ sign: LOOK_ALIKE, text: name, start, end }));
  if (said.length + alike.length === 0) return [];
  const first = new Map(
    [...said, ...alike].reverse().map((sign) => [`${sign.sign} ${sign.sign === LOOK_ALIKE ? sign.text : ""}`, sign]),
  );
  return [...first.values()].sort((a, b) => a.start - b.start);
}

/** Letters of other scripts, and digits, that are taken for Latin ones. From the Unicode confusables table, the part that spells "amazon". */
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
};

function looksAlike({ name }: Host, known: readonly string[]): boolean {
  if (isOneOf(name, known)) return false;
  if (name.split(".").some((label) => label.startsWith("xn--"))) return true;
  const plain = [...name]
    .map((char) => CONFUSED[char] ?? char)
    .join("")
    .replaceAll("rn", "m")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  return plain.includes("amazon") || /am[a-z]?az[a-z]?on|amzon|amaz[eu]n|sellercentral|seller-central/.test(plain);
}
