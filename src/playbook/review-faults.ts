import { badPhrase } from "./bad-phrase.js";
import type { Book } from "./book.js";
import { error, type Finding, warning } from "./finding.js";
import { nearest, suggest } from "./nearest.js";
import type { Sheet } from "./parse.js";
import type { Path } from "./places.js";
import { type Check, groupsOf, MARKS, type Mark, type Phrases, type RawReview } from "./review.js";

/** What the messages of a check can name. */
const FILLED: Readonly<Record<Check, readonly string[]>> = {
  wording: ["found"],
  "missing-part": ["part"],
  blank: ["found"],
  "cause-without-action": ["found"],
  "action-without-cause": ["found"],
  "action-without-date": ["found"],
  "action-in-future": ["found"],
  "action-ahead": ["found"],
  "impossible-date": ["found"],
  "measure-without-rhythm": ["found"],
  "measure-without-owner": ["found"],
  "no-evidence": [],
  "asin-not-covered": ["found", "count"],
  "other-asin": ["found"],
  "other-case": ["found"],
  "other-order": ["found"],
  "other-figure": ["found", "notice"],
  "too-long": ["count", "limit"],
  "same-again": ["share", "parts"],
};

/** Marks that a check cannot do without. */
const NEEDED: Partial<Readonly<Record<Check, readonly Mark[]>>> = {
  blank: ["blank", "blank-name"],
  "cause-without-action": ["cause"],
  "action-without-cause": ["cause"],
  "action-without-date": ["date", "aside"],
  "action-in-future": ["future", "done"],
  "measure-without-rhythm": ["owner", "rhythm", "settled", "aside"],
  "measure-without-owner": ["owner", "rhythm", "settled", "aside"],
  "action-ahead": ["future"],
  "other-figure": ["answers"],
  "no-evidence": ["evidence"],
  "same-again": ["refusal"],
};

/** What is wrong in review.yaml besides its form. */
export function reviewFaults(book: Book): readonly Finding[] {
  if (book.review === null) return [];
  const sheet = book.review;
  return [...unreadable(sheet), ...repeated(sheet), ...unnamed(sheet), ...unfilled(sheet)];
}

function unreadable(sheet: Sheet<RawReview>): Finding[] {
  const { groups, marks, parts, rules } = sheet.value;
  const words = readings(sheet, ["groups"], groups, {});
  if (words.length > 0) return words;
  const known = groupsOf(groups);
  return [
    ...readings(sheet, ["marks"], marks, known),
    ...parts.flatMap(({ headings, content }, i) => readings(sheet, ["parts", i], { headings, content }, known)),
    ...rules.flatMap(({ phrases }, i) => readings(sheet, ["rules", i], phrases ? { phrases } : {}, known)),
  ];
}

/** Phrases that a rule has twice in one language. */
function repeated(sheet: Sheet<RawReview>): Finding[] {
  return sheet.value.rules.flatMap(({ phrases = {} }, i) =>
    Object.entries(phrases).flatMap(([lang, all]) => {
      const place = (k: number) => sheet.place(["rules", i, "phrases", lang, k]);
      const plain = all.map((phrase) => phrase.toLowerCase());
      return plain.flatMap((phrase, k) => {
        const first = plain.indexOf(phrase);
        if (first === k) return [];
        return [warning("SR207", place(k), `The phrase stands twice; first in line ${place(first).line}`)];
      });
    }),
  );
}

function readings(
  sheet: Sheet,
  path: Path,
  named: Readonly<Record<string, Phrases>>,
  groups: Readonly<Record<string, readonly string[]>>,
): Finding[] {
  return Object.entries(named).flatMap(([name, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([lang, phrases]) =>
      phrases.flatMap((phrase, i) =>
        badPhrase(phrase, { groups, negators: [] }, () => sheet.place([...path, name, lang, i])),
      ),
    ),
  );
}

/** Marks that are named or needed, and not there. */
function unnamed(sheet: Sheet<RawReview>): Finding[] {
  const known = Object.keys(sheet.value.marks);
  return sheet.value.rules.flatMap((rule, i) => [
    ...(["unless", "without"] as const).flatMap((key) =>
      (rule[key] ?? []).flatMap((name, at) =>
        known.includes(name)
          ? []
          : [error("SR201", sheet.place(["rules", i, key, at]), `There is no mark "${name}"`, suggest(name, known))],
      ),
    ),
    ...(NEEDED[rule.check] ?? [])
      .filter((name) => !known.includes(name))
      .map((name) =>
        error(
          "SR201",
          sheet.place(["rules", i, "check"]),
          `The check "${rule.check}" needs the mark "${name}"`,
          `Write it under marks; the checks know ${MARKS.join(", ")}.`,
        ),
      ),
  ]);
}

/** Placeholders that a check never fills. */
function unfilled(sheet: Sheet<RawReview>): Finding[] {
  return sheet.value.rules.flatMap((rule, i) =>
    (["message", "advice"] as const).flatMap((key) =>
      Object.entries(rule[key]).flatMap(([lang, text]) =>
        [...text.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([blank, name = ""]) => {
          const known = FILLED[rule.check];
          if (known.includes(name)) return [];
          const near = nearest(name, known);
          const hint = near ? `Did you mean {{${near}}}?` : `Known here: ${known.join(", ") || "none"}.`;
          return [error("SR201", sheet.place(["rules", i, key, lang]), `There is no placeholder ${blank}`, hint)];
        }),
      ),
    ),
  );
}
