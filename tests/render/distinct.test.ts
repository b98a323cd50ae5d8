import { expect, test } from "vitest";
import type { Statement } from "../../src/playbook/types.js";
import { distinct } from "../../src/render/distinct.js";
import { shipped } from "../support/compiled.js";

const said = (text: string, ...about: string[]): Statement => ({
  text: { en: text },
  ...(about.length > 0 && { about }),
});

test.each<[string, Statement[], string[]]>([
  ["what is about nothing in particular is told", [said("a"), said("b")], ["a", "b"]],
  ["but not the same twice", [said("a"), said("a")], ["a"]],
  ["of two about one thing the first is told", [said("a", "x"), said("b", "x")], ["a"]],
  ["and what is new besides", [said("a", "x"), said("b", "x", "y"), said("c", "y")], ["a", "b"]],
])("%s", (_, all, kept) => expect(distinct(all).map((one) => one.text.en)).toEqual(kept));

const PLAIN = new Set(
  "a an and are as at be by do does for from has have if in into is it its not never no of on one only or so than that the their them then there they this to too was what when where which who will with without you your yours".split(
    " ",
  ),
);
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !PLAIN.has(word))
      .map((word) => word.replace(/(ing|ies|ed|es|s|e|ly)$/, "")),
  );

/** How much of the shorter one's words stand in the other. */
function likeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return [...one].filter((word) => other.has(word)).length / Math.max(3, Math.min(one.size, other.size));
}

/** Alike in words, and yet about different things. */
const APART = [
  /plan that admits infringement.*same plan/s,
  /account is active again.*go here first/s,
  /(same message|same refused file|same file) again.*same plan/s,
  /brand word in place.*brand that has not complained/s,
  /retraction yourself.*Blame of the rights owner/s,
  /guess the right.*Blame of the rights owner/s,
  /origin you cannot prove.*without the cause/s,
];

test("no recommendation says what never to do twice", async () => {
  const { routes, issues, teams, outlines, diagram } = await shipped();
  const twice = new Set<string>();
  for (const { route: id, named } of diagram.outcomes) {
    const route = routes.find((one) => one.id === id);
    const issue = issues.find((one) => one.id === named.issue);
    const team = teams.find((one) => one.id === route?.team);
    if (!route || !issue || !team) continue;
    const letter = outlines.find((one) => one.id === (route.outline === undefined ? issue.outline : route.outline));
    const all = distinct([...route.avoid, ...issue.avoid, ...team.never, ...(letter?.avoid ?? [])]);
    const texts = all.map((one) => one.text.en);
    for (const [i, a] of texts.entries())
      for (const b of texts.slice(i + 1)) if (likeness(a, b) >= 0.6) twice.add(`${a}\n${b}`);
  }
  expect([...twice].filter((pair) => !APART.some((one) => one.test(pair)))).toEqual([]);
});
