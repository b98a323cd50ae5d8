import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes, review } from "./shipped.js";

/** Under each heading, as "# blame told": sentences that the rule tells, or leaves alone, in all languages of the rules. */
const sheet = readFileSync(join(import.meta.dirname, "tongues.txt"), "utf8");
const blocks = sheet
  .trim()
  .split(/\n\n/)
  .map((block) => {
    const [heading = "", ...sentences] = block.split("\n");
    const [, rule = "", kind = ""] = heading.split(" ");
    return { rule, kind, sentences };
  });

/** Two rules tell of threats: with the law, and with the public. */
const tells = (sentence: string, rule: string): boolean =>
  codes(review(sentence)).some((code) => code === rule || (rule === "threat" && code === "threat-public"));

test.each(blocks)("$rule: $kind in seven languages", ({ rule, kind, sentences }) => {
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((one) => tells(one, rule) !== (kind === "told"))).toEqual([]);
});
