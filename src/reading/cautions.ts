import type { Shown, Sign } from "../core/reading.js";
import { type Host, isOneOf } from "./entities/addresses.js";

/** The fact whose values are signs. */
export const SIGN = "caution";

/** The sign for hosts that look like Amazon's and are not. */
const LOOK_ALIKE = "look-alike";

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
  const first = new Map(
    [...said, ...alike].reverse().map((sign) => [`${sign.sign} ${sign.sign === LOOK_ALIKE ? sign.text : ""}`, sign]),
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
  if (name.split(".").some((label) => label.startsWith("xn--"))) return true;
  const plain = [...seen(name)]
    .map((char) => CONFUSED[char] ?? char)
    .join("")
    .replaceAll("rn", "m")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  return plain.includes("amazon") || /am[a-z]?az[a-z]?on|amzon|amaz[eu]n|sellercentral|seller-central/.test(plain);
}

/** A host as a browser takes it: "%6F" is a letter, and what has no width is left out. */
function seen(name: string): string {
  const plain = name.replace(/%([2-7][0-9a-f])/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)).toLowerCase(),
  );
  return plain.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "");
}
