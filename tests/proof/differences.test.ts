import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/core/advise.js";
import { decide } from "../../src/core/decide.js";
import type { Facts } from "../../src/core/facts.js";
import { NOTHING_READ } from "../../src/core/reading.js";
import { type Difference, differences, type Row } from "../../src/proof/differences.js";
import { changeOf } from "../../src/proof/effect.js";
import { everything, plainDifference, plainEffect, two } from "./two-playbooks.js";

const holds = ({ when }: Row, facts: Facts) =>
  Object.entries(when).every(([fact, values]) => values.includes(facts[fact] as string));

describe("differences, against every case of two playbooks one by one", () => {
  it("says of each case what is different in it, and of no other case anything", () => {
    fc.assert(
      fc.property(two, ({ old, fresh }) => {
        const found = differences(old.playbook, fresh.playbook).changes as readonly Difference[];
        for (const facts of everything(old, fresh)) {
          const expected = plainDifference(plainEffect(old, facts), plainEffect(fresh, facts));
          const said = found.filter(({ rows }) => rows.some((row) => holds(row, facts)));
          expect(said.map(({ kind, change }) => ({ kind, change }))).toEqual(expected === null ? [] : [expected]);
        }
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  it("can spare no row, and no fact of a row", () => {
    fc.assert(
      fc.property(two, ({ old, fresh }) => {
        const all = everything(old, fresh);
        for (const { rows } of differences(old.playbook, fresh.playbook).changes ?? []) {
          const inside = (row: Row) => all.filter((facts) => holds(row, facts));
          for (const row of rows) {
            const others = rows.filter((other) => other !== row);
            expect(inside(row).some((facts) => !others.some((other) => holds(other, facts)))).toBe(true);
            for (const fact of Object.keys(row.when)) {
              const { [fact]: _, ...when } = row.when;
              expect(inside({ ...row, when }).every((facts) => rows.some((one) => holds(one, facts)))).toBe(false);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it("shows each row by facts that settle it, in the old playbook and in the new", () => {
    fc.assert(
      fc.property(two, ({ old, fresh }) => {
        for (const { change, rows } of differences(old.playbook, fresh.playbook).changes ?? []) {
          for (const row of rows) {
            const { facts, ready, ...effects } = row.example;
            // A fact of the row may be of no matter once the others are known.
            for (const [fact, value] of Object.entries(facts)) expect(row.when[fact] ?? [value]).toContain(value);
            if (effects.old && effects.new) expect(changeOf(effects.old, effects.new)).toEqual(change);
            if (ready === null || effects.new === null) continue;
            const decision = decide(fresh.playbook.diagram, ready);
            expect(decision).toMatchObject({ kind: "settled", outcome: { route: effects.new.route } });
            const [team] = effects.new.team;
            // Doors that open once are advise's own matter.
            if (team?.name === "t2") continue;
            const advice = advise(fresh.playbook, NOTHING_READ, ready);
            expect(advice).toMatchObject({ team: team?.name ?? null, status: team ? "advised" : "unsure" });
          }
        }
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  it("finds nothing between a playbook and itself, and the shares add up", () => {
    fc.assert(
      fc.property(two, ({ old, fresh }) => {
        expect(differences(old.playbook, old.playbook).changes).toEqual([]);
        const sum = (differences(old.playbook, fresh.playbook).changes ?? []).reduce((all, one) => all + one.share, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
