import { type Mark, markValue, NAMED, UNLESS } from "../core/asked.js";
import { ASKED } from "../core/reading.js";
import type { Signal } from "../reading/automaton.js";
import { badPhrase } from "./bad-phrase.js";
import { type Book, scopeOf, valuesOf } from "./book.js";
import { error, type Finding } from "./finding.js";
import { suggest } from "./nearest.js";
import { lexiconOf } from "./phrases.js";
import type { Path } from "./places.js";
import type { Advised, RawRefusals, Refusals, Step } from "./refusals.js";
import type { Phrases } from "./review.js";
import { statement } from "./statement.js";
import { condition, type Loose } from "./still-named.js";
import { compileWhen } from "./when.js";

const NEEDED = ["when", "shows", "first", "used", "steps"] as const;

/** A checked sheet put together; absent where the playbook has none. */
export function refusalsOf(book: Book): Refusals | undefined {
  const { when, shows, general, apart, first, used, steps, refusals = [] } = book.refusals?.value ?? {};
  if (!when || !shows || !first || !used || !steps) return undefined;
  const scope = scopeOf(book);
  const advised = (step: Step): Advised => ({ ...steps[step], wait: statement(steps[step].wait) });
  return {
    when: compileWhen(when, scope).condition,
    shows,
    ...(general && { general: compileWhen(general, scope).condition }),
    ...(apart && { apart: compileWhen(apart, scope).condition }),
    first,
    used: compileWhen(used, scope).condition,
    steps: { mend: advised("mend"), call: advised("call"), up: advised("up") },
    asks: refusals.map(({ phrases: _, named: _named, unless: _unless, do: deed, again, ...one }) => ({
      ...one,
      do: statement(deed),
      ...(again && { again: statement(again) }),
    })),
  };
}

/** Phrases of the sheet, with the value that they are heard for. */
export function* refusalPhrases({ marks = {}, refusals = [] }: RawRefusals): Generator<{
  readonly value: string;
  readonly path: Path;
  readonly phrases: Phrases;
}> {
  for (const [mark, phrases] of Object.entries(marks))
    yield { value: markValue(mark as Mark), path: ["marks", mark], phrases };
  for (const [i, { id, phrases = {}, named = {}, unless = {} }] of refusals.entries()) {
    yield { value: id, path: ["refusals", i, "phrases"], phrases };
    yield { value: id + NAMED, path: ["refusals", i, "named"], phrases: named };
    yield { value: id + UNLESS, path: ["refusals", i, "unless"], phrases: unless };
  }
}

/** Its phrases as signals. They only tell what is asked for, so one is as strong as another. */
export function refusalSignals(book: Book): Signal[] {
  if (book.refusals === null) return [];
  return [...refusalPhrases(book.refusals.value)].flatMap(({ value, phrases }) =>
    Object.entries(phrases).flatMap(([lang, all]) =>
      all.map((phrase): Signal => ({ fact: ASKED, value, phrase, weight: 1, lang })),
    ),
  );
}

/** What is wrong with its conditions. */
export function refusalConditions(book: Book): Loose[] {
  const sheet = book.refusals;
  if (sheet === null) return [];
  const scope = scopeOf(book);
  return (["when", "general", "apart", "used"] as const).flatMap((key) =>
    condition(sheet.value[key] ?? {}, scope, sheet, [key]),
  );
}

/** Keys that neither it nor the playbook below has, facts and values that there are not, phrases that cannot be read. */
export function refusalFaults(book: Book): Finding[] {
  const sheet = book.refusals;
  if (sheet === null) return [];
  const { value } = sheet;
  const lexicon = lexiconOf(book.lexicon.value);
  const missing = NEEDED.filter((key) => value[key] === undefined).map((key) =>
    error("SR112", sheet.place([]), `The key ${key} is missing`),
  );
  const facts = (["shows", "first"] as const).flatMap((key) =>
    Object.entries(value[key] ?? {}).flatMap(([id, found]) => {
      const fact = book.facts.value.facts.find((one) => one.id === id);
      const ids = book.facts.value.facts.map((one) => one.id);
      if (!fact) return [error("SR201", sheet.place([key, id], "key"), `There is no fact "${id}"`, suggest(id, ids))];
      const values = valuesOf(book, fact);
      const message = `The fact "${id}" has no value "${found}"`;
      return values.includes(found) ? [] : [error("SR201", sheet.place([key, id]), message, suggest(found, values))];
    }),
  );
  const phrases = [...refusalPhrases(value)].flatMap(({ path, phrases: byLanguage }) =>
    Object.entries(byLanguage).flatMap(([lang, all]) =>
      all.flatMap((phrase, i) => badPhrase(phrase, lexicon, () => sheet.place([...path, lang, i]))),
    ),
  );
  return [...missing, ...facts, ...phrases];
}
