// A test runner for Stryker that loads the tests of a room once, and runs those that meet a mutant in its own process:
// a mutant takes milliseconds, where a vitest that starts anew for each takes a second.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { testsOf } from "./rooms.mjs";
import { told } from "./tests.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const NAMES = { vitest: here("tests.mjs"), "fast-check": here("few.mjs") };

/** The tests of a room as one file, so that they can be loaded again with all that they remember forgotten. */
async function bundled(folder) {
  const tests = testsOf(process.env.ROOM, folder);
  const outfile = join(folder, "tests", "mutation", "bundle.mjs");
  await build({
    stdin: { contents: tests.map((name) => `import "./${name}";`).join("\n"), resolveDir: folder },
    ...{ outfile, bundle: true, format: "esm", platform: "node", target: "node20", ignoreAnnotations: true },
    plugins: [
      {
        name: "mutation",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^[^./]/ }, ({ path }) => ({ path: NAMES[path] ?? path, external: true }));
          // Every module stays where it was.
          onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
            contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path))),
            loader: "ts",
          }));
        },
      },
    ],
  });
  return pathToFileURL(outfile).href;
}

/** One mutant in so many is tried; the others are told as errors, which no score counts. */
const SAMPLE = Number(process.env.SAMPLE ?? 1);
const NOT_TRIED = { status: MutantRunStatus.Error, errorMessage: "Not in the sample" };

/** What mutated code looks at, and counts in. */
const { NAMESPACE } = INSTRUMENTER_CONSTANTS;
globalThis[NAMESPACE] ??= {};

class InProcess {
  space = globalThis[NAMESPACE];
  loads = 0;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    this.file = await bundled(process.cwd());
    await this.load();
  }

  async load() {
    told.length = 0;
    await import(`${this.file}?${this.loads++}`);
    this.tests = told.map((one, i) => ({ ...one, id: `${i} ${one.name}`, took: this.tests?.[i].took ?? 0 }));
  }

  /** What a test says is wrong; null where nothing is. */
  async fault({ run }) {
    try {
      await run();
      return null;
    } catch (error) {
      return String(error?.message ?? error);
    }
  }

  async dryRun() {
    const tests = [];
    for (const test of this.tests) {
      this.space.currentTestId = test.id;
      const start = performance.now();
      const failureMessage = await this.fault(test);
      test.took = performance.now() - start;
      const { id, name, took: timeSpentMs } = test;
      const status = failureMessage === null ? TestStatus.Success : TestStatus.Failed;
      tests.push({ id, name, timeSpentMs, status, ...(failureMessage !== null && { failureMessage }) });
    }
    this.space.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.space.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (Number(activeMutant.id) % SAMPLE !== 0) return NOT_TRIED;
    const wanted = new Set(testFilter);
    const quickest = this.tests
      .filter(({ id }) => testFilter === undefined || wanted.has(id))
      .sort((a, b) => a.took - b.took);
    const names = new Set(quickest.map(({ id }) => id));
    for (let fresh = false; ; fresh = true) {
      this.space.activeMutant = activeMutant.id;
      Object.assign(this.space, { hitCount: 0, hitLimit });
      const found = await this.first(fresh ? this.tests.filter(({ id }) => names.has(id)) : quickest);
      const tooMany = determineHitLimitReached(this.space.hitCount, hitLimit);
      Object.assign(this.space, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      // A mutant may leave something broken behind, of which the next ones must not die.
      const broken = found !== null && (await this.fault(found.test)) !== null;
      // Tables that are made once, when they are first needed, stand there without the mutant: so it is tried anew.
      const anew = found === null && !tooMany && !fresh;
      if (broken || tooMany || anew) await this.load();
      if (tooMany) return tooMany;
      if (found === null && fresh) return { status: MutantRunStatus.Survived, nrOfTests: names.size };
      if (found !== null && (fresh || !broken))
        return {
          status: MutantRunStatus.Killed,
          killedBy: [found.test.id],
          failureMessage: found.message,
          nrOfTests: found.count,
        };
    }
  }

  /** The first of some tests that fails. */
  async first(tests) {
    for (const [i, test] of tests.entries()) {
      const message = await this.fault(test);
      if (message !== null) return { test, message, count: i + 1 };
    }
    return null;
  }
}

const make = () => new InProcess();
make.inject = [];
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", make)];
