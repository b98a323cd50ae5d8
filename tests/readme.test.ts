import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../src/main.js";
import { shipped } from "./support/compiled.js";
import { commandLine } from "./support/shell.js";
import { fakeWorld } from "./support/world.js";

// Where the build is not of today, the playbook is compiled here, once.
beforeAll(() => shipped(), 60_000);

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** Files that the examples name. */
const FILES: Record<string, string> = {
  "notice.txt":
    "We received a report from a rights owner that the listing below infringes their trademark. ASIN: B0B8NQ3X5T",
  "refusal.txt": "We do not have enough information to reactivate your account. Please send the root cause.",
  "facts.yaml": "issue: ip-trademark\nclaim: disputed\naccount: selling\nappeal: none\n",
  "cases.ndjson": '{"id": 1, "facts": {"issue": "upload-error"}}\n{"id": 2, "facts": {"issue": "fees"}}\n',
  "begun.yaml":
    "form: 1\nplaybook: { version: x, digest: y }\nanswers: {}\nletters: { poa-authenticity: { placeholders: { store: Blue Lamp } } }\n",
  "draft.md": `## Root cause

The word Velcro stood in the title, because our upload file filled in the name of the material.

## Actions taken

- We deleted the upload file.
- On 4 November 2026 we corrected the title of B0B8NQ3X5T.

## Prevention

- Our listing editor compares each new title with the trademark register before it goes live.

The invoice and a screenshot are attached.
`,
  "refused.md": "## Root cause\n\nWe did not know the policy.\n",
  "drafts/*.md": "The buyers are lying.\n",
};

interface Example {
  readonly command: string;
  readonly exit: number;
  /** Lines that are shown below it; "…" stands for anything. */
  readonly shown: readonly string[];
}

function examplesOf(block: string): Example[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [first = "", ...shown] = text.trimEnd().split("\n");
      const [command = "", exit] = first.split(/\s+# exit /);
      return { command, exit: Number(exit ?? 0), shown };
    });
}

const blocks = [...readme.matchAll(/```console\n(.*?)```/gs)].map(([, block]) => String(block));
const examples = blocks.flatMap(examplesOf);
const runs = examples.flatMap((example) => {
  const line = commandLine(example.command);
  return line ? [{ ...example, line }] : [];
});

test("README shows the two commands that set up everything", () => {
  expect(readme).toMatch(/^\$ npm install && npx seller-route "/m);
  expect(readme).toMatch(/^\$ npm install && npm test$/m);
  expect(runs.length).toBeGreaterThan(12);
  expect(examples.filter((example) => !commandLine(example.command)).map(({ command }) => command)).toEqual([
    "npm install && npm test",
  ]);
});

describe("every command of README does what README says", () => {
  test.each(runs)("$command", { timeout: 60_000 }, async ({ line, exit, shown }) => {
    const stdin = line.text ?? (line.from === undefined ? undefined : FILES[line.from]);
    const fake = fakeWorld({ files: FILES, ...(stdin !== undefined && { stdin }) });
    const code = await main(line.argv, fake.world);
    expect(code, fake.err()).toBe(exit);
    // A later example begins with what `init` has written.
    if (line.argv[0] === "init") for (const [file, text] of fake.written) FILES[file] = text;
    let rest = fake.out();
    for (const text of shown) {
      const found = new RegExp(
        `^${text.trimEnd().split("…").map(quoted).join("[^]*?")}${text.endsWith("…") ? "" : "$"}`,
        "m",
      ).exec(rest);
      expect(found, `README shows “${text}”, which is not in:\n${rest}`).not.toBeNull();
      rest = rest.slice((found?.index ?? 0) + (found?.[0].length ?? 0));
    }
  });
});

test("the exit codes are those of the program", async () => {
  const { Exit } = await import("../src/exit.js");
  const listed = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual(Object.values(Exit));
});

test("every file and folder that README names is there", () => {
  const named = [...readme.matchAll(/`((?:src|data|tests)\/[\w./-]*)`/g)].map(([, path]) => String(path));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
});

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
