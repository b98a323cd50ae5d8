import type { Rules } from "../../src/core/advise.js";
import { compile } from "../../src/core/compile.js";
import { applicable, judge } from "../../src/core/condition.js";
import type { Condition, FactDomain, Facts } from "../../src/core/facts.js";
import { NOTHING_READ, type Reading } from "../../src/core/reading.js";

const IP = ["trademark", "patent"];
const ALL = [...IP, "deactivated", "upload"];

interface SmallFact {
  readonly id: string;
  readonly values: readonly string[];
  readonly applies?: Condition;
}

const facts: readonly SmallFact[] = [
  { id: "issue", values: ALL },
  { id: "claim", values: ["true", "disputed", "unreachable"], applies: [{ issue: IP }] },
  { id: "appeal", values: ["none", "sent", "refused"], applies: [{ issue: [...IP, "deactivated"] }] },
  { id: "waiting", values: ["short", "long"], applies: [{ appeal: ["sent"] }] },
  { id: "aim", values: ["mend", "review"], applies: [{ appeal: ["refused"] }] },
];

const routes: Rules["routes"] = [
  { id: "review", when: [{ appeal: ["refused"], aim: ["review"] }], team: "executive" },
  { id: "silence", when: [{ appeal: ["sent"], waiting: ["long"], issue: [...IP, "deactivated"] }], team: "executive" },
  { id: "false-claim", when: [{ issue: IP, claim: ["disputed"] }], team: "dispute" },
  { id: "nobody", when: [{ issue: ["patent"], claim: ["unreachable"] }], team: "dispute" },
  { id: "true-claim", when: [{ issue: IP }], team: "notice" },
  { id: "account", when: [{ issue: ["deactivated"] }], team: "performance" },
  { id: "rest", when: [{}], team: "support" },
];

const domains = new Map<string, FactDomain>(facts.map((fact) => [fact.id, fact]));
const diagram = compile({ facts, rows: routes.map(({ id, when }) => ({ route: id, when })), named: ["issue"] });
if (!diagram) throw new Error("The small playbook does not compile");

/** A playbook of five facts and seven routes, small enough to try every case. */
export const small: Rules = {
  diagram,
  facts: facts.map(({ id, values, applies }) => ({
    id,
    values: values.map((value, i) => ({ id: value, prior: 1 / (i + 1) })),
    ...(applies && { applies }),
  })),
  routes,
  groups: [{ id: "ip", members: IP }],
  teams: ["executive", "dispute", "notice", "performance", "support"].map((id) => ({
    id,
    executive: id === "executive",
  })),
  thresholds: { advise: 0.4, margin: 0.08, scope: 0.5, understood: 0.7 },
};

/** A reading with these log-odds, of a text that is a seller's. */
export function readingOf(scores: Reading["scores"]): Reading {
  return {
    ...NOTHING_READ,
    scores: { scope: { seller: 6 }, ...scores },
    spoken: Object.keys(scores),
    said: Object.fromEntries(Object.entries(scores).map(([fact, values]) => [fact, Object.keys(values)])),
  };
}

/** Every way to complete what is known. */
export function completions(known: Facts): Facts[] {
  return facts.reduce<Facts[]>(
    (all, { id, values }) =>
      all.flatMap((one) => (known[id] === undefined ? values : [known[id]]).map((value) => ({ ...one, [id]: value }))),
    [{}],
  );
}

/** The recommendation by trying the routes one by one, and the issue that it names. */
export function recommended(complete: Facts): string {
  const route = routes.find(({ when }) => judge(when, complete, domains) === "holds");
  return `${route?.id} ${complete.issue}`;
}

/** Whether two answers to a question can lead to different recommendations, by trying everything. */
export function matters(fact: string, known: Facts): boolean {
  const values = domains.get(fact)?.values ?? [];
  return completions(known).some(
    (one) => new Set(values.map((value) => recommended({ ...one, [fact]: value }))).size > 1,
  );
}

export const valuesOf = (fact: string): readonly string[] => domains.get(fact)?.values ?? [];
export const certainlyApplies = (fact: string, known: Facts): boolean => applicable(fact, known, domains) === "holds";
