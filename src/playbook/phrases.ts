import { costOf } from "../reading/cost.js";
import { type Lexicon, PhraseError, parsePhrase, type Run } from "../reading/phrase.js";
import { type Book, spokenOf, valuesOf } from "./book.js";
import { error, type Finding, type Place, warning } from "./finding.js";
import { suggest } from "./nearest.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";
import type { RawLexicon, RawPhrases, RawSignals, Strength } from "./raw.js";

/** A phrase of a signals file. */
export interface Phrase {
  readonly fact: string;
  readonly value: string;
  readonly lang: string;
  readonly strength: Strength;
  readonly phrase: string;
  readonly path: Path;
}

const ofIssue = (sheet: Sheet): boolean => sheet.name.startsWith("signals/issue/");

/** Every phrase of a signals file. */
export function phrasesOf(sheet: Sheet<RawSignals>): readonly Phrase[] {
  const within = (fact: string, value: string, path: Path, langs: RawPhrases | undefined) =>
    Object.entries(langs ?? {}).flatMap(([lang, strengths]) =>
      Object.entries(strengths).flatMap(([strength, phrases]) =>
        phrases.map(
          (phrase, i): Phrase => ({
            fact,
            value,
            lang,
            strength: strength as Strength,
            phrase,
            path: [...path, lang, strength, i],
          }),
        ),
      ),
    );
  if (ofIssue(sheet)) return within("issue", sheet.id, ["signals"], sheet.value.signals);
  return Object.entries(sheet.value.values ?? {}).flatMap(([value, langs]) =>
    within(sheet.id, value, ["values", value], langs),
  );
}

/** The lexicon with all languages of a group together. */
export function lexiconOf({ groups, negators }: RawLexicon): Lexicon {
  const together = (byLanguage: RawLexicon["negators"]) => [...new Set(Object.values(byLanguage).flat())];
  return {
    groups: Object.fromEntries(Object.entries(groups).map(([name, words]) => [name, together(words)])),
    negators: together(negators),
  };
}

/** Signals that belong to nothing or cannot be read, and issues that no signal finds. */
export function signalFaults(book: Book): readonly Finding[] {
  const words = glossaryFaults(book.lexicon);
  const lexicon = lexiconOf(book.lexicon.value);
  const readable = words.length === 0;
  const found = new Set(
    book.signals.filter((sheet) => ofIssue(sheet) && phrasesOf(sheet).length > 0).map((sheet) => sheet.id),
  );
  const silent = book.issues.filter((issue) => !found.has(issue.id));
  return [
    ...words,
    ...book.signals.flatMap((sheet) => [...misplaced(book, sheet), ...repeated(sheet)]),
    ...(readable ? unreadable(book, lexicon) : []),
    ...silent.map((issue) =>
      warning(
        "SR205",
        issue.place([]),
        `The issue "${issue.id}" has no signals`,
        `Write some in signals/issue/${issue.id}.yaml.`,
      ),
    ),
  ];
}

/** A file must hold what its place promises, and name values that there are. */
function misplaced(book: Book, sheet: Sheet<RawSignals>): Finding[] {
  if (ofIssue(sheet))
    return sheet.value.signals
      ? []
      : [error("SR201", sheet.place(["values"], "key"), "A file of an issue has signals, not values")];
  if (sheet.id === "issue")
    return [error("SR201", sheet.place([]), "Signals of issues stand in signals/issue/, one file an issue")];
  if (!sheet.value.values)
    return [error("SR201", sheet.place(["signals"], "key"), "A file of a fact has values, not signals")];
  const fact = book.facts.value.facts.find((one) => one.id === sheet.id);
  const known = spokenOf(book).get(sheet.id) ?? (fact && valuesOf(book, fact));
  if (!known) return [];
  return Object.keys(sheet.value.values)
    .filter((value) => !known.includes(value))
    .map((value) =>
      error(
        "SR201",
        sheet.place(["values", value], "key"),
        `The fact "${sheet.id}" has no value "${value}"`,
        suggest(value, known),
      ),
    );
}

function repeated(sheet: Sheet<RawSignals>): Finding[] {
  const seen = new Map<string, Phrase>();
  return phrasesOf(sheet).flatMap((one) => {
    const key = JSON.stringify([one.value, one.phrase.toLowerCase()]);
    const first = seen.get(key);
    if (!first) seen.set(key, one);
    return first
      ? [
          warning(
            "SR207",
            sheet.place(one.path),
            `The phrase stands twice; first in line ${sheet.place(first.path).line}`,
          ),
        ]
      : [];
  });
}

/** Phrases that cannot be read, or that ask too much of whoever reads them; the first that is too much ends the search. */
function unreadable(book: Book, lexicon: Lexicon): Finding[] {
  const findings: Finding[] = [];
  let steps = 0;
  for (const sheet of book.signals) {
    for (const { phrase, path } of phrasesOf(sheet)) {
      const place = () => sheet.place(path);
      const runs = parsed(phrase, lexicon, place);
      if (!Array.isArray(runs)) {
        findings.push(runs);
        continue;
      }
      const own = runs.reduce((sum, { parts }) => sum + costOf(parts), 0);
      steps += own;
      if (own > MOST_STEPS) findings.push(error("SR206", place(), "The phrase can be read in too many ways", SHORTER));
      if (steps <= MOST_STEPS_OF_ALL) continue;
      return [...findings, error("SR206", place(), "All phrases together can be read in too many ways", SHORTER)];
    }
  }
  return findings;
}

const SHORTER = "Use fewer gaps, words that may be missing, and words of large groups.";
/** The shipped playbook needs 353 at most for one phrase, and 163 000 for all. */
const MOST_STEPS = 5000;
const MOST_STEPS_OF_ALL = 2_000_000;

function glossaryFaults(sheet: Sheet<RawLexicon>): Finding[] {
  const { groups, negators } = sheet.value;
  const named = [
    ...Object.entries(groups).map(([name, words]) => [["groups", name], words] as const),
    [["negators"], negators] as const,
  ];
  return named.flatMap(([path, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([lang, words]) =>
      words.flatMap((word, i) => badPhrase(word, { groups: {}, negators: [] }, () => sheet.place([...path, lang, i]))),
    ),
  );
}

/** What makes a phrase unreadable, at its place in the file. */
export function badPhrase(phrase: string, lexicon: Lexicon, place: () => Place): Finding[] {
  const found = parsed(phrase, lexicon, place);
  return Array.isArray(found) ? [] : [found];
}

function parsed(phrase: string, lexicon: Lexicon, place: () => Place): Run[] | Finding {
  try {
    return parsePhrase(phrase, lexicon);
  } catch (cause) {
    if (!(cause instanceof PhraseError)) throw cause;
    const name = /@([a-z0-9-]+)/.exec(phrase.slice(cause.at))?.[1];
    const hint = cause.message.includes("group") && name ? suggest(name, Object.keys(lexicon.groups), 0) : undefined;
    return error("SR206", within(place(), phrase, cause.at), `The phrase cannot be read: ${cause.message}`, hint);
  }
}

/** The place of a sign in a phrase, where the phrase stands in its line as it is. */
function within(place: Place, phrase: string, at: number): Place {
  const from = place.source?.indexOf(phrase, place.column - 1) ?? -1;
  return from < 0 || from > place.column
    ? place
    : { ...place, column: from + 1 + Math.min(at, phrase.length - 1), endColumn: from + 1 + phrase.length };
}
