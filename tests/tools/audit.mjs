// Asks the npm registry for known weaknesses of every package that builds, tests, or is bundled: npm run audit
// Ends with 1 where there are any. A registry that cannot be asked is said, and is no failure.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const licences = join(root, "dist", "LICENSES.md");
const bundled = existsSync(licences)
  ? [...readFileSync(licences, "utf8").matchAll(/^## (\S+) /gm)].map(([, name]) => name)
  : [];

for (const folder of [".", join("tests", "bench"), join("tests", "mutation")]) {
  if (!existsSync(join(root, folder, "package-lock.json"))) continue;
  const { stdout } = spawnSync("npm", ["audit", "--json", "--package-lock-only"], {
    ...{ cwd: join(root, folder), encoding: "utf8", maxBuffer: 2 ** 26, shell: process.platform === "win32" },
  });
  const report = readReport(stdout);
  if (report?.vulnerabilities === undefined) {
    console.log(`${folder}: not known, the registry could not be asked${report?.message ? `: ${report.message}` : ""}`);
    continue;
  }
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of found) {
    const what = via.flatMap((one) => (typeof one === "string" ? [] : [`${one.title} (${one.url})`])).join("; ");
    console.log(`${folder}: ${severity} ${name} ${range}${bundled.includes(name) ? ", bundled" : ""}: ${what}`);
  }
  console.log(`${folder}: ${found.length} of ${report.metadata.dependencies.total} packages with known weaknesses`);
  if (found.length > 0) process.exitCode = 1;
}

function readReport(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
