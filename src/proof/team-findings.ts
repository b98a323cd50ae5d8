import { judge } from "../core/condition.js";
import { byName, type Facts } from "../core/facts.js";
import { error, type Finding, type Related, warning } from "../playbook/finding.js";
import { caseId, type Expected, exampleCase } from "./example.js";
import { related, routeOf, routePlace, type Subject, told } from "./subject.js";
import { type Led, ladderLoops, routesIn, unreachedTeams } from "./teams.js";

/**
 * What doors that open once rest on: that an appeal was tried, and that the review was not used. A playbook
 * without these facts cannot show it, so its executive routes are findings.
 */
const UNTRIED = { appeal: "none" } as const;
const USED = { executive: "used" } as const;

/** Teams that nothing leads to, ladders that lead nowhere, doors that open too early. */
export function teamFindings(subject: Subject): Finding[] {
  const { playbook, book, table } = subject;
  const led = (id: string): Led => {
    const { team, next } = routeOf(subject, id);
    return { team, next: next?.team ?? null };
  };
  const unreached = unreachedTeams(
    table,
    playbook.teams.map((team) => team.id),
    led,
  ).flatMap((id) => {
    const sheet = book.teams.find((team) => team.id === id);
    const hint = "Let a route lead to it, or take its file out.";
    return sheet ? [warning("SR410", sheet.place(["name"], "key"), `No facts lead to the team ${id}`, hint)] : [];
  });
  const loops = ladderLoops(table, led).flatMap(({ teams, routes }) =>
    routes.map(({ what: route, facts }): Finding => {
      const ring = [...teams, teams[0]].join(" → ");
      const others: Related[] = routes
        .filter(({ what }) => what !== route)
        .map(({ what }) => related(routePlace(subject, what, ["next", "team"]), `${what} is part of it`));
      return {
        ...error(
          "SR411",
          routePlace(subject, route, ["next", "team"]),
          `The ladder goes in a circle: ${ring}`,
          "Let the last rung lead to a team that was not asked before, or to null.",
        ),
        example: exampleCase(caseId("loop", route), facts, { route }),
        ...(others.length > 0 && { related: others }),
      };
    }),
  );
  return [...unreached, ...loops, ...doorFindings(subject)];
}

const ADD =
  "First add a fact executive, with the values unused and used, to facts.yaml; then put a route for executive: used before it.";

function doorFindings(subject: Subject): Finding[] {
  const executive = new Set(subject.playbook.teams.filter((team) => team.executive).map((team) => team.id));
  const through = (known: Readonly<Record<string, string>>) =>
    routesIn(subject.table, known).filter(({ what }) => executive.has(routeOf(subject, what).team));
  const domains = byName(subject.table.facts);
  const ordinary = (facts: Facts): Expected => {
    const others = subject.table.rows.filter(({ route }) => !executive.has(routeOf(subject, route).team));
    const next = others.find(({ when }) => judge(when, facts, domains) === "holds");
    return { status: "advised", ...(next && { team: routeOf(subject, next.route).team }) };
  };
  const early = through(UNTRIED).map(({ what, facts }): Finding => {
    const message = `The route ${what} leads to ${routeOf(subject, what).team}, a door that opens once, with nothing tried: ${told(facts)}`;
    const hint = "Let it ask for an appeal that was sent or refused.";
    return {
      ...error("SR412", routePlace(subject, what), message, hint),
      example: exampleCase(
        caseId("early", what),
        facts,
        ordinary(facts),
        "Write the team that is right with nothing tried.",
      ),
    };
  });
  const again = through(USED)
    .filter(({ what }) => !early.some((one) => one.message.startsWith(`The route ${what} `)))
    .map(({ what, facts }): Finding => {
      const message = `The route ${what} leads to ${routeOf(subject, what).team} although an executive review was used: ${told(facts)}`;
      const at = routePlace(subject, what);
      // Without the fact no case can say that the review was used, and no route can ask for it.
      if (!subject.playbook.facts.some(({ id }) => id in USED)) return error("SR413", at, message, ADD);
      const hint = "Put a route for executive = used before it.";
      return {
        ...error("SR413", at, message, hint),
        example: exampleCase(
          caseId("again", what),
          facts,
          ordinary(facts),
          "Write the team that is right once the review is used.",
        ),
      };
    });
  return [...early, ...again];
}
