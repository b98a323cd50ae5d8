import type { Result } from "./result.js";

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

/** How probable another team is; one behind a shut door is named for those whose case it is. */
export const chance = (share: number, { shut }: { readonly shut: string }): string =>
  share === 0 ? shut : percent(share);
