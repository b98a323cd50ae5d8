import { expect, test } from "vitest";
import { loaded } from "./fixture.js";

test("what is linked", async () => {
  const playbook = await loaded();
  expect(playbook.teams.map((team) => team.id)).toEqual(["support", "notice", "executive"]);
  expect(playbook.teams[0]?.reply).toEqual([{ text: { en: "Unknown." }, unverified: true }]);
  expect(playbook.issues.map(({ id, prior, channels }) => ({ id, prior, channels }))).toEqual([
    { id: "trademark", prior: 2, channels: [] },
    { id: "upload", prior: 1, channels: [] },
  ]);
  expect(playbook.issues[0]?.deadlines).toEqual([{ text: { en: "Answer soon." }, days: 10, business: true }]);
  expect(
    playbook.facts.map(({ id, applies, values }) => [id, applies, values.map((value) => [value.id, value.prior])]),
  ).toEqual([
    [
      "issue",
      undefined,
      [
        ["trademark", 2],
        ["upload", 1],
      ],
    ],
    [
      "claim",
      [{ issue: ["trademark"] }],
      [
        ["right", 0.6],
        ["disputed", 0.4],
      ],
    ],
    [
      "appeal",
      undefined,
      [
        ["none", 0.8],
        ["rejected", 0.2],
      ],
    ],
  ]);
  expect(playbook.routes.map(({ id, when, first, channels }) => [id, when, first, channels])).toEqual([
    ["refused", [{ appeal: ["rejected"], claim: ["disputed", null] }], [], []],
    ["brand", [{ issue: ["trademark"] }], [{ text: { en: "Write to the owner." } }], ["help"]],
    ["rest", [{}], [], []],
  ]);
  expect(
    playbook.automaton.signals.map(({ fact, value, weight, lang }) => `${fact} ${value} ${weight} ${lang}`),
  ).toEqual([
    "issue trademark 4 en",
    "issue trademark 1.5 en",
    "issue upload 2.5 en",
    "claim disputed 2.5 en",
    "scope other 2.5 en",
  ]);
  expect(playbook.diagram.outcomes.length).toBeGreaterThan(2);
});
