// Prints the bill of materials as CycloneDX JSON: npm run --silent sbom > sbom.cdx.json (after npm run build)
// What is in the bundle is "required"; what only builds and tests it is "excluded".
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const licences = readFileSync(join(root, "dist", "LICENSES.md"), "utf8");
const bundled = new Set(
  [...licences.matchAll(/^## (\S+) (\S+) \(/gm)].map(([, what, version]) => `${what}@${version}`),
);

const said = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
  ...{ cwd: root, encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "ignore"] },
  shell: process.platform === "win32",
});
const bill = JSON.parse(said);
// npm names it after the folder that it stands in.
Object.assign(bill.metadata.component, { name, type: "application" });
for (const component of bill.components) {
  const shipped = bundled.has(`${component.name}@${component.version}`);
  component.scope = shipped ? "required" : "excluded";
  if (shipped) component.properties = [{ name: "cdx:npm:package:bundled", value: "true" }];
}
const missing = [...bundled].filter(
  (one) => !bill.components.some((other) => `${other.name}@${other.version}` === one),
);
if (missing.length > 0) throw new Error(`In the bundle, and not in the lock file: ${missing.join(", ")}`);
console.log(JSON.stringify(bill, null, 2));
