import type { Advice } from "../core/advise.js";
import { judge } from "../core/condition.js";
import { byName, type Condition, domainsOf, type Facts } from "../core/facts.js";
import type { Shown } from "../core/reading.js";
import { channelsFor } from "../playbook/channels.js";
import { letterOf } from "../playbook/letter-of.js";
import type { Fact, Playbook, Route, Section, Statement, Words } from "../playbook/types.js";
import { aftermath, leadsOn } from "./aftermath.js";
import { distinct } from "./distinct.js";
import { shownChannel } from "./lists.js";
import { reason } from "./reason.js";
import type { Named, Result, ShownOutline } from "./result.js";
import { rung } from "./rung.js";
import { say } from "./say.js";
import { others, round } from "./shares.js";
import { deadlinesOf } from "./stated.js";
import { words } from "./words.js";

/** How an answer is to be told. */
export interface Telling {
  readonly lang: string;
  /** Absent: not known, so channels of every marketplace are shown. */
  readonly marketplace?: string;
  /** Where no marketplace is known, those that the text's language points to. */
  readonly near?: readonly string[];
  /** What fills the outline's placeholders, by name. */
  readonly fill: Readonly<Record<string, string>>;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** What a message reads like that was handed over as a refusal; absent where there is none. */
  readonly previous?: "refusal" | "other";
}

/** The short form of a result: what was read and decided. */
export function present(advice: Advice, reading: Shown, playbook: Playbook, { lang }: Pick<Telling, "lang">): Result {
  const teamNamed = (id: string): Named => named(playbook.teams, id, lang);
  // Where no problem is even guessed, why a route holds would tell of one.
  const open = advice.status !== "advised" && advice.issue === null;
  const route = advice.route === null || open ? undefined : byId(playbook.routes).get(advice.route);
  const ask = advice.ask === null ? undefined : byId(playbook.facts).get(advice.ask);
  return {
    version: 1,
    status: advice.status,
    team: advice.team === null ? null : teamNamed(advice.team),
    issue: advice.issue === null ? null : named(playbook.issues, advice.issue, lang),
    confidence: round(advice.confidence),
    facts: advice.facts,
    assumed: advice.assumed,
    because: route ? [reason(route, restsOn(advice, playbook), reading, lang)] : [],
    alternatives: others(advice).map(({ team, ...one }) => ({ team: teamNamed(team), ...one })),
    also: advice.also,
    ...(ask && { ask: question(ask, advice.likely, lang) }),
    entities: reading.entities,
    cautions: cautionsOf(reading, playbook, lang),
    playbook: { version: playbook.version, digest: playbook.digest },
  };
}

/** What is advised whatever the problem is says nothing of it. */
const NO_ISSUE = { channels: [] };

/** The long form: with what the playbook says about the recommendation. Nothing more where there is no route. */
export function presentFully(advice: Advice, reading: Shown, playbook: Playbook, telling: Telling): Result {
  const short = present(advice, reading, playbook, telling);
  const { lang } = telling;
  const route = playbook.routes.find((one) => one.id === advice.route);
  const issue = playbook.issues.find((one) => one.id === advice.issue);
  const team = playbook.teams.find((one) => one.id === advice.team);
  const after = aftermath(advice, reading, playbook, telling);
  const toldNow = (after.refusal?.now && playbook.refusals?.steps[after.refusal.now.step].about) ?? [];
  // What to do hangs on the problem: where that is open there is nothing to advise yet.
  if (!route || !team || advice.unclear) return { ...short, ...after };
  const next = route.next && leadsOn(route.next.team, advice, playbook) ? route.next : null;
  const gone = route.next?.since === undefined ? undefined : reading.gone[route.next.since];
  const known = issue ? { ...advice.facts, issue: issue.id } : advice.facts;
  const domains = byName(domainsOf(playbook.facts));
  const judged = (condition: Condition) => judge(condition, known, domains);
  const fitting = <S extends Statement>(statements: readonly S[]): S[] =>
    statements.filter(({ when }) => when === undefined || judged(when) !== "fails");
  const texts = (statements: readonly Statement[]) => fitting(statements).map((one) => say(one.text, lang));
  const letter = letterOf(route, issue);
  const outline = playbook.outlines.find((one) => one.id === letter);
  // The route's own come first: a screen shows only a few.
  const avoid = distinct(fitting([...route.avoid, ...(issue?.avoid ?? []), ...team.never]));
  return {
    ...short,
    ...after,
    first: texts(
      route.first
        .filter(({ over }) => over === undefined || gone === undefined || gone < over)
        .filter(({ about }) => about === undefined || !about.every((one) => toldNow.includes(one))),
    ),
    channels: channelsFor(route, issue ?? NO_ISSUE, playbook, { ...telling, judged }).map((one) =>
      shownChannel(one, lang),
    ),
    ...(letter !== undefined && { outline: outline ? showOutline(outline, lang, telling.fill, avoid) : null }),
    evidence: texts(issue?.evidence ?? []),
    avoid: texts(avoid),
    deadlines: deadlinesOf(reading, route.waits ? [] : fitting(issue?.deadlines ?? []), telling, words(lang)),
    next: next && { team: named(playbook.teams, next.team, lang), ...rung(next, gone, telling) },
  };
}

/** What to say of each sign of a false notice that was found. */
export function cautionsOf(
  { signs }: Shown,
  { cautions }: Pick<Playbook, "cautions">,
  lang: string,
): Result["cautions"] {
  return signs.flatMap(({ sign, text }) => {
    const caution = cautions.find((one) => one.id === sign);
    return caution ? [{ sign, text: say(caution.text, lang).replaceAll("{{found}}", () => text) }] : [];
  });
}

/**
 * An outline in one language; placeholders whose value is known are filled, the others stay visible. What was said of
 * mistakes before it, it does not say again.
 */
export function showOutline(
  outline: Playbook["outlines"][number],
  lang: string,
  fill: Telling["fill"],
  before: readonly Statement[] = [],
): ShownOutline {
  const texts = (all: readonly Words[]) => all.map((one) => say(one, lang));
  const section = (one: Section) => ({
    id: one.id,
    title: say(one.title, lang),
    prompts: texts(one.prompts),
    needs: texts(one.needs),
    ...(one.text && {
      text: say(one.text, lang).replace(/\{\{([a-z_]+)\}\}/g, (blank, name: string) =>
        Object.hasOwn(fill, name) ? (fill[name] as string) : blank,
      ),
    }),
  });
  return {
    id: outline.id,
    name: say(outline.name, lang),
    purpose: say(outline.purpose, lang),
    sections: outline.sections.map(section),
    avoid: distinct([...before, ...outline.avoid])
      .slice(before.length)
      .map((one) => say(one.text, lang)),
  };
}

/** The facts that a recommendation rests on: words that speak for them are its evidence. */
export function restsOn(advice: Advice, { routes }: Pick<Playbook, "routes">): Facts {
  const route = advice.route === null ? undefined : byId(routes).get(advice.route);
  if (!route) return {};
  const known: Record<string, string> = {};
  for (const fact in advice.facts) if (asked(route).has(fact)) known[fact] = advice.facts[fact] as string;
  if (advice.issue !== null) known.issue = advice.issue;
  return known;
}

const asking = new WeakMap<Route, ReadonlySet<string>>();

/** The issue, and the facts that a route names. */
function asked(route: Route): ReadonlySet<string> {
  const known = asking.get(route);
  if (known) return known;
  const made = new Set(["issue", ...route.when.flatMap((box) => Object.keys(box))]);
  asking.set(route, made);
  return made;
}

function question(
  { id, question: text, values }: Fact,
  likely: readonly string[],
  lang: string,
): NonNullable<Result["ask"]> {
  const all = likely.length === 0 ? values : likely.flatMap((one) => byId(values).get(one) ?? []);
  return {
    fact: id,
    text: say(text, lang),
    answers: all.map((value) => ({ value: value.id, label: say(value.label, lang) })),
  };
}

function named(all: readonly { readonly id: string; readonly name: Words }[], id: string, lang: string): Named {
  const found = byId(all).get(id);
  return { id, name: found ? say(found.name, lang) : id };
}

const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** A list's items by their ids. */
function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const known = indexes.get(all) as ReadonlyMap<string, T> | undefined;
  if (known) return known;
  const made = new Map(all.map((one) => [one.id, one]));
  indexes.set(all, made);
  return made;
}
