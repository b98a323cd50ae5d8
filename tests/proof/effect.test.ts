import { describe, expect, it } from "vitest";
import { differences } from "../../src/proof/differences.js";
import { changeOf, type Effect, effectOf } from "../../src/proof/effect.js";
import { edited, loaded } from "../playbook/fixture.js";

const NOTHING: Effect = { route: null, team: [], channels: [], outline: [], deadlines: [], next: [] };
const names = (effect: Effect) =>
  Object.fromEntries(
    (["team", "channels", "outline", "deadlines", "next"] as const).map((field) => [
      field,
      effect[field].map(({ name }) => name),
    ]),
  );

describe("what an outcome says to do", () => {
  const of = async (route: string | null, issue: string, folder?: Parameters<typeof loaded>[0]) =>
    effectOf(await loaded(folder), { route, named: { issue } });

  it("is a team, channels, a letter, deadlines and the next rung", async () => {
    const brand = await of("brand", "trademark");
    expect(brand.route).toBe("brand");
    expect(names(brand)).toEqual({
      ...{ team: ["notice"], channels: ["help"], outline: ["dispute"] },
      ...{ deadlines: ["Answer soon."], next: ["executive"] },
    });
    const rest = { team: ["support"], channels: ["help"], outline: [], deadlines: [], next: [] };
    expect(names(await of("rest", "upload"))).toEqual(rest);
  });
  it("is nothing in a gap, or for an issue that is not there", async () => {
    expect(await of(null, "trademark")).toEqual(NOTHING);
    expect(await of("brand", "nobody")).toEqual(NOTHING);
  });
  it("has the route's own letter before the issue's, and none where the route says so", async () => {
    expect(names(await of("rest", "trademark")).outline).toEqual([]);
    expect(names(await of("refused", "trademark")).outline).toEqual(["dispute"]);
    expect(names(await of("refused", "upload")).outline).toEqual([]);
  });
  it.each<[string, string, string, string]>([
    ["channels.yaml", "value: Help > Contact us", "value: Help > Case log", "channels"],
    ["channels.yaml", "marketplaces: [us, eu]", "marketplaces: [us]", "channels"],
    ["outlines/dispute.yaml", "name: { en: Dispute }", "name: { en: Reply }", "outline"],
    ["outlines/dispute.yaml", "Write it when", "Write it where", "outline"],
    ["outlines/dispute.yaml", "title: { en: Opening }", "title: { en: Beginning }", "outline"],
    ["issues/trademark.yaml", "days: 10", "days: 11", "deadlines"],
    ["issues/trademark.yaml", ", business: true", "", "deadlines"],
    ["routes.yaml", "after: { en: A refusal. }", "after: { en: No answer. }", "next"],
    ["routes.yaml", "after: { en: A refusal. }", "after: { en: A refusal. }, days: 5", "next"],
  ])("%s, %s → %s: counts as %s", async (file, from, to, field) => {
    const change = changeOf(await of("brand", "trademark"), await of("brand", "trademark", edited(file, from, to)));
    expect(Object.keys(change)).toEqual([field]);
    const [told] = Object.values(change);
    expect(told).toMatchObject({ removed: [], added: [], moved: false });
    expect(told?.edited).toHaveLength(1);
  });
});

describe("how two effects differ", () => {
  const items = (...all: readonly string[]) => all.map((one) => ({ name: one.slice(0, 1), content: one.slice(1) }));
  const change = (old: readonly string[], fresh: readonly string[]) =>
    changeOf({ ...NOTHING, channels: items(...old) }, { ...NOTHING, channels: items(...fresh) }).channels;
  it.each<[string, readonly string[], readonly string[], object | undefined]>([
    ["not at all", ["a", "b"], ["a", "b"], undefined],
    ["by one that is new", ["a"], ["a", "b"], { removed: [], added: ["b"], edited: [], moved: false }],
    ["by one that is gone", ["a", "b"], ["b"], { removed: ["a"], added: [], edited: [], moved: false }],
    ["in what is behind a name", ["a1", "b"], ["a2", "b"], { removed: [], added: [], edited: ["a"], moved: false }],
    ["in their order", ["a", "b"], ["b", "a"], { removed: [], added: [], edited: [], moved: true }],
    ["in all of it", ["a", "b1", "c"], ["c", "b2", "d"], { removed: ["a"], added: ["d"], edited: ["b"], moved: true }],
  ])("%s", (_, old, fresh, expected) => expect(change(old, fresh)).toEqual(expected));
  it("field by field", () => {
    const other = { ...NOTHING, route: "x", team: items("t"), next: items("n") };
    expect(Object.keys(changeOf(NOTHING, other))).toEqual(["team", "next"]);
  });
});

describe("what two playbooks decide differently", () => {
  const told = async (folder: Parameters<typeof loaded>[0], back = false) => {
    const [old, fresh] = [await loaded(), await loaded(folder)];
    const { changes } = back ? differences(fresh, old) : differences(old, fresh);
    return changes?.map(({ kind, change, share, rows }) => ({
      ...{ kind, fields: Object.keys(change), share: Number(share.toFixed(3)) },
      rows: rows.map(({ when, example }) => ({
        ...{ when, facts: example.facts, ready: example.ready },
        ...{ old: example.old?.route ?? null, new: example.new?.route ?? null },
      })),
    }));
  };

  it("is told by rows, each with facts that show it", async () => {
    // Two of three have a trademark complaint; of these 0.92 are not refused with a claim that is not right.
    expect(await told(edited("routes.yaml", "team: notice\n", "team: support\n"))).toEqual([
      {
        ...{ kind: "changed", fields: ["team"], share: 0.613 },
        rows: [
          {
            when: { issue: ["trademark"], claim: ["right"] },
            facts: { issue: "trademark", claim: "right" },
            ready: { issue: "trademark", claim: "right" },
            ...{ old: "brand", new: "brand" },
          },
          {
            when: { issue: ["trademark"], appeal: ["none"] },
            facts: { issue: "trademark", claim: "right" },
            ready: { issue: "trademark", claim: "right" },
            ...{ old: "brand", new: "brand" },
          },
        ],
      },
    ]);
  });
  it("is shown by the likeliest facts of a row", async () => {
    const rare = edited("facts.yaml", 'label: { en: "Yes" }, prior: 0.6', 'label: { en: "Yes" }, prior: 0.3');
    const [change] =
      (await told({
        ...rare,
        "routes.yaml": `${edited("routes.yaml", "team: notice\n", "team: support\n")["routes.yaml"]}`,
      })) ?? [];
    expect(change?.rows.map(({ when, facts }) => [when, facts])).toEqual([
      [
        { issue: ["trademark"], claim: ["right"] },
        { issue: "trademark", claim: "right" },
      ],
      [
        { issue: ["trademark"], appeal: ["none"] },
        { issue: "trademark", claim: "disputed", appeal: "none" },
      ],
    ]);
  });
  it("names what opens a door that opens once", async () => {
    const [change] = (await told(edited("routes.yaml", "team: executive\n", "team: support\n"))) ?? [];
    expect(change?.rows[0]).toMatchObject({ old: "refused", new: "refused" });
    expect(change?.rows.every(({ ready }) => ready?.appeal === "rejected" && ready.claim !== "right")).toBe(true);
  });
  it("tells the likeliest change first", async () => {
    const changes = await told({
      ...edited("routes.yaml", "team: notice\n", "team: support\n"),
      ...{
        "issues/upload.yaml": `${edited("issues/upload.yaml", "deadlines: []", "deadlines: [{ en: Now. }]")["issues/upload.yaml"]}`,
      },
    });
    const shares = changes?.map(({ share }) => share) ?? [];
    expect(shares).toHaveLength(2);
    expect(shares[0]).toBeGreaterThan(shares[1] as number);
    expect(changes?.map(({ fields }) => fields)).toEqual([["team"], ["deadlines"]]);
  });
});
