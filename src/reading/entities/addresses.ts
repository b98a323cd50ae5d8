import type { Entity } from "../../core/reading.js";
import { later } from "../later.js";

/** Longest part before the "@" and longest host that are looked at. */
const LOCAL = 64;
const HOST = 253;

const LABELS = String.raw`^(?:[\p{L}\p{N}-]{1,63}\.){1,8}`;
/** Chinese and Japanese are written on without a space: "amazon.com发来的邮件". A last label has them alone or not at all. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
const ALONE = `[${UNSPACED}]{2,24}`;
const AFTER_AT = later(String.raw`${LABELS}(?:(?:(?![${UNSPACED}])\p{L}){2,24}|${ALONE})`, "u");
/** Letters of alphabets: Chinese and Japanese are written on into the address. An apostrophe stands between two of them. */
const BEFORE_AT = later(
  String.raw`(?:[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\d._%+-]|(?<=\p{L})['’](?=\p{L}))+$`,
  "u",
);
const NAME = later(String.raw`${LABELS}(?:(?:(?![${UNSPACED}])[\p{L}\p{N}-]){2,24}|${ALONE})`, "u");

/** A host that a text names, in an e-mail address, a link or bare. */
export interface Host {
  /** Lower case, as it was written. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** E-mail addresses of a text. */
export function emails(text: string): Entity[] {
  const found: Entity[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const before = BEFORE_AT().exec(text.slice(Math.max(0, at - LOCAL), at))?.[0];
    const after = AFTER_AT().exec(text.slice(at + 1, at + 1 + HOST))?.[0];
    if (!before || !after) continue;
    const [start, end] = [at - before.length, at + 1 + after.length];
    found.push({ kind: "email", value: text.slice(start, end).toLowerCase(), start, end });
  }
  return found;
}

/** Hosts of e-mail addresses and of links that begin with http or www. */
export function hosts(text: string): Host[] {
  const found: Host[] = [];
  const take = (from: number) => {
    const name = NAME().exec(text.slice(from, from + HOST))?.[0];
    if (name) found.push({ name: name.toLowerCase(), start: from, end: from + name.length });
  };
  for (const { start, value } of emails(text)) take(start + value.indexOf("@") + 1);
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    // A name before "@" in a link is not its host.
    const user = /^[^\s/@?#]{0,64}@/.exec(text.slice(at + 3, at + 70))?.[0] ?? "";
    take(at + 3 + user.length);
  }
  for (let at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", at + 4)) {
    if (text[at - 1] !== "/") take(at);
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** Whether a host is one of the known ones, or below one. */
export function isOneOf(host: string, known: readonly string[]): boolean {
  return known.some((one) => host === one || host.endsWith(`.${one}`));
}
