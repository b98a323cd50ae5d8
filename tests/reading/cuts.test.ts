import { expect, it } from "vitest";
import { build, type Signal } from "../../src/reading/automaton.js";
import { MOST_CUTS } from "../../src/reading/cuts.js";
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
