import type { Rules } from "./advise.js";
import type { Outcome } from "./diagram.js";
import { type Box, byName, domainsOf, type FactDomain } from "./facts.js";
import { Hearing } from "./hearing.js";
import { Scales } from "./weigh.js";

/** What advising needs of a playbook, as numbers: a level is a fact's place in the diagram, a place one of its values. */
export interface Plan {
  /** By level. */
  readonly facts: readonly string[];
  readonly levelOf: ReadonlyMap<string, number>;
  /** By level: places by value. */
  readonly places: readonly ReadonlyMap<string, number>[];
  /** By level: where its values begin among those of all levels; one more than there are levels. */
  readonly offset: Int32Array;
  /** By slot of a value. */
  readonly priors: Float64Array;
  /** Slots by fact and value: those of the facts' values, level by level, then of groups of issues, then of the scope. */
  readonly slots: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The level of the issue, -1 where there is none. */
  readonly issue: number;
  /** By level: 1 where the fact is what a seller wants. */
  readonly wishes: Uint8Array;
  /** Facts that show something of the issue: how much, and the slots of the issues that they apply to. */
  readonly shown: readonly { readonly level: number; readonly share: number; readonly issues: Int32Array }[];
  /** Each group's slot and those of its issues, in the order of the groups. */
  readonly groups: readonly { readonly slot: number; readonly issues: Int32Array }[];
  /** Slots of what speaks for a seller's problem and for something else. */
  readonly scope: { readonly seller: number; readonly other: number };
  /** Whether the weights of what is heard were fitted to labelled texts. */
  readonly fitted: boolean;
  /** The facts as conditions are judged by. */
  readonly domains: ReadonlyMap<string, FactDomain>;
  readonly teams: readonly string[];
  /** By outcome: its team, and the door that leads there; -1 for none. */
  readonly teamOf: Int32Array;
  readonly doorOf: Int32Array;
  /** Conditions of the routes to doors that open once. */
  readonly doors: readonly (readonly (readonly Side[])[])[];
  /** To weigh on, to hear with and to reckon with; what was there before is lost. */
  readonly scales: Scales;
  readonly heard: Hearing;
  /** Probabilities by slot of a value, and by level what they were divided by. */
  readonly odds: Float64Array;
  readonly sums: Float64Array;
  /** By team: its probability, what of it goes through open doors, and its likeliest outcome. */
  readonly shares: { readonly all: Float64Array; readonly passing: Float64Array; readonly likeliest: Int32Array };
}

/** What a box says of one fact: slots of its values. */
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
  const { diagram, facts } = rules;
  const scales = new Scales(diagram);
  const { offset } = scales;
  const levelOf = new Map(diagram.facts.map((id, level) => [id, level]));
  const values = offset[diagram.facts.length] as number;
  const scope = { seller: values + rules.groups.length, other: values + rules.groups.length + 1 };
  const slots = slotsIn(rules, offset, scope);
  const ofIssues = slots.get("issue");
  const slotsOf = (issues: readonly (string | null)[]) =>
    Int32Array.from(issues.flatMap((id) => (id === null ? [] : (ofIssues?.get(id) ?? []))));
  const priorsOf = new Map(facts.map((fact) => [fact.id, fact.values.map((value) => value.prior)]));
  const led = leading(rules, levelOf, offset);
  return {
    facts: diagram.facts,
    levelOf,
    places: diagram.values.map((all) => new Map(all.map((value, i) => [value, i]))),
    offset,
    priors: Float64Array.from(diagram.facts.flatMap((id) => priorsOf.get(id) as number[])),
    slots,
    issue: levelOf.get("issue") ?? -1,
    wishes: Uint8Array.from(diagram.facts, (id) => Number(facts.some((one) => one.id === id && one.wish === true))),
    shown: facts
      .filter(({ id, shows = 0 }) => shows !== 0 && levelOf.has(id))
      .map(({ id, applies = [], shows = 0 }) => ({
        level: levelOf.get(id) as number,
        share: shows,
        issues: slotsOf([...new Set(applies.flatMap((box) => box.issue ?? []))]),
      })),
    groups: rules.groups.map(({ members }, i) => ({ slot: values + i, issues: slotsOf(members) })),
    scope,
    fitted: rules.votes !== undefined,
    domains: byName(domainsOf(facts)),
    ...led,
    scales,
    heard: new Hearing(diagram.facts.length, scope.other + 1),
    odds: new Float64Array(values),
    sums: new Float64Array(diagram.facts.length),
    shares: {
      all: new Float64Array(led.teams.length),
      passing: new Float64Array(led.teams.length),
      likeliest: new Int32Array(led.teams.length),
    },
  };
}

function slotsIn({ diagram, groups }: Rules, offset: Int32Array, scope: Plan["scope"]): Plan["slots"] {
  const values = offset[diagram.facts.length] as number;
  return new Map([
    ...diagram.values.map((all, level): [string, ReadonlyMap<string, number>] => [
      diagram.facts[level] as string,
      new Map(all.map((value, i) => [value, (offset[level] as number) + i])),
    ]),
    ["group", new Map(groups.map(({ id }, i) => [id, values + i]))],
    ["scope", new Map(Object.entries(scope))],
  ]);
}

/** Where outcomes lead: by outcome its team and its door. There are so many that each is looked up but once. */
function leading(
  { diagram: { outcomes, values }, routes, teams: all }: Rules,
  levelOf: Plan["levelOf"],
  offset: Int32Array,
): Pick<Plan, "teams" | "teamOf" | "doorOf" | "doors"> {
  const teams = [...new Set(routes.map((route) => route.team))];
  const executive = new Set(all.filter((team) => team.executive).map((team) => team.id));
  const closed = routes.filter((route) => executive.has(route.team));
  const places = new Map(
    routes.map(({ id, team }) => [id, { team: teams.indexOf(team), door: closed.findIndex((one) => one.id === id) }]),
  );
  const [teamOf, doorOf] = [new Int32Array(outcomes.length), new Int32Array(outcomes.length)];
  for (let i = 0; i < outcomes.length; i++) {
    const { route } = outcomes[i] as Outcome;
    const place = route === null ? undefined : places.get(route);
    teamOf[i] = place?.team ?? -1;
    doorOf[i] = place?.door ?? -1;
  }
  const sides = (box: Box): Side[] =>
    Object.entries(box).map(([fact, allowed]) => {
      const level = levelOf.get(fact) as number;
      const from = offset[level] as number;
      const own = values[level] as readonly string[];
      return { level, fact, allowed: own.flatMap((value, i) => (allowed.includes(value) ? [from + i] : [])) };
    });
  return { teams, teamOf, doorOf, doors: closed.map((route) => route.when.map(sides)) };
}
