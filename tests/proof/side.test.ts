import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import { ABSENT, sideOf } from "../../src/proof/side.js";

const FACTS = ["issue", "a", "b", "c"].map((id) => ({ id, values: ["x", "y"] }));
const ROWS = [
  { route: "first", when: [{ a: ["x"], b: ["y"] }] },
  { route: "second", when: [{ b: ["x"], c: ["y"] }] },
  { route: "rest", when: [{}] },
];
const diagram = compile({ facts: FACTS, rows: ROWS }) as Diagram;
const NAMES = [null, "first", "second", "rest"];
const side = sideOf(
  diagram,
  diagram.outcomes.map(({ route }) => ~NAMES.indexOf(route)),
);

/** What is left once some facts have values, as the name of a route, or "open". */
function put(...facts: readonly string[]): string {
  const at = facts.reduce((node, fact) => {
    const [name, value] = fact.split("=") as [string, string];
    return side.put(node, name, value);
  }, side.root);
  return at === ABSENT ? "absent" : at < 0 ? String(NAMES[~at]) : "open";
}

describe("a side of a comparison", () => {
  it.each([
    ["open", []],
    ["first", ["a=x", "b=y"]],
    ["first", ["b=y", "a=x"]],
    ["rest", ["a=y", "b=y"]],
    ["open", ["b=x"]],
    ["second", ["b=x", "c=y"]],
    ["second", ["c=y", "b=x"]],
    ["rest", ["c=x", "b=x", "a=x"]],
  ])("leads to %s with %j, in any order", (expected, facts) => expect(put(...facts)).toBe(expected));

  it.each([
    ["a fact that it does not have changes nothing", ["nothing=x", "a=x", "nothing=y", "b=y"], "first"],
    ["a value that it does not know leads where all lead, if they agree", ["a=new", "b=x", "c=y"], "second"],
    ["and so in any order", ["c=y", "b=x", "a=new"], "second"],
    ["or nowhere, if they do not", ["a=new", "b=y"], "absent"],
    ["or nowhere in any order", ["b=y", "a=new"], "absent"],
    ["a value of a later fact, too", ["a=y", "b=y", "c=new"], "rest"],
    ["nor do two facts agree, both unknown", ["a=new", "b=new"], "absent"],
    ["all before any is known", ["b=new", "a=y", "c=x"], "rest"],
    ["unless they differ", ["b=new", "a=y", "c=y"], "absent"],
    ["an issue that it does not know is new", ["issue=new"], "absent"],
    ["one that it knows is not", ["issue=x", "a=x", "b=y"], "first"],
  ])("%s: %j", (_, facts, expected) => expect(put(...facts)).toBe(expected));
});
