import type { Entity } from "../../core/reading.js";
import { later } from "../later.js";

/** Longest part before the "@" and longest host that are looked at. */
const LOCAL = 64;
const HOST = 253;

const LABELS = String.raw`^(?:[\p{L}\p{N}-]{1,63}\.){1,126}`;
/** Chinese and Japanese are written on without a space: "amazon.com发来的邮件". A last label has them alone or not at all. */
export const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
const ALONE = `[${UNSPACED}]{2,24}`;
const AFTER_AT = later(String.raw`${LABELS}(?:(?:(?![${UNSPACED}])\p{L}){2,24}|${ALONE})`, "u");
/** Letters of alphabets: Chinese and Japanese are written on into the address. An apostrophe stands between two of them. */
const BEFORE_AT = later(
  String.raw`(?:[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\d._%+-]|(?<=\p{L})['’](?=\p{L}))+$`,
  "u",
);
const NAME = later(String.raw`${LABELS}(?:(?:(?![${UNSPACED}])[\p{L}\p{N}-]){2,24}|${ALONE})`, "u");

/** All that may be taken for a host, proper or not: "amazon.com%2Eevil.net", with what cannot be seen in it. */
const RUN = later(String.raw`^[\p{L}\p{N}._%@\u00AD\u200B-\u200D\u2060\uFEFF\uFF0E\uFF61-]+(?<=[\p{L}\p{N}])`, "u");
/** What stands behind a host and is none of it: other words in Chinese, or one letter of the next sentence. */
const BESIDE = later(String.raw`^(?:$|[${UNSPACED}]|\.[\p{L}\p{N}]$)`, "u");
/** A name, and perhaps a password, before the host of a link. */
const USER = later(String.raw`^(?:[^\s/?#\\@<>"“”\u3000-\u303F\uFF00-\uFFEF${UNSPACED}]{0,${HOST}}@)+`, "u");

/** A host that a text names, in an e-mail address, a link or bare. */
export interface Host {
  /** Lower case, as it was written; all of it, where it goes on in a way that no host does. */
  readonly name: string;
  /** What stands before it and "@" in a link. */
  readonly user?: string;
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
  const take = (from: number, user?: string) => {
    const name = nameAt(text, from);
    if (name === undefined) return;
    found.push({ name: name.toLowerCase(), ...(user && { user }), start: from, end: from + name.length });
  };
  for (const { start, value } of emails(text)) take(start + value.indexOf("@") + 1);
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    // A name before "@" in a link is not its host.
    const user = USER().exec(text.slice(at + 3, at + 3 + 2 * HOST))?.[0] ?? "";
    take(at + 3 + user.length, user.slice(0, -1).toLowerCase());
  }
  for (let dot = text.indexOf(".", 3); dot >= 0; dot = text.indexOf(".", dot + 1)) {
    if ((text.charCodeAt(dot - 1) | 32) === SMALL_W && /^[^/]?www$/i.test(text.slice(Math.max(0, dot - 4), dot)))
      take(dot - 3);
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

const SMALL_W = 119;

/** The host that begins at a place. */
function nameAt(text: string, from: number): string | undefined {
  const part = text.slice(from, from + HOST);
  const name = NAME().exec(part)?.[0];
  const whole = RUN().exec(part)?.[0] ?? "";
  if (name !== undefined && BESIDE().test(whole.slice(name.length))) return name;
  return /[.%]/.test(whole) ? whole : undefined;
}

/** Whether a host is one of the known ones, or below one. */
export function isOneOf(host: string, known: readonly string[]): boolean {
  return known.some((one) => host === one || host.endsWith(`.${one}`));
}
