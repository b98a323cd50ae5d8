import { quick } from "./quick.js";
import { briefly, type Ended } from "./world/brief.js";

/** Answers the short way. */
export const begin = (argv: readonly string[]): Promise<Ended> => briefly(argv, quick);
