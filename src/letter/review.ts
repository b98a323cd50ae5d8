import { type Finding, inOrder, type Severity } from "../playbook/finding.js";
import type { Check, ReviewRule, ReviewRules } from "../playbook/review.js";
import type { Outline, Role, Words } from "../playbook/types.js";
import { blank } from "./review/blanks.js";
import { applies, type Case, type Checker, type Hit, shown } from "./review/check.js";
import { datesOf } from "./review/dates.js";
import { actionAhead, impossibleDate } from "./review/days.js";
import { draftOf } from "./review/draft.js";
import { otherFigure } from "./review/figures.js";
import { tooLong } from "./review/length.js";
import { asinNotCovered, otherAsin, otherCase, otherOrder } from "./review/named.js";
import { missingPart, noEvidence } from "./review/parts.js";
import { placer } from "./review/places.js";
import {
  actionInFuture,
  actionWithoutCause,
  actionWithoutDate,
  causeWithoutAction,
  measureWithoutOwner,
  measureWithoutRhythm,
} from "./review/plan.js";
import { compare, type Sameness } from "./review/same.js";
import { wording } from "./review/wording.js";

/** What a letter is held against. */
export interface Against {
  /** The letter that it should be; null where that is not known: then only what holds for all letters is looked at. */
  readonly outline: Outline | null;
  readonly rules: ReviewRules;
  /** Amazon's notice: the letter should cover it, and nothing else. */
  readonly notice?: string;
  /** The letter that was refused. */
  readonly previous?: string;
  /** YYYY-MM-DD: nothing was done on a later day. */
  readonly today?: string;
  /** Language of the findings. */
  readonly lang?: string;
  /** What the texts are called in findings. */
  readonly names?: { readonly draft?: string; readonly notice?: string };
}

export interface Review {
  /** From top to bottom; the code of each is its rule's id. */
  readonly findings: readonly Finding[];
  /** How the letter compares with the earlier one, where one was given. */
  readonly same?: Sameness;
}

/** Findings of one rule that are told. */
const MOST = 25;

const CHECKERS: Readonly<Record<Exclude<Check, "same-again">, Checker>> = {
  wording,
  "missing-part": missingPart,
  blank,
  "cause-without-action": causeWithoutAction,
  "action-without-cause": actionWithoutCause,
  "action-without-date": actionWithoutDate,
  "action-in-future": actionInFuture,
  "action-ahead": actionAhead,
  "impossible-date": impossibleDate,
  "measure-without-rhythm": measureWithoutRhythm,
  "measure-without-owner": measureWithoutOwner,
  "no-evidence": noEvidence,
  "asin-not-covered": asinNotCovered,
  "other-asin": otherAsin,
  "other-case": otherCase,
  "other-order": otherOrder,
  "other-figure": otherFigure,
  "too-long": tooLong,
};

/** Reviews the draft of a letter, in time that grows with its length. It judges how it is written, not whether it is true. */
export function review(text: string, against: Against): Review {
  const { outline, rules, lang = "en", names = {} } = against;
  const draft = draftOf(text, rules, outline);
  const place = placer(text, names.draft ?? "letter");
  const placeInNotice = placer(against.notice ?? "", names.notice ?? "notice");
  const given: Case = {
    draft,
    outline,
    rules,
    notice: against.notice ?? null,
    today: against.today ?? null,
    dated: datesOf(draft),
    partsOf: (role) => partsOf(rules, role),
  };
  const same = against.previous === undefined ? undefined : compare(draft, against.previous, outline, rules);
  const finding = (rule: ReviewRule, hit: Hit): Finding => ({
    ...place(hit),
    code: rule.id,
    severity: rule.severity as Severity,
    message: filled(rule.message, hit.fill, rules, lang),
    hint: filled(rule.advice, hit.fill, rules, lang),
    ...(hit.notice && {
      related: [{ ...placeInNotice(hit.notice), message: shown(against.notice ?? "", hit.notice) }],
    }),
  });
  const findings = rules.rules
    .filter((rule) => applies(rule, outline))
    .flatMap((rule) => {
      const hits = rule.check === "same-again" ? again(rule, same, text) : [...CHECKERS[rule.check](rule, given)];
      return hits.slice(0, MOST).map((hit) => finding(rule, hit));
    });
  return { findings: inOrder(findings), ...(same && { same }) };
}

function again({ share = 0.5 }: ReviewRule, same: Sameness | undefined, text: string): Hit[] {
  if (!same || same.refusal || same.share < share) return [];
  const parts = same.unchanged.map((title) => shown(text, title)).join(", ");
  const [first] = same.unchanged;
  const span = first ?? { start: 0, end: Math.max(1, text.indexOf("\n")) };
  return [{ ...span, fill: { share: String(Math.floor(same.share * 100)), parts: parts || "–" } }];
}

const partsOf = ({ parts }: ReviewRules, role: Role): ReadonlySet<string> =>
  new Set(parts.filter((part) => part.role === role).map(({ id }) => id));

/** A rule's words in a language, with what was found; a part's id becomes its name. */
function filled(words: Words, fill: Readonly<Record<string, string>>, { parts }: ReviewRules, lang: string): string {
  return inLanguage(words, lang).replace(/\{\{([a-z]+)\}\}/g, (whole, name: string) => {
    if (!Object.hasOwn(fill, name)) return whole;
    const value = fill[name] as string;
    const part = name === "part" ? parts.find(({ id }) => id === value) : undefined;
    return part ? inLanguage(part.name, lang) : value;
  });
}

const inLanguage = (words: Words, lang: string): string =>
  [lang, lang.split("-")[0] as string].flatMap((tag) => (Object.hasOwn(words, tag) ? [words[tag] as string] : []))[0] ??
  words.en;
