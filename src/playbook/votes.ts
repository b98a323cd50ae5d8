import type { Signal } from "../reading/automaton.js";
import { type Said, tableOf, type Votes } from "../reading/votes.js";
import { type Book, spokenOf, valuesOf } from "./book.js";
import { type Finding, warning } from "./finding.js";
import { phrasesOf } from "./phrases.js";

/**
 * The fitted weights of a playbook's signals, in their order. A signal without any speaks for its own value. Values
 * that are no longer there are passed over: a playbook laid over another one may leave some out.
 */
export function votesOf(book: Book, signals: readonly Signal[]): Votes {
  const known = knownIn(book);
  const weights = book.weights?.value.weights ?? {};
  return tableOf(
    signals.map(({ fact, value, phrase, weight }): Said => {
      const fitted = own(own(own(weights, fact), value), phrase);
      if (fitted === undefined) return fact === "word" ? [] : [[fact, value, weight]];
      return saidIn(fitted).filter(([one, its]) => known.get(one)?.has(its));
    }),
  );
}

/** What a record itself has under a name: a phrase may be "constructor", which every object has. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** Reads "fees 1.2, appeal=sent -0.4": a value alone is an issue. */
function saidIn(text: string): Said {
  return text.split(", ").map((part) => {
    const [name = "", weight] = part.split(" ");
    const [fact = "", value] = name.split("=");
    return value === undefined ? ["issue", fact, Number(weight)] : [fact, value, Number(weight)];
  });
}

function knownIn(book: Book): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([
    ...[...spokenOf(book)].map(([fact, values]) => [fact, new Set(values)] as const),
    ...book.facts.value.facts.map((fact) => [fact.id, new Set(valuesOf(book, fact))] as const),
  ]);
}

/** Weights of phrases that are no longer there: they were fitted before the last edit, or their file is misnamed. */
export function weightFaults(book: Book, misnamed: ReadonlySet<string>): readonly Finding[] {
  const { weights } = book;
  if (weights === null) return [];
  const there = new Set(
    book.signals.flatMap(phrasesOf).map(({ fact, value, phrase }) => JSON.stringify([fact, value, phrase])),
  );
  return Object.entries(weights.value.weights).flatMap(([fact, values]) =>
    Object.entries(values).flatMap(([value, phrases]) => {
      const gone = Object.keys(phrases).filter((phrase) => !there.has(JSON.stringify([fact, value, phrase])));
      if (gone.length === 0 || (fact === "issue" && misnamed.has(value))) return [];
      const rest = gone.length > 1 ? ` and of ${gone.length - 1} more` : "";
      const place = weights.place(["weights", fact, value, gone[0] as string], "key");
      return [warning("SR607", place, `Weights of "${gone[0]}"${rest}, which is no signal of ${value}`)];
    }),
  );
}
