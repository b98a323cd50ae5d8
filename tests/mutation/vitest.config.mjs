/** The tests that are meant to catch changes in a room. */
const TESTS = {
  core: ["tests/core/**/*.test.ts"],
  reading: ["tests/reading/**/*.test.ts", "tests/playbook/phrases.test.ts"],
  proof: ["tests/proof/**/*.test.ts"],
};

export default {
  test: { setupFiles: ["tests/mutation/runs.mjs"], include: TESTS[process.env.ROOM ?? "core"], testTimeout: 60_000 },
};
