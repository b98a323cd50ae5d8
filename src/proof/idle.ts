import { error, type Finding, warning } from "../playbook/finding.js";
import { isTheirs } from "../playbook/still-named.js";
import { caseId, exampleCase } from "./example.js";
import type { Reached } from "./regions.js";
import { idleRoutes } from "./routes.js";
import { listed, related, routePlace, type Subject } from "./subject.js";

/** Routes that never win. */
export function idleFindings(subject: Subject): Finding[] {
  const idle = idleRoutes(subject.table);
  const covered = idle.filter((one) => one.kind === "shadowed" && coveringOf(subject, one) !== undefined);
  return [
    ...idle.filter((one) => !covered.includes(one)).map((one) => idleFinding(subject, one)),
    ...coverFindings(subject, covered as readonly Shadowed[]),
  ];
}

type Idle = ReturnType<typeof idleRoutes>[number];
type Shadowed = Extract<Idle, { readonly kind: "shadowed" }>;

function idleFinding(subject: Subject, idle: Idle): Finding {
  const { route } = idle;
  const at = routePlace(subject, route);
  if (idle.kind === "undecided") return undecided(at, `whether the route ${route} ever wins`);
  if (idle.kind === "dead") {
    const when = routePlace(subject, route, ["when"], true);
    return error(
      "SR402",
      when,
      `The route ${route} can never hold: no facts meet all of its condition`,
      "A fact that it names does not apply together with the others; see applies in facts.yaml.",
    );
  }
  const twin = twinOf(subject, idle);
  const by = twin === undefined ? idle.by : [twin, ...idle.by.filter((one) => one !== twin)];
  const names = listed(by.map(({ what }) => what));
  return {
    ...(twin === undefined
      ? error(
          "SR403",
          at,
          `The route ${route} never wins: earlier routes take all that it would (${names})`,
          "Move it further up, narrow the earlier ones, or take it out.",
        )
      : error(
          "SR403",
          at,
          `The route ${route} never wins: ${twin.what} comes first, and its condition is the same`,
          "Take one of the two out, or narrow the first.",
        )),
    ...withExample(by[0], `shadowed-${route}`, route),
    related: by.slice(0, 5).map(({ what }) => related(routePlace(subject, what), `${what} wins instead`)),
  };
}

/** The earlier route that has the very same condition. */
function twinOf({ table }: Subject, { route, by }: Shadowed): Shadowed["by"][number] | undefined {
  const when = (id: string) => JSON.stringify(table.rows.find((row) => row.route === id)?.when);
  return by.find(({ what }) => when(what) === when(route));
}

/** The own route of a playbook over another that a route of the other gives way to. */
function coveringOf({ book }: Subject, { route, by }: Shadowed): string | undefined {
  const { routes } = book.routes.value;
  const theirs = (id: string) =>
    isTheirs(book, { sheet: book.routes, path: ["routes", routes.findIndex((one) => one.id === id), "id"] });
  return theirs(route) ? by.map(({ what }) => what).find((id) => !theirs(id)) : undefined;
}

/** At each own route, what it leaves nothing to: nobody can mend the other playbook's file. */
function coverFindings(subject: Subject, covered: readonly Shadowed[]): Finding[] {
  const own = new Set(covered.map((one) => coveringOf(subject, one) as string));
  return [...own].map((id) => {
    const all = covered.filter((one) => coveringOf(subject, one) === id).map(({ route }) => route);
    return error(
      "SR403",
      routePlace(subject, id),
      `The route ${id} leaves nothing to ${listed(all)} of the extended playbook`,
      `Write remove: { routes: [${all.join(", ")}] } in playbook.yaml, ${all.length === 1 ? `give yours the id ${all[0]}, ` : ""}or narrow yours.`,
    );
  });
}

/** A case that shows what a route would win. */
export const withExample = (reached: Reached<unknown> | undefined, id: string, route: string) =>
  reached ? { example: exampleCase(caseId(id), reached.facts, { route }) } : {};

/** What could not be told within bounds. */
export const undecided = (place: Finding | ReturnType<typeof routePlace>, what: string): Finding =>
  warning("SR499", place, `Undecided: ${what}. The table is too large for this proof`);
