import type { Box, Condition } from "../core/facts.js";
import type { Finding } from "./finding.js";
import { suggest } from "./nearest.js";
import type { Path } from "./places.js";
import type { RawList, RawSide, RawWhen } from "./raw.js";

export interface Domain {
  readonly values: readonly string[];
  /** Whether the fact may be without meaning. */
  readonly applies: boolean;
}

/** What a condition may name. */
export interface Scope {
  readonly facts: ReadonlyMap<string, Domain>;
  /** Facts that stand further down, and may not be named. */
  readonly later: ReadonlySet<string>;
  /** Issues of each group, those of the groups that it includes among them. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** What is wrong in a condition; `path` leads to it from the condition. */
export interface Fault extends Pick<Finding, "code" | "message" | "hint"> {
  readonly path: Path;
  readonly part: "key" | "value";
  /** What it names and is not there. */
  readonly missing?: { readonly kind: "fact" | "issue" | "group"; readonly id: string };
}

type Value = string | null;

/**
 * Turns a `when` or `applies` of the YAML into boxes. `not` takes in "does not apply" (null) where a fact may not apply;
 * a plain list does not. `any` is and-ed with what stands beside it; a box that cannot hold is left out.
 */
export function compileWhen(when: RawWhen, scope: Scope): { condition: Condition; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const condition = boxes(when, scope, [], faults);
  if (condition.length === 0 && faults.length === 0) {
    faults.push({ code: "SR204", path: [], part: "key", message: "This condition can never hold" });
  }
  return { condition, faults };
}

function boxes(when: RawWhen, scope: Scope, path: Path, faults: Fault[]): Condition {
  const { any, ...sides } = when;
  const own: Record<string, readonly Value[]> = {};
  for (const [fact, side] of Object.entries(sides)) {
    const domain = scope.facts.get(fact);
    if (domain) own[fact] = allowed(fact, side as RawSide, domain, scope, [...path, fact], faults);
    else faults.push(unknownFact(fact, scope, path));
  }
  const box = possible(own) ? [own] : [];
  if (any === undefined) return box;
  const others = any.flatMap((other, i) => boxes(other, scope, [...path, "any", i], faults));
  return box.flatMap((left) => others.map((right) => both(left, right)).filter(possible));
}

function unknownFact(fact: string, scope: Scope, path: Path): Fault {
  const at = { path: [...path, fact], part: "key" } as const;
  if (scope.later.has(fact)) {
    return {
      ...at,
      code: "SR203",
      message: `The fact "${fact}" does not stand further up`,
      hint: "applies may name only facts above its own.",
    };
  }
  return {
    ...at,
    code: "SR201",
    message: `There is no fact "${fact}"`,
    missing: { kind: "fact", id: fact },
    ...hinted(suggest(fact, scope.facts.keys())),
  };
}

function allowed(
  fact: string,
  side: RawSide,
  domain: Domain,
  scope: Scope,
  path: Path,
  faults: Fault[],
): readonly Value[] {
  if (typeof side === "object" && "not" in side) {
    const out = new Set(listed(fact, side.not, domain, scope, [...path, "not"], faults));
    const all: readonly Value[] = domain.applies ? [...domain.values, null] : domain.values;
    return all.filter((value) => value === null || !out.has(value));
  }
  const found = new Set(listed(fact, side as Exclude<RawSide, { not: unknown }>, domain, scope, path, faults));
  return domain.values.filter((value) => found.has(value));
}

type Listed = RawList | { readonly group: RawList };

function listed(
  fact: string,
  side: Listed,
  domain: Domain,
  scope: Scope,
  path: Path,
  faults: Fault[],
): readonly string[] {
  const grouped = typeof side === "object" && "group" in side;
  if (grouped && fact !== "issue") {
    faults.push({
      code: "SR201",
      path: [...path, "group"],
      part: "key",
      message: `"${fact}" has no groups; only issue has`,
    });
    return [];
  }
  const names: RawList = grouped ? side.group : side;
  const known = grouped ? [...scope.groups.keys()] : domain.values;
  const what = grouped ? "There is no group" : `The fact "${fact}" has no value`;
  const start = grouped ? [...path, "group"] : path;
  for (const [i, name] of [names].flat().entries()) {
    if (known.includes(name)) continue;
    const other =
      !grouped && scope.groups.has(name) && fact === "issue" ? `Write { group: ${name} } for the group.` : undefined;
    const at = typeof names === "string" ? start : [...start, i];
    faults.push({
      code: "SR201",
      path: at,
      part: "value",
      message: `${what} "${name}"`,
      ...((grouped || fact === "issue") && { missing: { kind: grouped ? "group" : "issue", id: name } }),
      ...hinted(other ?? suggest(name, known)),
    });
  }
  return grouped ? [names].flat().flatMap((name) => scope.groups.get(name) ?? []) : [names].flat();
}

const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint });

const possible = (box: Box): boolean => Object.values(box).every((values) => values.length > 0);

/** What both boxes allow. */
function both(left: Box, right: Box): Box {
  const box: Record<string, readonly Value[]> = { ...left };
  for (const [fact, values] of Object.entries(right)) {
    const other = left[fact];
    box[fact] = other ? other.filter((value) => values.includes(value)) : values;
  }
  return box;
}
