import type { Channel, Issue, Playbook, Route } from "./types.js";

const STATUSES: readonly Channel["status"][] = ["active", "legacy", "unverified"];

/**
 * The channels to name: the route's, the issue's, then the team's own unless the route stands alone; active ones before
 * others, each once.
 * Where no marketplace is named, those of all; of those not in use, the ones for the `near` marketplaces first.
 */
export function channelsFor(
  route: Pick<Route, "team" | "channels" | "alone">,
  issue: Pick<Issue, "channels">,
  playbook: Pick<Playbook, "channels" | "marketplaces">,
  marketplace?: string,
  near: readonly string[] = [],
): Channel[] {
  const byId = (id: string) => playbook.channels.filter((one) => one.id === id);
  const own = playbook.channels.filter((one) => !route.alone && one.teams.includes(route.team));
  const lead = issue.channels.flatMap(byId).filter((one) => one.teams.length === 0 || one.teams.includes(route.team));
  const regions = playbook.marketplaces.find((one) => one.id === marketplace)?.regions ?? [];
  const serves = ({ marketplaces }: Channel) =>
    marketplace === undefined ||
    marketplaces.length === 0 ||
    marketplaces.some((one) => one === marketplace || regions.includes(one));
  const all = [...new Set([...route.channels.flatMap(byId), ...lead, ...own])].filter(serves);
  const sorted = STATUSES.flatMap((status) => all.filter((one) => one.status === status));
  if (near.length === 0) return sorted;
  const far = ({ status, marketplaces }: Channel) =>
    status !== "active" && marketplaces.length > 0 && !marketplaces.some((one) => near.includes(one));
  return [...sorted.filter((one) => !far(one)), ...sorted.filter(far)];
}
