import { costOf } from "../reading/cost.js";
import type { Lexicon } from "../reading/phrase.js";
import { badPhrase, parsed } from "./bad-phrase.js";
import { type Book, spokenOf, valuesOf } from "./book.js";
import { error, type Finding, warning } from "./finding.js";
import { suggest } from "./nearest.js";
import { isAstray, type Sheet } from "./parse.js";
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

/** Signals that belong to nothing or cannot be read, and issues that no signal finds, unless their file is misnamed. */
export function signalFaults(book: Book, misnamed: ReadonlySet<string>): readonly Finding[] {
  const words = glossaryFaults(book.lexicon);
  const lexicon = lexiconOf(book.lexicon.value);
  const readable = words.length === 0;
  const found = new Set(
    book.signals
      .filter(
        (sheet) => isAstray(sheet.name, sheet.kind, sheet.value) || (ofIssue(sheet) && phrasesOf(sheet).length > 0),
      )
      .map((sheet) => sheet.id),
  );
  const silent = book.issues.filter((issue) => !found.has(issue.id) && !misnamed.has(issue.id));
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
      : [
          error(
            "SR201",
            sheet.place(["values"], "key"),
            "A file of an issue has signals, not values",
            `Move it to signals/${sheet.id}.yaml.`,
          ),
        ];
  if (sheet.id === "issue")
    return [error("SR201", sheet.place([]), "Signals of issues stand in signals/issue/, one file an issue")];
  if (!sheet.value.values)
    return [
      error(
        "SR201",
        sheet.place(["signals"], "key"),
        "A file of a fact has values, not signals",
        `Move it to signals/issue/${sheet.id}.yaml.`,
      ),
    ];
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

/** What two phrases of a file have in common that are the same one. For and against a value is no repetition. */
export const sameAs = ({ value, strength, phrase }: Phrase): string =>
  JSON.stringify([value, strength === "against", phrase.toLowerCase()]);

function repeated(sheet: Sheet<RawSignals>): Finding[] {
  const seen = new Map<string, Phrase>();
  return phrasesOf(sheet).flatMap((one) => {
    const key = sameAs(one);
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
      words.flatMap((word, i) => {
        const place = () => sheet.place([...path, lang, i]);
        const named = /(?:^|[\s(|+!])(@[a-z0-9-]+)/.exec(word)?.[1];
        if (named === undefined) return badPhrase(word, { groups: {}, negators: [] }, place);
        return [error("SR206", place(), `A word group cannot hold another one: ${named}`, "Write its words out.")];
      }),
    ),
  );
}
