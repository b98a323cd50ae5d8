import { type Advice, advise, oddsOf, type Rules, strangeness, understood } from "../core/advise.js";
import { applicable } from "../core/condition.js";
import { decide } from "../core/decide.js";
import { byName, domainsOf, type Facts } from "../core/facts.js";
import { type Half, NOTHING_READ, type Reading } from "../core/reading.js";
import { mostTelling } from "../core/weigh.js";

/** What the seller says of a fact: one of its values, or null for "I don't know". */
export type Answer = string | null;

export interface Step {
  readonly fact: string;
  readonly answer: Answer;
}

/**
 * An interview, as a fold over its steps: back, change, resume and replay are all the same fold over other steps.
 * A later step for a fact takes the place of an earlier one.
 */
export interface Interview {
  readonly rules: Rules;
  readonly text: string | null;
  readonly reading: Reading;
  readonly steps: readonly Step[];
  /** The answers that count: those that do not apply any more have fallen away. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** The last answer that a fact ever had, to be offered again. */
  readonly remembered: Readonly<Record<string, Answer>>;
  /** A question that is put whether it matters or not, because the seller went to it. */
  readonly pinned: { readonly fact: string; readonly by: "back" | "change" } | null;
}

/** What comes next. `offer` is the answer that the fact had before, where it had one. */
export type Turn = { readonly ask: string; readonly offer?: Answer } | { readonly settled: Advice };

/** Facts as the steps that give them. */
export const stepsOf = (facts: Facts): Step[] => Object.entries(facts).map(([fact, answer]) => ({ fact, answer }));

/** The facts that steps give, each as it was said last. */
export const factsOf = (steps: readonly Step[]): Facts =>
  Object.fromEntries(steps.flatMap(({ fact, answer }) => (answer === null ? [] : [[fact, answer]])));

/** The same of answers. */
export const factsIn = (answers: Interview["answers"]): Facts =>
  Object.fromEntries(Object.entries(answers).filter((one): one is [string, string] => one[1] !== null));

/** A new interview, on what a text was understood to say and on the steps of an earlier one. */
export function begin(rules: Rules, text: string | null, reading: Reading, steps: readonly Step[] = []): Interview {
  return replay({ rules, text, reading, steps: [], answers: {}, remembered: {}, pinned: null }, steps);
}

/** The interview with these steps in place of its own. What was ever answered stays on offer. */
function replay(state: Interview, steps: readonly Step[]): Interview {
  let answers: Interview["answers"] = {};
  let remembered = state.remembered;
  for (const { fact, answer } of steps) {
    const { [fact]: _, ...others } = answers;
    answers = stillApply(state, { ...others, [fact]: answer });
    remembered = { ...remembered, [fact]: answer };
  }
  return { ...state, steps, answers, remembered, pinned: null };
}

/** The question that settles most of what can still change the recommendation; or the advice, where none can. */
export function next(state: Interview): Turn {
  if (state.pinned) return asking(state, state.pinned.fact);
  const { rules } = state;
  const facts = known(state);
  const decision = decide(rules.diagram, facts);
  if (decision.kind === "settled") return { settled: adviceOf(state) };
  const domains = byName(domainsOf(rules.facts));
  const open = decision.hangs.filter(
    (fact) => !Object.hasOwn(state.answers, fact) && applicable(fact, facts, domains) === "holds",
  );
  const fact = mostTelling(decision.rest, oddsOf(rules, heard(state), facts), open, (outcome) => outcome);
  return fact === null ? { settled: adviceOf(state) } : asking(state, fact);
}

const asking = (state: Interview, fact: string): Turn =>
  Object.hasOwn(state.remembered, fact) ? { ask: fact, offer: state.remembered[fact] as Answer } : { ask: fact };

/** Answers a question. Answers that do not apply any more fall away; the rest stays. */
export function answer(state: Interview, fact: string, said: Answer): Interview {
  return replay(state, [...state.steps, { fact, answer: said }]);
}

/** To the question that was answered last; null where there is none. From a change it goes back to where it came from. */
export function back(state: Interview): Interview | null {
  if (state.pinned?.by === "change") return { ...state, pinned: null };
  const last = state.steps.at(-1);
  if (last === undefined) return null;
  const before = replay(state, state.steps.slice(0, -1));
  const remembered = { ...before.remembered, ...state.remembered };
  return { ...before, remembered, pinned: { fact: last.fact, by: "back" } };
}

/** To any question, to answer it anew. Until it is answered everything stays as it is. */
export function change(state: Interview, fact: string): Interview {
  return { ...state, pinned: { fact, by: "change" } };
}

/** Facts that count as known: those answered and, until they are corrected, those read with enough certainty. */
export function known(state: Interview): Facts {
  return thatApply(state.rules, claimed(state, state.answers));
}

/** The advice on what is known so far; what is not known is weighed as in one-shot. */
export function adviceOf(state: Interview): Advice {
  const facts = known(state);
  const reading = heard(state);
  const apart = Object.keys(claimed(state, state.answers)).filter((fact) => facts[fact] === undefined);
  return unlessAnswered(state, advise(state.rules, { ...reading, scores: without(reading.scores, apart) }, facts));
}

/** The advice where the seller is not there to look over what was read: it is weighed, as in one-shot. */
export function adviceUnseen(state: Interview): Advice {
  return unlessAnswered(state, advise(state.rules, heard(state), factsIn(state.answers)));
}

/** What was answered with "I don't know" is not asked again. */
function unlessAnswered({ answers }: Interview, advice: Advice): Advice {
  return advice.ask !== null && Object.hasOwn(answers, advice.ask) ? { ...advice, ask: null } : advice;
}

/** Values of a fact with their probability, likeliest first; ties in the playbook's order. */
export function likeliest(state: Interview, fact: string): { readonly value: string; readonly share: number }[] {
  const { diagram } = state.rules;
  const level = diagram.facts.indexOf(fact);
  const shares = oddsOf(state.rules, state.reading, {})[level] ?? [];
  return shares
    .map((share, i) => ({ value: diagram.values[level]?.[i] as string, share }))
    .sort((a, b) => b.share - a.share);
}

/** Whether the text does not read like a seller's problem, and the seller has not said that it is one. */
export function doubtful(state: Interview): boolean {
  const said = Object.values(state.answers).some((one) => one !== null);
  const { rules, reading } = state;
  if (said || state.text === null) return false;
  return strangeness(rules, reading) >= rules.thresholds.scope;
}

/** Whoever answers questions without a text is taken for a seller. */
const ASKED: Reading = { ...NOTHING_READ, scores: { scope: { seller: 9 } } };

/** The reading without what the seller took back: facts that it was sure of, and that were answered with "I don't know". */
function heard({ rules, text, reading, answers }: Interview): Reading {
  if (text === null) return ASKED;
  const certain = understood(rules, reading, {});
  const takenBack = Object.keys(answers).filter((fact) => answers[fact] === null && certain[fact] !== undefined);
  if (takenBack.includes("issue")) takenBack.push("group");
  if (takenBack.length === 0) return reading;
  const left = <T extends Half>(one: T): T => ({ ...one, scores: without(one.scores, takenBack) });
  const { halves } = reading;
  return {
    ...left(reading),
    halves: halves && { ...halves, before: left(halves.before), behind: left(halves.behind) },
  };
}

/** What is answered and read, whether it applies or not. */
function claimed(state: Interview, answers: Interview["answers"]): Facts {
  const now = { ...state, answers };
  if (doubtful(now)) return factsIn(answers);
  return understood(state.rules, heard(now), factsIn(answers));
}

/** Whether a fact means something in this case for certain, and not only if what is not known yet comes out so. */
export const surelyApplies = (state: Interview, fact: string): boolean =>
  applicable(fact, known(state), byName(domainsOf(state.rules.facts))) === "holds";

/** Facts but those that mean nothing in this case. A fact's `applies` names earlier facts only, so one pass is enough. */
function thatApply(rules: Rules, claims: Facts): Facts {
  const domains = byName(domainsOf(rules.facts));
  const facts: Record<string, string> = {};
  for (const { id } of rules.facts) {
    const value = claims[id];
    if (value !== undefined && applicable(id, facts, domains) !== "fails") facts[id] = value;
  }
  return facts;
}

function stillApply(state: Interview, answers: Interview["answers"]): Interview["answers"] {
  const facts = thatApply(state.rules, claimed(state, answers));
  const domains = byName(domainsOf(state.rules.facts));
  return Object.fromEntries(Object.entries(answers).filter(([fact]) => applicable(fact, facts, domains) !== "fails"));
}

function without<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
