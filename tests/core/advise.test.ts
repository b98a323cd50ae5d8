import { describe, expect, it } from "vitest";
import { type Advice, advise, oddsOf, type Rules, strangeness, understood } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import type { Reading } from "../../src/core/reading.js";
import { facts, reading, rules } from "./small.js";

const told = (scores: Reading["scores"], given: Facts = {}, ...rest: Parameters<typeof rules>): Advice =>
  advise(rules(...rest), reading(scores), given);

describe("what an answer says", () => {
  it("is the route, its team, and the issue that it is about", () => {
    expect(told({ issue: { upload: 9 } })).toMatchObject({
      ...{ status: "advised", route: "catalog", team: "catalog", issue: "upload" },
      ...{ facts: { issue: "upload" }, assumed: {}, ask: null },
    });
  });
  it("names what it took for granted, and what would have changed it", () => {
    const advice = told({ issue: { rights: 9 }, claim: { disputed: 3 } });
    expect(advice).toMatchObject({ status: "advised", route: "dispute", assumed: { appeal: "none" } });
    expect(advice.facts).toEqual({ issue: "rights", claim: "disputed" });
    expect(advice.alternatives.map(({ team, if: other }) => ({ team, if: other }))).toEqual([
      { team: "executive", if: { appeal: "final" } },
      { team: "notice", if: { claim: "true" } },
    ]);
  });
  it("names an unlikely alternative only where there is no other, and three at most", () => {
    expect(told({ issue: { rights: 9 }, claim: { disputed: 9 } }).alternatives).toHaveLength(1);
    expect(told({ issue: { upload: 0.1 } }, { appeal: "none" }).alternatives.map((one) => one.team)).toHaveLength(3);
    expect(told({ issue: { upload: 0.1 } }, {}, { scope: 1 }).alternatives).toHaveLength(3);
    const [only, ...others] = told({ issue: { rights: 9 }, claim: { disputed: 9 } }, { appeal: "none" }).alternatives;
    expect([only?.team, others]).toEqual(["support", []]);
    expect(only?.confidence).toBeLessThan(0.01);
  });
  it("asks what settles most where it is not sure", () => {
    const unsure = told({ issue: { rights: 9 }, claim: { disputed: 0.2 } }, { appeal: "none" });
    expect(unsure).toMatchObject({ status: "unsure", ask: "claim" });
    expect(told({ issue: { rights: 4, upload: 4 }, claim: { disputed: 9 } })).toMatchObject({ ask: "issue" });
    // The claim comes first in the table; but whether all is over settles more than whether it is true.
    const open = { issue: { rights: 9 }, claim: { disputed: Math.log(3) }, appeal: { final: 0.5 } };
    expect(told(open, {}, { advise: 0.999 }).ask).toBe("appeal");
    expect(told({ ...open, appeal: { none: 9 } }, {}, { advise: 0.999 }).ask).toBe("claim");
  });
  it("says nothing of a fact that was given and means nothing here", () => {
    const { facts: known } = told({ issue: { upload: 9 }, claim: { disputed: 9 } });
    expect(known).toEqual({ issue: "upload" });
    expect(told({ issue: { upload: 9 } }, { claim: "disputed" }).facts).toEqual({ issue: "upload", claim: "disputed" });
  });
  it("takes what was heard, if not clearly, for said and not for granted", () => {
    const advice = told({ issue: { rights: 9 }, claim: { disputed: 9 }, appeal: { none: 0.1 } });
    expect(advice).toMatchObject({ facts: { appeal: "none" }, assumed: {} });
  });
});

describe("limits", () => {
  const near = { issue: { rights: 9 }, claim: { disputed: Math.log(3) } };
  it("advises from the least probability, with the least lead", () => {
    // A claim that is disputed three times to one: 75 % and 25 %, the appeal left aside.
    expect(told(near).confidence).toBeCloseTo(0.75, 2);
    expect(told(near, {}, { advise: 0.74 }).status).toBe("advised");
    expect(told(near, {}, { advise: 0.76 }).status).toBe("unsure");
    expect(told(near, {}, { margin: 0.49 }).status).toBe("advised");
    expect(told(near, {}, { margin: 0.51 }).status).toBe("unsure");
    const exactly = told(near);
    const second = Math.max(...exactly.alternatives.map((one) => one.confidence));
    expect(told(near, {}, { advise: exactly.confidence, margin: exactly.confidence - second }).status).toBe("advised");
  });
  it("are met by exactly as much", () => {
    const clear = told(near, { appeal: "none" });
    const lead = clear.confidence - (clear.alternatives[0]?.confidence ?? 0);
    expect(told(near, { appeal: "none" }, { margin: lead }).status).toBe("advised");
    // Two to one and one.
    const half = reading({ issue: { rights: 9 }, appeal: { none: Math.log(2) } });
    const share = 4 / 6;
    expect(understood(rules({ understood: share }), half, {})).toMatchObject({ appeal: "none" });
    expect(understood(rules({ understood: share + 1e-9 }), half, {})).not.toHaveProperty("appeal");
    const strange = strangeness(rules(), reading({}));
    expect(told({}, {}, { scope: strange }).status).toBe("out-of-scope");
    expect(told({}, {}, { scope: strange + 1e-9 }).status).not.toBe("out-of-scope");
    const rather = { issue: { fees: 4 }, scope: { other: 0.9 } };
    const limit = { scope: 0.6, doubted: strangeness(rules(), reading(rather)) };
    expect(told(rather, {}, limit).status).toBe("unsure");
    expect(told(rather, {}, { ...limit, doubted: limit.doubted + 1e-9 }).status).toBe("advised");
  });
  it("sharpens or blunts what was read", () => {
    expect(told(near, {}, { sharpness: 2 }).confidence).toBeCloseTo(0.9, 2);
    expect(told({ ...near, issue: { rights: 30 } }, {}, { sharpness: 0.5 }).confidence).toBeCloseTo(0.634, 2);
  });
  it("counts more what few phrases say", () => {
    const odds = (heard: number, limits: object) =>
      advise(rules(limits), { ...reading({ ...near, issue: { rights: 30 } }), heard }, {}).confidence;
    expect(odds(0, { brevity: 8 })).toBeCloseTo(told(near, {}, { sharpness: 2 }).confidence, 6);
    expect(odds(8, { brevity: 8, sharpness: 2 })).toBeCloseTo(told(near, {}, { sharpness: 3 }).confidence, 6);
    expect(odds(1, {})).toBe(odds(1000, {}));
  });
  it("takes a fact for understood from a probability on", () => {
    expect(told(near, {}, { understood: 0.74, doors: 2 }).facts).toMatchObject({ claim: "disputed" });
  });
  it("takes nothing for understood that was not said itself, however likely that makes it", () => {
    const vague = { issue: { rights: 9 }, claim: { true: Math.log(0.25) } };
    expect(told(vague, {}, { understood: 0.79 })).toMatchObject({
      facts: { issue: "rights" },
      assumed: { claim: "disputed" },
    });
    expect(told(vague, {}, { understood: 0.79 }).facts).not.toHaveProperty("claim");
  });
});

describe("the issue", () => {
  // Two issues of one team, and a little of a third one's.
  const money = { issue: { fees: Math.log(5), refund: Math.log(3) }, scope: { seller: 9 } };
  it("is named from a probability on, and asked for below it, the likeliest first", () => {
    expect(told(money, {}, { named: 0.49 })).toMatchObject({ status: "advised", issue: "fees", ask: null, likely: [] });
    const open = told(money, {}, { named: 0.51 });
    expect(open).toMatchObject({ status: "advised", team: "support", issue: null, ask: "issue" });
    expect(open.likely).toEqual(["fees", "refund", "rights", "upload"]);
    expect(open.facts).not.toHaveProperty("issue");
    expect(open.assumed).not.toHaveProperty("issue");
    expect(told(money).issue).toBe("fees");
  });
  it("is named as a guess, however unlikely, where nothing is advised", () =>
    expect(told(money, {}, { named: 0.51, advise: 0.99 })).toMatchObject({ status: "unsure", issue: "fees" }));
  it("is named whatever its probability where it was given or understood", () => {
    expect(told(money, { issue: "refund" }, { named: 1 })).toMatchObject({ issue: "refund", ask: null });
    expect(told({ issue: { fees: 3 } }, {}, { named: 0.99 })).toMatchObject({ issue: "fees", ask: null });
  });
  it("that nobody spoke of takes a team that is as clear as what is understood", () => {
    const known = { appeal: "none", claim: "disputed" };
    const clear = told({}, known).confidence;
    expect(told({}, known, { understood: clear - 0.01 })).toMatchObject({
      status: "advised",
      issue: null,
      ask: "issue",
    });
    expect(told({}, known, { understood: clear + 0.01 })).toMatchObject({ status: "unsure", issue: null });
  });
});

describe("what nobody told, however likely words of other things make it", () => {
  const hinted = (refused: number, said: Reading["said"] = {}): Advice =>
    advise(
      rules({ understood: 0.8 }),
      {
        ...reading({ issue: { rights: 9 }, appeal: { rejected: Math.log(refused), final: 0.01 } }),
        ...{ spoken: ["issue"], said: { issue: ["rights"], ...said } },
      },
      {},
    );
  it.each<[string, number, string]>([
    ["is not acted on below what is understood", 9, "none"],
    ["is from there on", 13, "rejected"],
  ])("%s", (_, odds, appeal) => {
    expect(hinted(odds)).toMatchObject({ team: "notice", facts: { issue: "rights" } });
    expect({ appeal: "none", ...hinted(odds).assumed }.appeal).toBe(appeal);
  });
  it("is acted on where another value of the fact was said", () =>
    expect(hinted(9, { appeal: ["final"] }).assumed).toMatchObject({ appeal: "rejected" }));
});

describe("doors that open once", () => {
  const over = { issue: { rights: 9 }, claim: { true: 9 } };
  it("open by what was said, clearly enough", () => {
    expect(told({ ...over, appeal: { final: 9 } })).toMatchObject({ team: "executive", route: "last" });
    expect(told(over, { appeal: "final" })).toMatchObject({ team: "executive" });
    // 2 : 1 : e^score is 0.75 for the last.
    const said = { ...over, appeal: { final: Math.log(9) } };
    expect(told(said, {}, { doors: 0.74 }).team).toBe("executive");
    expect(told(said, {}, { doors: 0.76 }).team).toBe("notice");
    expect(told(said, {}, { understood: 0.76 }).team).toBe("notice");
    expect(told(said, {}, { understood: 0.74 }).team).toBe("executive");
  });
  it("stay shut by what words of other things say, and take it for granted", () => {
    const hinted = { ...reading({ ...over, appeal: { final: 9 } }), spoken: ["issue", "claim"] };
    expect(advise(rules(), hinted, {})).toMatchObject({ team: "notice", facts: { issue: "rights", claim: "true" } });
    expect(advise(rules(), { ...hinted, spoken: [], said: {} }, {}).facts).toEqual({ issue: "rights" });
  });
  it("open by such words alone where the playbook says how clear they have to be", () => {
    const hinted = { ...reading({ ...over, appeal: { final: Math.log(9) } }), spoken: ["issue", "claim"] };
    expect(advise(rules({ unsaid: 0.74 }), hinted, {})).toMatchObject({ team: "executive", route: "last" });
    expect(advise(rules({ unsaid: 0.76 }), hinted, {}).team).toBe("notice");
    // What the seller wants has to be said.
    const own = rules({ unsaid: 0.74, doors: 0.74 });
    const wished = { ...own, facts: own.facts.map((fact) => ({ ...fact, wish: fact.id === "appeal" })) };
    expect(advise(wished, hinted, {}).team).toBe("notice");
    expect(advise(wished, { ...hinted, spoken: ["appeal"] }, {}).team).toBe("executive");
  });
  it("stay shut by what nobody said, however likely", () => {
    const often = rules({ doors: 0.2 });
    const likely: Rules = {
      ...often,
      facts: often.facts.map((fact) =>
        fact.id === "appeal"
          ? { ...fact, values: fact.values.map((value) => ({ ...value, prior: value.id === "final" ? 99 : 1 })) }
          : fact,
      ),
    };
    const advice = advise(likely, reading(over), {});
    expect(advice).toMatchObject({ team: "notice", status: "advised" });
    // Among the doors that can be gone through it is nearly certain.
    expect(advice.confidence).toBeGreaterThan(0.98);
    // The shut one has no share in that, and is named all the same.
    expect(advice.alternatives.at(-1)).toEqual({ team: "executive", confidence: 0, if: { appeal: "final" } });
  });
  it("stay shut although nothing else is left: then it asks", () => {
    const only = [{ id: "last", when: [{ appeal: ["final"] }], team: "executive" }];
    const own = rules();
    const shut: Rules = {
      ...{ ...own, routes: only },
      diagram: compile({ facts, rows: only.map(({ id, when }) => ({ route: id, when })) }) as Diagram,
    };
    expect(advise(shut, reading({ issue: { rights: 9 } }), {})).toMatchObject({
      ...{ status: "unsure", route: null, team: null, facts: { issue: "rights" }, ask: "appeal", confidence: 0 },
    });
  });
});

describe("what is beside the point", () => {
  const beside = (scores: Reading["scores"], given: Facts = {}) => told(scores, given, {}, { appeal: 1 });
  it("is a text that says nothing of selling", () => {
    // Log-odds of 1.5 against a text of which nothing is known.
    const nothing = beside({});
    expect(nothing).toMatchObject({ status: "out-of-scope", route: null, team: null, issue: null, ask: null });
    expect(nothing.confidence).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 6);
    expect(nothing).toMatchObject({ facts: {}, assumed: {}, alternatives: [], also: [] });
  });
  it.each<[string, Reading["scores"], boolean]>([
    ["what is known of sellers speaks against that", { scope: { seller: 1.6 } }, false],
    ["a little", { scope: { seller: 1.4 } }, true],
    // The mean of four issues, three of which nobody spoke of, must outweigh e to 1.5.
    ["so does an issue", { issue: { fees: 2.8 } }, false],
    ["not quite", { issue: { fees: 2.6 } }, true],
    ["and an appeal, of the two issues that have one", { appeal: { none: 2.2 } }, false],
    ["not quite", { appeal: { none: 1.9 } }, true],
    ["what a group says, its issues say", { group: { money: 2.2 } }, false],
    ["not quite", { group: { money: 1.9 } }, true],
    ["but not a claim", { claim: { disputed: 9 } }, true],
    ["what speaks of something else, for it", { issue: { fees: 4 }, scope: { other: 1.3 } }, true],
    ["less of that", { issue: { fees: 4 }, scope: { other: 1 } }, false],
    ["sellers' words against those", { scope: { seller: 4, other: 2.6 } }, true],
    ["and more of them", { scope: { seller: 4.2, other: 2.6 } }, false],
  ])("%s", (_, scores, outside) => {
    expect(beside(scores).status === "out-of-scope").toBe(outside);
  });
  it.each<[string, Reading["scores"], boolean]>([
    ["nothing at all", {}, true],
    ["anything for an issue", { issue: { fees: 0.25 } }, false],
    ["anything for its group", { group: { money: 0.25 } }, false],
    ["a claim alone", { claim: { disputed: 9 } }, true],
    ["what speaks for something else as well", { issue: { fees: 2.4 }, scope: { other: 2.4 } }, true],
    ["much more for an issue", { issue: { fees: 4 }, scope: { other: 2.4 } }, false],
    ["what speaks against every issue", { issue: { rights: -2, fees: -2, refund: -2, upload: -2 } }, true],
  ])("is told without fitted weights by what is said, not by how many issues there are: %s", (_, scores, outside) => {
    const { votes: _none, ...unfitted } = rules();
    const more = Array.from({ length: 60 }, (_, i) => `other-${i}`);
    const wide = facts.map((fact) => (fact.id === "issue" ? { ...fact, values: [...fact.values, ...more] } : fact));
    const many: Rules = {
      ...unfitted,
      facts: unfitted.facts.map((fact) =>
        fact.id === "issue" ? { ...fact, values: [...fact.values, ...more.map((id) => ({ id, prior: 1 }))] } : fact,
      ),
      diagram: compile({
        facts: wide,
        rows: unfitted.routes.map(({ id, when }) => ({ route: id, when })),
        named: ["issue"],
      }) as Diagram,
    };
    for (const one of [unfitted, many]) expect(strangeness(one, reading(scores)) >= 0.5).toBe(outside);
  });
  it("may be doubted: then the best team is named, but nothing advised", () => {
    const rather = { issue: { fees: 4 }, scope: { other: 0.9 } };
    const by = (doubted?: number) => told(rather, {}, { scope: 0.6, ...(doubted && { doubted }) });
    expect(strangeness(rules(), reading(rather))).toBeCloseTo(0.43, 2);
    expect(by()).toMatchObject({ status: "advised", team: "support", ask: null });
    expect(by(0.44).status).toBe("advised");
    expect(by(0.42)).toMatchObject({ status: "unsure", team: "support", ask: "issue" });
    expect(by(0.42).confidence).toBeCloseTo(by(0.44).confidence * (1 - strangeness(rules(), reading(rather))), 6);
    expect(by(0.42).alternatives[0]?.confidence).toBeCloseTo(
      (by(0.44).alternatives[0]?.confidence ?? 0) * (1 - strangeness(rules(), reading(rather))),
      6,
    );
    expect(told(rather, { issue: "fees" }, { doubted: 0.42 }).status).toBe("advised");
  });
  it("is never what somebody gave a fact of", () => {
    expect(beside({}, { issue: "fees" })).toMatchObject({ status: "advised", team: "support" });
  });
});

describe("whoever gives facts", () => {
  const issues = (given: Facts, scores: Reading["scores"] = {}) =>
    (oddsOf(rules(), reading(scores), given)[0] ?? []).map((share) => share.toFixed(2)).join(" ");
  // Of rights, fees, refund and upload: e^-3 to one where one of the facts does not apply.
  it.each<[string, Facts, string]>([
    ["no matter which", {}, "0.25 0.25 0.25 0.25"],
    ["of which all mean something", { claim: "disputed" }, "0.87 0.04 0.04 0.04"],
    ["one of which means nothing", { claim: "disputed", appeal: "none" }, "0.87 0.04 0.04 0.04"],
    ["that mean something to two", { appeal: "none" }, "0.48 0.48 0.02 0.02"],
    ["that the issue is not told by", { weather: "fair" }, "0.25 0.25 0.25 0.25"],
    ["as well as the issue", { appeal: "none", issue: "upload" }, "0.00 0.00 0.00 1.00"],
  ])("has an issue %s", (_, given, expected) => {
    expect(issues(given)).toBe(expected);
  });
  it("has another where the text clearly says which", () => {
    expect(issues({ claim: "disputed" }, { issue: { upload: 6 } })).toBe("0.05 0.00 0.00 0.95");
  });
});

it("advises by a playbook that has no issues", () => {
  const own = [
    { id: "sold", values: ["yes", "no"] },
    { id: "kind", values: ["new", "used"], applies: [{ sold: ["yes"] }] },
  ];
  const rows = [
    { route: "used", when: [{ kind: ["used"] }] },
    { route: "other", when: [{}] },
  ];
  const plain: Rules = {
    ...{ ...rules(), groups: [], diagram: compile({ facts: own, rows }) as Diagram },
    facts: own.map(({ values, ...fact }) => ({ ...fact, values: values.map((id) => ({ id, prior: 1 })) })),
    routes: rows.map(({ route, when }) => ({ id: route, when, team: route })),
  };
  const said = reading({ scope: { seller: 9 }, kind: { used: 9 } });
  expect(advise(plain, said, { sold: "yes" })).toMatchObject({ status: "advised", team: "used", issue: null });
  expect(advise(plain, said, { kind: "new" })).toMatchObject({ status: "advised", team: "other", issue: null });
  // Nothing speaks for a seller's problem but what is known of sellers.
  expect(strangeness(plain, reading({ scope: { seller: 1 } }))).toBeCloseTo(1 / (1 + Math.exp(1 - 1.5)), 9);
  expect(strangeness(plain, reading({ kind: { used: 9 } }))).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 9);
});

it("says of each step by itself what advice says of it", () => {
  const clear = reading({ issue: { rights: 9 }, claim: { disputed: 9 }, appeal: { none: 0.1 } });
  expect(understood(rules(), clear, {})).toEqual({ issue: "rights", claim: "disputed" });
  expect(understood(rules(), clear, { claim: "true" })).toEqual({ issue: "rights", claim: "true" });
  expect(understood(rules({ understood: 0.999999 }), clear, {})).toEqual({});
  expect(strangeness(rules(), reading({}))).toBeCloseTo(advise(rules(), reading({}), {}).confidence, 12);
  expect(strangeness(rules({ sharpness: 2 }), reading({ scope: { seller: 1 } }))).toBeCloseTo(
    1 / (1 + Math.exp(0.5)),
    9,
  );
  const short = { ...reading({ scope: { seller: 1 } }), heard: 0 };
  expect(strangeness(rules({ brevity: 8 }), short)).toBeCloseTo(1 / (1 + Math.exp(0.5)), 9);
});
