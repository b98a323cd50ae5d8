import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lexiconOf } from "../src/playbook/phrases.js";
import type { RawLexicon, RawPlaybook } from "../src/playbook/raw.js";
import { build } from "../src/reading/automaton.js";
import { Matcher } from "../src/reading/matcher.js";
import { DATA } from "./support/world.js";

const read = (name: string): string => readFileSync(`${DATA}/${name}`, "utf8");
const readme = read("README.md");
const lexicon = lexiconOf(parse(read("lexicon.yaml")) as RawLexicon);

/** Rows of the table whose heading begins so, cell by cell, code without its ticks. */
function table(heading: string): string[][] {
  const lines = readme.split("\n");
  const from = lines.findIndex((line) => line.startsWith(heading)) + 2;
  const rows = lines.slice(
    from,
    lines.findIndex((line, i) => i >= from && !line.startsWith("|")),
  );
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) =>
        cell
          .trim()
          .replaceAll("\\|", "|")
          .replace(/^`(.*)`$/, "$1"),
      ),
  );
}

describe("the phrase language, as data/README.md shows it", () => {
  const rows = table("| write | to find |").map(([, , phrase, text, found]) => [phrase, text, found] as const);

  test("has a row for every sign", () => {
    expect(rows.length).toBeGreaterThan(12);
    for (const sign of ["*", "|", ")?", "@", "~", "~9", "+", "!"])
      expect(rows.some(([phrase]) => phrase?.includes(sign))).toBe(true);
  });

  test.each(rows)("%s in “%s” finds “%s”", (phrase = "", text = "", found = "") => {
    const automaton = build([{ fact: "f", value: "v", phrase, weight: 1, lang: "en" }], lexicon);
    const hit = new Matcher(automaton).find(text)[0];
    expect(hit ? text.slice(hit.start, hit.end) : "").toBe(found);
  });
});

test("the strengths are those of playbook.yaml, the strongest first", () => {
  const { strengths } = parse(read("playbook.yaml")) as RawPlaybook;
  const names = Object.entries(strengths).sort(([, a], [, b]) => b - a);
  expect(table("| strength |").map(([name]) => name)).toEqual(names.map(([name]) => name));
});

test("every file of the playbook is in the table of files", () => {
  const named = table("| file |").map(([name]) => String(name).replace(/<\w+>|\*/g, ""));
  for (const name of ["playbook.yaml", "channels.yaml", "facts.yaml", "lexicon.yaml", "routes.yaml", "review.yaml"])
    expect(named).toContain(name);
  for (const folder of ["teams/", "issues/", "signals/", "outlines/", "cases/", "schema/"])
    expect(named.some((name) => name.startsWith(folder))).toBe(true);
});

test("the YAML that it shows can be read", () => {
  const blocks = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => parse(String(text)) as object);
  expect(blocks.length).toBeGreaterThan(2);
});
