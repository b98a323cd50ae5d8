// Which room is mutated: see run.mjs. By which tests it must be caught: see rooms.mjs.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const { ROOM = "core", MUTATE = `src/${ROOM}/**/*.ts` } = process.env;
// Outside this folder, where its copies of tests would be run with the others.
const work = join(tmpdir(), `seller-route-mutation-${ROOM}`);

export default {
  mutate: MUTATE.split(","),
  testRunner: "in-process",
  plugins: [fileURLToPath(new URL("in-process.mjs", import.meta.url))],
  // Not seen by it: `(counts[at] as number)++`, of which it drops the brackets, so that a whole file fails to load.
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  timeoutMS: Number(process.env.TIMEOUT ?? 20_000),
  // What was loaded anew stays in memory.
  maxTestRunnerReuse: 500,
  ignorePatterns: ["/dist", "/tests/bench/node_modules", "/tests/mutation/node_modules", "/.ci", "/tests/corpus"],
  // Our TypeScript has no programming interface; ours needs no rewriting.
  tsconfigFile: "none",
  tempDirName: work,
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: join(tmpdir(), `seller-route-mutation-${ROOM}.json`) },
};
