// What a build needs besides the bundle: the compiled playbook, and the licences of what was bundled.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "./program.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");
const { compiled, main, systemWorld } = program;

const folder = join(dist, "compiled");
mkdirSync(folder, { recursive: true });
try {
  for (const [name, bytes] of await compiled(systemWorld())) writeFileSync(join(folder, name), bytes);
} catch (error) {
  console.error(`${error.message}\n${error.hint ?? ""}`);
  console.error("The shipped playbook does not load; the build goes without its compiled form.");
}

// The widths of a pipe and of most terminals.
for (const width of [80, 100]) {
  let help = "";
  await main(["--help"], { ...systemWorld(), width, stdout: { write: (text) => (help += text) } });
  writeFileSync(join(folder, `help-${width}.txt`), help);
}

const metafiles = readdirSync(dist).filter((name) => name.startsWith("metafile-"));
const inputs = metafiles.flatMap((name) => Object.keys(JSON.parse(readFileSync(join(dist, name), "utf8")).inputs));
for (const name of metafiles) rmSync(join(dist, name));
const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
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
