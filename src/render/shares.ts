import type { Advice } from "../core/advise.js";

/** Two decimals; only what is settled is 1. */
export const round = (share: number): number => (share < 1 - 1e-9 ? Math.min(99, Math.round(share * 100)) : 100) / 100;

/**
 * Alternatives in hundredths, which do not add up to more than 1 for being rounded. One of which a percentage would say
 * that it is next to nothing is none; a shut door is named without one.
 */
export function others({ confidence, alternatives }: Advice): Advice["alternatives"] {
  let left = 100 - Math.round(round(confidence) * 100);
  return alternatives.flatMap((one) => {
    const share = Math.min(left, Math.round(one.confidence * 100));
    left -= share;
    return share > 0 || one.confidence === 0 ? [{ ...one, confidence: share / 100 }] : [];
  });
}
