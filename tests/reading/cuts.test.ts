import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Target } from "../../src/core/hearing.js";
import { build, type Signal } from "../../src/reading/automaton.js";
import { Cuts, MOST_CUTS } from "../../src/reading/cuts.js";
import { read } from "../../src/reading/read.js";

const signal = (phrase: string, value: string, weight: number, fact = "issue"): Signal => ({
  ...{ fact, value, phrase, weight, lang: "en" },
});
const SIGNALS = [
  signal("fake", "rights", 3),
  signal("logo", "rights", 2),
  signal("fee", "fees", 3),
  signal("invoice", "fees", 2),
  signal("invoice", "rights", 1),
  signal("money", "money", 1, "group"),
  signal("file", "upload", -1),
];
const knowledge = {
  automaton: build(SIGNALS, { groups: {}, negators: [] }),
  groups: [{ id: "money", members: ["fees"] }],
  ...{ hosts: [], marketplaces: [] },
};
const halves = (text: string) => read(text, knowledge).halves;

it.each<[string, number | null, string]>([
  ["Fake logo. My fee is wrong.", 3, "fee is wrong."],
  ["Fake. My logo? My fee is wrong! The invoice too.", 4, "fee is wrong! The invoice too."],
  // Four for the fees with their group behind the cut, and three before it.
  ["Fake. Money for a fee.", 3, "Money for a fee."],
  ["假的 fake。fee", 3, "fee"],
  // Four before the cut, and five behind it.
  ["Money for a fee. Fake. Logo.", 4, "Fake. Logo."],
  // No cut stands within a sentence, however many have ended since anything was said.
  ["Fake. Nothing here. At all! A logo fee.", 1, "logo fee."],
  // Whatever is said behind the cut, it is not said twice.
  ["Fake. A fake fee.", 3, "fee."],
  ["Fake logo", null, ""],
  ["Fake logo and fee", null, ""],
  ["Fake. Logo.", null, ""],
  ["Nothing. At all.", null, ""],
])("%s", (text, gain, behind) => {
  const found = halves(text);
  expect(found?.gain ?? null).toBe(gain);
  expect(found === null ? "" : text.slice(found.at)).toBe(behind);
});

it("says what each half says, and how many phrases that is", () => {
  expect(halves("Fake logo. The fee and the invoice.")).toMatchObject({
    before: { scores: { issue: { rights: 5 } }, heard: 2 },
    behind: { scores: { issue: { fees: 5, rights: 1 } }, heard: 3 },
  });
});

it("cuts a long text in few places, and still finds where its subject changes", () => {
  const many = (word: string) => Array.from({ length: 40 }, (_, i) => signal(`${word}${i}`, word, 1));
  const long = {
    ...knowledge,
    automaton: build([...many("rights"), ...many("fees")], { groups: {}, negators: [] }),
  };
  const told = (word: string) => Array.from({ length: 40 }, (_, i) => `A ${word}${i}.`).join(" ");
  const found = read(`${told("rights")} ${told("fees")}`, long).halves;
  const apart = 80 / MOST_CUTS;
  expect(found?.gain).toBeGreaterThanOrEqual(40 - apart);
  expect(found?.before.heard).toBeGreaterThan(40 - apart);
  expect(found?.before.heard).toBeLessThan(40 + apart);
});

/** The clearest of some issues, by what is said of each and of the groups that it is in. */
const clearest = (
  issues: readonly string[],
  groupsOf: (issue: string) => readonly string[],
  sum: (target: Target) => number,
) =>
  Math.max(
    ...issues.map((issue) => groupsOf(issue).reduce((all, id) => all + sum(["group", id]), sum(["issue", issue]))),
  );

it("cuts where most is gained, as a search of all cuts finds", () => {
  const words = fc.array(fc.constantFrom(...new Set(SIGNALS.map(({ phrase }) => phrase)), "thing"), { maxLength: 4 });
  const own = { ...knowledge };
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), (sentences) => {
      const spaced = sentences.map((all) => all.map((one) => `${one} `));
      const parts = spaced.map((all) => `${all.join("")}. `);
      const told = sentences.flatMap((all, place) =>
        all.map((word, i) => {
          const start = [...parts.slice(0, place), ...(spaced[place] ?? []).slice(0, i)].join("").length;
          return { word, place, start };
        }),
      );
      // Every signal counts once, where it first stands.
      const finds = SIGNALS.flatMap((one) =>
        told
          .filter(({ word }) => word === one.phrase)
          .slice(0, 1)
          .map((on) => ({ ...one, ...on })),
      );
      const most = (some: typeof finds) =>
        clearest(
          ["rights", "fees", "upload"],
          (issue) => (issue === "fees" ? ["money"] : []),
          ([fact, value]) =>
            some.reduce((sum, one) => (one.fact === fact && one.value === value ? sum + one.weight : sum), 0),
        );
      const cuts = [...new Set(finds.map(({ place }) => place))]
        .sort((a, b) => a - b)
        .slice(1)
        .map((place) => {
          const [before, behind] = [
            finds.filter((one) => one.place < place),
            finds.filter((one) => one.place >= place),
          ];
          const gain = most(before) + most(behind) - most(finds);
          return { gain, at: Math.min(...behind.map(({ start }) => start)), heard: [before.length, behind.length] };
        });
      const best = cuts.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain)[0] ?? null;
      const found = read(parts.join(""), own).halves;
      expect(found && { gain: found.gain, at: found.at, heard: [found.before.heard, found.behind.heard] }).toEqual(
        best,
      );
    }),
  );
});

it("finds the best of cuts, whichever issues are in which groups", () => {
  const targets: readonly Target[] = [
    ["group", "a"],
    ...["x", "b"].map((id): Target => ["issue", id]),
    ["group", "b"],
    ...["y", "z"].map((id): Target => ["issue", id]),
    ["claim", "x"],
  ];
  const issues = targets.flatMap(([fact, value]) => (fact === "issue" ? [value] : []));
  const said = fc.array(fc.integer({ min: -5, max: 9 }), { minLength: targets.length, maxLength: targets.length });
  const groups = fc
    .tuple(
      ...["unheard", "b", "a"].map((id) => fc.subarray([...issues, "unheard"]).map((members) => ({ id, members }))),
    )
    .map((all) => [...all]);
  const cut = fc.record({ said, heard: fc.nat(99) });
  const some = fc.oneof(fc.array(cut, { maxLength: 5 }), fc.array(cut, { minLength: MOST_CUTS, maxLength: 20 }));
  const text = fc.record({ whole: said, before: some });
  fc.assert(
    fc.property(groups, fc.array(text, { maxLength: 3 }), (own, texts) => {
      const cuts = new Cuts(targets, own);
      const most = (sums: readonly number[]) =>
        clearest(
          issues,
          (issue) => own.filter(({ members }) => members.includes(issue)).map(({ id }) => id),
          (target) => sums[targets.findIndex((one) => one.join() === target.join())] ?? 0,
        );
      for (const { whole, before } of texts) {
        cuts.clear();
        for (const [i, one] of before.entries()) cuts.add(7 * i, Int32Array.from(one.said), one.heard);
        const found = cuts.best(Int32Array.from(whole));
        const gains = before
          .slice(0, MOST_CUTS)
          .map((one) => most(one.said) + most(whole.map((sum, i) => sum - (one.said[i] as number))) - most(whole));
        const gain = Math.max(0, ...gains);
        const best = gains.indexOf(gain);
        const expected = { gain, at: 7 * best, heard: before[best]?.heard, sums: before[best]?.said };
        expect(found && { ...found, sums: [...found.sums] }).toEqual(gain === 0 ? null : expected);
      }
    }),
  );
});

it("cuts nothing where a playbook has no issues", () => {
  const none = {
    ...knowledge,
    automaton: build([signal("fake", "true", 3, "claim"), signal("fee", "x", 3, "word")], { groups: {}, negators: [] }),
  };
  expect(read("Fake. A fee.", none).halves).toBeNull();
});
