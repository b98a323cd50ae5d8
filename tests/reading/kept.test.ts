import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Told } from "../../src/core/hearing.js";
import { build, type Signal } from "../../src/reading/automaton.js";
import { type Found, Kept } from "../../src/reading/kept.js";
import { Listener } from "../../src/reading/listen.js";

const signal = (fact: string, value: string, phrase: string): Signal => ({
  ...{ fact, value, phrase, weight: 2, lang: "en" },
});
const SIGNALS = [
  signal("issue", "rights", "fake"),
  signal("issue", "rights", "logo"),
  signal("issue", "fees", "fee"),
  signal("claim", "true", "sold"),
  signal("appeal", "sent", "appeal"),
];
const listening = () => new Listener(build(SIGNALS, { groups: {}, negators: ["not"] }));
const text = fc
  .array(fc.constantFrom(...SIGNALS.map(({ phrase }) => phrase), "not", ". "), { maxLength: 12 })
  .map((words) => words.join(" "));

/** All that a text says, in things of their own. */
const all = (one: Told & Found) => ({
  ...{ sums: [...one.sums], heard: one.heard },
  halves: one.halves && { ...one.halves, sums: [...one.halves.sums] },
  spoken: one.targets.map((_, i) => one.isSpoken(i)),
  said: one.targets.map((_, i) => one.isSaid(i)),
  finds: Array.from({ length: one.length }, (_, i) => [one.signals[i], one.starts[i], one.ends[i]]),
});

it("keeps what was heard of a text while others are listened to", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const listener = listening();
      const kept = texts.map((one) => {
        const made = new Kept(listener);
        made.keep(listener.listen(one));
        return made;
      });
      for (const [i, one] of texts.entries()) {
        const other = listening();
        const { length, signals, starts, ends } = other.listen(one);
        const spoken = new Set(
          SIGNALS.flatMap(({ fact }, i) => (signals.subarray(0, length).includes(i) ? [fact] : [])),
        );
        const { targets, sums, heard, halves } = other;
        const isSpoken = (target: number) => spoken.has(targets[target]?.[0] as string);
        const isSaid = (target: number) => other.said[target] === 1;
        expect(all(kept[i] as Kept)).toEqual(
          all({ targets, sums, heard, halves, isSpoken, isSaid, length, signals, starts, ends }),
        );
      }
    }),
  );
});

it("has room for all that is found, and gives back what a huge text took", () => {
  const many = (length: number): Found => {
    const places = Int32Array.from({ length }, (_, i) => i);
    return { length, signals: places, starts: places.map((i) => 2 * i), ends: places.map((i) => 2 * i + 1) };
  };
  const kept = new Kept(listening());
  const rooms = [5, 256, 257, 5000, 2500, 2499, 7].map((length) => {
    kept.keep(many(length));
    const { signals, starts, ends } = many(length);
    for (const [own, expected] of [
      [kept.signals, signals],
      [kept.starts, starts],
      [kept.ends, ends],
    ] as const)
      expect(own.subarray(0, length)).toEqual(expected);
    expect([kept.starts.length, kept.ends.length]).toEqual([kept.signals.length, kept.signals.length]);
    return kept.signals.length;
  });
  expect(rooms).toEqual([256, 256, 257, 5000, 5000, 2499, 256]);
});
