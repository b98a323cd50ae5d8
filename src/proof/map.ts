import { type Diagram, Nodes, type Outcome, restrict } from "../core/diagram.js";
import type { Facts } from "../core/facts.js";
import type { Playbook } from "../playbook/types.js";

/** The decision table as a map: what is asked, and where the answers lead. Cases that lead to the same route are one. */
export interface DecisionMap {
  /** The first is where it begins. */
  readonly places: readonly MapPlace[];
  readonly ways: readonly MapWay[];
}

export type MapPlace =
  | { readonly kind: "question"; readonly id: string; readonly fact: string }
  | { readonly kind: "route"; readonly id: string; readonly route: string }
  | { readonly kind: "gap"; readonly id: string }
  /** In a map that was made smaller: questions that are not drawn, and a team whatever the route. */
  | { readonly kind: "branch"; readonly id: string; readonly facts: readonly string[] }
  | { readonly kind: "team"; readonly id: string; readonly team: string };

export interface MapWay {
  readonly from: string;
  readonly to: string;
  /** Values of the question's fact; none behind a branch. */
  readonly values: readonly string[];
}

/** Questions up to which a map is drawn whole, unless told. */
export const LARGE = 24;

/**
 * The map of what can still happen once some facts are known. Of a large one only the first question is drawn; behind
 * it stands a branch for each group of issues, with what is asked there and the teams that it leads to.
 */
export function mapOf(playbook: Playbook, known: Facts, whole = false): DecisionMap {
  const merged = byRoute(restrict(playbook.diagram, known));
  const questions = below(merged, [merged.root]).filter((at) => at >= 0).length;
  return whole || questions <= LARGE ? full(merged) : overview(merged, playbook);
}

function full(diagram: Diagram): DecisionMap {
  const places: MapPlace[] = [];
  const ways: MapWay[] = [];
  const id = (at: number) => (at < 0 ? `r${~at}` : `q${at}`);
  const seen = new Set<number>();
  const visit = (at: number): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at < 0) {
      const { route } = diagram.outcomes[~at] as Outcome;
      places.push(route === null ? { kind: "gap", id: id(at) } : { kind: "route", id: id(at), route });
      return;
    }
    places.push({ kind: "question", id: id(at), fact: factOf(diagram, at) });
    const targets = kidsOf(diagram, at);
    for (const kid of new Set(targets)) {
      ways.push({ from: id(at), to: id(kid), values: valuesOf(diagram, at).filter((_, i) => targets[i] === kid) });
      visit(kid);
    }
  };
  visit(diagram.root);
  return { places, ways };
}

function overview(diagram: Diagram, { issues, groups, routes, teams }: Playbook): DecisionMap {
  const { root } = diagram;
  const fact = factOf(diagram, root);
  const targets = kidsOf(diagram, root);
  const values = valuesOf(diagram, root);
  const groupOf = (value: string) => issues.find((one) => one.id === value)?.group;
  const sorts: readonly (readonly string[])[] =
    fact === "issue"
      ? groups.map(({ id }) => values.filter((value) => groupOf(value) === id))
      : [...new Set(targets)].map((kid) => values.filter((_, i) => targets[i] === kid));

  const places: MapPlace[] = [{ kind: "question", id: "q", fact }];
  const ways: MapWay[] = [];
  const ends: MapPlace[] = [];
  const end = (at: number): string => {
    const { route } = diagram.outcomes[~at] as Outcome;
    const team = routes.find((one) => one.id === route)?.team;
    const id = team === undefined ? "gap" : `t${teams.findIndex((one) => one.id === team)}`;
    if (!ends.some((one) => one.id === id))
      ends.push(team === undefined ? { kind: "gap", id } : { kind: "team", id, team });
    return id;
  };
  for (const [i, taken] of sorts.entries()) {
    if (taken.length === 0) continue;
    const all = below(
      diagram,
      taken.map((value) => targets[values.indexOf(value)] as number),
    );
    const asked = new Set(all.filter((at) => at >= 0).map((at) => factOf(diagram, at)));
    const reached = [...new Set(all.filter((at) => at < 0).map(end))];
    const only = asked.size === 0 && reached.length === 1 ? reached[0] : undefined;
    ways.push({ from: "q", to: only ?? `b${i}`, values: taken });
    if (only !== undefined) continue;
    places.push({ kind: "branch", id: `b${i}`, facts: diagram.facts.filter((one) => asked.has(one)) });
    ways.push(...reached.map((to): MapWay => ({ from: `b${i}`, to, values: [] })));
  }
  return { places: [...places, ...ends], ways };
}

const factOf = ({ facts, level }: Diagram, at: number): string => facts[level[at] as number] as string;
const valuesOf = ({ values, level }: Diagram, at: number): readonly string[] =>
  values[level[at] as number] as readonly string[];

function kidsOf(diagram: Diagram, at: number): readonly number[] {
  const first = diagram.first[at] as number;
  return diagram.kids.slice(first, first + valuesOf(diagram, at).length);
}

/** Everything that can be reached from some places, they among it. */
function below(diagram: Diagram, from: readonly number[]): number[] {
  const found = new Set(from);
  // A set grows while it is walked.
  for (const at of found) if (at >= 0) for (const kid of kidsOf(diagram, at)) found.add(kid);
  return [...found];
}

/** The diagram with its leaves told apart by route alone. */
function byRoute(diagram: Diagram): Diagram {
  const routes = [...new Set(diagram.outcomes.map(({ route }) => route))];
  const nodes = new Nodes();
  const copies: number[] = [];
  const copy = (at: number): number =>
    at < 0 ? ~routes.indexOf((diagram.outcomes[~at] as Outcome).route) : (copies[at] as number);
  for (const [at, level] of diagram.level.entries()) copies.push(nodes.make(level, kidsOf(diagram, at).map(copy)));
  const outcomes = routes.map((route) => ({ route, named: {} }));
  return { ...diagram, outcomes, root: copy(diagram.root), level: nodes.level, first: nodes.first, kids: nodes.kids };
}
