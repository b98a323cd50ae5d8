// Builds the program in few files of CommonJS, since modules take longer to load: dist/start.cjs, which every run begins
// with; those of which it keeps compiled code: dist/told.cjs for --version and --help, dist/first.cjs with the first
// question of an interview, dist/quick.cjs for one-shot and dist/whole.cjs for all else; and dist/quick-more.cjs with
// what few one-shots need, which the first call of any of it loads.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { define } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).tsup;

// Files of functions, and of these the ones that are called from elsewhere.
const MORE = {
  "src/commands/explained.ts": ["explanation"],
  "src/reading/hanzi.ts": ["simplify"],
  "src/reading/redact.ts": ["redact"],
  "src/render/markdown.ts": ["renderMarkdown"],
  "src/render/painted.ts": ["painted"],
  "src/render/wide.ts": ["wideClusters", "widePieces", "wideWidth"],
  "src/render/words-zh.ts": ["zh"],
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

// What these export is loaded when it is called for the first time: they take long to load, and few runs call them.
const LATE = {
  "node:child_process": ["spawn"],
  "node:crypto": ["createHash", "randomBytes"],
  "node:os": ["availableParallelism", "tmpdir"],
  "node:worker_threads": ["Worker"],
};
// Packages that few runs need stand in modules of their own, whoever imports them.
const apart = {
  name: "apart",
  setup({ onLoad, onResolve }) {
    const named = Object.keys(LATE).map((name) => name.slice("node:".length));
    onResolve({ filter: new RegExp(`^(node:)?(${named.join("|")})$`) }, ({ path, namespace }) =>
      namespace === "late" ? { path, external: true } : { path, namespace: "late" },
    );
    onLoad({ filter: /./, namespace: "late" }, ({ path }) => ({
      contents: LATE[path]
        .map(
          (name) => `exports.${name} = function (...given) { const made = require("${path}").${name};
          return new.target ? new made(...given) : made(...given); };`,
        )
        .join("\n"),
    }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /(?<!typeof )\bimport\(("(?:[^".][^"]*|\.\/(?:mail|html)\.js)")\)/g,
        "packages().then(({ load }) => load[$1]())",
      ),
      loader: "ts",
    }));
  },
};

const packages = {
  name: "packages",
  setup: ({ onResolve }) => onResolve({ filter: /\/packages\.js$/ }, () => ({ path: "./packages.js", external: true })),
};

// What start.cjs runs is a function to be called with what a module of CommonJS knows, and the way to packages. ASCII is
// read the soonest.
const called = {
  banner: { js: "(function(exports,require,module,__dirname,packages){" },
  footer: { js: "})" },
  charset: "ascii",
};

/** What esbuild makes of them. */
export async function buildQuick() {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    define: { ...define, "import.meta.dirname": "__dirname" },
  };
  const contents = Object.keys(MORE).map((file) => `export * from "./${file}";`);
  const more = await build({
    ...shared,
    stdin: { contents: contents.join("\n"), resolveDir: root },
    outfile: "dist/quick-more.cjs",
  });
  const quick = await build({
    ...shared,
    ...called,
    entryPoints: ["src/brief.ts"],
    outfile: "dist/quick.cjs",
    plugins: [later, elsewhere],
  });
  const first = await build({ ...shared, ...called, entryPoints: ["src/first.ts"], outfile: "dist/first.cjs" });
  const told = await build({ ...shared, ...called, entryPoints: ["src/told.ts"], outfile: "dist/told.cjs" });
  const whole = await build({
    ...shared,
    ...called,
    entryPoints: ["src/cli.ts"],
    outfile: "dist/whole.cjs",
    plugins: [apart],
  });
  const digestOf = (built) => createHash("sha256").update(textOf(built)).digest("hex");
  const parts = { told, first, quick, whole };
  const digests = Object.fromEntries(Object.entries(parts).map(([name, built]) => [name, digestOf(built)]));
  const start = await build({
    ...shared,
    define: { ...shared.define, DIGESTS: JSON.stringify(digests) },
    entryPoints: ["src/start.ts"],
    plugins: [packages],
    outfile: "dist/start.cjs",
  });
  return { start, more, ...parts };
}

/** What is to be written; only in patterns does esbuild leave other characters than ASCII. */
const textOf = ({ outputFiles: [{ text }] }) =>
  text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) {
  for (const [name, built] of Object.entries(await buildQuick())) {
    writeFileSync(built.outputFiles[0].path, textOf(built));
    writeFileSync(join(root, "dist", `metafile-${name}.json`), JSON.stringify(built.metafile));
  }
}
