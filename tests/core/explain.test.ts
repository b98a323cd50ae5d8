import { describe, expect, it } from "vitest";
import { oddsOf } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import { explain } from "../../src/core/explain.js";
import type { Facts } from "../../src/core/facts.js";
import type { Evidence, Reading } from "../../src/core/reading.js";
import { reading, rules } from "./small.js";

describe("what speaks for an issue", () => {
  /** Log-odds of one issue against another. */
  const logOdds = (scores: Reading["scores"], first: string, second: string, shown = {}) => {
    const one: Evidence = {
      fact: "issue",
      value: "rights",
      weight: 1,
      phrase: "it",
      own: true,
      text: "it",
      start: 0,
      end: 2,
    };
    const issue = explain(rules({}, shown), reading(scores, [one]), {}).find((other) => other.fact === "issue");
    const share = (value: string) => issue?.candidates.find((other) => other.value === value)?.probability as number;
    return Math.log(share(first) / share(second));
  };

  it("is what is said of it, and of the groups that it is in", () => {
    expect(logOdds({ issue: { fees: 2 } }, "fees", "upload")).toBeCloseTo(2, 6);
    expect(logOdds({ group: { money: 1.5 } }, "fees", "upload")).toBeCloseTo(1.5, 6);
    expect(logOdds({ group: { money: 1.5 } }, "fees", "refund")).toBeCloseTo(0, 6);
    expect(logOdds({ issue: { fees: 1 }, group: { money: 0.5 } }, "fees", "upload")).toBeCloseTo(1.5, 6);
  });
  it("is a share of what is said of a fact that applies to it, up to a bound", () => {
    expect(logOdds({ appeal: { none: 2, final: 1 } }, "rights", "upload", { appeal: 0.5 })).toBeCloseTo(1, 6);
    expect(logOdds({ appeal: { none: 2 } }, "rights", "fees", { appeal: 0.5 })).toBeCloseTo(0, 6);
    expect(logOdds({ appeal: { none: 2 } }, "rights", "upload")).toBeCloseTo(0, 6);
    expect(logOdds({ appeal: { none: 99 } }, "rights", "upload", { appeal: 0.5 })).toBeCloseTo(3, 6);
    expect(logOdds({ appeal: { none: -9 } }, "rights", "upload", { appeal: 0.5 })).toBeCloseTo(0, 6);
    expect(logOdds({ claim: { true: 1 }, appeal: { none: 1 } }, "rights", "fees", { appeal: 1, claim: 1 })).toBeCloseTo(
      1,
      6,
    );
  });
});

describe("what a given fact says of the issue", () => {
  const odds = (given: Facts, scores: Reading["scores"] = {}) => {
    const [shares = []] = oddsOf(rules(), reading(scores), given);
    const { values } = rules().diagram;
    const of = (value: string) => shares[values[0]?.indexOf(value) as number] as number;
    return (first: string, second: string) => Math.log(of(first) / of(second));
  };

  it("speaks against issues to which it does not apply, and to all of them alike", () => {
    expect(odds({ claim: "disputed" })("rights", "upload")).toBeCloseTo(3, 6);
    expect(odds({ claim: "disputed" })("fees", "upload")).toBeCloseTo(0, 6);
    expect(odds({ appeal: "final" })("rights", "fees")).toBeCloseTo(0, 6);
  });
  it("counts once, however many facts are given", () =>
    expect(odds({ claim: "disputed", appeal: "final" })("rights", "upload")).toBeCloseTo(3, 6));
  it("bows to what a text says clearly, and to an issue that is given", () => {
    expect(odds({ claim: "disputed" }, { issue: { upload: 9 } })("upload", "rights")).toBeCloseTo(6, 6);
    expect(odds({ claim: "disputed", issue: "upload" })("upload", "rights")).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("explaining", () => {
  const evidence = (fact: string, value: string, weight: number, phrase: string, start: number): Evidence => ({
    ...{ fact, value, weight, phrase, own: true, text: phrase, start, end: start + phrase.length },
  });
  const own = reading({ issue: { fees: 2, upload: 1 }, group: { money: 1 } }, [
    evidence("issue", "fees", 1, "a fee", 20),
    evidence("issue", "fees", 2, "charged", 5),
    evidence("issue", "fees", 2, "charged", 40),
    evidence("issue", "fees", -2, "not a", 2),
    evidence("group", "money", 1, "money", 9),
    evidence("group", "rights", 5, "rights", 60),
    evidence("issue", "upload", 1, "upload", 50),
  ]);
  const explained = (given = {}) => explain(rules(), own, given);

  it("names facts that were read or given, in order, the likeliest value first", () => {
    const given = explained({ appeal: "final" });
    expect(given.map((one) => one.fact)).toEqual(["issue", "appeal"]);
    expect(explained()[0]?.candidates.map((one) => one.value)).toEqual(["fees", "refund", "upload", "rights"]);
    // An appeal means nothing to the other two.
    expect(given[0]?.candidates.map((one) => one.value)).toEqual(["fees", "rights"]);
    expect(given[1]?.candidates).toEqual([{ value: "final", probability: 1, signals: [] }]);
  });
  it("shows what was read for and against a value and its groups: each phrase once, the weightiest first", () => {
    expect(explained()[0]?.candidates[0]?.signals.map(({ phrase, start }) => [phrase, start])).toEqual([
      ["not a", 2],
      ["charged", 5],
      ["money", 9],
      ["a fee", 20],
    ]);
    expect(explained()[0]?.candidates.find((one) => one.value === "upload")?.signals).toHaveLength(1);
  });
  it("speaks of the problem that is advised on, where a text tells of two", () => {
    const half = (scores: Reading["scores"]) => ({ scores, heard: 9 });
    const book = {
      ...rules({ second: 4.5 }),
      stakes: ["account", "money"],
      issues: [
        { id: "rights", stake: "account" },
        { id: "fees", stake: "money" },
      ],
    };
    const two: Reading = {
      ...reading({ issue: { rights: 9, fees: 9 }, claim: { true: 5 } }, [
        evidence("issue", "rights", 9, "rights", 3),
        evidence("issue", "fees", 9, "fees", 20),
        evidence("issue", "rights", -9, "no rights", 30),
      ]),
      halves: {
        at: 20,
        gain: 5,
        before: half({ issue: { rights: 9 }, claim: { true: 5 } }),
        behind: half({ issue: { fees: 9 } }),
      },
    };
    const [issue] = explain(book, two, {});
    expect(issue?.candidates.map(({ value, signals }) => [value, signals.map((one) => one.phrase)])).toEqual([
      ["rights", ["rights"]],
    ]);
  });
  it("leaves out what is next to impossible", () => {
    const clear = explain(rules(), reading({ issue: { fees: 9 } }, [evidence("issue", "fees", 9, "fee", 0)]), {});
    expect(clear[0]?.candidates.map((one) => one.value)).toEqual(["fees"]);
  });
  it("leaves out a fact of which nothing was read or given, and shows four candidates at most", () => {
    expect(explain(rules(), reading({}), {})).toEqual([]);
    expect(explain(rules(), reading({}), { claim: "true" }).map((one) => one.fact)).toEqual(["claim"]);
    const only = [evidence("appeal", "none", 1, "no appeal", 0)];
    expect(explain(rules(), reading({ appeal: { none: 1 } }, only), {}).map((one) => one.fact)).toEqual(["appeal"]);
    const five = rules();
    const more = { id: "issue", values: ["a", "b", "c", "d", "e"] };
    const wide = {
      ...five,
      ...{ facts: [{ id: "issue", values: more.values.map((id) => ({ id, prior: 1 })) }], groups: [], routes: [] },
      diagram: compile({ facts: [more], rows: [{ route: "r", when: [{}] }], named: ["issue"] }) as Diagram,
    };
    expect(explain(wide, reading({}), { issue: "a" })[0]?.candidates).toHaveLength(1);
    expect(
      explain(wide, reading({ issue: { a: 0.1 } }, [evidence("issue", "a", 1, "a", 0)]), {})[0]?.candidates,
    ).toHaveLength(4);
  });
});
