import type { Rules } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import type { Diagram } from "../../src/core/diagram.js";
import { type Evidence, NOTHING_READ, type Reading } from "../../src/core/reading.js";

/** A reading that says so much of each value. */
export const reading = (scores: Reading["scores"], evidence: readonly Evidence[] = []): Reading => ({
  ...NOTHING_READ,
  scores,
  spoken: Object.keys(scores),
  said: Object.fromEntries(
    Object.entries(scores).map(([fact, values]) => [
      fact,
      Object.keys(values).filter((value) => (values[value] ?? 0) > 0),
    ]),
  ),
  evidence,
});

/** Facts of a playbook in small: rights, money, listings; a claim that may be wrong, an appeal that may be over. */
export const facts = [
  { id: "issue", values: ["rights", "fees", "refund", "upload"] },
  { id: "claim", values: ["true", "disputed"], applies: [{ issue: ["rights"] }] },
  { id: "appeal", values: ["none", "rejected", "final"], applies: [{ issue: ["rights", "fees"] }] },
];
const routes = [
  { id: "last", when: [{ issue: ["rights"], appeal: ["final"] }], team: "executive" },
  { id: "dispute", when: [{ claim: ["disputed"] }], team: "notice-dispute" },
  { id: "notice", when: [{ issue: ["rights"] }], team: "notice" },
  { id: "money", when: [{ issue: ["fees", "refund"] }], team: "support" },
  { id: "catalog", when: [{}], team: "catalog" },
];
export const rules = (
  thresholds: Partial<Rules["thresholds"]> = {},
  shown: Readonly<Record<string, number>> = {},
): Rules => ({
  diagram: compile({ facts, rows: routes.map(({ id, when }) => ({ route: id, when })), named: ["issue"] }) as Diagram,
  facts: facts.map(({ id, values, applies }) => ({
    ...{ id, values: values.map((value) => ({ id: value, prior: value === "none" ? 2 : 1 })) },
    ...(applies && { applies }),
    ...(shown[id] !== undefined && { shows: shown[id] }),
  })),
  routes,
  votes: {},
  groups: [{ id: "money", members: ["fees", "refund"] }],
  teams: routes.map(({ team }) => ({ id: team, executive: team === "executive" })),
  thresholds: { advise: 0.6, margin: 0.2, scope: 0.5, understood: 0.8, ...thresholds },
});
