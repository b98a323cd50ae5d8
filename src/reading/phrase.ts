import { LONGEST } from "./letters.js";
import { tokenise } from "./tokens.js";

/** Words that signals share. */
export interface Lexicon {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly negators: readonly string[];
}

/** A phrase, parsed. A word's text is folded; a stem matches every word that begins with it. */
export type Part =
  | { readonly kind: "word"; readonly text: string; readonly stem: boolean }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "choice"; readonly options: readonly (readonly Part[])[] };

/** Words in a row, with all that may stand between and instead of them; `absent`, where a text must not hold them. */
export interface Run {
  readonly parts: readonly Part[];
  readonly absent: boolean;
}

/** A phrase that cannot be read; `at` is the place in it, in UTF-16 units. */
export class PhraseError extends Error {
  readonly phrase: string;
  readonly at: number;

  constructor(message: string, phrase: string, at: number) {
    super(message);
    this.phrase = phrase;
    this.at = at;
  }
}

/** Words that `~` passes over at most. */
const GAP = 4;
const LONGEST_GAP = 12;

/**
 * Parses a phrase. Its language: `word`, `stem*`, `(one|two words)`, `(maybe)?`, `@group`, `~` for a gap of at most
 * four words, `~9` for one of at most nine, `+` between runs that must all occur, in any order and anywhere, and `+ !` before
 * one that must not. The first run must occur: it is what is found.
 */
export function parsePhrase(phrase: string, lexicon: Lexicon): Run[] {
  let at = 0;
  const fail = (message: string): never => {
    throw new PhraseError(message, phrase, at);
  };
  const sequence = (inside: boolean): Part[] => {
    const parts: Part[] = [];
    while (at < phrase.length) {
      const char = phrase[at] as string;
      if (char === "+" && !inside) break;
      if (inside && (char === "|" || char === ")")) break;
      if (char === "(") parts.push(choice());
      else if (char === "@" && /^$|[\s(|+!]/.test(phrase[at - 1] ?? "")) parts.push(group());
      else if (char === "~") parts.push(gap());
      else if (char === "?" && phrase[at - 1] === ")") {
        at++;
        parts.push({ kind: "choice", options: [[], [parts.pop() as Part]] });
      } else if (/[\s,;:.!?"“”„«»/\-—–'’&$€£#@]/.test(char)) at++;
      else if (/[)|*?+]/.test(char)) fail(`"${char}" has nothing to belong to`);
      else parts.push(...words());
    }
    return parts;
  };
  const choice = (): Part => {
    at++;
    const options: Part[][] = [];
    for (;;) {
      options.push(sequence(true));
      if (at >= phrase.length) fail('"(" is never closed');
      if (phrase[at++] === ")") break;
    }
    if (options.some((option) => option[0]?.kind === "gap" || option.at(-1)?.kind === "gap"))
      fail("A gap stands between words");
    if (options.some((option) => option.length === 0))
      fail("A choice is empty; write (word)? for a word that may be missing");
    return { kind: "choice", options };
  };
  const group = (): Part => {
    const name = /^[a-z0-9-]+/.exec(phrase.slice(at + 1))?.[0] ?? "";
    if (!Object.hasOwn(lexicon.groups, name)) fail(`There is no word group @${name}`);
    at += 1 + name.length;
    return {
      kind: "choice",
      options: (lexicon.groups[name] as readonly string[]).map(
        (member) => (parsePhrase(member, { groups: {}, negators: [] })[0] as Run).parts,
      ),
    };
  };
  const gap = (): Part => {
    const digits = /^\d+/.exec(phrase.slice(at + 1))?.[0] ?? "";
    const most = digits === "" ? GAP : Number(digits);
    if (most < 1 || most > LONGEST_GAP) fail(`A gap is 1 to ${LONGEST_GAP} words long`);
    at += 1 + digits.length;
    return { kind: "gap", most };
  };
  const words = (): Part[] => {
    const run = /^[^\s()|@~+*?]+/.exec(phrase.slice(at))?.[0] as string;
    at += run.length;
    const stem = phrase[at] === "*";
    if (stem) at++;
    if (stem && /[\p{L}\p{N}]/u.test(phrase[at] ?? "")) fail('"*" stands at the end of a word');
    const found = tokenise(run);
    if (found.length === 0) fail(`"${run}" holds no word`);
    if (found.some((text) => text.length > LONGEST)) fail(`A word has at most ${LONGEST} letters`);
    return found.map((text, i) => ({ kind: "word", text, stem: stem && i === found.length - 1 }));
  };

  if (/^\s*!/.test(phrase)) fail('"!" stands behind "+": a phrase begins with what must be found');
  const all: Run[] = [];
  for (;;) {
    const mark = all.length === 0 ? null : /^\s*!/.exec(phrase.slice(at));
    at += mark?.[0].length ?? 0;
    const parts = sequence(false);
    if (!parts.some((part) => part.kind !== "gap")) fail("A phrase needs a word");
    if (parts[0]?.kind === "gap" || parts.at(-1)?.kind === "gap") fail("A gap stands between words");
    all.push({ parts, absent: mark !== null });
    if (at >= phrase.length) return all;
    at++;
  }
}
