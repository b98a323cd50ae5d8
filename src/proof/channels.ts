import type { Facts } from "../core/facts.js";
import { error, type Finding } from "../playbook/finding.js";
import type { Channel, Issue, Playbook, Route } from "../playbook/types.js";
import { caseId, exampleCase } from "./example.js";
import { outcomes } from "./regions.js";
import { listed, routeOf, routePlace, type Subject } from "./subject.js";

/** Outcomes that name no channel of today in some marketplace: one finding a route. */
export function channelFindings(subject: Subject): Finding[] {
  const { playbook, table } = subject;
  const lacking = new Map<string, { markets: Set<string>; issues: Set<string>; facts: Facts }>();
  for (const { what, facts } of outcomes(table.diagram)) {
    if (what.route === null) continue;
    const issue = playbook.issues.find(({ id }) => id === what.named.issue);
    const route = routeOf(subject, what.route);
    const missing = deafMarkets(playbook, route, issue);
    if (missing.length === 0) continue;
    const before = lacking.get(route.id) ?? { markets: new Set(), issues: new Set(), facts };
    lacking.set(route.id, before);
    for (const market of missing) before.markets.add(market);
    if (issue) before.issues.add(issue.id);
  }
  return [...lacking].map(([id, { markets, issues, facts }]) => {
    const { team } = routeOf(subject, id);
    const where = markets.size === playbook.marketplaces.length ? "any marketplace" : listed([...markets], 8);
    const message = `The route ${id} names no active channel in ${where} (issue ${listed([...issues])})`;
    const hint = `Give ${team} a channel that serves all marketplaces, or name one in the route.`;
    return {
      ...error("SR414", routePlace(subject, id), message, hint),
      example: exampleCase(caseId("channel", id), facts, { team, route: id }),
    };
  });
}

/** Marketplaces in which a route names no active channel for an issue that is there in any case. */
function deafMarkets(playbook: Playbook, route: Route, issue: Issue | undefined): string[] {
  const usable = channelsOf(playbook, route, issue).filter(
    ({ status, when }) => status === "active" && when === undefined,
  );
  return playbook.marketplaces
    .filter(({ id, regions }) => !usable.some((channel) => serves(channel, [id, ...regions])))
    .map(({ id }) => id);
}

/** Channels that a recommendation names: the route's, the issue's that lead to its team or to none, and the team's own. */
export function channelsOf(playbook: Playbook, route: Route, issue: Issue | undefined): Channel[] {
  return playbook.channels.filter(
    ({ id, teams }) =>
      route.channels.includes(id) ||
      teams.includes(route.team) ||
      ((issue?.channels.includes(id) ?? false) && teams.length === 0),
  );
}

const serves = ({ marketplaces }: Channel, names: readonly string[]): boolean =>
  marketplaces.length === 0 || marketplaces.some((one) => names.includes(one));
