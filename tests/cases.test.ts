import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { main } from "../src/main.js";
import { quick } from "../src/quick.js";
import { displayWidth } from "../src/render/wrap.js";
import { shipped } from "./support/compiled.js";
import { faults, isResult } from "./support/results.js";
import { type FakeWorld, fakeWorld, type Outside } from "./support/world.js";

// Where the build is not of today, the playbook is compiled here, once.
beforeAll(() => shipped(), 60_000);

/** A whole run. A list of prints or complaints must occur, white space aside; a text is all that there is. */
interface Run extends Outside {
  readonly name: string;
  readonly argv: readonly string[];
  readonly exit: number;
  readonly prints?: string | readonly string[];
  readonly complains?: string | readonly string[];
  /** What stdout must not hold. */
  readonly lacks?: readonly string[];
  /** Part of the one JSON value on stdout; of each line's. */
  readonly json?: object;
  readonly lines?: readonly object[];
  readonly writes?: Readonly<Record<string, readonly string[]>>;
  readonly widest?: number;
}

const KEYS = "name argv exit prints complains lacks json lines writes widest stdin pending tty columns env files".split(
  " ",
);
const folder = new URL("cases/", import.meta.url);

describe.each(readdirSync(folder))("%s", (file) => {
  const runs = parse(readFileSync(new URL(file, folder), "utf8"), { customTags: ["binary"] }) as Run[];
  test.each(runs)("$name", async (run) => {
    expect(Object.keys(run).filter((key) => !KEYS.includes(key))).toEqual([]);
    const fake = fakeWorld(run);
    const code = await main(run.argv, fake.world);
    if (code !== run.exit) expect.fail(`It ended with ${code}, not ${run.exit}: ${fake.err() || fake.out()}`);
    said(fake.out(), run.prints);
    said(fake.err(), run.complains);
    for (const text of run.lacks ?? []) expect(fake.out()).not.toContain(text);
    written(fake, run.writes);
    if (run.exit === 2 || run.exit === 4) refused(fake);
    if (run.widest !== undefined) {
      for (const line of fake.out().split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(run.widest);
    }
    json(fake.out(), run);
    const again = fakeWorld(run);
    const soon = await quick(run.argv, again.world);
    if (soon !== null) expect([soon, again.out(), again.err()]).toEqual([code, fake.out(), fake.err()]);
  });
});

function said(text: string, wanted: string | readonly string[] | undefined): void {
  if (typeof wanted === "string") expect(text.trimEnd()).toBe(wanted.trimEnd());
  else for (const part of wanted ?? []) expect(squeezed(text)).toContain(squeezed(part));
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ");

function written({ written }: FakeWorld, wanted: Run["writes"] = {}): void {
  expect([...written.keys()]).toEqual(Object.keys(wanted));
  for (const [file, parts] of Object.entries(wanted)) said(written.get(file) as string, parts);
}

/** One sentence, at most two lines of help, no stack, and nothing on stdout. */
function refused(fake: FakeWorld): void {
  expect(fake.out()).toBe("");
  expect(fake.err()).toMatch(/^seller-route: [^\n]+\n([^\n]+\n){0,2}$/);
  expect(fake.err()).not.toMatch(/^\s+at /m);
}

/** Every result holds to its schema; lines of batch that could not be answered are no results. */
function json(text: string, { argv, json, lines }: Run): void {
  if (json !== undefined) expect(JSON.parse(text)).toMatchObject(json);
  const values = argv.includes("batch")
    ? text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as object)
    : argv.includes("--json") && text !== ""
      ? [JSON.parse(text) as object]
      : [];
  for (const value of values.filter(isResult)) expect(faults(value)).toEqual([]);
  if (lines === undefined) return;
  expect(values).toHaveLength(lines.length);
  lines.forEach((line, i) => {
    expect(values[i]).toMatchObject(line);
    if ("error" in line) expect(values[i]).toEqual(line);
  });
}
