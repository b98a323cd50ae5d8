import type { Result } from "./result.js";
import type { Interface } from "./words.js";

/** Why nothing is advised on a text that is no seller's problem. */
export const outside = ({ unread, cautions }: Pick<Result, "unread" | "cautions">, words: Interface): string =>
  unread ? words.unread : cautions.length > 0 ? words.suspect : words.outOfScope;
