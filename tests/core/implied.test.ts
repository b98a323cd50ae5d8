import { expect, test } from "vitest";
import { advise } from "../../src/core/advise.js";
import { isSaid, judge } from "../../src/core/condition.js";
import { byName, domainsOf, type Facts } from "../../src/core/facts.js";
import { NOTHING_READ } from "../../src/core/reading.js";
import { shipped } from "../support/compiled.js";
import { reading, rules } from "./small.js";

const playbook = await shipped();
const domains = byName(domainsOf(playbook.facts));
const values = playbook.facts
  .filter(({ id }) => id !== "issue")
  .flatMap(({ id, values }) => values.map((value) => ({ id, value: value.id, prior: value.prior })));
const advised = (given: Facts) => advise(playbook, NOTHING_READ, { issue: "ip-copyright", ...given });

test("no fact that was given is made meaningless by what is taken for granted", () => {
  for (const { id, value, prior } of values) {
    const applies = domains.get(id)?.applies;
    if (applies === undefined || prior >= 0.9 || id === "closed-for" || id === "other-account") continue;
    const { facts, assumed } = advised({ [id]: value });
    expect([id, value, judge(applies, { issue: "ip-copyright", ...assumed, ...facts }, domains)]).not.toContain(
      "fails",
    );
  }
});

test("no used review is recommended again, whatever else is given", () => {
  const executive = new Set(playbook.teams.filter((team) => team.executive).map((team) => team.id));
  for (const issue of ["late-shipment", "inauthentic", "ip-trademark", "funds-withheld"])
    for (const { id, value } of values) {
      if (id === "executive") continue;
      const { team, facts } = advise(playbook, NOTHING_READ, { issue, executive: "used", [id]: value });
      expect([issue, id, value, executive.has(team as string)]).toEqual([issue, id, value, false]);
      expect(isSaid(playbook.refusals?.used ?? [], facts)).toBe(true);
    }
});

test("what leaves no choice is as good as given, what leaves one is weighed", () => {
  expect(advised({ waiting: "2-to-14-days" }).facts).toMatchObject({ appeal: "sent" });
  expect(advised({ urgency: "pressing" })).toMatchObject({ facts: { aim: "review" } });
  // Two to one for a refusal: as often as each comes with what else the question takes.
  expect(advised({ executive: "used" }).assumed).toMatchObject({ appeal: "rejected-repeatedly", aim: "review" });
});

test("what goes without saying shows nothing", () => {
  expect(advised({ executive: "unused" })).toMatchObject({ route: "true-claim", assumed: { appeal: "none" } });
});

test("given facts that cannot both be are left as they are", () => {
  expect(advised({ waiting: "over-14-days", appeal: "none" })).toMatchObject({
    route: "true-claim",
    facts: { waiting: "over-14-days", appeal: "none" },
  });
});

test("a review that is read to be used up counts as given, and is not unsaid by what else was read", () => {
  const used: Facts = { claim: "disputed" };
  const spent = { ...rules(), refusals: { used: [{ claim: ["disputed"] }] } };
  const said = { issue: { rights: 9 }, claim: { disputed: 9 }, appeal: { none: 9 } };
  expect(advise(spent, reading(said), {}).facts).toMatchObject(used);
  // Not where it does not say so clearly.
  expect(
    advise(spent, reading({ ...said, issue: { upload: 9 }, claim: { disputed: 0.5 } }), {}).facts,
  ).not.toMatchObject(used);
  expect(advise(spent, reading({ ...said, issue: { upload: 9 } }), {}).facts).toMatchObject(used);
  expect(advise(rules(), reading({ ...said, issue: { upload: 9 } }), {}).facts).not.toMatchObject(used);
});
