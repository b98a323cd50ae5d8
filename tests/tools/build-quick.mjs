// Builds what one-shot takes: dist/quick.cjs, in one small file of CommonJS, since a module takes longer to load; and
// dist/quick-more.cjs with what few runs need, which the first call of any of it loads.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { define } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).tsup;

// Files of functions, and of these the ones that are called from elsewhere.
const MORE = {
  "src/core/explain.ts": ["explain"],
  "src/reading/hanzi.ts": ["simplify"],
  "src/reading/redact.ts": ["redact"],
  "src/render/explain.ts": ["explainText"],
  "src/render/markdown.ts": ["renderMarkdown"],
  "src/render/painted.ts": ["painted"],
  "src/render/wide.ts": ["wideClusters", "widePieces", "wideWidth"],
};

// What is imported only when it is used belongs to runs that take the whole program.
const elsewhere = {
  name: "elsewhere",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, namespace: "elsewhere" } : undefined,
    );
    onLoad({ filter: /./, namespace: "elsewhere" }, () => ({
      contents: 'import { Elsewhere } from "./src/exit.ts"; throw new Elsewhere();',
      resolveDir: root,
    }));
  },
};
const later = {
  name: "later",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /quick-more\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const names = MORE[path.slice(root.length + 1).replaceAll("\\", "/")];
      const call = (name) => `export const ${name} = (...given) => require("./quick-more.cjs").${name}(...given);`;
      return names && { contents: names.map(call).join("\n") };
    });
  },
};

/** Builds them; with `write: false` they are only told about. */
export async function buildQuick(options = {}) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    metafile: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    define: { ...define, "import.meta.dirname": "__dirname" },
  };
  const contents = Object.keys(MORE).map((file) => `export * from "./${file}";`);
  const more = { stdin: { contents: contents.join("\n"), resolveDir: root }, outfile: "dist/quick-more.cjs" };
  return {
    quick: await build({
      ...shared,
      entryPoints: ["src/quick.ts"],
      outfile: "dist/quick.cjs",
      plugins: [later, elsewhere],
      ...options,
    }),
    more: await build({ ...shared, ...more, ...options }),
  };
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) await buildQuick();
