import { fileURLToPath } from "node:url";

/** The tests that are meant to catch changes in a room. */
const TESTS = {
  core: ["tests/core/**/*.test.ts"],
  reading: ["tests/reading/**/*.test.ts", "tests/playbook/phrases.test.ts"],
  proof: ["tests/proof/**/*.test.ts"],
};

export default {
  resolve: {
    // Laws are tried on fewer cases while thousands of mutants wait for them.
    alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL("few.mjs", import.meta.url)) }],
  },
  test: { include: TESTS[process.env.ROOM ?? "core"], testTimeout: 60_000 },
};
