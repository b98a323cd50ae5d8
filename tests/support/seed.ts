import { configureGlobal } from "fast-check";

/** Properties begin at the same seed each time, so that a test run says something about the change alone. */
const SEED = 20_170;

configureGlobal({ seed: Number(process.env.SEED ?? SEED) });
