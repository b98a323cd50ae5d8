import { type Block, marked, strong } from "./blocks.js";
import { degree, percent } from "./degree.js";

import * as part from "./document-parts.js";
import { onlyEnglish, textsOf } from "./english.js";
import { ADVISED, UNSURE } from "./order.js";
import { outside } from "./outside.js";
import type { Result } from "./result.js";
import { clean, safe } from "./style.js";
import type { Labels } from "./view.js";

/** A result as a document with all that it says, the letter in full. */
export function documentOf(result: Result, labels: Labels): Block[] {
  const { words } = labels;
  const label = (fact: string, value?: string): string => safe(labels.label(fact, value));
  const draft: part.Draft = { ...labels, result: clean(result), words, label };
  return [
    ...OPENINGS[result.status](draft),
    ...BODIES[result.status].flatMap((block) => block(draft)),
    ...onlyEnglish(() => textsOf(draft.result, "whole"), words).map((line): Block => ({ kind: "paragraph", line })),
    { kind: "foot", line: words.footer(draft.result.playbook.version) },
  ];
}

const OPENINGS: Readonly<Record<Result["status"], part.Part>> = {
  advised: (draft) => [
    { kind: "heading", level: 1, line: draft.words.labels.goTo + draft.words.colon + (draft.result.team?.name ?? "") },
    {
      kind: "paragraph",
      line: [strong(draft.words.degrees[degree(draft.result)]), draft.words.aside(percent(draft.result.confidence))],
    },
    ...part.problem(draft),
  ],
  unsure: (draft) => [
    { kind: "heading", level: 1, line: draft.words.labels.notSure },
    {
      kind: "paragraph",
      line:
        draft.result.team === null
          ? draft.words.noGuess
          : [
              draft.words.bestGuess + draft.words.colon,
              strong(draft.result.team.name),
              draft.words.aside(percent(draft.result.confidence)),
            ],
    },
    ...part.problem(draft),
  ],
  "out-of-scope": ({ words, result, ...labels }) => [
    { kind: "heading", level: 1, line: words.labels.noAdvice },
    ...[outside(result, { ...labels, words }), words.purpose, marked(words.tryInstead)].map(
      (line): Block => ({ kind: "paragraph", line }),
    ),
  ],
};

const all = { ...part };

const BODIES: Readonly<Record<Result["status"], readonly part.Part[]>> = {
  advised: [...ADVISED.map((name) => all[name]), all.found],
  unsure: [...UNSURE.map((name) => all[name]), all.found],
  "out-of-scope": [all.careful, all.previous, all.question],
};
