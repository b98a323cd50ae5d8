import { describe, expect, test } from "vitest";
import { advise } from "../../src/core/advise.js";
import type { Facts } from "../../src/core/facts.js";
import { NOTHING_READ } from "../../src/core/reading.js";
import { read } from "../../src/reading/read.js";
import { fillFrom } from "../../src/render/fill.js";
import { presentFully } from "../../src/render/present.js";
import { shipped } from "../support/compiled.js";

const playbook = await shipped();
const TELLING = { lang: "en", fill: {}, today: "2026-11-23" };
const told = (facts: Facts) => presentFully(advise(playbook, NOTHING_READ, facts), NOTHING_READ, playbook, TELLING);
const active = (facts: Facts) => told(facts).channels?.flatMap(({ id, status }) => (status === "active" ? id : []));

describe("where to go, by the state of the account", () => {
  const BANNER = "account-health-reactivate";
  const LISTING = "account-health-listing-appeal";
  test.each<[string, Facts, string[]]>([
    ["goods", { issue: "inauthentic" }, [LISTING, BANNER]],
    ["goods, closed", { issue: "inauthentic", account: "deactivated" }, [BANNER, LISTING]],
    ["goods, selling", { issue: "inauthentic", account: "selling" }, [LISTING, "account-health-call"]],
    ["documents, closed", { issue: "forged-documents", account: "deactivated" }, [BANNER, LISTING]],
    ["a flag", { issue: "ip-suspected" }, [LISTING, BANNER]],
    ["a flag, selling", { issue: "ip-suspected", account: "selling" }, [LISTING, "performance-notification-appeal"]],
    ["a flag, refused", { issue: "ip-suspected", appeal: "rejected", account: "selling" }, [LISTING]],
    ["rates, closed", { issue: "late-shipment", account: "deactivated" }, [BANNER]],
    ["an account in other hands", { issue: "account-takeover", account: "deactivated" }, ["contact-us"]],
    ["INFORM has a banner of its own", { issue: "inform-act", account: "deactivated" }, ["inform-verification"]],
    [
      "a claim that is disputed is so at the complaint",
      { issue: "ip-trademark", claim: "disputed", account: "deactivated" },
      ["ip-complaints-dispute", BANNER],
    ],
  ])("%s", (_, facts, first) => expect(active(facts)?.slice(0, first.length)).toEqual(first));

  test("money is asked for at its desk", () => {
    const facts = { issue: "funds-withheld", "closed-for": "over-60-days", account: "deactivated" };
    expect(active(facts)?.[0]).toBe("funds-desk-email-us");
  });
  test("no banner where the account is not closed yet", () => {
    expect(active({ issue: "account-at-risk" })).not.toContain(BANNER);
    expect(active({ issue: "late-shipment", account: "selling" })).not.toContain(BANNER);
  });
  test("no retraction is asked for from an owner who cannot be reached", () => {
    expect(active({ issue: "ip-trademark", claim: "unreachable" })).not.toContain("rights-owner-email");
    expect(active({ issue: "ip-trademark", claim: "disputed" })).toContain("rights-owner-email");
  });
});

test.each<[string | null, RegExp[], RegExp[]]>([
  ["own", [/^It is yours/], [/sold or left/, /not yours/]],
  ["left", [/^You sold or left it/], [/is yours/, /not yours/]],
  ["unknown", [/^It is not yours/], [/is yours/, /sold or left/, /to be yours/]],
  [null, [/^It is yours/, /^You sold or left it/, /^It is not yours/], []],
])("another account, %s: only what is for it", (whose, there, absent) => {
  const first =
    told({ issue: "related-accounts", appeal: "none", ...(whose && { "other-account": whose }) }).first ?? [];
  for (const one of there) expect(first.some((step) => one.test(step))).toBe(true);
  for (const one of absent) expect(first.filter((step) => one.test(step))).toEqual([]);
});

describe("an account that is not one's own, refused", () => {
  test.each(["rejected", "rejected-repeatedly", "final"])("%s: a statement still, with new proof", (appeal) => {
    const { outline, avoid } = told({ issue: "related-accounts", "other-account": "unknown", appeal, aim: "mend" });
    expect(outline?.id).toBe("not-my-account");
    expect(avoid?.join()).not.toContain("several appeals");
  });
});

describe("while one waits", () => {
  const waiting = { appeal: "sent", waiting: "under-2-days" };
  test.each(["cancellation-rate", "inauthentic", "ip-trademark", "a-to-z-claim"])(
    "%s: no letter, no clock",
    (issue) => {
      const { outline, deadlines } = told({ issue, ...waiting });
      expect([outline, deadlines]).toEqual([null, []]);
      expect(told({ issue, appeal: "none" }).outline).not.toBeNull();
    },
  );
  test("a time that the text itself gives is told", () => {
    const text = "Appealed yesterday, high cancellation rate. Amazon gives me 72 hours to answer.";
    const reading = read(text, playbook);
    const advice = advise(playbook, reading, { issue: "cancellation-rate", ...waiting });
    expect(presentFully(advice, reading, playbook, TELLING).deadlines?.map(({ due }) => due)).toEqual(["2026-11-26"]);
  });
});

test("one chance: no second door that opens once behind the first", () => {
  const executive = new Set(playbook.teams.filter((team) => team.executive).map(({ id }) => id));
  const both = playbook.routes.filter(({ team, next }) => executive.has(team) && next && executive.has(next.team));
  expect(both).toEqual([]);
});

test("whom the notice names as the rights owner fills the letter, where its words are there", () => {
  const text = "Complaint ID: 14598230761\nRights owner: Greyfield IP Ltd, legal@greyfield-ip.co.uk";
  const reading = read(text, playbook);
  expect(fillFrom(reading, text)).toMatchObject({ rights_owner: "Greyfield IP Ltd", complaint_id: "14598230761" });
  expect(fillFrom(reading)).not.toHaveProperty("rights_owner");
});
