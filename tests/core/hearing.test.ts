import * as fc from "fast-check";
import { expect, it } from "vitest";
import { advise, adviseOnTold, type Rules } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { FactDomain } from "../../src/core/facts.js";
import type { Target, Told } from "../../src/core/hearing.js";
import { hearing, overhear } from "../../src/core/hearing.js";
import { planOf } from "../../src/core/plan.js";
import type { Evidence, Half, Reading } from "../../src/core/reading.js";
import { facts, reading, rules } from "./small.js";

/** What can be spoken for: all that the playbook decides by, and some that it does not. Of a fact it knows every value. */
const TARGETS: readonly Target[] = [
  ...facts.flatMap(({ id, values }) => values.map((value): Target => [id, value])),
  ...[...["seller", "other"].map((value): Target => ["scope", value]), ["group", "money"] as const],
  ...([
    ["weather", "fair"],
    ["group", "unheard"],
  ] as const),
];

interface Said {
  readonly sum: number;
  readonly spoken: boolean;
}
const NOTHING: Said = { sum: 0, spoken: false };

const heardIn = (said: readonly Said[]): number => said.filter(({ sum }) => sum !== 0).length;
const sumsOf = (said: readonly Said[]): Int32Array => Int32Array.from(said, ({ sum }) => sum);

/** Values that are spoken of themselves. */
function saidIn(said: readonly Said[]): Reading["said"] {
  const values: Record<string, string[]> = {};
  for (const [i, { spoken }] of said.entries()) {
    const [fact, value] = TARGETS[i] as Target;
    if (spoken) values[fact] = [...(values[fact] ?? []), value];
  }
  return values;
}

/** A half of a text by name. */
function half(said: readonly Said[]): Half {
  const scores: Record<string, Record<string, number>> = {};
  for (const [i, { sum }] of said.entries()) {
    const [fact, value] = TARGETS[i] as Target;
    if (sum !== 0) scores[fact] = { ...scores[fact], [value]: sum / 100 };
  }
  return { scores, heard: heardIn(said) };
}

/**
 * The same as a reader that only adds up tells it, and as a reading with everything named; cut in two where a first half
 * is given, by which so many hundredths are gained.
 */
function both(
  said: readonly Said[],
  before: readonly Said[] | null = null,
  gain = 500,
): { told: Told; named: Reading } {
  const scores: Record<string, Record<string, number>> = {};
  const evidence: Evidence[] = [];
  const spoken = new Set<string>();
  for (const [i, { sum }] of said.entries()) {
    const [fact, value] = TARGETS[i] as Target;
    if (sum === 0) continue;
    scores[fact] ??= {};
    (scores[fact] as Record<string, number>)[value] = sum / 100;
    if (said.some((one, k) => one.spoken && TARGETS[k]?.[0] === fact)) spoken.add(fact);
    const place = { phrase: value, text: value, start: i, end: i + 1 };
    evidence.push({ fact, value, weight: 7, own: true, ...place });
  }
  return {
    named: {
      ...reading(scores, evidence),
      spoken: [...spoken],
      said: saidIn(said),
      heard: heardIn(said),
      halves: before && {
        ...{ at: 1, gain: gain / 100, before: half(before) },
        behind: {
          scores: half(said.map((one, i) => ({ ...one, sum: one.sum - (before[i] as Said).sum }))).scores,
          heard: heardIn(said) - heardIn(before),
        },
      },
    },
    told: {
      targets: TARGETS,
      sums: sumsOf(said),
      heard: heardIn(said),
      halves: before && { at: 1, gain, sums: sumsOf(before), heard: heardIn(before) },
      isSpoken: (target) => said.some((one, i) => one.spoken && TARGETS[i]?.[0] === TARGETS[target]?.[0]),
      isSaid: (target) => said[target]?.spoken === true,
    },
  };
}

const all = (...some: readonly (readonly [Target, Partial<Said>])[]): Said[] =>
  TARGETS.map((target) => ({ ...NOTHING, ...some.find(([one]) => one.join() === target.join())?.[1] }));

it("hears the same of what was only added up", () => {
  const given = fc.constantFrom({}, { issue: "rights" }, { claim: "disputed" });
  const saying = fc.record({ sum: fc.integer({ min: -400, max: 900 }), spoken: fc.boolean() });
  const some = fc.array(fc.oneof(fc.constant(NOTHING), saying), {
    minLength: TARGETS.length,
    maxLength: TARGETS.length,
  });
  const own = {
    ...rules({ second: 5, brevity: 8 }, { claim: 0.5 }),
    ...{ issues: [{ id: "upload", stake: "shop" }], stakes: ["shop"] },
  };
  const gained = fc.constantFrom(500, 501, 499, 50);
  fc.assert(
    fc.property(some, fc.option(some), gained, given, (said, before, gain, known) => {
      const { told, named } = both(said, before, gain);
      expect(adviseOnTold(own, told, known)).toEqual(advise(own, named, known));
    }),
  );
});

/** A playbook that asks for the issue last. */
const turned = (): Rules => {
  const [issue, ...others] = facts.map(({ id, values }) => ({ id, values }));
  const rows = rules().routes.map(({ id, when }) => ({ route: id, when }));
  return {
    ...rules(),
    diagram: compile({ facts: [...others, issue as FactDomain], rows, named: ["issue"] }) as Diagram,
  };
};

it.each([
  ["first", rules()],
  ["last", turned()],
])("hears what is said and what is spoken of, by slots, with the issue %s", (_, own) => {
  const plan = planOf(own);
  const [issue, claim, appeal] = facts.map(({ id }) => plan.levelOf.get(id) as number) as [number, number, number];
  const slot = ([fact, value]: Target) => plan.slots.get(fact)?.get(value) as number;
  const heard = (said: readonly Said[], by: "told" | "named") => {
    const {
      scores,
      spoken,
      said: values,
      count,
    } = by === "told" ? overhear(plan, both(said).told) : hearing(plan, both(said).named);
    return { scores: [...scores], spoken: [...spoken], said: [...values], count };
  };
  const said = all(
    [["issue", "rights"], { sum: 310 }],
    [["issue", "upload"], { sum: -120 }],
    [["claim", "disputed"], { sum: 90, spoken: true }],
    [["appeal", "final"], { sum: 40 }],
    [["scope", "seller"], { sum: 55, spoken: true }],
    [["group", "money"], { sum: 60, spoken: true }],
    [["weather", "fair"], { sum: 70, spoken: true }],
  );
  for (const by of ["told", "named"] as const) {
    const { scores, spoken, said: values, count } = heard(said, by);
    const where = (row: readonly number[]) => row.flatMap((one, i) => (one === 0 ? [] : [[i, one]]));
    const expected: [slot: number, score: number][] = [
      [slot(["issue", "rights"]), 3.1],
      [slot(["issue", "upload"]), -1.2],
      [slot(["claim", "disputed"]), 0.9],
      [slot(["appeal", "final"]), 0.4],
      [slot(["group", "money"]), 0.6],
      [slot(["scope", "seller"]), 0.55],
    ];
    expect(where(scores)).toEqual(expected.sort(([one], [other]) => one - other));
    expect([spoken[issue], spoken[claim], spoken[appeal]]).toEqual([1, 1, 0]);
    const told = [slot(["claim", "disputed"]), slot(["group", "money"]), slot(["scope", "seller"])];
    expect(where(values)).toEqual(told.sort((one, other) => one - other).map((place) => [place, 1]));
    expect(count).toBe(said.filter(({ sum }) => sum !== 0).length);
    // Nothing of it stays for the next text.
    expect(heard(all(), by)).toEqual({
      ...{ scores: scores.map(() => 0), spoken: [0, 0, 0], said: values.map(() => 0), count: 0 },
    });
  }
});

it("hears targets by their own order, whatever came before", () => {
  const plan = planOf(rules());
  const one = (targets: readonly Target[]): Told => ({
    ...{ targets, sums: Int32Array.of(100), heard: 1, isSpoken: () => true, isSaid: () => true, halves: null },
  });
  const slot = (value: string) => plan.slots.get("issue")?.get(value) as number;
  expect(overhear(plan, one([["issue", "fees"]])).scores[slot("fees")]).toBe(1);
  expect(overhear(plan, one([["issue", "upload"]])).scores[slot("upload")]).toBe(1);
  expect(overhear(plan, one([["issue", "upload"]])).scores[slot("fees")]).toBe(0);
});
