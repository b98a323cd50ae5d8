import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { advise } from "../../src/core/advise.js";
import { NOTHING_READ } from "../../src/core/reading.js";
import { openPlaybook } from "../../src/playbook/snapshot.js";
import type { Playbook } from "../../src/playbook/types.js";
import { readAsked as read } from "../../src/reading/asked.js";
import { presentFully } from "../../src/render/present.js";
import { shipped } from "../support/compiled.js";
import { fakeWorld } from "../support/world.js";

let playbook: Playbook;
beforeAll(async () => {
  await shipped();
  playbook = await openPlaybook(fakeWorld().world, undefined);
}, 60_000);

interface Row {
  readonly lang?: string;
  readonly says: string;
  readonly asks: readonly string[];
  readonly now: string;
}
const rows = parse(readFileSync(new URL("refusals.yaml", import.meta.url), "utf8")) as Row[];
const TELLING = { lang: "en", today: "2026-11-22", fill: {} };

/** What is told of a text, with some facts given. */
const told = (text: string | null, facts: Readonly<Record<string, string>>) => {
  const reading = text === null ? NOTHING_READ : read(text, playbook);
  return presentFully(advise(playbook, reading, facts), reading, playbook, TELLING);
};

describe("what refusals ask for", () => {
  test.each(rows)("$says", ({ says, asks, now }) => {
    const { refusal } = told(says, { issue: "account-deactivated", appeal: "rejected" });
    expect(refusal?.missing.map(({ id }) => id)).toEqual(asks);
    expect(refusal?.now?.step).toBe(now);
    for (const { text, start, end } of refusal?.missing ?? []) expect(says.slice(start, end)).toBe(text);
  });

  test("there are enough of them, in all seven languages", () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
    expect(new Set(rows.map(({ lang = "en" }) => lang))).toEqual(new Set("en zh de es fr it ja".split(" ")));
  });

  test("everything that a refusal can ask for is asked for in one of them", () =>
    expect(
      playbook.refusals?.asks.map(({ id }) => id).filter((id) => !rows.some(({ asks }) => asks.includes(id))),
    ).toEqual([]));

  test("a text with no refusal in it asks for nothing, whatever its words", () => {
    const says = rows.map((row) => row.says).join("\n");
    expect(told(says, { issue: "account-deactivated", appeal: "none" })).not.toHaveProperty("refusal");
    expect(told(says, { issue: "account-deactivated", appeal: "sent" })).not.toHaveProperty("refusal");
    expect(told(says, { issue: "upload-error" })).not.toHaveProperty("refusal");
  });

  test("the same text in Chinese has every word in Chinese", () => {
    const reading = read((rows[0] as Row).says, playbook);
    const advice = advise(playbook, reading, { issue: "order-defect-rate", appeal: "rejected" });
    const { refusal } = presentFully(advice, reading, playbook, { ...TELLING, lang: "zh" });
    for (const text of [...(refusal?.again ?? []), ...(refusal?.missing ?? []).flatMap((one) => [one.name, one.do])])
      expect(text).toMatch(/\p{Script=Han}/u);
  });
});

describe("what to do now", () => {
  const refused = { issue: "late-shipment", appeal: "rejected-repeatedly" };
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ["without a text: ask why", { ...refused, aim: "mend" }, "call"],
    ["a review is wanted: up", { ...refused, aim: "review", urgency: "can-wait", executive: "unused" }, "up"],
    ["it was had: nothing that a refusal says", { ...refused, aim: "review", executive: "used" }, undefined],
  ])("%s", (_, facts, step) => expect(told(null, facts).refusal?.now?.step).toBe(step));

  test("the day to ask about a mended plan is five business days on", () =>
    expect(told((rows[0] as Row).says, refused).refusal?.now).toMatchObject({
      step: "mend",
      days: 5,
      due: "2026-11-27",
    }));

  test("unsure: what is asked for, but nothing to do", () => {
    const result = told("Our appeal was refused. They want the root cause.", {});
    if (result.status !== "advised") expect(result.refusal?.now).toBeUndefined();
  });
});

/** The ladder in short: a capital for where the seller is, brackets for what is used, an exclamation mark for once. */
function ladderOf(facts: Readonly<Record<string, string>>): string {
  const SHORT: Readonly<Record<string, string>> = {
    "seller-performance": "sp",
    "product-quality": "pq",
    "executive-seller-relations": "esr",
    "jeff-escalation": "jeff",
    notice: "notice",
    "notice-dispute": "dispute",
  };
  return (told(null, facts).ladder ?? [])
    .map(({ team, state, once }) => {
      const name = (SHORT[team.id] ?? team.id) + (once ? "!" : "");
      return state === "here" ? name.toUpperCase() : state === "used" ? `(${name})` : name;
    })
    .join(" > ");
}

describe("the ladder", () => {
  const review = { aim: "review", urgency: "can-wait", executive: "unused" };
  const rejected = { appeal: "rejected-repeatedly" };
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["nothing tried: no ladder yet", { issue: "late-shipment", appeal: "none" }, ""],
    ["an everyday question has none", { issue: "fees" }, ""],
    ["nor has a listing's fault", { issue: "upload-error" }, ""],
    ["performance, refused once", { issue: "late-shipment", appeal: "rejected" }, "SP > esr!"],
    ["goods, refused once", { issue: "inauthentic", appeal: "rejected" }, "PQ > esr!"],
    ["policy, the last word", { issue: "variation-abuse", appeal: "final", aim: "mend" }, "PQ > esr!"],
    ["money, refused", { issue: "funds-withheld", appeal: "rejected", "closed-for": "over-60-days" }, "SP > esr!"],
    [
      "a true claim, refused",
      { issue: "ip-trademark", claim: "true", account: "selling", appeal: "rejected" },
      "NOTICE > dispute > esr!",
    ],
    [
      "a false claim, refused",
      { issue: "ip-trademark", claim: "disputed", account: "selling", appeal: "rejected" },
      "DISPUTE > esr!",
    ],
    [
      "copyright, refused",
      { issue: "ip-copyright", claim: "disputed", account: "selling", appeal: "rejected" },
      "DISPUTE > esr!",
    ],
    [
      "an account closed over rights, refused",
      { issue: "ip-patent", claim: "true", account: "deactivated", appeal: "rejected" },
      "SP > esr!",
    ],
    ["the executive review", { issue: "late-shipment", ...rejected, ...review }, "(sp) > ESR!"],
    [
      "the last resort, in the place of the review",
      { issue: "inauthentic", ...rejected, ...review, urgency: "pressing" },
      "(pq) > JEFF!",
    ],
    [
      "long silence",
      { issue: "late-shipment", appeal: "sent", waiting: "over-14-days", executive: "unused" },
      "(sp) > JEFF!",
    ],
    [
      "the review is used: back at the ordinary team",
      { issue: "late-shipment", ...rejected, ...review, executive: "used" },
      "SP > (esr!)",
    ],
    ["the same over goods", { issue: "inauthentic", ...rejected, ...review, executive: "used" }, "PQ > (esr!)"],
    [
      "the same over a claim",
      { issue: "ip-trademark", claim: "disputed", account: "selling", ...rejected, ...review, executive: "used" },
      "DISPUTE > (esr!)",
    ],
  ])("%s", (_, facts, wanted) => expect(ladderOf(facts)).toBe(wanted));

  test("whatever is known: each team once, the seller at the recommended one, doors used that open once only by a review", () => {
    const values = playbook.facts.map(({ id, values }) => [id, fc.constantFrom(...values.map((value) => value.id))]);
    const facts = fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<string>>, { requiredKeys: [] });
    fc.assert(
      fc.property(facts, (known) => {
        const result = told(null, known as Record<string, string>);
        const doors = result.ladder ?? [];
        expect(new Set(doors.map(({ team }) => team.id)).size).toBe(doors.length);
        if (doors.length === 0) return;
        expect(doors.filter(({ state }) => state === "here").map(({ team }) => team.id)).toEqual([result.team?.id]);
        const spent = doors.some(({ once, state }) => once && state === "used");
        if (spent) expect(known.executive).toBe("used");
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
