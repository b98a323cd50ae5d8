import type { Part, ReviewRules } from "../playbook/review.js";
import type { Outline, Role } from "../playbook/types.js";
import { tokenise } from "../reading/tokens.js";
import { type Draft, draftOf } from "./review/draft.js";
import { finderOf } from "./review/finder.js";
import { linesOf } from "./review/lines.js";

/** What speaks for an outline, from certain to faint. */
const WEIGHTS = { name: 10, title: 3, part: 2, content: 1.5, likely: 1.2 };
/** Parts that are only said, and not named, count where all of them are; one alone is said in many letters. */
const FEWEST = 2;
/** With less than this nothing is taken for granted. */
const LEAST = 1;
/** So many sentences that Amazon alone writes make a message of Amazon's. */
const NOTICE = 2;
/** What a plan of action has. */
const PLAN: readonly Role[] = ["causes", "actions", "measures"];

/**
 * The letter that a draft is, by its name, its headings, and what its parts say; of two that fit alike the one that
 * `likely` (0 to 1) prefers. Null where nothing speaks for any.
 */
export function guessOutline(
  text: string,
  outlines: readonly Outline[],
  rules: ReviewRules,
  likely: (outline: Outline) => number = () => 0,
): Outline | null {
  const clues = cluesOf(text, rules);
  if (!clues.isPlan && clues.named.size < FEWEST && fromAmazon(clues.draft) >= NOTICE) return null;
  const shared = countTitles(outlines, rules);
  let best: Outline | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const outline of outlines) {
    const score = scoreOf(outline, clues, rules, shared) + WEIGHTS.likely * likely(outline);
    if (score > most) [best, most] = [outline, score];
  }
  return most >= LEAST ? best : null;
}

/** What a draft tells of the letter that it is. */
interface Clues {
  readonly draft: Draft;
  /** Its short lines, as words: those that may be a name or a title. */
  readonly lines: ReadonlySet<string>;
  /** Parts that its headings name, or may name. */
  readonly parts: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
  /** Parts whose content it says, under whatever heading. */
  readonly said: ReadonlySet<string>;
  readonly isPlan: boolean;
}

function cluesOf(text: string, rules: ReviewRules): Clues {
  const draft = draftOf(text, rules, null);
  const short = linesOf(text).filter((line) => line.text.length < 200);
  const parts = new Set(draft.sections.flatMap((section) => [...section.parts]));
  const content = draft.sentences.flatMap(({ found }) =>
    found.filter(({ use, negated }) => use === "content" && !negated),
  );
  return {
    draft,
    lines: new Set(short.map((line) => inWords(line.text))),
    parts,
    named: new Set(rules.parts.filter(({ id }) => parts.has(id)).map(({ id }) => id)),
    said: new Set(content.map(({ name }) => name)),
    isPlan: headed(draft, rules),
  };
}

/** A text as its words alone, however it is set. */
const inWords = (text: string): string => tokenise(text).join(" ");

/** How much speaks for an outline; `shared` says in how many outlines a title stands. */
function scoreOf(
  outline: Outline,
  { lines, parts, named, said, isPlan }: Clues,
  rules: ReviewRules,
  shared: ReadonlyMap<string, number>,
): number {
  const { name, sections } = outline;
  const own = rules.parts.filter((part) => isPartOf(part, outline));
  const itself = Object.values(name).some((one) => lines.has(inWords(one)));
  const fits = sections
    .flatMap(({ title }) => Object.values(title).map(inWords))
    .filter((title) => lines.has(title))
    .reduce((sum, title) => sum + 1 / (shared.get(title) ?? 1), 0);
  // A kind of letter whose parts are all there, and no others, fits better than one that shares some with the draft.
  const share = (ids: ReadonlySet<string>, all = own.length) =>
    own.length === 0 ? 0 : own.filter(({ id }) => ids.has(id)).length / Math.max(own.length, all);
  return (
    (itself ? WEIGHTS.name : 0) +
    (isPlan && PLAN.every((role) => sections.some((section) => section.role === role)) ? WEIGHTS.title : 0) +
    WEIGHTS.title * fits +
    (own.length >= FEWEST ? WEIGHTS.part * share(parts, named.size) : 0) +
    WEIGHTS.title * own.filter(({ id, section }) => section !== undefined && named.has(id)).length +
    (own.length >= FEWEST && share(said) === 1 ? WEIGHTS.content : 0)
  );
}

const isPartOf = (part: Part, outline: Outline): boolean =>
  part.section === undefined
    ? outline.sections.some(({ role }) => role !== undefined && role === part.role)
    : (part.outlines ?? []).includes(outline.id) && outline.sections.some(({ id }) => id === part.section);

/** Whether a draft calls itself a plan of action: a heading, its first line, or its subject begins so. */
function headed({ text, sections }: Draft, rules: ReviewRules): boolean {
  const find = finderOf(rules);
  const titles = sections.flatMap(({ title }) => (title === null ? [] : [text.slice(title.start, title.end)]));
  const lines = text.slice(0, HEAD).split(/\r\n?|\n/);
  const first = lines.filter((line) => line.trim() !== "").slice(0, 1);
  const subjects = lines.flatMap(
    (line) => /^(?:subject|re|betreff|asunto|objet|oggetto|主题|主旨|件名)\s?[:：](.*)/iu.exec(line)?.[1] ?? [],
  );
  return [...titles, ...first, ...subjects].some((line) => {
    const from = line.search(/[\p{L}\p{N}]/u);
    return (
      line.length < LONGEST &&
      find(line).some(({ use, name, start }) => use === "mark" && name === "plan" && start === from)
    );
  });
}

/** Longest line that names the letter; and where the lines above the letter end at the latest. */
const LONGEST = 160;
const HEAD = 4000;

/** In how many sentences there is what Amazon alone writes; quoted words and lines do not count. */
const fromAmazon = ({ sentences }: Draft): number =>
  sentences.filter(({ found, quotes }) =>
    found.some(
      ({ use, name, start }) =>
        use === "mark" && name === "notice" && !quotes.some((one) => one.start <= start && start < one.end),
    ),
  ).length;

/** In how many outlines each title stands, or another name of the same part: "Opening" says nothing, nor "Evidence". */
function countTitles(outlines: readonly Outline[], rules: ReviewRules): ReadonlyMap<string, number> {
  const find = finderOf(rules);
  const counts = new Map<string, number>();
  const roles = new Map<Role, number>();
  const sections = outlines.flatMap((outline) => outline.sections);
  for (const { role, title } of sections) {
    if (role !== undefined) roles.set(role, (roles.get(role) ?? 0) + 1);
    for (const one of Object.values(title)) {
      const key = inWords(one);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const { role, title } of sections) {
    if (role === undefined) continue;
    const ids = new Set(rules.parts.filter((part) => part.role === role).map(({ id }) => id));
    for (const one of Object.values(title)) {
      if (!find(one).some(({ use, name }) => use === "heading" && ids.has(name))) continue;
      const key = inWords(one);
      counts.set(key, Math.max(counts.get(key) ?? 0, roles.get(role) ?? 0));
    }
  }
  return counts;
}
