import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/core/facts.js";
import type { Told } from "../../src/core/hearing.js";
import { build, type Signal } from "../../src/reading/automaton.js";
import { type Knowledge, read, readFor } from "../../src/reading/read.js";
import { type Said, tableOf } from "../../src/reading/votes.js";

const signal = (fact: string, value: string, phrase: string, weight = 2): Signal => ({
  ...{ fact, value, phrase, weight, lang: "en" },
});
const SIGNALS = [
  signal("issue", "fake", "fake"),
  signal("issue", "rights", "trademark"),
  signal("claim", "wrong", "never fake"),
  signal("claim", "true", "sold"),
  signal("caution", "gift-card", "gift card"),
  signal("appeal", "sent", "appeal"),
  signal("refusal", "root-cause", "root cause"),
];
/** What each of the signals says, as it might be fitted. */
const SAID: readonly Said[] = [
  [
    ["issue", "fake", 2],
    ["issue", "rights", 0.3],
    ["claim", "true", 0.29],
    ["claim", "wrong", -0.4],
  ],
  [
    ["issue", "rights", 3.005],
    ["issue", "fake", -1],
  ],
  [["claim", "wrong", 0.1]],
  [
    ["claim", "true", 1],
    ["issue", "fake", 0.5],
  ],
  [["caution", "gift-card", 0.01]],
  [["issue", "rights", 1]],
  [["refusal", "root-cause", -0.5]],
];
const knowledge: Knowledge = {
  automaton: build(SIGNALS, { groups: {}, negators: ["not"] }),
  ...{ votes: tableOf(SAID), hosts: ["amazonses.com"], marketplaces: [] },
};
const TEXT =
  "A fake trademark, never fake. I have not sold it, buy a gift card, https://amazon-a.com, B0D4XK7P2Q, appeal, root cause\nDate: 2026-03-14";

describe("what signals say", () => {
  it("is kept in hundredths, for each value that is spoken for", () => {
    const { targets, first, votes } = tableOf([
      [["a", "x", 1.234]],
      [],
      [
        ["a", "y", -0.5],
        ["a", "x", 9999],
      ],
    ]);
    expect(targets).toEqual([
      ["a", "x"],
      ["a", "y"],
    ]);
    expect([...first]).toEqual([0, 2, 2, 6]);
    expect([...votes]).toEqual([0, 123, 1, -50, 0, 32767]);
    expect([...tableOf([[["a", "x", -9999]]]).votes]).toEqual([0, -32767]);
  });
  it("is named from a third of one on, or where the signal was written for the value", () => {
    const named = (text: string) =>
      read(text, knowledge).evidence.map(({ fact, value, weight, own }) => `${fact} ${value} ${weight} ${own}`);
    expect(named("fake")).toEqual(["issue fake 2 true", "issue rights 0.3 false", "claim wrong -0.4 false"]);
    expect(named("gift card")).toEqual(["caution gift-card 0.01 true"]);
    expect(named("appeal")).toEqual(["issue rights 1 false"]);
  });
  it("is added up, named or not", () => {
    expect(read("fake", knowledge).scores).toEqual({
      issue: { fake: 2, rights: 0.3 },
      claim: { true: 0.29, wrong: -0.4 },
    });
  });
  it("is of the facts that it was written for, whatever it is counted for", () => {
    expect(read("appeal", knowledge)).toMatchObject({ spoken: ["appeal"], scores: { issue: { rights: 1 } } });
    expect(read("not sold", knowledge)).toMatchObject({ spoken: [], said: {}, scores: {}, evidence: [] });
  });
});

describe("what is shown of a text that was only heard", () => {
  const told = (text: string, look: (told: Told) => void) =>
    readFor([text], knowledge, (one) => {
      look(one);
      return {};
    });
  /** Sums by fact and value. */
  const heard = (text: string) => {
    const found: Record<string, readonly [sum: number, spoken: boolean]> = {};
    told(text, (one) => {
      for (const [i, target] of one.targets.entries()) found[target.join()] = [one.sums[i] as number, one.isSpoken(i)];
    });
    return found;
  };
  it("are the sums that a reading has by name", () => {
    const { scores } = read(TEXT, knowledge);
    for (const [target, [sum]] of Object.entries(heard(TEXT))) {
      const [fact, value] = target.split(",") as [string, string];
      expect(sum / 100).toBeCloseTo(scores[fact]?.[value] ?? 0, 9);
    }
    expect(heard("fake, sold")).toEqual({
      "issue,fake": [250, true],
      "issue,rights": [30, true],
      "claim,true": [129, true],
      "claim,wrong": [-40, true],
      "caution,gift-card": [0, false],
      "refusal,root-cause": [0, false],
    });
    expect(heard("fake")).toMatchObject({ "issue,rights": [30, true], "claim,true": [29, false] });
    expect(Object.values(heard("nothing")).every(([sum, spoken]) => sum === 0 && !spoken)).toBe(true);
  });
  it("are said where a signal says by itself what it was written for, and named so in a reading", () => {
    told(TEXT, (one) => {
      const said = one.targets.filter((_, i) => one.isSaid(i)).map((target) => target.join(" "));
      const named = Object.entries(read(TEXT, knowledge).said).flatMap(([fact, values]) =>
        values.map((value) => `${fact} ${value}`),
      );
      expect(said.toSorted()).toEqual(named.toSorted());
      // What a root cause was asked for speaks against it here, and "not sold" says nothing.
      expect(said.toSorted()).toEqual(["caution gift-card", "claim wrong", "issue fake", "issue rights"]);
    });
  });
  it.each<[Facts]>([
    [{}],
    [{ issue: "fake" }],
    [{ issue: "rights", claim: "wrong" }],
    [{ claim: "true", appeal: "sent", weather: "fair" }],
    [{ refusal: "root-cause", issue: "rights" }],
  ])("is what speaks for %j, every sign of a false notice, and all that a refusal asks for", (facts) => {
    const all = read(TEXT, knowledge);
    const wanted = all.evidence
      .filter(
        ({ fact, value, weight }) => ["caution", "refusal"].includes(fact) || (facts[fact] === value && weight > 0),
      )
      .map(({ phrase: _, ...one }) => one);
    const [shown] = readFor([TEXT], { ...knowledge }, () => facts);
    expect(shown).toEqual({
      evidence: wanted,
      entities: all.entities,
      signs: all.signs,
      written: "2026-03-14",
      limits: [],
      gone: {},
    });
    expect(wanted.map(({ fact }) => fact)).toContain("refusal");
    expect(shown?.signs.map(({ sign }) => sign)).toEqual(["gift-card", "look-alike"]);
  });
  it("is the same for each of many texts, long and short", () => {
    const others = ["", "sold ".repeat(50), SIGNALS.map(({ phrase }) => phrase).join(". "), TEXT, "fake"];
    const facts = [{}, { claim: "true" }, { issue: "fake" }, { issue: "rights" }, { claim: "wrong", issue: "fake" }];
    const sums: number[][] = [];
    const all = readFor(others, knowledge, (one, i) => {
      sums.push([...one.sums]);
      return facts[i] as Facts;
    });
    for (const [i, text] of others.entries()) {
      const [alone] = readFor([text], knowledge, (one) => {
        expect([...one.sums]).toEqual(sums[i]);
        return facts[i] as Facts;
      });
      expect(all[i]).toEqual(alone);
    }
  });
});
