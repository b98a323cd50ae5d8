import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/core/compile.js";
import { applicable, judge } from "../../src/core/condition.js";
import { type Diagram, restrict } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import { inTableOrder, interviews, telling } from "../../src/proof/interview.js";
import type { Decided } from "../../src/proof/regions.js";
import { removableRoutes } from "../../src/proof/removable.js";
import { gaps, idlePart, idleRoutes, liveRoutes, overlaps, winnersByValue } from "../../src/proof/routes.js";
import { ladderLoops, routesIn, unreachedTeams } from "../../src/proof/teams.js";
import { alikeValues, idleFacts } from "../../src/proof/values.js";
import { completions, domainsOf, plainDecision, someFacts, type Table, table } from "./../core/reference.js";

const RUNS = { numRuns: Number(process.env.PROOF_RUNS ?? 400) };

/** Random tables in which every row is a route of its own. */
const decided: fc.Arbitrary<Decided> = table.map((from) => {
  const rows = from.rows.map((row, i) => ({ ...row, route: `r${i}` }));
  return { facts: from.facts, rows, diagram: compile({ facts: from.facts, rows }) as Diagram };
});

const all = (from: Decided): Facts[] => completions(from as Table, {});
const decide = (from: Decided, facts: Facts): string | null => plainDecision(from as Table, facts);
const holds = (from: Decided, route: string, facts: Facts): boolean =>
  judge(from.rows.find((row) => row.route === route)?.when ?? [], facts, domainsOf(from as Table)) === "holds";
const wins = (from: Decided, facts: Facts, route: string): boolean =>
  completions(from as Table, facts).every((one) => decide(from, one) === route);
const fewTeams = (route: string): string => `t${Number(route.slice(1)) % 3}`;

describe("proofs, against trying every combination", () => {
  it("finds a gap exactly where there is one, with facts that no route takes", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const found = gaps(from);
        expect(found.length > 0).toBe(all(from).some((facts) => decide(from, facts) === null));
        for (const { facts } of found)
          for (const one of completions(from as Table, facts)) expect(decide(from, one)).toBeNull();
      }),
      RUNS,
    );
  });

  it("finds routes that never win, and tells dead ones from those that earlier ones shadow", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const won = new Set(all(from).map((facts) => decide(from, facts)));
        const idle = idleRoutes(from);
        expect(idle.map(({ route }) => route)).toEqual(
          from.rows.map(({ route }) => route).filter((route) => !won.has(route)),
        );
        for (const one of idle) {
          const where = all(from).filter((facts) => holds(from, one.route, facts));
          expect(one.kind).toBe(where.length === 0 ? "dead" : "shadowed");
          if (one.kind !== "shadowed") continue;
          expect(new Set(one.by.map(({ what }) => what))).toEqual(new Set(where.map((facts) => decide(from, facts))));
          for (const { what, facts } of one.by)
            for (const full of completions(from as Table, facts)) {
              expect(decide(from, full)).toBe(what);
              expect(holds(from, one.route, full)).toBe(true);
            }
        }
      }),
      RUNS,
    );
  });

  it("shows every live route with facts with which it wins", () => {
    fc.assert(
      fc.property(decided, (from) => {
        for (const [route, facts] of liveRoutes(from)) expect(wins(from, facts, route)).toBe(true);
      }),
      RUNS,
    );
  });

  it("finds exactly the routes without which nothing changes", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const found = removableRoutes(from, fewTeams);
        const live = liveRoutes(from);
        const expected = from.rows.flatMap(({ route }) => {
          const without = { ...from, rows: from.rows.filter((row) => row.route !== route) };
          const said = (table: Decided, facts: Facts) => {
            const winner = decide(table, facts);
            return winner === null ? null : fewTeams(winner);
          };
          return live.has(route) && all(from).every((facts) => said(from, facts) === said(without, facts))
            ? [route]
            : [];
        });
        expect(found.undecided).toEqual([]);
        expect(found.routes.map(({ what }) => what)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("finds exactly the parts of a condition that never decide", () => {
    fc.assert(
      fc.property(decided, (from) => {
        for (const { route, when } of from.rows) {
          when.forEach((box, k) => {
            const earlier = when.slice(0, k).map((one) => [one]);
            const found = idlePart(from, route, [box], earlier);
            const domains = domainsOf(from as Table);
            const decides = all(from).some(
              (facts) =>
                judge([box], facts, domains) === "holds" &&
                earlier.every((other) => judge(other, facts, domains) !== "holds") &&
                decide(from, facts) === route,
            );
            expect(found?.idle).toBe(!decides);
          });
        }
      }),
      RUNS,
    );
  });

  it("knows which routes can win with each value", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const found = winnersByValue(from);
        for (const { id, values } of from.facts)
          for (const value of values) {
            const expected = new Set(completions(from as Table, { [id]: value }).map((facts) => decide(from, facts)));
            expect(found(id, value)).toEqual(expected);
          }
      }),
      RUNS,
    );
  });

  it("finds exactly the facts, and the values, that never matter", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const same = (fact: string, left: string, right: string) =>
          completions({ ...from, facts: from.facts.filter(({ id }) => id !== fact) } as Table, {}).every(
            (rest) => decide(from, { ...rest, [fact]: left }) === decide(from, { ...rest, [fact]: right }),
          );
        const idle = from.facts.filter(({ id, values }) =>
          values.every((value) => same(id, values[0] as string, value)),
        );
        expect(idleFacts(from)).toEqual(idle.map(({ id }) => id));
        for (const { id, values } of from.facts) {
          if (idle.some((one) => one.id === id)) continue;
          const sets = alikeValues(from).get(id) ?? [];
          for (const left of values)
            for (const right of values)
              if (left !== right)
                expect(sets.some((set) => set.includes(left) && set.includes(right))).toBe(same(id, left, right));
        }
      }),
      RUNS,
    );
  });

  it("finds overlaps of which neither side is a special case of the other", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const found = overlaps(from, (a, b) => fewTeams(a) !== fewTeams(b));
        const cases = all(from);
        const expected = from.rows.flatMap(({ route: a }, i) =>
          from.rows.slice(i + 1).flatMap(({ route: b }) => {
            const [inA, inB] = [a, b].map((route) => cases.filter((facts) => holds(from, route, facts))) as [
              Facts[],
              Facts[],
            ];
            const both = inA.filter((facts) => inB.includes(facts));
            const partly = both.length > 0 && both.length < inA.length && both.length < inB.length;
            const live = cases.some((facts) => decide(from, facts) === a);
            return partly && live && fewTeams(a) !== fewTeams(b) ? [`${a} ${b}`] : [];
          }),
        );
        expect(found.map(({ first, second }) => `${first} ${second}`)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("reaches exactly the teams that some facts lead to, and doors under what is known", () => {
    fc.assert(
      fc.property(
        decided.chain((from) => fc.tuple(fc.constant(from), someFacts(from as Table))),
        ([from, known]) => {
          const cases = completions(from as Table, known);
          const expected = new Set(cases.map((facts) => decide(from, facts)).filter((route) => route !== null));
          const found = routesIn(from, known);
          expect(new Set(found.map(({ what }) => what))).toEqual(expected);
          for (const { what, facts } of found) expect(wins(from, facts, what)).toBe(true);
          const led = (route: string) => ({ team: fewTeams(route), next: null });
          const teams = new Set(
            all(from)
              .map((facts) => decide(from, facts))
              .map((route) => route && fewTeams(route)),
          );
          expect(unreachedTeams(from, ["t0", "t1", "t2"], led)).toEqual(
            ["t0", "t1", "t2"].filter((team) => !teams.has(team)),
          );
        },
      ),
      RUNS,
    );
  });

  it("finds a ladder with a loop exactly where climbing comes back", () => {
    const withNext = decided.chain((from) =>
      fc.tuple(
        fc.constant(from),
        fc.array(fc.option(fc.integer({ min: 0, max: 2 })), {
          minLength: from.rows.length,
          maxLength: from.rows.length,
        }),
      ),
    );
    fc.assert(
      fc.property(withNext, ([from, next]) => {
        const led = (route: string) => {
          const to = next[Number(route.slice(1))];
          return { team: fewTeams(route), next: to === null || to === undefined ? null : `t${to}` };
        };
        const rungs = [...liveRoutes(from).keys()].map(led);
        const climbs = (start: string): boolean => {
          let at = new Set([start]);
          for (let i = 0; i < 4; i++) {
            at = new Set(rungs.flatMap(({ team, next: to }) => (at.has(team) && to !== null ? [to] : [])));
            if (at.has(start)) return true;
          }
          return false;
        };
        expect(ladderLoops(from, led).length > 0).toBe(["t0", "t1", "t2"].some(climbs));
      }),
      RUNS,
    );
  });

  it("knows the longest and the mean interview, and that none asks in vain, sticks or misses an outcome", () => {
    fc.assert(
      fc.property(decided, (from) => {
        const odds = from.facts.map(({ values }) => values.map(() => 1 / values.length));
        for (const policy of [inTableOrder(from), telling(from, odds)]) {
          const found = interviews(from, odds, policy);
          expect(found).toMatchObject({ idle: [], stuck: [], missed: [] });
          const played = play(from, policy);
          expect(found?.longest).toBe(played.longest);
          expect(found?.mean).toBeCloseTo(played.mean, 9);
          expect(Object.keys(found?.way ?? {})).toHaveLength(played.longest);
        }
      }),
      RUNS,
    );
  });
});

/** Plays every interview by asking `policy` of the compiled rest, deciding by trying every completion. */
function play(
  from: Decided,
  policy: ReturnType<typeof inTableOrder>,
  known: Facts = {},
): { longest: number; mean: number } {
  const left = new Set(completions(from as Table, known).map((facts) => decide(from, facts)));
  if (left.size === 1) return { longest: 0, mean: 0 };
  const fact = policy(restrict(from.diagram, known), known) as string;
  expect(applicable(fact, known, domainsOf(from as Table))).not.toBe("fails");
  const values = from.facts.find(({ id }) => id === fact)?.values ?? [];
  const after = values.map((value) => play(from, policy, { ...known, [fact]: value }));
  return {
    longest: 1 + Math.max(...after.map((one) => one.longest)),
    mean: 1 + after.reduce((sum, one) => sum + one.mean, 0) / values.length,
  };
}
