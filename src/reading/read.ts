import { ASKED, type Entity, type Evidence, type Reading } from "../core/reading.js";
import type { Automaton } from "./automaton.js";
import { findSigns } from "./cautions.js";
import { findEntities, type Places } from "./entities/index.js";
import { Matcher } from "./matcher.js";

/** What of a playbook is needed to read. */
export interface Knowledge extends Places {
  readonly automaton: Automaton;
  /** Hosts that Amazon writes from and links to, besides those of the marketplaces. */
  readonly hosts: readonly string[];
}

/**
 * What a text is about is not denied by a "not" before it: "I have not got my reimbursement" is about one. Nor is what a
 * refusal asks for: "did not include a root cause".
 */
const UNDENIED = new Set(["issue", "group", "scope", ASKED]);

/** How much less each further signal for the same value adds: several are often one thing said twice. */
const FADE = 0.65;

const matchers = new WeakMap<Automaton, Matcher>();

/** Reads a text, in time that grows with its length: evidence for facts, entities, signs of a false notice. */
export function read(text: string, knowledge: Knowledge): Reading {
  const { automaton } = knowledge;
  const matcher = matchers.get(automaton) ?? new Matcher(automaton);
  matchers.set(automaton, matcher);
  const evidence: Evidence[] = [];
  for (const hit of matcher.find(text)) {
    const signal = automaton.signals[hit.signal] as Automaton["signals"][number];
    if (hit.negated && !UNDENIED.has(signal.fact)) continue;
    const { fact, value, weight, phrase } = signal;
    evidence.push({
      fact,
      value,
      weight,
      phrase,
      text: text.slice(hit.start, hit.end),
      start: hit.start,
      end: hit.end,
    });
  }
  const known = [...knowledge.hosts, ...knowledge.marketplaces.flatMap((one) => one.hosts)];
  const entities = findEntities(text, knowledge);
  const signs = findSigns(text, evidence, known);
  return { scores: score(evidence), evidence, entities, signs, written: dateLine(text, entities) };
}

/** Words that begin a mail's date line, in the languages of the notices. */
const DATE_LINE =
  /(?:^|\n)[>\s*]*(?:date|sent|received|datum|gesendet|fecha|enviado|data|inviato|envoyé|le|日期|发件时间|時間|日時|送信日時)\s*[::]\s*(?:\p{L}{2,10}\.?,?\s+)?$/iu;
const LONGEST_LINE = 60;

/** The first whole date that stands in a date line. */
function dateLine(text: string, entities: readonly Entity[]): string | null {
  const dated = entities.find(
    ({ kind, value, start }) =>
      kind === "date" && !value.startsWith("-") && DATE_LINE.test(text.slice(Math.max(0, start - LONGEST_LINE), start)),
  );
  return dated?.value ?? null;
}

/**
 * Adds up the evidence of each value, the strongest first and each further one for less. Words count once for a value,
 * in the strongest signal that they are part of.
 */
function score(evidence: readonly Evidence[]): Reading["scores"] {
  const scores: Record<string, Record<string, number>> = {};
  const heard = new Map<string, { spans: Evidence[]; share: number }>();
  for (const one of [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))) {
    const key = `${one.fact} ${one.value}`;
    const before = heard.get(key) ?? { spans: [], share: 1 };
    heard.set(key, before);
    if (before.spans.some((other) => one.start < other.end && other.start < one.end)) continue;
    before.spans.push(one);
    scores[one.fact] ??= {};
    const values = scores[one.fact] as Record<string, number>;
    values[one.value] = (values[one.value] ?? 0) + one.weight * before.share;
    before.share *= FADE;
  }
  return scores;
}
