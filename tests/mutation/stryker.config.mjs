// Which room is mutated: see run.mjs. By which tests it must be caught: see vitest.config.mjs.
import { tmpdir } from "node:os";
import { join } from "node:path";

// Outside this folder, where its copies of tests would be run with the others.
const work = join(tmpdir(), "seller-route-mutation");
const { ROOM = "core", MUTATE = `src/${ROOM}/**/*.ts` } = process.env;

export default {
  mutate: MUTATE.split(","),
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutation/vitest.config.mjs", related: false },
  // Not seen by it: `(counts[at] as number)++`, of which it drops the brackets, so that a whole file fails to load.
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  timeoutMS: 20_000,
  ignorePatterns: ["/dist", "/tests/bench/node_modules", "/tests/mutation/node_modules", "/.ci", "/tests/corpus"],
  // Our TypeScript has no programming interface; ours needs no rewriting.
  tsconfigFile: "none",
  tempDirName: work,
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
  jsonReporter: { fileName: join(work, `${ROOM}.json`) },
};
