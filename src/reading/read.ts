import type { Entity, Evidence, Reading } from "../core/reading.js";
import type { Automaton, Signal } from "./automaton.js";
import { findSigns } from "./cautions.js";
import { hosts } from "./entities/addresses.js";
import { findEntities, type Places } from "./entities/index.js";
import { later } from "./later.js";
import { Matcher } from "./matcher.js";
import { Scorer } from "./scores.js";

/** What of a playbook is needed to read. */
export interface Knowledge extends Places {
  readonly automaton: Automaton;
  /** Hosts that Amazon writes from and links to, besides those of the marketplaces. */
  readonly hosts: readonly string[];
}

/** What a text is about is not denied by a "not" before it: "I have not got my reimbursement" is about one. */
const UNDENIED = new Set(["issue", "group", "scope"]);

/** What reading by one playbook takes, made when it is first read by. */
interface Reader {
  readonly matcher: Matcher;
  readonly scorer: Scorer;
  readonly known: readonly string[];
}

const readers = new WeakMap<Knowledge, Reader>();

function readerOf(knowledge: Knowledge): Reader {
  const known = readers.get(knowledge);
  if (known) return known;
  const { automaton, hosts: own, marketplaces } = knowledge;
  const made = {
    matcher: new Matcher(automaton),
    scorer: new Scorer(automaton.signals),
    known: [...own, ...marketplaces.flatMap((one) => one.hosts)],
  };
  readers.set(knowledge, made);
  return made;
}

/** Reads a text, in time that grows with its length: evidence for facts, entities, signs of a false notice. */
export function read(text: string, knowledge: Knowledge): Reading {
  const { matcher, scorer, known } = readerOf(knowledge);
  const { signals } = knowledge.automaton;
  const evidence: Evidence[] = [];
  const numbers: number[] = [];
  const finds = matcher.search(text);
  for (let i = 0; i < finds.length; i++) {
    const number = finds.signals[i] as number;
    const { fact, value, weight, phrase } = signals[number] as Signal;
    if (finds.negated[i] === 1 && !UNDENIED.has(fact)) continue;
    const [start, end] = [finds.starts[i] as number, finds.ends[i] as number];
    numbers.push(number);
    evidence.push({ fact, value, weight, phrase, text: text.slice(start, end), start, end });
  }
  const named = hosts(text);
  const entities = findEntities(text, knowledge, named);
  const signs = findSigns(evidence, named, known);
  const scores = scorer.score(evidence, numbers);
  return { scores, evidence, entities, signs, written: dateLine(text, entities) };
}

/** Words that begin a mail's date line, in the languages of the notices. */
const DATE_LINE = later(
  String.raw`(?:^|\n)[>\s*]*(?:date|sent|received|datum|gesendet|fecha|enviado|data|inviato|envoyé|le|日期|发件时间|時間|日時|送信日時)\s*[::]\s*(?:\p{L}{2,10}\.?,?\s+)?$`,
  "iu",
);
const LONGEST_LINE = 60;

/** The first whole date that stands in a date line. */
function dateLine(text: string, entities: readonly Entity[]): string | null {
  const dated = entities.find(
    ({ kind, value, start }) =>
      kind === "date" &&
      !value.startsWith("-") &&
      DATE_LINE().test(text.slice(Math.max(0, start - LONGEST_LINE), start)),
  );
  return dated?.value ?? null;
}
