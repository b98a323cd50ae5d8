import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string): string => readFileSync(`${root}/${name}`, "utf8");

interface Manifest {
  readonly dependencies?: object;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly tsup: { readonly define: { readonly SELLER_ROUTE_VERSION: string } };
}
const manifest = JSON.parse(read("package.json")) as Manifest;

describe("the package", () => {
  const packed = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as [{ readonly files: readonly { readonly path: string }[] }];
  const paths = packed[0].files.map(({ path }) => path);

  test("holds what runs and what is read, and nothing else", () => {
    const top = [...new Set(paths.map((path) => path.split("/")[0]))].sort();
    expect(top).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "bin", "data", "dist", "package.json"]);
    for (const file of [
      "bin/seller-route.js",
      "dist/cli.js",
      "dist/index.js",
      "dist/types/index.d.ts",
      "dist/quick.cjs",
      "dist/quick-more.cjs",
      "dist/compiled/playbook.bin",
      "dist/compiled/source.bin",
      "dist/compiled/help-80.txt",
      "dist/compiled/help-100.txt",
      "dist/LICENSES.md",
      "data/playbook.yaml",
      "data/README.md",
      "data/schema/result.schema.json",
    ])
      expect(paths).toContain(file);
    expect(paths.filter((path) => /\.(test|map)\b|metafile/.test(path))).toEqual([]);
  });

  test("installs nothing at run time", () => expect(manifest.dependencies ?? {}).toEqual({}));

  test("bundles every package that it imports", () => {
    const bundle = paths.filter((path) => /^dist\/[^/]+\.js$/.test(path)).map(read);
    const outside = bundle.flatMap((text) =>
      [...text.matchAll(/^(?:import|export) [^"'\n]*?from ["']([^."'][^"']*)["'];?$/gm)].map((match) => match[1]),
    );
    expect([...new Set(outside)].filter((name) => !isBuiltIn(String(name)))).toEqual([]);
  });

  test("ships the licence of every package in it", () => {
    const licences = read("dist/LICENSES.md");
    for (const name of ["ajv", "ansi-styles", "commander", "yaml", "fast-string-width"])
      expect(licences).toContain(`## ${name} `);
    expect(licences).not.toContain("(undefined)");
  });
});

test("the version stands in one place more than package.json, and is the same there", () => {
  expect(JSON.parse(manifest.tsup.define.SELLER_ROUTE_VERSION)).toBe(manifest.version);
  expect(read("CHANGELOG.md")).toContain(`## ${manifest.version}`);
});

test("every package that src imports is declared", () => {
  const files = readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const named = files.flatMap((name) =>
    [...read(`src/${name}`).matchAll(/(?:from |import\()"([^."][^"]*)"/g)].map(([, to]) =>
      String(to)
        .split("/")
        .slice(0, String(to).startsWith("@") ? 2 : 1)
        .join("/"),
    ),
  );
  const declared = [...builtinModules, ...Object.keys(manifest.devDependencies)];
  expect([...new Set(named)].filter((name) => !name.startsWith("node:") && !declared.includes(name))).toEqual([]);
});

const isBuiltIn = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);
