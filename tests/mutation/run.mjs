// Mutation testing of what decides, reads and proves: npm run mutate [-- core | reading | proof [files…]]
// Changes the code in small ways, one at a time, in a copy, and sees whether a test of that room notices. Takes about
// half an hour a room. SAMPLE=4 tries one mutant in four, which takes minutes; CASES=30 tries laws on fewer cases.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rooms } from "./rooms.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, "..", "..");
const [room, ...files] = process.argv.slice(2);
const wanted = room === undefined ? rooms : [room];

if (!existsSync(join(folder, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--ignore-scripts"], {
    ...{ cwd: folder, stdio: "inherit", shell: process.platform === "win32" },
  });
  if (status !== 0) process.exit(1);
}

/**
 * What a run found. Stryker's own total is of no use for a sample: it counts all mutants that no test reaches beside the
 * few of the others that were tried.
 */
function scoreOf(name) {
  const { files } = JSON.parse(readFileSync(join(tmpdir(), `seller-route-mutation-${name}.json`), "utf8"));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const count = (...states) => all.filter(({ status }) => states.includes(status)).length;
  const [noticed, missed, unreached] = [count("Killed", "Timeout"), count("Survived"), count("NoCoverage")];
  const reached = all.length - unreached - count("Ignored");
  const share = noticed / (noticed + missed);
  const percent = (part) => `${(100 * part).toFixed(1)} %`;
  return `${name}: tests noticed ${percent(share)} of ${noticed + missed} that were tried, and so ${percent(
    (share * reached) / (reached + unreached),
  )} of all ${reached + unreached}, of which they do not reach ${unreached}`;
}

for (const name of wanted) {
  const stryker = join(folder, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const env = { ...process.env, ROOM: name, ...(files.length > 0 && { MUTATE: files.join() }) };
  const { status } = spawnSync(process.execPath, [stryker, "run", join("tests", "mutation", "stryker.config.mjs")], {
    ...{ cwd: root, stdio: "inherit", env },
  });
  if (status !== 0) process.exitCode = 1;
  else console.log(scoreOf(name));
}
