import { ASKED } from "../core/reading.js";
import type { Signal } from "../reading/automaton.js";
import { badPhrase } from "./bad-phrase.js";
import { type Book, scopeOf, valuesOf } from "./book.js";
import { error, type Finding } from "./finding.js";
import { suggest } from "./nearest.js";
import { lexiconOf } from "./phrases.js";
import type { Advised, Refusals, Step } from "./refusals.js";
import { statement } from "./statement.js";
import { condition, type Loose } from "./still-named.js";
import { compileWhen } from "./when.js";

const NEEDED = ["when", "shows", "first", "used", "steps"] as const;

/** A checked sheet put together; absent where the playbook has none. */
export function refusalsOf(book: Book): Refusals | undefined {
  const { when, shows, first, used, steps, refusals = [] } = book.refusals?.value ?? {};
  if (!when || !shows || !first || !used || !steps) return undefined;
  const scope = scopeOf(book);
  const advised = (step: Step): Advised => ({ ...steps[step], wait: statement(steps[step].wait) });
  return {
    when: compileWhen(when, scope).condition,
    shows,
    first,
    used: compileWhen(used, scope).condition,
    steps: { mend: advised("mend"), call: advised("call"), up: advised("up") },
    asks: refusals.map(({ phrases: _, do: deed, again, ...one }) => ({
      ...one,
      do: statement(deed),
      ...(again && { again: statement(again) }),
    })),
  };
}

/** Its phrases as signals. They only tell what is asked for, so one is as strong as another. */
export function refusalSignals(book: Book): Signal[] {
  return (book.refusals?.value.refusals ?? []).flatMap(({ id, phrases }) =>
    Object.entries(phrases).flatMap(([lang, all]) =>
      all.map((phrase): Signal => ({ fact: ASKED, value: id, phrase, weight: 1, lang })),
    ),
  );
}

/** What is wrong with its conditions. */
export function refusalConditions(book: Book): Loose[] {
  const sheet = book.refusals;
  if (sheet === null) return [];
  const scope = scopeOf(book);
  return (["when", "used"] as const).flatMap((key) => condition(sheet.value[key] ?? {}, scope, sheet, [key]));
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
  const phrases = value.refusals.flatMap((one, i) =>
    Object.entries(one.phrases).flatMap(([lang, all]) =>
      all.flatMap((phrase, j) => badPhrase(phrase, lexicon, () => sheet.place(["refusals", i, "phrases", lang, j]))),
    ),
  );
  return [...missing, ...facts, ...phrases];
}
