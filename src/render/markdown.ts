import { degree, percent } from "./degree.js";
import { escaped } from "./escape.js";
import * as part from "./markdown-parts.js";
import type { Result } from "./result.js";
import { clean, safe } from "./style.js";
import type { Labels } from "./view.js";

/**
 * A result as Markdown for an e-mail or an issue, the letter in full, ending in a newline. Words of the input stand as
 * code, so that they link to nothing and mention nobody.
 */
export function renderMarkdown(result: Result, labels: Labels): string {
  const { words } = labels;
  const label = (fact: string, value?: string): string => escaped(safe(labels.label(fact, value)));
  const draft: part.Draft = { result: clean(result), words, label };
  const blocks = [...OPENINGS[result.status](draft), ...BODIES[result.status].flatMap((block) => block(draft))];
  const footer = ["---", escaped(words.footer(draft.result.playbook.version))];
  return `${[...blocks, ...footer].filter((block) => block !== "").join("\n\n")}\n`;
}

const OPENINGS: Readonly<Record<Result["status"], part.Part>> = {
  advised: ({ result, words }) => [
    `# ${words.labels.goTo}${words.colon}${escaped(result.team?.name ?? "")}`,
    `**${words.degrees[degree(result)]}**${words.aside(percent(result.confidence))}`,
    part.problem({ result, words }),
  ],
  unsure: ({ result, words }) => [
    `# ${words.labels.notSure}`,
    result.team === null
      ? words.noGuess
      : `${words.bestGuess}${words.colon}**${escaped(result.team.name)}**${words.aside(percent(result.confidence))}`,
    part.problem({ result, words }),
  ],
  "out-of-scope": ({ words }) => [
    `# ${words.labels.noAdvice}`,
    ...[words.outOfScope, words.purpose].map((text) => escaped(text)),
    words.tryInstead,
  ],
};

const { careful, why, where, first, ready, never, clock, letter, fails, assumed, otherwise, also, question, found } =
  part;

const BODIES: Readonly<Record<Result["status"], readonly part.Part[]>> = {
  advised: [careful, why, where, first, ready, never, clock, letter, fails, assumed, otherwise, also, found],
  unsure: [careful, question, why, never, clock, assumed, otherwise, also, found],
  "out-of-scope": [careful, question],
};
