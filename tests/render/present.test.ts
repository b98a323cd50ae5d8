import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { advise } from "../../src/core/advise.js";
import { NOTHING_READ } from "../../src/core/reading.js";
import { read } from "../../src/reading/read.js";
import { present } from "../../src/render/present.js";
import { shipped } from "../support/compiled.js";

const playbook = await shipped();
const EN = { lang: "en" };

it.each<[share: number, told: number[]]>([
  [0, []],
  [0.0049, []],
  [0.005, [0.01]],
  [0.014, [0.01]],
  [0.3, [0.3]],
])("an alternative of %d is told as %j", (confidence, told) => {
  const advice = { ...advise(playbook, NOTHING_READ, { issue: "late-shipment", appeal: "none" }) };
  const alternatives = [{ team: "notice", confidence, if: { claim: "true" } }];
  const result = present({ ...advice, alternatives }, NOTHING_READ, playbook, EN);
  expect(result.alternatives.map((one) => one.confidence)).toEqual(told);
});

test("no text has an alternative that is none", () => {
  const texts = readFileSync(new URL("../corpus/en-short.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);
  const shares = texts.flatMap((line) => {
    const reading = read(JSON.parse(line).text, playbook);
    return present(advise(playbook, reading, {}), reading, playbook, EN).alternatives.map((one) => one.confidence);
  });
  expect(shares.length).toBeGreaterThan(100);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.01);
});
