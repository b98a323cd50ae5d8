import { unread } from "./languages.js";
import type { Result } from "./result.js";
import type { Labels } from "./view.js";

/** Why nothing is advised on a text that is no seller's problem. */
export const outside = (
  result: Pick<Result, "unread" | "cautions">,
  labels: Pick<Labels, "words" | "reads">,
): string =>
  result.unread ? unread(labels) : result.cautions.length > 0 ? labels.words.suspect : labels.words.outOfScope;
