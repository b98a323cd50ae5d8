// What a build needs besides the bundle: the compiled playbook, and the licences of what was bundled.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");
const { compiled, systemWorld } = await import(join(dist, "cli.js"));

try {
  const stored = await compiled(systemWorld());
  mkdirSync(join(dist, "playbook"), { recursive: true });
  for (const [name, bytes] of stored) writeFileSync(join(dist, "playbook", name), bytes);
} catch (error) {
  console.error(`${error.message}\n${error.hint ?? ""}`);
  console.error("The shipped playbook does not load; the build goes without its compiled form.");
}

const meta = JSON.parse(readFileSync(join(dist, "metafile-esm.json"), "utf8"));
rmSync(join(dist, "metafile-esm.json"));
const folders = new Set(
  Object.keys(meta.inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
);
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  return `## ${name} ${version} (${license})\n\n${licenceOf(join(root, folder)) ?? `Licensed under ${license}.`}`;
});
writeFileSync(join(dist, "LICENSES.md"), `# Licences of the packages in this bundle\n\n${notices.join("\n\n")}\n`);

function licenceOf(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "license.md", "LICENCE", "License"]) {
    try {
      return readFileSync(join(folder, name), "utf8").trim();
    } catch {
      // Not under this name.
    }
  }
  return null;
}
