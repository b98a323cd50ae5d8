import type { Verdict } from "../core/condition.js";
import type { Condition } from "../core/facts.js";
import type { Channel, Issue, Playbook, Route } from "./types.js";

const STATUSES: readonly Channel["status"][] = ["active", "legacy", "unverified"];

/** For whom channels are named. */
interface Asker {
  /** Absent: not known, so those of all marketplaces are named. */
  readonly marketplace?: string | undefined;
  /** Where it is not known, those that the text's language points to. */
  readonly near?: readonly string[] | undefined;
  /** What is known of the case says of a condition; absent: nothing is known. */
  readonly judged?: (condition: Condition) => Verdict;
}

/**
 * The channels to name: the route's, the issue's, then the team's own unless the route stands alone; active ones before
 * others, each once. What cannot be there in this case is left out, what fits it best comes first.
 * Where no marketplace is named, those of all; of those not in use, the ones for the `near` marketplaces first.
 */
export function channelsFor(
  route: Pick<Route, "team" | "channels" | "alone">,
  issue: Pick<Issue, "channels">,
  playbook: Pick<Playbook, "channels" | "marketplaces">,
  { marketplace, near = [], judged = () => "undecided" }: Asker = {},
): Channel[] {
  const byId = (id: string) => playbook.channels.filter((one) => one.id === id);
  const own = playbook.channels.filter((one) => !route.alone && one.teams.includes(route.team));
  const lead = issue.channels.flatMap(byId).filter((one) => one.teams.length === 0 || one.teams.includes(route.team));
  const regions = playbook.marketplaces.find((one) => one.id === marketplace)?.regions ?? [];
  const serves = ({ marketplaces }: Channel) =>
    marketplace === undefined ||
    marketplaces.length === 0 ||
    marketplaces.some((one) => one === marketplace || regions.includes(one));
  const isThere = ({ when }: Channel) => when === undefined || judged(when) !== "fails";
  const isAhead = ({ ahead }: Channel) => ahead !== undefined && judged(ahead) === "holds";
  const all = [...new Set([...route.channels.flatMap(byId), ...lead, ...own])].filter(serves).filter(isThere);
  const placed = [...all.filter(isAhead), ...all.filter((one) => !isAhead(one))];
  const sorted = STATUSES.flatMap((status) => placed.filter((one) => one.status === status));
  if (near.length === 0) return sorted;
  const far = ({ status, marketplaces }: Channel) =>
    status !== "active" && marketplaces.length > 0 && !marketplaces.some((one) => near.includes(one));
  return [...sorted.filter((one) => !far(one)), ...sorted.filter(far)];
}
