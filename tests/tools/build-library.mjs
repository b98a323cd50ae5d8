// Builds the library: dist/index.js, dist/browser.js, what they share in dist/lib/, and their types. What reads YAML is
// not built twice: it is the command line's.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");

const loading = {
  name: "loading",
  setup: ({ onResolve }) => onResolve({ filter: /\/load\.js$/ }, () => ({ path: "./loading.js", external: true })),
};
// What is an entry of its own comes to stand in a file of its own, which a bundler can leave out.
const parts = {
  "lib/decide": "src/core/decide.ts",
  "lib/advise": "src/core/advise.ts",
  "lib/read": "src/reading/read.ts",
  "lib/present": "src/render/present.ts",
};
await build({
  absWorkingDir: root,
  entryPoints: { index: "src/index.ts", browser: "src/browser.ts", ...parts },
  chunkNames: "lib/[name]-[hash]",
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  plugins: [loading],
});
for (const part of Object.keys(parts)) rmSync(join(dist, `${part}.js`));
// An import of nothing is for side effects, of which there are none; bundlers warn of it.
for (const name of ["index.js", "browser.js", ...readdirSync(join(dist, "lib")).map((name) => `lib/${name}`)]) {
  const file = join(dist, name);
  writeFileSync(file, readFileSync(file, "utf8").replace(/^import "[^"]+";\n/gm, ""));
}

const types = join(dist, "types");
execFileSync(
  process.execPath,
  [
    join(root, "node_modules", "typescript", "bin", "tsc"),
    ...["-p", join(root, "tsconfig.json"), "--declaration", "--emitDeclarationOnly", "--noEmit", "false"],
    ...["--outDir", types, "--rootDir", join(root, "src")],
  ],
  { stdio: "inherit" },
);
// Only what the library's own types lead to is of use to others.
const needed = new Set(["index.d.ts", "browser.d.ts"].map((name) => join(types, name)));
for (const file of needed)
  for (const [, to] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)\.js"/g))
    needed.add(join(dirname(file), `${to}.d.ts`));
for (const name of readdirSync(types, { recursive: true }).sort().reverse()) {
  const path = join(types, name);
  if (statSync(path).isDirectory() ? readdirSync(path).length === 0 : !needed.has(path))
    rmSync(path, { recursive: true });
}
