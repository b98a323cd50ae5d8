import type { ReviewRules } from "../../playbook/review.js";
import { tokenise } from "../../reading/tokens.js";
import type { Step } from "./steps.js";

/** Letters that two words must begin with alike to speak of the same. */
const STEM = 5;
const SHORTEST = 4;

/** What a step speaks of: the beginnings of its words, without those that every letter has; pairs of CJK characters. */
export function stemsOf(text: string, { marks }: ReviewRules): (step: Step) => ReadonlySet<string> {
  const common = new Set(Object.values(marks.common ?? {}).flatMap((words) => words.flatMap(tokenise)));
  return ({ start, end }) => {
    const tokens = tokenise(text.slice(start, end));
    return new Set(
      tokens.flatMap((token, i) => {
        if (token.charCodeAt(0) > 0x2e7f) {
          const next = tokens[i + 1];
          return next !== undefined && next.charCodeAt(0) > 0x2e7f && !common.has(token) ? [token + next] : [];
        }
        return token.length < SHORTEST || common.has(token) ? [] : [token.slice(0, STEM)];
      }),
    );
  };
}
