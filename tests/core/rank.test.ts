import * as fc from "fast-check";
import { expect, it } from "vitest";
import { hearing } from "../../src/core/hearing.js";
import { type Plan, planOf } from "../../src/core/plan.js";
import { oddsBy } from "../../src/core/posterior.js";
import { openDoors, type Ranked, rank } from "../../src/core/rank.js";
import type { Scales } from "../../src/core/weigh.js";
import { reading, rules } from "./small.js";

/** Outcomes with the team and the door of each, and how much they weigh; the number of a door is its place in `opens`. */
interface Weighed {
  readonly outcomes: readonly { readonly team: number; readonly door: number; mass: number; best: number }[];
  readonly opens: readonly boolean[];
}

const TEAMS = ["a", "b", "c"];
const weighed: fc.Arbitrary<Weighed> = fc.record({
  outcomes: fc.array(
    fc.record({
      team: fc.integer({ min: -1, max: 2 }),
      door: fc.integer({ min: -1, max: 1 }),
      // Few values, so that many weigh the same; what is most unlikely can be lost on one side alone.
      mass: fc.constantFrom(0, 1, 2, 3),
      best: fc.constantFrom(0, 1, 2, 3),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  opens: fc.tuple(fc.boolean(), fc.boolean()),
});

const ranked = ({ outcomes, opens }: Weighed): Ranked[] => {
  const plan = {
    ...{ teams: TEAMS, teamOf: outcomes.map(({ team }) => team), doorOf: outcomes.map(({ door }) => door) },
    shares: { all: new Float64Array(3), passing: new Float64Array(3), likeliest: new Int32Array(3) },
  } as unknown as Plan;
  const scales = { mass: outcomes.map(({ mass }) => mass), best: outcomes.map(({ best }) => best) };
  return rank(plan, scales as unknown as Scales, opens);
};

/** The same, team by team. */
function plainly({ outcomes, opens }: Weighed): Ranked[] {
  const all = outcomes.map((one, outcome) => ({ ...one, outcome, open: one.door < 0 || opens[one.door] === true }));
  const total = (some: typeof all) => some.reduce((sum, { mass }) => sum + mass, 0);
  const first = (team: number) => all.findIndex((one) => one.team === team && one.mass > 0);
  return [0, 1, 2]
    .filter((team) => first(team) >= 0)
    .sort((one, other) => first(one) - first(other))
    .flatMap((team) => {
      const own = all.filter((one) => one.team === team);
      const [likeliest] = own
        .filter(({ best }) => best > 0)
        .sort((one, other) => Number(other.open) - Number(one.open) || other.best - one.best);
      if (likeliest === undefined) return [];
      const passing = total(own.filter(({ open }) => open)) / total(all.filter(({ open }) => open));
      const { open, outcome } = likeliest;
      return [{ team: TEAMS[team] as string, share: open ? passing : 0, weight: total(own), outcome, open }];
    })
    .sort((one, other) => other.share - one.share || other.weight - one.weight);
}

it("ranks teams as one would that looks at one after the other", () => {
  fc.assert(
    fc.property(weighed, (from) => {
      // Where no open door has any weight, there is nothing to be a share of.
      fc.pre(from.outcomes.some(({ door, mass }) => mass > 0 && (door < 0 || from.opens[door] === true)));
      expect(ranked(from)).toEqual(plainly(from));
    }),
    { numRuns: 1000 },
  );
});

it("opens a door by what was said of all that its route names, and of the issue by how likely it is", () => {
  const plan = planOf(rules());
  const opens = (
    scores: Parameters<typeof reading>[0],
    spoken: readonly string[],
    given = {},
    least = 0.7,
    unsaid = 2,
  ) => {
    const heard = hearing(plan, { ...reading(scores), spoken });
    oddsBy(plan, heard, given);
    return openDoors(plan, heard, given, { least, unsaid });
  };
  const said = { issue: { rights: 9 }, appeal: { final: 9 } };
  expect(opens(said, ["appeal"])).toEqual([true]);
  expect(opens(said, ["issue"])).toEqual([false]);
  expect(opens({ appeal: { final: 9 } }, ["appeal"])).toEqual([false]);
  expect(opens({ appeal: { final: 9 } }, ["appeal"], { issue: "rights" })).toEqual([true]);
  expect(opens({ issue: { rights: 9 } }, [], { appeal: "final" })).toEqual([true]);
  // Three to two and one, and nothing else: exactly the half.
  const half = { appeal: { final: Math.log(3) } };
  expect(opens(half, ["appeal"], { issue: "rights" }, 0.49)).toEqual([true]);
  expect(opens(half, ["appeal"], { issue: "rights" }, 0.51)).toEqual([false]);
  // What no words are for has to be clearer, and not by its prior alone.
  expect(opens(half, [], { issue: "rights" }, 0, 0.49)).toEqual([true]);
  expect(opens(half, [], { issue: "rights" }, 0, 0.51)).toEqual([false]);
  expect(opens({}, [], { issue: "rights" }, 0, 0)).toEqual([false]);
});
