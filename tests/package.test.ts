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
  readonly scripts: Readonly<Record<string, string>>;
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
  ) as [{ readonly files: readonly { readonly path: string }[]; readonly size: number; readonly unpackedSize: number }];
  const paths = packed[0].files.map(({ path }) => path);

  test("holds what runs and what is read, and nothing else", () => {
    const top = [...new Set(paths.map((path) => path.split("/")[0]))].sort();
    expect(top).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "bin", "data", "dist", "package.json"]);
    for (const file of [
      "bin/seller-route.js",
      "dist/index.js",
      "dist/types/index.d.ts",
      "dist/start.cjs",
      "dist/told.cjs",
      "dist/first.cjs",
      "dist/quick.cjs",
      "dist/quick-more.cjs",
      "dist/whole.cjs",
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
    const known =
      /^(CHANGELOG\.md|LICENSE|README\.md|package\.json|bin\/(seller-route\.js|package\.json)|dist\/(lib\/)?[\w-]+\.c?js|dist\/types\/[\w/-]+\.d\.ts|dist\/(compiled\/[\w-]+\.(bin|txt)|LICENSES\.md)|data\/[\w/.-]+\.(ya?ml|json|md))$/;
    expect(paths.filter((path) => !known.test(path) || /\.(test|map)\b|metafile/.test(path))).toEqual([]);
  });

  test("is no larger than it was, nearly", () => {
    expect(packed[0].size).toBeLessThan(5_800_000);
    expect(packed[0].unpackedSize).toBeLessThan(22_000_000);
  });

  test("runs nothing when it is installed from a registry", () => {
    // `prepare` builds it where it was cloned; npm does not run that for a package that was packed.
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|pack|prepare)$/.test(name))).toEqual([
      "prepare",
    ]);
    expect(paths).not.toContain("binding.gyp");
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
    for (const name of [
      "ajv",
      "ansi-styles",
      "commander",
      "yaml",
      "fast-string-width",
      "docx",
      "fflate",
      "ical-generator",
    ])
      expect(licences).toContain(`## ${name} `);
    expect(licences).not.toContain("(undefined)");
  });
});

describe.each([
  ["the package", "", 100],
  ["what it is measured against", "tests/bench/", 50],
  ["mutation testing", "tests/mutation/", 50],
])("the lock file of %s", (_, folder, least) => {
  interface Locked {
    readonly integrity?: string;
    readonly resolved?: string;
    readonly link?: boolean;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  }
  const { packages } = JSON.parse(read(`${folder}package-lock.json`)) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const locked = Object.entries(packages).filter(([path]) => path !== "");

  test("pins every package by its content, and to the registry", () => {
    expect(locked.length).toBeGreaterThan(least);
    const loose = locked.filter(
      ([, { integrity = "", resolved = "https://registry.npmjs.org/", link }]) =>
        link || !/^sha512-[\w+/]{86}==$/.test(integrity) || !resolved.startsWith("https://registry.npmjs.org/"),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
  test("is that of its package.json", () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${folder}package.json`)) as Locked;
    expect({ dependencies: {}, devDependencies: {}, ...packages[""] }).toMatchObject({ dependencies, devDependencies });
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
