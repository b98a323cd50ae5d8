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
export function isUnread(whole: string, automaton: Pick<Automaton, "terms" | "signals">): boolean {
  const { terms } = automaton;
  const text = whole.slice(0, MOST).normalize("NFC");
  if (mayBeOwn(text, automaton)) return false;
  const letters = text.match(LETTERS())?.length ?? 0;
  if (letters > 2 * (text.match(OWN_SCRIPTS())?.length ?? 0)) return true;
  const words = text.match(LATIN_WORDS()) ?? [];
  if (words.length < 2 || CJK().test(text)) return false;
  if (words.filter((word) => FOREIGN_LETTER().test(word)).length > words.length * FOREIGN) return true;
  const known = knownIn(terms);
  const plain = tokenise(words.join(" "));
  return plain.filter((word) => known.has(word)).length <= plain.length * KNOWN;
}

/** The languages that the letters and scripts above belong to. */
const USUAL = ["en", "zh", "de", "fr", "es", "it", "ja"];

/** The languages in which a playbook has signals: the usual ones first. */
export function languagesRead({ signals }: Pick<Automaton, "signals">): string[] {
  const found = new Set(signals.map(({ lang }) => lang));
  return [...USUAL.filter((lang) => found.has(lang)), ...[...found].filter((lang) => !USUAL.includes(lang)).sort()];
}

/** Whether a text has words, or letters beyond those above, of a language that this playbook has signals in beside the usual ones. */
function mayBeOwn(text: string, { signals }: Pick<Automaton, "signals">): boolean {
  const own = signals.filter(({ lang }) => !USUAL.includes(lang)).map(({ phrase }) => phrase.toLowerCase());
  if (own.length === 0) return false;
  const words = new Set(own.flatMap((phrase) => phrase.normalize("NFC").match(WORDS()) ?? []));
  const letters = new Set([...words].flatMap((word) => [...word].filter(isOther)));
  const said = text.toLowerCase().match(WORDS()) ?? [];
  return said.some((word) => words.has(word) || [...word].some((letter) => letters.has(letter)));
}

const WORDS = later(String.raw`\p{L}{3,}`, "gu");
const LATIN = later(String.raw`\p{sc=Latin}`, "u");
const isOther = (letter: string): boolean =>
  !CJK().test(letter) && (!LATIN().test(letter) || FOREIGN_LETTER().test(letter));

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function knownIn(terms: readonly string[]): ReadonlySet<string> {
  const made = sets.get(terms) ?? new Set(terms.map((term) => (isStem(term) ? term.slice(0, -1) : term)));
  sets.set(terms, made);
  return made;
}
