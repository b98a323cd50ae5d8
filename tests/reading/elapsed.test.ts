import { describe, expect, it } from "vitest";
import { build } from "../../src/reading/automaton.js";
import { type Knowledge, read, readFor } from "../../src/reading/read.js";

const signal = (value: string, phrase: string, fact = "since") => ({ fact, value, phrase, weight: 4, lang: "en" });
const knowledge: Knowledge = {
  automaton: build(
    [
      signal("waiting", "(appealed|sent|no answer)"),
      signal("granted", "granted"),
      signal("closed", "(deactivated|suspended)"),
      signal("short", "lately", "closed"),
      signal("long", "forever", "closed"),
      signal("short", "now", "waiting"),
      signal("long", "ages", "waiting"),
    ],
    { groups: {}, negators: ["not", "no"] },
  ),
  facts: [
    {
      id: "waiting",
      values: [
        { id: "short", days: 0 },
        { id: "long", days: 15 },
      ],
    },
    {
      id: "closed",
      values: [
        { id: "short", days: 0 },
        { id: "long", days: 60 },
      ],
    },
  ],
  hosts: [],
  marketplaces: [],
};
const today = () => "2026-11-23";
const told = (text: string) => {
  const { evidence } = read(text, knowledge, today);
  return evidence.map((one) => `${one.fact} ${one.value}: ${one.text}`);
};

describe("what a time counts from", () => {
  it.each([
    ["deactivated 59 days ago", ["closed short: deactivated 59 days ago"]],
    ["deactivated 60 days ago", ["closed long: deactivated 60 days ago"]],
    ["I appealed 14 days ago", ["waiting short: appealed 14 days ago"]],
    ["I appealed 15 days ago", ["waiting long: appealed 15 days ago"]],
    ["20 days, no answer", ["waiting long: 20 days, no answer"]],
    ["deactivated on 3 August 2026", ["closed long: deactivated on 3 August 2026"]],
    [
      "deactivated 75 days ago and I appealed 5 days ago",
      ["closed long: deactivated 75 days ago", "waiting short: appealed 5 days ago"],
    ],
    ["I appealed on 5/11/2026", ["waiting long: appealed on 5/11/2026"]],
    ["I appealed on 11/12/2026", ["waiting short: appealed on 11/12/2026"]],
    ["I appealed on 10/11/2026", []],
    ["deactivated in June", ["closed long: deactivated in June"]],
    // What is kept for so long is no time since.
    ["sent que les fonds seront gardés 90 jours", []],
    // What was sent last is waited for.
    ["I appealed 40 days ago. I sent it again, 3 days ago", ["waiting short: sent it again, 3 days ago"]],
    ["My shop was deactivated. Listings went 75 days ago", []],
    ["They hold money for 90 days after I was deactivated", []],
    ["They keep it for 90 days, I was deactivated", []],
    ["listings went 20 days ago, I appealed", []],
    ["I have not appealed for 20 days", []],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));

  it("takes the place of what else is said of the fact", () => {
    const { scores, spoken, gone } = read("forever deactivated 10 days ago", knowledge, today);
    expect(scores).toEqual({ closed: { short: 4 } });
    expect(spoken).toContain("closed");
    expect(gone).toEqual({ closed: 10 });
  });

  it("is shown with what is answered, and with nothing else", () => {
    const shown = (closed: string) => readFor(["deactivated 75 days ago"], knowledge, () => ({ closed }), today)[0];
    expect(shown("long")).toMatchObject({
      evidence: [{ own: true, text: "deactivated 75 days ago" }],
      gone: { closed: 75 },
    });
    expect(shown("short")?.evidence).toEqual([]);
  });

  it("is not told by a playbook whose facts are no times, nor of a day where nobody knows today", () => {
    expect(read("deactivated 75 days ago", { ...knowledge, facts: [] })).toMatchObject({ scores: {}, gone: {} });
    expect(read("deactivated on 3 August 2026", knowledge).gone).toEqual({});
  });

  it.each([
    ["the claim was granted on November 12 2026", { granted: 11 }],
    ["it was granted yesterday", { granted: 1 }],
    ["they filed it on November 1 and it was granted on November 12", { granted: 11 }],
    ["it was granted on November 12 and paid on November 15", { granted: 11 }],
    ["it was granted on November 12 and I appealed on November 15", { granted: 11, waiting: 8 }],
    // Not told to the day, or of something else.
    ["it was granted in October", {}],
    ["it was granted about 5 days ago", {}],
    ["it was granted more than 5 days ago", {}],
    ["it was granted a month ago", {}],
    ["it was granted on 10/11/2026", {}],
    ["it was granted. We shipped on November 12 2026", {}],
    ["it is granted within 5 days", {}],
  ])("counts deadlines from what is no fact: %s", (text, gone) => {
    const reading = read(text, knowledge, today);
    expect(reading.gone).toEqual(gone);
    expect(reading.evidence.filter(({ fact }) => fact === "granted")).toEqual([]);
  });
});
