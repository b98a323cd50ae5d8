import { judge } from "./condition.js";
import type { Diagram } from "./diagram.js";
import { walk } from "./diagram.js";
import { byName, type Condition, domainsOf, type Facts } from "./facts.js";
import { likeliestValues, type Priors } from "./posterior.js";

/** What a ladder is made from. */
export interface Steps {
  readonly diagram: Diagram;
  readonly facts: readonly (Priors & { readonly applies?: Condition })[];
  readonly routes: readonly {
    readonly id: string;
    readonly when: Condition;
    readonly team: string;
    readonly next: { readonly team: string } | null;
  }[];
  readonly teams: readonly { readonly id: string; readonly executive: boolean }[];
}

/** One door of the ladder, as the case stands. */
export interface Door {
  readonly team: string;
  /** Where the seller is, behind them, or still to be gone through. */
  readonly state: "here" | "used" | "open";
  /** It opens once. */
  readonly once: boolean;
}

/** A case on its ladder. */
export interface Case {
  /** All that is known or taken for granted. */
  readonly facts: Facts;
  /** The recommended team. */
  readonly team: string;
  /** The facts of one who has tried nothing. */
  readonly first: Facts;
  /** The doors that open once are used up. */
  readonly spent: boolean;
}

/**
 * The doors from the first one on, each being where the one before leads when it fails. Those that open once share one
 * chance: of them there is one, that of the recommended team if it is theirs. Empty where that team has no door.
 */
export function ladder(steps: Steps, { facts, team, first, spent }: Case): Door[] {
  const start = walk(steps.diagram, { ...likeliestValues(steps.facts), ...facts, ...first });
  const executive = new Set(steps.teams.filter((one) => one.executive).map((one) => one.id));
  const all = chain(steps, start?.route ?? null, facts.issue);
  const last = executive.has(team) ? team : all.find((door) => executive.has(door));
  const doors = [...new Set(all.map((door) => (executive.has(door) && last !== undefined ? last : door)))];
  const here = doors.indexOf(team);
  if (here < 0) return [];
  return doors.map((door, i) => {
    const once = executive.has(door);
    const used = once ? spent : i < here;
    return { team: door, state: i === here ? "here" : used ? "used" : "open", once };
  });
}

/** Teams from a route on; a team that comes round again ends it. */
function chain(steps: Steps, first: string | null, issue: string | undefined): string[] {
  const domains = byName(domainsOf(steps.facts));
  const known: Facts = issue === undefined ? {} : { issue };
  const open = steps.routes.filter((route) => judge(route.when, known, domains) !== "fails");
  const doors: string[] = [];
  for (let route = steps.routes.find((one) => one.id === first); route && !doors.includes(route.team); ) {
    doors.push(route.team);
    const to: string | undefined = route.next?.team;
    const there = open.filter((one) => one.team === to);
    // Of the routes to a team, one that leads further: those for whom nothing is left come last in a case's life.
    route = there.find((one) => one.next !== null) ?? there[0];
    if (to !== undefined && route === undefined && !doors.includes(to)) doors.push(to);
  }
  return doors;
}
