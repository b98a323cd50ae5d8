import { attended } from "../core/advise.js";
import { type Explained, explain } from "../core/explain.js";
import type { Facts } from "../core/facts.js";
import type { Reading } from "../core/reading.js";
import type { Playbook } from "../playbook/types.js";
import { redact } from "../reading/redact.js";
import { explainText } from "../render/explain.js";
import type { Result } from "../render/result.js";
import type { View } from "../render/view.js";

/** What --explain adds to a result: to its JSON, and below its text. */
export interface Explanation {
  readonly json: NonNullable<Result["explain"]>;
  text(view: View, coloured: boolean): string;
}

/** Why a text was read as it was; where it `masks`, without what identifies somebody or something. */
export function explanation(
  text: string | null,
  reading: Reading,
  given: Facts,
  playbook: Playbook,
  masks: boolean,
): Explanation {
  const shown = masks && text !== null ? redact(text, reading) : { text, reading };
  const counted = attended(playbook, shown.reading, given);
  const facts = explain(playbook, counted, given);
  return {
    json: rounded(facts),
    text: (view, coloured) => `\n${explainText(shown.text, counted, facts, view, coloured)}`,
  };
}

/** As JSON prints it: two decimals, and of each signal what a reader can check. */
function rounded(explained: readonly Explained[]): Explanation["json"] {
  return explained.map(({ fact, candidates }) => ({
    fact,
    candidates: candidates.map(({ value, probability, signals }) => ({
      value,
      probability: Math.round(probability * 100) / 100,
      signals: signals.map(({ phrase, weight, text, start, end }) => ({ phrase, weight, text, start, end })),
    })),
  }));
}
