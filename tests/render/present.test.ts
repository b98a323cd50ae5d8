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
  // Behind a door that stays shut: named, without a percentage.
  [0, [0]],
  [0.0049, []],
  [0.005, [0.01]],
  [0.014, [0.01]],
  [0.3, [0.3]],
])("an alternative of %d is told as %j", (confidence, told) => {
  const advice = { ...advise(playbook, NOTHING_READ, { issue: "late-shipment", appeal: "none" }), confidence: 0.5 };
  const alternatives = [{ team: "notice", confidence, if: { claim: "true" } }];
  const result = present({ ...advice, alternatives }, NOTHING_READ, playbook, EN);
  expect(result.alternatives.map((one) => one.confidence)).toEqual(told);
});

it("never tells more than 100 % in all, however it is rounded", () => {
  const advice = { ...advise(playbook, NOTHING_READ, { issue: "late-shipment" }), confidence: 0.645 };
  const alternatives = [0.225, 0.13].map((confidence) => ({ team: "notice", confidence, if: {} }));
  const result = present({ ...advice, alternatives }, NOTHING_READ, playbook, EN);
  expect([result.confidence, ...result.alternatives.map((one) => one.confidence)]).toEqual([0.65, 0.23, 0.12]);
});

test("no text has an alternative that is next to nothing, or more than 100 % in all", () => {
  const texts = readFileSync(new URL("../corpus/en-short.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean);
  const shares = texts.flatMap((line) => {
    const reading = read(JSON.parse(line).text, playbook);
    const { confidence, alternatives } = present(advise(playbook, reading, {}), reading, playbook, EN);
    const shares = alternatives.map((one) => one.confidence);
    if (shares.length > 0) expect(shares.reduce((a, b) => a + b, confidence)).toBeLessThan(1 + 1e-9);
    return shares.filter((share) => share !== 0);
  });
  expect(shares.length).toBeGreaterThan(100);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.01);
});
