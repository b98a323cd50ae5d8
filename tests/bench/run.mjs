// Every benchmark, one after the other: npm run bench [-- table readers …]
// What they are compared with has a lock file of its own and is installed below tests/bench, by the first run alone.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".bench.mjs"))
  .map((name) => name.slice(0, -".bench.mjs".length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.length < Math.max(1, wanted.length)) {
  console.error(`There is no such benchmark: ${wanted.join(" ")}`);
  process.exit(2);
}

const installed = join(folder, "node_modules", ".package-lock.json");
const lock = join(folder, "package-lock.json");
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  // Not "ci": it refuses a lock without the packages for other platforms, which not every registry has.
  const { status } = spawnSync("npm", ["install", "--no-save", "--no-fund", "--no-audit", "--ignore-scripts"], {
    ...{ cwd: folder, stdio: "inherit", shell: process.platform === "win32" },
  });
  if (status !== 0) process.exit(1);
}

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
);
for (const name of names) {
  console.log(`\n# ${name}\n`);
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.bench.mjs`)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
