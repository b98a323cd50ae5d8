import type { Rules } from "./advise.js";
import type { Condition, FactDomain } from "./facts.js";
import { Scales } from "./weigh.js";

/** What advising needs of a playbook, as numbers: a level is a fact's place in the diagram, a place one of its values. */
export interface Plan {
  readonly levelOf: ReadonlyMap<string, number>;
  /** By level: places by value. */
  readonly places: readonly ReadonlyMap<string, number>[];
  /** By level: where its values begin among those of all levels; one more than there are levels. */
  readonly offset: Int32Array;
  readonly priors: Float64Array;
  /** The level of the issue, -1 where there is none. */
  readonly issue: number;
  /** Facts that show something of the issue: how much, and the places of the issues that they apply to. */
  readonly shown: readonly { readonly id: string; readonly share: number; readonly issues: readonly number[] }[];
  /** Places of the issues of each group, in the order of the groups. */
  readonly groups: readonly { readonly id: string; readonly issues: readonly number[] }[];
  /** The facts as conditions are judged by. */
  readonly domains: ReadonlyMap<string, FactDomain>;
  readonly teams: readonly string[];
  /** By outcome: its team, and the door that leads there; -1 for none. */
  readonly teamOf: Int32Array;
  readonly doorOf: Int32Array;
  /** Conditions of the routes to doors that open once. */
  readonly doors: readonly (readonly (readonly Side[])[])[];
  /** To weigh on; what was weighed before is lost. */
  readonly scales: Scales;
}

/** What a box says of one fact: places among the values of all levels. */
export interface Side {
  readonly level: number;
  readonly fact: string;
  readonly allowed: readonly number[];
}

const plans = new WeakMap<Rules, Plan>();

export function planOf(rules: Rules): Plan {
  const known = plans.get(rules);
  if (known) return known;
  const made = plan(rules);
  plans.set(rules, made);
  return made;
}

function plan(rules: Rules): Plan {
  const { diagram, facts, routes } = rules;
  const levelOf = new Map(diagram.facts.map((id, level) => [id, level]));
  const places = diagram.values.map((values) => new Map(values.map((value, i) => [value, i])));
  const scales = new Scales(diagram);
  const { offset } = scales;
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  const issue = levelOf.get("issue") ?? -1;
  const placesOf = (issues: readonly (string | null)[]) =>
    issues.map((id) => (id === null ? undefined : places[issue]?.get(id))).filter((one) => one !== undefined);
  const teams = [...new Set(routes.map((route) => route.team))];
  const executive = new Set(rules.teams.filter((team) => team.executive).map((team) => team.id));
  const closed = routes.filter((route) => executive.has(route.team));
  const routeOf = new Map(routes.map((route) => [route.id, route]));
  const boxes = (condition: Condition): Side[][] =>
    condition.map((box) =>
      Object.entries(box).map(([fact, allowed]) => {
        const level = levelOf.get(fact) as number;
        const own = diagram.values[level] as readonly string[];
        const from = offset[level] as number;
        return { level, fact, allowed: own.flatMap((value, i) => (allowed.includes(value) ? [from + i] : [])) };
      }),
    );
  return {
    levelOf,
    places,
    offset,
    priors: Float64Array.from(
      diagram.facts.flatMap((id) => factOf.get(id)?.values.map((value) => value.prior) as number[]),
    ),
    issue,
    shown: facts
      .filter(({ shows = 0 }) => shows !== 0)
      .map(({ id, applies = [], shows = 0 }) => ({
        id,
        share: shows,
        issues: placesOf([...new Set(applies.flatMap((box) => box.issue ?? []))]),
      })),
    groups: rules.groups.map(({ id, members }) => ({ id, issues: placesOf(members) })),
    domains: new Map(
      diagram.facts.map((id, level) => {
        const applies = factOf.get(id)?.applies;
        return [id, { id, values: diagram.values[level] as readonly string[], ...(applies && { applies }) }];
      }),
    ),
    teams,
    teamOf: Int32Array.from(diagram.outcomes, ({ route }) =>
      route === null ? -1 : teams.indexOf(routeOf.get(route)?.team as string),
    ),
    doorOf: Int32Array.from(diagram.outcomes, ({ route }) => closed.findIndex((one) => one.id === route)),
    doors: closed.map((route) => boxes(route.when)),
    scales,
  };
}
