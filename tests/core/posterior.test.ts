import { expect, it } from "vitest";
import { posterior } from "../../src/core/posterior.js";

const fact = {
  id: "appeal",
  values: [
    { id: "none", prior: 2 },
    { id: "sent", prior: 1 },
    { id: "final", prior: 1 },
  ],
};

it.each<[string, Parameters<typeof posterior> extends [unknown, ...infer Rest] ? Rest : never, readonly number[]]>([
  ["the priors, where nothing is known", [undefined, undefined], [0.5, 0.25, 0.25]],
  ["what is given, whatever was read", ["sent", { none: 9 }], [0, 1, 0]],
  ["nothing, of a value that it does not have", ["lost", undefined], [0, 0, 0]],
  ["the priors times what was read", [undefined, { sent: Math.log(2) }], [0.4, 0.4, 0.2]],
  ["the less for what was read against a value", [undefined, { none: -Math.log(2) }], [1 / 3, 1 / 3, 1 / 3]],
  ["what was read, made sharper", [undefined, { sent: Math.log(2) }, 2], [2 / 7, 4 / 7, 1 / 7]],
])("a fact's odds are %s", (_, given, expected) => {
  const shares = posterior(fact, ...given);
  expect(shares).toHaveLength(3);
  for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(expected[i] as number, 12);
});
