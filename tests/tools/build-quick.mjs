// Builds dist/quick.cjs: what one-shot takes, in one small file of CommonJS, since a module takes longer to load.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { define } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).tsup;

// What is imported only when it is used belongs to runs that take the whole program.
const elsewhere = {
  name: "elsewhere",
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined)),
};

/** Builds it, or with `write: false` only says what it would hold. */
export function buildQuick(options = {}) {
  return build({
    absWorkingDir: root,
    entryPoints: ["src/quick.ts"],
    outfile: "dist/quick.cjs",
    bundle: true,
    minify: true,
    metafile: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    define: { ...define, "import.meta.dirname": "__dirname" },
    plugins: [elsewhere],
    ...options,
  });
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) await buildQuick();
