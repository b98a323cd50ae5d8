// The built program as a module, for tools that run it.
import { createRequire } from "node:module";

const { load } = createRequire(import.meta.url)("../../dist/start.cjs");

export const program = load("whole").part;
