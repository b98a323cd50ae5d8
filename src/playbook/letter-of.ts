import type { Issue, Playbook, Route } from "./types.js";

/** The letter that a route gives for an issue: its own, else the issue's. Null: none is to be written. */
export const letterOf = (
  route: Pick<Route, "outline"> | undefined,
  issue: Pick<Issue, "outline"> | undefined,
): string | null | undefined => (route?.outline === undefined ? issue?.outline : route.outline);

/** The letter of what was decided; null where there is none. */
export const letterFor = (
  { routes, issues }: Pick<Playbook, "routes" | "issues">,
  { route, issue }: { readonly route: string | null; readonly issue: string | null | undefined },
): string | null =>
  letterOf(
    routes.find((one) => one.id === route),
    issues.find((one) => one.id === issue),
  ) ?? null;
