// Mutation testing of what decides, reads and proves: npm run mutate [-- core | reading | proof [files…]]
// Changes the code in small ways, one at a time, in a copy, and sees whether a test of that room notices. Takes about
// half an hour a room. SAMPLE=4 tries one mutant in four, which takes minutes; CASES=30 tries laws on fewer cases.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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

for (const name of wanted) {
  const stryker = join(folder, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const env = { ...process.env, ROOM: name, ...(files.length > 0 && { MUTATE: files.join() }) };
  const { status } = spawnSync(process.execPath, [stryker, "run", join("tests", "mutation", "stryker.config.mjs")], {
    ...{ cwd: root, stdio: "inherit", env },
  });
  if (status !== 0) process.exitCode = 1;
}
