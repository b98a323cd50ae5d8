import { expect, it } from "vitest";
import { build, type Signal } from "../../src/reading/automaton.js";
import { Listener } from "../../src/reading/listen.js";
import { type Said, tableOf } from "../../src/reading/votes.js";

const PHRASES = ["fake", "fee", "logo"];
const automaton = build(
  PHRASES.map((phrase): Signal => ({ fact: "issue", value: phrase, phrase, weight: 1, lang: "en" })),
  { groups: {}, negators: [] },
);
const votes = tableOf([
  [["issue", "fake", 2.5]],
  [
    ["issue", "fake", -1],
    ["issue", "fee", 300],
  ],
  [["issue", "fee", -0.5]],
] satisfies Said[]);
const heard = (listener: Listener, text: string) => {
  listener.listen(text);
  return [...listener.sums];
};

it("adds up the same wherever the votes stand in memory", () => {
  const room = new ArrayBuffer(2 * votes.votes.length + 2);
  const moved = new Int16Array(room, 2);
  moved.set(votes.votes);
  for (const one of [votes, { ...votes, votes: moved }]) {
    const listener = new Listener(automaton, one);
    expect(heard(listener, "fake")).toEqual([250, 0]);
    expect(heard(listener, "A fee, fake")).toEqual([150, 30_000]);
    expect(heard(listener, "fee logo")).toEqual([-100, 29_950]);
    expect(heard(listener, "")).toEqual([0, 0]);
  }
});

it("tells where a target stands, and which signals were written for it", () => {
  const listener = new Listener(automaton, votes);
  listener.listen("fake fee logo");
  expect(["fake", "fee", "logo"].map((value) => listener.placeOf("issue", value))).toEqual([0, 1, -1]);
  expect(listener.placeOf("claim", "fake")).toBe(-1);
  const own = PHRASES.flatMap((_, one) =>
    [0, 1].filter((target) => listener.isOwn(one, target)).map((to) => [one, to]),
  );
  expect(own).toEqual([
    [0, 0],
    [1, 1],
  ]);
});
