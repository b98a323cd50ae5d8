import { groupsOf, type Phrases, type ReviewRules } from "../../playbook/review.js";
import { build, type Signal } from "../../reading/automaton.js";
import { Matcher } from "../../reading/matcher.js";
import { tokenise } from "../../reading/tokens.js";
import type { Span } from "./places.js";

/** What a phrase of the rules is for. */
export type Use = "mark" | "rule" | "heading" | "content";

/** A phrase of the rules, found in a letter. */
export interface Found extends Span {
  readonly use: Use;
  /** The mark, rule or part that the phrase belongs to. */
  readonly name: string;
  readonly phrase: string;
  /** A "not" stands before it, or inside it where the phrase has none. */
  readonly negated: boolean;
}

/** Finds all phrases of the rules in a text; positions are moved on by `from`. */
export type Finder = (text: string, from?: number) => Found[];

const finders = new WeakMap<ReviewRules, Finder>();

/** The finder of a set of rules; it is built once. */
export function finderOf(rules: ReviewRules): Finder {
  const known = finders.get(rules) ?? make(rules);
  finders.set(rules, known);
  return known;
}

function make({ groups, marks, parts, rules, negators }: ReviewRules): Finder {
  const signals: Signal[] = [
    ...Object.entries(marks).flatMap(([name, phrases]) => signalsOf("mark", name, phrases)),
    ...rules.flatMap(({ id, phrases = {} }) => signalsOf("rule", id, phrases)),
    ...parts.flatMap(({ id, headings, content }) => [
      ...signalsOf("heading", id, headings),
      ...signalsOf("content", id, content),
    ]),
  ];
  const matcher = new Matcher(build(signals, { groups: groupsOf(groups), negators }));
  const denying = new Set(negators.flatMap((word) => tokenise(word).slice(0, 1)));
  const denials = (text: string) => tokenise(text).filter((word) => denying.has(word));
  // A "not" that the phrase itself has denies nothing.
  const own = signals.map(({ phrase }) => new Set(denials(phrase)));
  return (text, from = 0) =>
    matcher.find(text).map(({ signal, start, end, negated }) => {
      const { fact, value, phrase } = signals[signal] as Signal;
      const inside = denials(text.slice(start, end)).some((word) => !own[signal]?.has(word));
      return {
        use: fact as Use,
        name: value,
        phrase,
        start: start + from,
        end: end + from,
        negated: negated || inside,
      };
    });
}

const signalsOf = (use: Use, name: string, phrases: Phrases): Signal[] =>
  Object.entries(phrases).flatMap(([lang, list]) =>
    list.flatMap(opened).map((phrase) => ({ fact: use, value: name, phrase, weight: 1, lang })),
  );

/** A phrase whose first or last words may be missing, as several: the matcher would find the shortest alone. */
function opened(phrase: string): string[] {
  const first = /^\(([^()]*)\)\?\s*(?=\S)/.exec(phrase);
  const last = /(?<=\S)\s*\(([^()]*)\)\?$/.exec(phrase);
  const without = (rest: string) => opened(rest.replace(/^~\d*\s*|\s*~\d*$/g, ""));
  if (first) {
    const rest = phrase.slice(first[0].length);
    return [...opened(`(${first[1]}) ${rest}`), ...without(rest)];
  }
  if (last) {
    const rest = phrase.slice(0, last.index);
    return [...opened(`${rest} (${last[1]})`), ...without(rest)];
  }
  return [phrase];
}
