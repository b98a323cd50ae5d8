import type { Result } from "./result.js";
import type { Interface } from "./words.js";

/** Confidence as people say it. */
export type Degree = "settled" | "certain" | "very" | "likely" | "leaning" | "guess";

/** Settled only where nothing was assumed and no other team is left. */
export function degree(result: Pick<Result, "confidence" | "assumed">): Degree {
  const { confidence, assumed } = result;
  if (confidence >= 0.995 && Object.keys(assumed).length === 0) return "settled";
  if (confidence >= 0.97) return "certain";
  if (confidence >= 0.85) return "very";
  if (confidence >= 0.65) return "likely";
  return confidence >= 0.5 ? "leaning" : "guess";
}

/** 0.934 as "93%"; below one in a hundred "<1%", and "100%" only for certainty. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "<1%";
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}%`;
}

/** Another team and how probable it is; one behind a shut door is named for those who say that it is their case. */
export function elsewhere(
  { team, confidence, if: facts }: Result["alternatives"][number],
  { shut, aside, when }: Pick<Interface, "shut" | "aside" | "when">,
): string {
  const behind = Object.keys(facts).length === 0 ? "" : confidence === 0 ? shut : when;
  return team.name + (confidence === 0 ? "" : aside(percent(confidence))) + behind;
}

/** The facts that lead to another team, the problem first: a way is told from its end. */
export const wayTo = ({ if: facts }: Result["alternatives"][number]): [string, string][] =>
  Object.entries(facts).toReversed();
