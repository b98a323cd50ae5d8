import type { Automaton } from "./automaton.js";
import { later } from "./later.js";
import { tokenise } from "./tokens.js";
import { isStem } from "./vocabulary.js";

/** So much of a text is looked at. */
const MOST = 2000;
/** Of the words of texts in a language that is read, more than this share stand in some phrase. */
const KNOWN = 0.5;
/** Of the words of such texts, fewer than this share have letters that their languages do not have. */
const FOREIGN = 1 / 12;

const LETTERS = later(String.raw`\p{L}`, "gu");
/** The scripts of the languages that are read. */
const OWN_SCRIPTS = later(String.raw`[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]`, "gu");
const CJK = later(String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`, "u");
const LATIN_WORDS = later(String.raw`\p{sc=Latin}+`, "gu");
/** Letters beyond those of English, German, French, Spanish and Italian. */
const FOREIGN_LETTER = later("[^a-zäöüßàâæçéèêëîïôœùûÿáíñóúìò]", "iu");

/**
 * Whether a text does not seem to be in a language that is read: most of its letters are of another script, or few of its
 * words stand in any phrase, or some have letters of other languages. For a text that nothing was understood of.
 */
export function isUnread(whole: string, { terms }: Pick<Automaton, "terms">): boolean {
  const text = whole.slice(0, MOST).normalize("NFC");
  const letters = text.match(LETTERS())?.length ?? 0;
  if (letters > 2 * (text.match(OWN_SCRIPTS())?.length ?? 0)) return true;
  const words = text.match(LATIN_WORDS()) ?? [];
  if (words.length < 2 || CJK().test(text)) return false;
  if (words.filter((word) => FOREIGN_LETTER().test(word)).length > words.length * FOREIGN) return true;
  const known = knownIn(terms);
  const plain = tokenise(words.join(" "));
  return plain.filter((word) => known.has(word)).length <= plain.length * KNOWN;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function knownIn(terms: readonly string[]): ReadonlySet<string> {
  const made = sets.get(terms) ?? new Set(terms.map((term) => (isStem(term) ? term.slice(0, -1) : term)));
  sets.set(terms, made);
  return made;
}
