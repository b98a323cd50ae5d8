import { expect, it } from "vitest";
import { costOf } from "../../src/reading/cost.js";
import { parsePhrase } from "../../src/reading/phrase.js";

it.each<[string, number]>([
  ["one", 1],
  ["one two three", 3],
  // A gap is a chain of its length; one open state stays one, each of several can go on with any word of it.
  ["one ~2 two", 4],
  ["one (two)? ~2 three", 8],
  ["one (two)? three", 4],
  ["one (two)? (three)? four", 7],
  ["(one|two three) four", 4],
  ["@pair ~ @pair", 8],
])("%s takes %i steps", (phrase, steps) => {
  const runs = parsePhrase(phrase, { groups: { pair: ["one", "two"] }, negators: [] });
  expect(runs.map(({ parts }) => costOf(parts))).toEqual([steps]);
});
