import type { Rules } from "./advise.js";
import type { Condition, FactDomain } from "./facts.js";
import { Hearing } from "./hearing.js";
import { Scales } from "./weigh.js";

/**
 * What advising needs of a playbook, as numbers: a level is a fact's place in the diagram, a slot one of all values of
 * all facts; behind them are slots of what only signals speak of, the groups of issues and the scope.
 */
export interface Plan {
  /** By level. */
  readonly facts: readonly string[];
  /** Slots by fact and value. */
  readonly slots: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By level: the slot of its first value; one more than there are levels. */
  readonly offset: Int32Array;
  /** By slot of a value. */
  readonly priors: Float64Array;
  /** The level of the issue, -1 where there is none. */
  readonly issue: number;
  /** The level of the appeal, -1 where there is none. */
  readonly appeal: number;
  /** Facts that show something of the issue: how much, and the issues that they apply to, as places among the issues. */
  readonly shown: readonly { readonly level: number; readonly share: number; readonly issues: readonly number[] }[];
  /** Groups with the places of their issues, in order. */
  readonly groups: readonly { readonly slot: number; readonly issues: readonly number[] }[];
  /** Slots of the scope. */
  readonly seller: number;
  readonly other: number;
  /** The facts as conditions are judged by. */
  readonly domains: ReadonlyMap<string, FactDomain>;
  readonly teams: readonly string[];
  /** By outcome: its team, and the door that leads there; -1 for none. */
  readonly teamOf: Int32Array;
  readonly doorOf: Int32Array;
  /** Conditions of the routes to doors that open once. */
  readonly doors: readonly (readonly (readonly Side[])[])[];
  /** To weigh on and to hear with; what was there before is lost. */
  readonly scales: Scales;
  readonly hearing: Hearing;
}

/** What a box says of one fact: the slots that it allows. */
export interface Side {
  readonly level: number;
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
  const scales = new Scales(diagram);
  const { offset } = scales;
  const levelOf = new Map(diagram.facts.map((id, level) => [id, level]));
  const numbered = (ids: readonly string[], from: number) => new Map(ids.map((id, i) => [id, from + i]));
  const groupsFrom = offset[diagram.facts.length] as number;
  const seller = groupsFrom + rules.groups.length;
  const slots = new Map(
    diagram.facts.map((id, level) => [id, numbered(diagram.values[level] ?? [], offset[level] ?? 0)]),
  )
    .set(
      "group",
      numbered(
        rules.groups.map((group) => group.id),
        groupsFrom,
      ),
    )
    .set("scope", numbered(["seller", "other"], seller));
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  const issue = levelOf.get("issue") ?? -1;
  const placesOf = (issues: readonly (string | null)[]) =>
    issues
      .map((id) => (id === null ? undefined : slots.get("issue")?.get(id)))
      .filter((slot) => slot !== undefined)
      .map((slot) => slot - (offset[issue] as number));
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
        return { level, allowed: own.flatMap((value, i) => (allowed.includes(value) ? [from + i] : [])) };
      }),
    );
  return {
    facts: diagram.facts,
    slots,
    offset,
    priors: Float64Array.from(
      diagram.facts.flatMap((id) => factOf.get(id)?.values.map((value) => value.prior) as number[]),
    ),
    issue,
    appeal: levelOf.get("appeal") ?? -1,
    shown: facts
      .filter(({ shows = 0 }) => shows !== 0)
      .map(({ id, applies = [], shows = 0 }) => ({
        level: levelOf.get(id) as number,
        share: shows,
        issues: placesOf([...new Set(applies.flatMap((box) => box.issue ?? []))]),
      })),
    groups: rules.groups.map(({ members }, i) => ({ slot: groupsFrom + i, issues: placesOf(members) })),
    seller,
    other: seller + 1,
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
    hearing: new Hearing(offset, seller + 2),
  };
}
