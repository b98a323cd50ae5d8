import { type Evidence, isTold } from "../core/reading.js";
import type { Fact, Issue, Playbook } from "../playbook/types.js";
import { say } from "../render/say.js";
import { shorten } from "../render/style.js";
import type { Choice, Line, Menu } from "./asker.js";
import {
  type Answer,
  adviceOf,
  answer,
  doubtful,
  type Interview,
  known,
  likeliest,
  surelyApplies,
  type Turn,
} from "./interview.js";
import type { Talk } from "./words.js";

/** What putting a question needs besides the interview itself. */
export interface Setting {
  readonly playbook: Playbook;
  readonly lang: string;
  readonly words: Talk;
}

const QUOTE = 48;
/** A problem less probable than this is not put first. */
const LIKELY = 0.08;
const MOST_LIKELY = 3;

/** A question of the interview as a menu; "I don't know" is always an answer. */
export function questionMenu(state: Interview, turn: Extract<Turn, { ask: string }>, setting: Setting): Menu<Answer> {
  const { lang, words } = setting;
  const fact = factOf(turn.ask, setting);
  const unknown = { value: null, label: words.unknown, always: true };
  const known: readonly Choice<Answer>[] =
    fact.id === "issue"
      ? problems(state, setting)
      : fact.values.map(({ id, label }) => ({ value: id, label: say(label, lang) }));
  const choices = [...known, unknown];
  const told = fact.id === "issue" ? undefined : toldInText(state, fact.id);
  const offer = turn.offer === undefined ? told?.value : turn.offer;
  const at = choices.findIndex((choice) => choice.value === offer);
  return {
    title: say(fact.question, lang),
    trail: trail(state, setting),
    lead: fact.id === "issue" ? unclear(state, setting) : quoted(told, words),
    choices,
    ...(at >= 0 && { at, read: !Object.hasOwn(state.remembered, fact.id) }),
    why: whyAsked(state, fact, setting),
    search: fact.id === "issue",
    back: true,
  };
}

/** What the text says of a fact, though not clearly enough to count as known: the likeliest value's weightiest words. */
function toldInText(state: Interview, fact: string): Evidence | undefined {
  return evidenceFor(state, fact, likeliest(state, fact)[0]?.value ?? null)[0];
}

const quoted = (told: Evidence | undefined, words: Talk): Line[] =>
  told === undefined
    ? []
    : [{ text: words.yourText + words.colon + words.quote(shorten(told.text, QUOTE)), as: "dim", indent: 2 }];

/** Why a seller who wrote something is asked for the problem all the same. */
function unclear(state: Interview, { words }: Setting): Line[] {
  if (state.text === null || known(state).issue !== undefined || Object.hasOwn(state.remembered, "issue")) return [];
  return [{ text: doubtful(state) ? words.notASeller : words.notUnderstood, as: "yellow", indent: 2 }];
}

/** Every problem in sellers' words: the likeliest first where a text was read, then the others by group, likeliest first. */
function problems(state: Interview, { playbook, lang, words }: Setting): Choice<Answer>[] {
  const ranked = likeliest(state, "issue");
  const top = state.text === null ? [] : ranked.filter((one) => one.share >= LIKELY).slice(0, MOST_LIKELY);
  const choices = (ids: readonly string[], heading: string): Choice<Answer>[] =>
    ids.flatMap((id) => {
      const issue = playbook.issues.find((one) => one.id === id);
      if (!issue) return [];
      const name = [id, ...Object.values(issue.name)].join(" ");
      return [{ value: id, label: say(issue.summary, lang), name, group: heading, also: wordsFor(issue, playbook) }];
    });
  const rest = ranked.slice(top.length).map((one) => one.value);
  const groups = playbook.groups.flatMap((group) => {
    const ids = rest.filter((id) => playbook.issues.find((one) => one.id === id)?.group === group.id);
    return choices(ids, say(group.name, lang));
  });
  return [
    ...choices(
      top.map((one) => one.value),
      words.likely,
    ),
    ...groups,
  ];
}

/** What a search finds a problem by besides its names: the phrases that tell it in a text. */
function wordsFor({ id }: Issue, { automaton }: Playbook): string {
  const phrases = automaton.signals.filter((one) => one.fact === "issue" && one.value === id).map((one) => one.phrase);
  return phrases.join(" ");
}

/** Why a question is asked, how to find the answer, and which team each answer would lead to as things stand. */
function whyAsked(state: Interview, fact: Fact, { playbook, lang, words }: Setting): Line[] {
  const teamFor = (value: string) => adviceOf(answer(state, fact.id, value)).team;
  const leads =
    fact.id === "issue" ? [] : fact.values.map(({ id, label }) => ({ label: say(label, lang), team: teamFor(id) }));
  const differ = new Set(leads.map((one) => one.team)).size > 1;
  const nameOf = (id: string | null) => {
    const team = playbook.teams.find((one) => one.id === id);
    return team ? say(team.name, lang) : "?";
  };
  return [
    { text: words.why + words.colon + say(fact.why, lang), indent: 2 },
    { text: say(fact.help, lang), indent: 2 },
    ...(differ ? [{ text: words.leadsTo + words.colon.trimEnd(), indent: 2 }] : []),
    ...(differ ? leads.map((one) => ({ text: `- ${one.label} → ${nameOf(one.team)}`, indent: 2 })) : []),
  ];
}

/** A fact and its value as a line: what was answered or read, and the words of the text that say so. */
export function factLine(state: Interview, fact: string, value: Answer, setting: Setting, quoted = true): string {
  const { lang, words } = setting;
  const shows = quoted && !Object.hasOwn(state.answers, fact) ? evidenceFor(state, fact, value)[0] : undefined;
  const label = say(factOf(fact, setting).name, lang) + words.colon + valueLabel(fact, value, setting);
  return shows === undefined ? label : label + words.aside(words.quote(shorten(shows.text, QUOTE)));
}

/** An answer as the seller would give it; a problem by its name. */
export function valueLabel(fact: string, value: Answer, setting: Setting): string {
  if (value === null) return setting.words.unknown;
  const found = factOf(fact, setting).values.find((one) => one.id === value);
  return found ? say(found.label, setting.lang) : value;
}

/** The words of the text that show a value, the weightiest first. */
function evidenceFor({ reading }: Interview, fact: string, value: Answer): readonly Evidence[] {
  return reading.evidence
    .filter((one) => one.fact === fact && one.value === value && isTold(one))
    .sort((a, b) => Number(b.own) - Number(a.own) || b.weight - a.weight);
}

/** What is known so far, by fact: what was answered, "I don't know" among it, and what was read. */
export function soFar(state: Interview): readonly (readonly [fact: string, value: Answer])[] {
  const facts = known(state);
  return state.rules.facts.flatMap(({ id }): [string, Answer][] => {
    const value = facts[id];
    const own = Object.hasOwn(state.answers, id);
    // How long a seller waits who may have sent nothing is no fact yet.
    if (value !== undefined) return own || surelyApplies(state, id) ? [[id, value]] : [];
    return own ? [[id, null]] : [];
  });
}

/** The same as dim lines above a question. The question that is being asked is left out. */
export function trail(state: Interview, setting: Setting): Line[] {
  const asked = state.pinned?.fact;
  const wrote =
    state.text !== null
      ? [{ text: setting.words.yourText + setting.words.colon + shorten(state.text, 60), as: "dim" as const }]
      : [];
  const facts = soFar(state).filter(([fact]) => fact !== asked);
  return [
    ...wrote,
    ...facts.map(([fact, value]) => ({ text: factLine(state, fact, value, setting, false), as: "dim" as const })),
  ];
}

function factOf(id: string, { playbook }: Setting): Fact {
  const fact = playbook.facts.find((one) => one.id === id);
  if (!fact) throw new Error(`The interview asks for a fact that the playbook does not have: ${id}`);
  return fact;
}
