import type { Facts } from "../core/facts.js";
import { scopeOf } from "../playbook/book.js";
import { error, type Finding, info, warning } from "../playbook/finding.js";
import type { RawWhen } from "../playbook/raw.js";
import { isTheirs } from "../playbook/still-named.js";
import type { Route } from "../playbook/types.js";
import { compileWhen } from "../playbook/when.js";
import { caseId, exampleCase } from "./example.js";
import { idleFindings, undecided, withExample } from "./idle.js";
import { nearestRow } from "./nearest-row.js";
import type { Reached } from "./regions.js";
import { removableRoutes } from "./removable.js";
import { gaps, idlePart, liveRoutes, overlaps, winnersByValue, winnersIn } from "./routes.js";
import { listed, related, routePlace, type Subject, told } from "./subject.js";

/** What is wrong with the decision table: gaps, and routes or parts of them that decide nothing. */
export function routeFindings(subject: Subject): Finding[] {
  return [...gapFindings(subject), ...idleFindings(subject), ...removableFindings(subject), ...partFindings(subject)];
}

/** One finding for each nearest route: it tells how many gaps there are, and shows one. */
function gapFindings(subject: Subject): Finding[] {
  const byRoute = new Map<string, Facts[]>();
  for (const { facts } of gaps(subject.table)) {
    const near = nearestRow(subject.table, facts) ?? "";
    byRoute.set(near, [...(byRoute.get(near) ?? []), facts]);
  }
  return [...byRoute].map(([near, all]) => {
    const facts = all[0] as Facts;
    const place = leftOut(subject, near) ?? gapPlace(subject, near);
    const others = all.length > 1 ? `, nor ${all.length - 1} more like them` : "";
    const hint =
      near === "" ? "Write a route for them." : `The route ${near} comes nearest: widen it, or write one more.`;
    return {
      ...error("SR401", place, `No route takes ${told(facts)}${others}`, hint),
      example: exampleCase(caseId("gap", ...Object.values(facts)), facts, { status: "advised" }),
    };
  });
}

const gapPlace = (subject: Subject, near: string) =>
  near === "" ? subject.book.routes.place(["routes"], "key") : routePlace(subject, near, ["when"], true);

/** Where a playbook over another leaves routes out, if the nearest is one that it cannot widen. */
function leftOut({ book }: Subject, near: string) {
  const { playbook, routes } = book;
  const i = routes.value.routes.findIndex(({ id }) => id === near);
  const gone = playbook.value.remove?.routes ?? [];
  return gone.length > 0 && isTheirs(book, { sheet: routes, path: i < 0 ? ["routes"] : ["routes", i, "id"] })
    ? playbook.place(["remove", "routes"])
    : undefined;
}

function removableFindings(subject: Subject): Finding[] {
  const says = new Map(subject.playbook.routes.map((route) => [route.id, content(route)]));
  // A route that never wins is told of by itself: only one of such a pair is to go.
  const live = liveRoutes(subject.table);
  const table = { ...subject.table, rows: subject.table.rows.filter(({ route }) => live.has(route)) };
  const { routes, undecided: open } = removableRoutes(table, (id) => says.get(id) as string);
  return [
    ...routes.map(({ what, facts }) => ({
      ...warning(
        "SR404",
        routePlace(subject, what),
        `The route ${what} can go: wherever it wins, a later route recommends the same`,
        "Take it out, or let it recommend something else.",
      ),
      example: exampleCase(caseId("without", what), facts, { team: teamOf(subject, what) }),
    })),
    ...open.map((route) => undecided(routePlace(subject, route), `whether the route ${route} could go`)),
  ];
}

const teamOf = ({ playbook }: Subject, route: string): string =>
  (playbook.routes.find(({ id }) => id === route) as Route).team;

/** What a route recommends. Why it does is told, but decides nothing. */
function content({ team, outline, channels, alone = false, first, avoid, next }: Route): string {
  return JSON.stringify([team, outline === undefined ? "its own" : outline, channels, alone, first, avoid, next]);
}

/** Routes that lead to different teams, hold of some of the same facts, and of which neither is a special case. */
export function overlapFindings(subject: Subject): Finding[] {
  const differ = (a: string, b: string) => teamOf(subject, a) !== teamOf(subject, b);
  return overlaps(subject.table, differ).map(({ first, second, facts }) => ({
    ...info(
      "SR415",
      routePlace(subject, second),
      `The order decides between ${first} (${teamOf(subject, first)}) and ${second} (${teamOf(subject, second)}): ${told(facts)}`,
    ),
    related: [related(routePlace(subject, first), `${first} comes first`)],
    example: exampleCase(caseId(first, "or", second), facts, { team: teamOf(subject, first), route: first }),
  }));
}

/** Entries of `any` and values in lists that never decide anything. Routes that never win are told of elsewhere. */
function partFindings(subject: Subject): Finding[] {
  const { book, table } = subject;
  const scope = scopeOf(book);
  const byValue = winnersByValue(table);
  const live = liveRoutes(table);
  return book.routes.value.routes.flatMap(({ id, when }) => {
    if (!live.has(id)) return [];
    const { any, ...sides } = when as RawWhen;
    const parts = (any ?? []).map(
      (part) => compileWhen({ ...sides, any: [part] } as unknown as RawWhen, scope).condition,
    );
    const idle = parts.flatMap((part, k) => {
      const found = idlePart(table, id, part, parts.slice(0, k));
      const at = routePlace(subject, id, ["when", "any", k]);
      if (found === null) return [undecided(at, `whether this part of ${id} ever decides`)];
      if (!found.idle) return [];
      const taken = found.by.length === 0 && k > 0 && (winnersIn(table, part) ?? []).some(({ what }) => what === id);
      const hint = taken ? "The parts before it hold wherever it does: take it out." : instead(found.by);
      return [warning("SR405", at, `This part of the route ${id} never decides`, hint)];
    });
    const values = Object.entries(sides).flatMap(([fact, side]) =>
      plainValues(side).flatMap(([value, path]) => {
        if (live.get(id)?.[fact] === value || byValue(fact, value).has(id)) return [];
        const narrowed = compileWhen({ ...when, [fact]: value } as unknown as RawWhen, scope).condition;
        const by = winnersIn(table, narrowed) ?? [];
        const at = routePlace(subject, id, ["when", fact, ...path]);
        return [
          {
            ...warning("SR406", at, `The route ${id} never wins with ${fact} = ${value}`, instead(by)),
            ...withExample(by[0], `${id}-${value}`, id),
          },
        ];
      }),
    );
    return [...idle, ...values];
  });
}

const instead = (by: readonly Reached<string>[]): string =>
  by.length === 0
    ? "It can never hold together with the rest."
    : `Earlier routes win instead: ${listed(by.map(({ what }) => what))}.`;

/** Values of a side that are written out, each with its place in it. Groups and `not` are meant as a whole. */
function plainValues(side: unknown): (readonly [string, readonly number[]])[] {
  if (typeof side === "string") return [[side, []]];
  return Array.isArray(side) ? side.map((value, i) => [value as string, [i]] as const) : [];
}
