import type { Line } from "../ask/asker.js";
import type { LetterTalk } from "../ask/letter-words.js";
import type { Draft } from "../letter/draft.js";
import type { Letter } from "../letter/interview.js";
import { review } from "../letter/review.js";
import type { Playbook } from "../playbook/types.js";
import { letterMarkdown } from "../render/letter.js";

/** What a review finds in a letter that was just written; its blanks are counted elsewhere. */
export function reviewed(
  { outline }: Letter,
  draft: Draft,
  { review: rules }: Playbook,
  own: LetterTalk,
  lang: string,
): Line[] {
  if (rules === undefined) return [];
  const { findings } = review(letterMarkdown(draft), { outline, rules, lang });
  const told = findings.filter(({ severity, code }) => severity !== "info" && code !== "blank");
  if (told.length === 0) return [];
  return [
    { text: own.before, as: "bold" },
    ...told.map(
      ({ message, hint }): Line => ({ text: `- ${message}${hint === undefined ? "" : `\n${hint}`}`, indent: 2 }),
    ),
    { text: "" },
  ];
}
