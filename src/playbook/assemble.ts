import { compile } from "../core/compile.js";
import { domainsOf } from "../core/facts.js";
import { build, type Signal } from "../reading/automaton.js";
import { type Book, scopeOf } from "./book.js";
import { kept } from "./kept.js";
import { lexiconOf, phrasesOf } from "./phrases.js";
import type { RawChannel, RawIssue, RawOutline, RawRoute, RawTeam } from "./raw.js";
import { refusalSignals, refusalsOf } from "./refusal-links.js";
import type { ReviewRules } from "./review.js";
import { conditional, statement } from "./statement.js";
import type { Channel, Deadline, Fact, FactValue, Issue, Outline, Playbook, Route, Team } from "./types.js";
import { votesOf } from "./votes.js";
import { compileWhen, type Scope } from "./when.js";

/** Puts a checked book together; null where its decision table is too large to compile. */
export function assemble(book: Book, digest: string): Playbook | null {
  const { version, languages, thresholds, hosts, marketplaces, stakes, cautions } = book.playbook.value;
  const scope = scopeOf(book);
  const groups = book.playbook.value.groups.map((group) => ({ ...group, members: scope.groups.get(group.id) ?? [] }));
  const issues = book.issues.map(({ id, value }) => issueOf(id, value, scope));
  const facts = factsOf(book, scope, issues);
  const routes = book.routes.value.routes.map((route) => routeOf(route, scope));
  const rows = routes.map(({ id, when }) => ({ route: id, when }));
  const diagram = compile({ facts: domainsOf(facts), rows, named: ["issue"] });
  if (diagram === null) return null;
  const teams = book.teams.map(({ id, value }) => teamOf(id, value));
  const outlines = book.outlines.map(({ id, value }) => outlineOf(id, value));
  const channels = book.channels.value.channels.map((channel) => channelOf(channel, scope));
  const automaton = automatonOf(book);
  const refusals = refusalsOf(book);
  return {
    version,
    digest,
    languages,
    thresholds,
    hosts,
    marketplaces,
    groups,
    ...(stakes && { stakes }),
    cautions,
    teams,
    channels,
    facts,
    issues,
    routes,
    outlines,
    ...(refusals && { refusals }),
    ...reviewOf(book),
    diagram,
    automaton,
    ...votesIn(book, automaton.signals),
  };
}

const automatonOf = kept(
  (book: Book) => [book.playbook, book.lexicon, book.refusals, ...book.signals],
  (book) => build([...signalsOf(book), ...refusalSignals(book)], lexiconOf(book.lexicon.value)),
);

const votesIn = kept(
  (book: Book, signals: readonly Signal[]) => [
    signals,
    book.weights,
    book.facts,
    book.playbook,
    book.issues.map(({ id }) => id).join(),
  ],
  (book, signals) => (book.weights === null ? {} : { votes: votesOf(book, signals) }),
);

function teamOf(id: string, raw: RawTeam): Team {
  return {
    id,
    ...raw,
    does: raw.does.map(statement),
    does_not: raw.does_not.map(statement),
    cares: raw.cares.map(statement),
    reaches_you: raw.reaches_you.map(statement),
    never: raw.never.map(statement),
    reply: raw.reply.map(statement),
    changed: raw.changed.map(statement),
  };
}

function channelOf({ when, ahead, ...raw }: RawChannel, scope: Scope): Channel {
  return {
    ...raw,
    ...(when && { when: compileWhen(when, scope).condition }),
    ...(ahead && { ahead: compileWhen(ahead, scope).condition }),
  };
}

function issueOf(id: string, raw: RawIssue, scope: Scope): Issue {
  const one = conditional(scope);
  return {
    id,
    ...raw,
    prior: raw.prior ?? 1,
    evidence: raw.evidence.map(one),
    avoid: raw.avoid.map(one),
    deadlines: raw.deadlines.map((deadline) => one(deadline) as Deadline),
    channels: raw.channels ?? [],
  };
}

function outlineOf(id: string, raw: RawOutline): Outline {
  return { id, ...raw, avoid: raw.avoid.map(statement) };
}

function routeOf(raw: RawRoute, scope: Scope): Route {
  return {
    ...raw,
    when: compileWhen(raw.when, scope).condition,
    first: (raw.first ?? []).map(conditional(scope)),
    avoid: (raw.avoid ?? []).map(conditional(scope)),
    channels: raw.channels ?? [],
  };
}

function reviewOf(book: Book): { readonly review?: ReviewRules } {
  if (book.review === null) return {};
  return { review: { ...book.review.value, negators: lexiconOf(book.lexicon.value).negators } };
}

function factsOf(book: Book, scope: Scope, issues: readonly Issue[]): Fact[] {
  const ofIssues: readonly FactValue[] = issues.map(({ id, name, prior }) => ({ id, label: name, prior }));
  return book.facts.value.facts.map(({ applies, values, ...fact }) => ({
    ...fact,
    ...(applies && { applies: compileWhen(applies, scope).condition }),
    values: fact.id === "issue" ? ofIssues : (values ?? []),
  }));
}

/** Signals of the issues first, then of the other facts. */
function signalsOf(book: Book): Signal[] {
  const { strengths } = book.playbook.value;
  const [issues, facts] = [true, false].map((first) =>
    book.signals.filter((sheet) => sheet.name.startsWith("signals/issue/") === first),
  );
  return [...(issues ?? []), ...(facts ?? [])]
    .flatMap(phrasesOf)
    .map(({ fact, value, phrase, strength, lang }) => ({ fact, value, phrase, weight: strengths[strength], lang }));
}
