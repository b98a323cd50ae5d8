import { shares } from "../core/weigh.js";
import { error, type Finding, info, warning } from "../playbook/finding.js";
import { caseId, exampleCase } from "./example.js";
import { undecided } from "./idle.js";
import { type Interviews, inTableOrder, interviews, telling } from "./interview.js";
import { routePlace, type Subject, told } from "./subject.js";

/** More questions than this nobody answers, unless the playbook says otherwise. */
const PATIENCE = 8;

/** Proofs about the interview: that it ends, asks nothing in vain, reaches every outcome, and stays short. */
export function interviewFindings(
  subject: Subject,
  patience = PATIENCE,
  found: Interviews | null = interviewsOf(subject),
): Finding[] {
  const { book, table } = subject;
  const top = book.facts.place(["facts"], "key");
  if (found === null) return [undecided(top, "how long the interview gets, and whether it asks in vain")];
  const { longest, mean, way, idle, stuck, missed } = found;
  const factAt = (id: string) => book.facts.place(["facts", table.facts.findIndex((fact) => fact.id === id), "id"]);
  const last = Object.keys(way).at(-1) ?? "issue";
  const vain = new Map(idle.map((one) => [one.fact, one.known]));
  return [
    ...(longest > patience
      ? [
          warning(
            "SR501",
            factAt(last),
            `An interview can take ${longest} questions, more than ${patience}: ${told(way)}`,
            "Decide by fewer facts, or let this one apply less often.",
          ),
        ]
      : []),
    ...[...vain].map(([fact, known]) =>
      error("SR502", factAt(fact), `${fact} is asked where it cannot change the outcome: ${told(known)}`),
    ),
    ...stuck
      .slice(0, 3)
      .map((known) => error("SR504", top, `The interview gets stuck: nothing can be asked after ${told(known)}`)),
    ...missed.map(({ route, facts }) => ({
      ...error(
        "SR503",
        route === null ? top : routePlace(subject, route),
        `No answers lead to the outcome ${route ?? "without a route"} for ${told(facts)}`,
      ),
      example: exampleCase(caseId("missed", route ?? "gap"), facts, route === null ? { status: "unsure" } : { route }),
    })),
    info("SR510", top, `The longest interview has ${longest} questions, the mean ${mean.toFixed(1)}: ${told(way)}`),
  ];
}

/**
 * Nodes of all situations together that are weighed for the question that settles most. Weighing is dear, so larger
 * tables are walked in their own order; that asks the same facts, if not in the same order.
 */
const WEIGHED = 40_000;

/** All interviews with nothing known, by the playbook's priors. */
function interviewsOf({ playbook, table }: Subject): Interviews | null {
  const odds = playbook.facts.map((fact) => shares(fact.values.map((value) => value.prior)));
  return interviews(table, odds, telling(table, odds), WEIGHED) ?? interviews(table, odds, inTableOrder(table));
}
