import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise, type Rules } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import type { Facts } from "../../src/core/facts.js";
import { applicable, completions, domainsOf, plainDecision, type Table, table } from "./reference.js";
import { reading } from "./small.js";

describe("advising, against all completions weighed one by one", () => {
  const TEAMS = ["t0", "t1", "executive"];
  const LIMITS = { advise: 0.6, margin: 0.2, scope: 2, understood: 0.7, doors: 0.55 };
  const teamOf = (route: string) => TEAMS[Number(route.slice(1)) % 3] as string;

  const wild = table.chain((raw) => {
    const from = JSON.parse(JSON.stringify(raw).replaceAll('"f0"', '"issue"')) as Table;
    const perFact = from.facts.map((fact) =>
      fc.record({
        priors: fc.tuple(...fact.values.map(() => fc.integer({ min: 1, max: 4 }))),
        scores: fc.option(fc.tuple(...fact.values.map(() => fc.integer({ min: -3, max: 3 })))),
        given: fc.option(fc.constantFrom(...fact.values), { freq: 3, nil: undefined }),
      }),
    );
    return fc.record({ from: fc.constant(from), said: fc.tuple(...perFact) });
  });
  type Wild = typeof wild extends fc.Arbitrary<infer T> ? T : never;

  /** The same as rules and a reading. */
  function setUp({ from, said }: Wild) {
    const given: Facts = Object.fromEntries(
      from.facts.flatMap((fact, i) => (said[i]?.given === undefined ? [] : [[fact.id, said[i]?.given as string]])),
    );
    const scores = Object.fromEntries(
      from.facts.flatMap((fact, i) => {
        const own = said[i]?.scores;
        return own ? [[fact.id, Object.fromEntries(fact.values.map((value, k) => [value, own[k] as number]))]] : [];
      }),
    );
    const rules: Rules = {
      diagram: compile(from) as Diagram,
      facts: from.facts.map(({ id, values, applies }, i) => ({
        id,
        values: values.map((value, k) => ({ id: value, prior: said[i]?.priors[k] as number })),
        ...(applies && { applies }),
      })),
      routes: from.rows.map(({ route, when }) => ({ id: route, when, team: teamOf(route) })),
      groups: [],
      teams: TEAMS.map((id) => ({ id, executive: id === "executive" })),
      thresholds: LIMITS,
    };
    return { rules, given, scores };
  }

  /** What facts that were given and do not apply to an issue speak against it. */
  const doubt = (one: Wild, issue: string): number => {
    const { given } = setUp(one);
    const domains = domainsOf(one.from);
    return Object.keys(given).some((fact) => applicable(fact, { ...given, issue }, domains) === "fails") ? -3 : 0;
  };

  /** How likely each value of each fact is: priors times e to what was said. */
  const chances = (one: Wild) =>
    one.from.facts.map((fact, i) => {
      const { priors = [], scores, given } = one.said[i] ?? {};
      const raw = fact.values.map((value, k) => {
        if (given !== undefined) return Number(value === given);
        const score = (scores?.[k] ?? 0) + (i === 0 ? doubt(one, value) : 0);
        return (priors[k] as number) * Math.exp(score);
      });
      return raw.map((one) => one / raw.reduce((a, b) => a + b, 0));
    });

  /** Whether an executive route holds by what is known: likely enough, and spoken of. */
  const opens = (one: Wild, route: string) => {
    const odds = chances(one);
    // Several rows may lead to the same route; the first of them stands for it.
    const row = one.from.rows.find((other) => other.route === route);
    return (row?.when ?? []).some((box) =>
      Object.entries(box).every(([id, allowed]) => {
        const at = one.from.facts.findIndex((fact) => fact.id === id);
        const spoken = id === "issue" || one.said[at]?.given !== undefined || one.said[at]?.scores !== null;
        const share = (one.from.facts[at]?.values ?? []).reduce(
          (sum, value, k) => sum + (allowed.includes(value) ? (odds[at]?.[k] as number) : 0),
          0,
        );
        return spoken && share >= LIMITS.doors;
      }),
    );
  };

  /** Probability of each team among the doors that can be gone through. */
  function shares(one: Wild): Map<string | null, number> {
    const odds = chances(one);
    const byTeam = new Map<string | null, number>();
    let sum = 0;
    for (const facts of completions(one.from, {})) {
      const chance = one.from.facts.reduce(
        (product, { id, values }, i) => product * (odds[i]?.[values.indexOf(facts[id] as string)] as number),
        1,
      );
      const route = plainDecision(one.from, facts);
      if (route !== null && teamOf(route) === "executive" && !opens(one, route)) continue;
      sum += chance;
      const team = route === null ? null : teamOf(route);
      byTeam.set(team, (byTeam.get(team) ?? 0) + chance);
    }
    return new Map([...byTeam].map(([team, share]) => [team, share / sum]));
  }

  /** A door's share may lie so near to its threshold that rounding decides. */
  const clear = (one: Wild) =>
    chances(one)
      .flat()
      .every((share) => Math.abs(share - LIMITS.doors) > 1e-9);

  it("gives each team the probability of all that leads there, shut doors left out of account", () => {
    fc.assert(
      fc.property(wild, (one) => {
        fc.pre(clear(one));
        const { rules, given, scores } = setUp(one);
        const advice = advise(rules, reading(scores), given);
        const expected = shares(one);
        const teams = [...expected].filter(([team, share]) => team !== null && share > 1e-7);
        if (advice.team === null) {
          expect(teams).toEqual([]);
          return;
        }
        const most = Math.max(...teams.map(([, share]) => share));
        expect(advice.confidence).toBeCloseTo(most, 6);
        expect(expected.get(advice.team)).toBeCloseTo(most, 6);
        const second = Math.max(0, ...teams.filter(([team]) => team !== advice.team).map(([, share]) => share));
        const isOpen = advice.issue === null && advice.facts.issue === undefined;
        const least = isOpen ? LIMITS.understood : LIMITS.advise;
        const sure = Math.min(most - least, most - second - LIMITS.margin);
        if (Math.abs(sure) > 1e-9) expect(advice.status).toBe(sure > 0 ? "advised" : "unsure");
        for (const other of advice.alternatives) {
          const share = expected.get(other.team);
          if (share !== undefined && other.team !== "executive") expect(other.confidence).toBeCloseTo(share, 6);
        }
        const all = advice.alternatives.reduce((sum, other) => sum + other.confidence, advice.confidence);
        expect(all).toBeLessThan(1 + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps apart what it knows and what it takes for granted, and never contradicts what it was given", () => {
    fc.assert(
      fc.property(wild, (one) => {
        const { rules, given, scores } = setUp(one);
        const advice = advise(rules, reading(scores), given);
        expect(advice.facts).toMatchObject(given);
        expect(Object.keys(advice.assumed).filter((fact) => fact in advice.facts)).toEqual([]);
        const sorted = advice.alternatives.map((other) => other.confidence).filter((share) => share > 0);
        expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
        // Where it is clear whom to write to, nothing but the problem is asked for.
        if (advice.status === "advised") expect([null, advice.issue === null ? "issue" : null]).toContain(advice.ask);
      }),
    );
  });
});
