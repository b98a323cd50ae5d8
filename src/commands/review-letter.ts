import { advise } from "../core/advise.js";
import type { Facts } from "../core/facts.js";
import { Refusal } from "../exit.js";
import { guessOutline } from "../letter/guess.js";
import { suggest } from "../playbook/nearest.js";
import type { ReviewRules } from "../playbook/review.js";
import type { Outline, Playbook } from "../playbook/types.js";
import { read } from "../reading/read.js";

/** How a letter was named. */
export interface Naming {
  readonly issue?: string;
  readonly outline?: string;
}

/** The letters that the draft may be: the one that was named, those of an issue, or all. */
export function candidatesOf({ issue, outline }: Naming, playbook: Playbook): readonly Outline[] {
  if (issue !== undefined && outline !== undefined)
    throw new Refusal("The letter was named twice, by --issue and by --outline");
  const byId = (id: string) => playbook.outlines.filter((one) => one.id === id);
  if (outline !== undefined) {
    const [found] = byId(outline);
    if (!found) throw unknown("outline", outline, playbook.outlines);
    return [found];
  }
  if (issue === undefined) return playbook.outlines;
  const found = playbook.issues.find((one) => one.id === issue);
  if (!found) throw unknown("issue", issue, playbook.issues);
  const letters = new Set<string>(found.outline === null ? [] : [found.outline]);
  for (const { when, outline: other } of playbook.routes) {
    const about = when.length === 0 || when.some((box) => box.issue?.includes(issue) ?? true);
    if (about && typeof other === "string") letters.add(other);
  }
  if (letters.size === 0)
    throw new Refusal(`No letter is needed for ${issue}`, { hint: `See what to do: seller-route issues ${issue}` });
  return [...letters].flatMap(byId);
}

/**
 * The letter that a draft is taken for: the only one that was named, else the one that it reads like, else the usual one
 * of the issue. `named`: it was no guess.
 */
export function takenFor(
  text: string,
  { candidates, notice, rules }: Against,
  naming: Naming,
  playbook: Playbook,
): { readonly outline: Outline | null; readonly named: boolean } {
  const asked = naming.issue !== undefined || naming.outline !== undefined;
  const only = asked && candidates.length === 1 ? candidates[0] : undefined;
  if (only) return { outline: only, named: true };
  const guessed = guessOutline(text, candidates, rules, likelyBy(text, notice, naming, playbook));
  const own = naming.issue === undefined ? undefined : ownLetter(naming.issue, playbook);
  const outline = guessed ?? own ?? null;
  return { outline, named: outline !== null && guessed === null };
}

/** What a draft is held against. */
interface Against {
  readonly candidates: readonly Outline[];
  readonly notice: string | null;
  readonly rules: ReviewRules;
}

/** The letter that an issue usually takes. */
const ownLetter = (id: string, { issues, outlines }: Playbook): Outline | undefined => {
  const letter = issues.find((one) => one.id === id)?.outline;
  return outlines.find((one) => one.id === letter);
};

function unknown(kind: string, id: string, all: readonly { readonly id: string }[]): Refusal {
  const hint = suggest(
    id,
    all.map((one) => one.id),
    40,
  );
  return new Refusal(`There is no ${kind} "${id}"`, { hint });
}

/** How likely an outline is, 0 to 1: first the one that would be advised to somebody who told what draft and notice tell. */
function likelyBy(
  text: string,
  notice: string | null,
  { issue: about }: Pick<Naming, "issue">,
  playbook: Playbook,
): (outline: Outline) => number {
  const reading = read(`${text}\n\n${notice ?? ""}`, playbook);
  const { status, route, issue } = advise(playbook, reading, {
    ...firstTime(playbook),
    ...(about !== undefined && { issue: about }),
  });
  const own = (id: string | null) => playbook.issues.find((one) => one.id === id)?.outline;
  const advised = playbook.routes.find((one) => one.id === route)?.outline ?? own(issue);
  const scores = reading.scores.issue ?? {};
  const highest = Math.max(1, ...Object.values(scores));
  return ({ id }) => {
    const known = about !== undefined || Object.values(scores).some((one) => one >= TOLD);
    if (id === advised && status === "advised" && known) return 1;
    const issues = playbook.issues.filter((one) => one.outline === id).map((one) => scores[one.id] ?? 0);
    return Math.max(0, ...issues) / highest / 2;
  };
}

/** Log-odds from which a text tells what it is about. */
const TOLD = 1;

/** A plan speaks of actions as an account of a refusal does; what it says is no sign that it is not the first one. */
const firstTime = ({ facts }: Playbook): Facts =>
  facts.some(({ id, values }) => id === "appeal" && values.some((value) => value.id === "none"))
    ? { appeal: "none" }
    : {};
