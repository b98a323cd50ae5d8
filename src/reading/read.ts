import type { Entity, Evidence, Reading } from "../core/reading.js";
import type { Automaton } from "./automaton.js";
import { findSigns } from "./cautions.js";
import { hosts } from "./entities/addresses.js";
import { findEntities, type Places } from "./entities/index.js";
import { later } from "./later.js";
import { Listener } from "./listen.js";

/** What of a playbook is needed to read. */
export interface Knowledge extends Places {
  readonly automaton: Automaton;
  /** Hosts that Amazon writes from and links to, besides those of the marketplaces. */
  readonly hosts: readonly string[];
}

/** What reading by one playbook takes, made when it is first read by. */
interface Reader {
  readonly listener: Listener;
  /** Fact and value by number. */
  readonly values: (readonly [fact: string, value: string])[];
}

const readers = new WeakMap<Knowledge, Reader>();

function readerOf(knowledge: Knowledge): Reader {
  const known = readers.get(knowledge);
  if (known) return known;
  const values: Reader["values"] = [];
  const numbers = new Map<string, number>();
  const numberOf = (fact: string, value: string): number => {
    const key = `${fact} ${value}`;
    const number = numbers.get(key) ?? values.push([fact, value]) - 1;
    numbers.set(key, number);
    return number;
  };
  const made = { listener: new Listener(knowledge.automaton, numberOf), values };
  readers.set(knowledge, made);
  return made;
}

/** Reads a text, in time that grows with its length: evidence for facts, entities, signs of a false notice. */
export function read(text: string, knowledge: Knowledge): Reading {
  const { listener, values } = readerOf(knowledge);
  listener.listen(text);
  const scores: Record<string, Record<string, number>> = {};
  listener.tell((number, amount) => {
    const [fact, value] = values[number] as Reader["values"][number];
    scores[fact] ??= {};
    const all = scores[fact] as Record<string, number>;
    all[value] = (all[value] ?? 0) + amount;
  });
  return readingOf(text, knowledge, listener.evidence(text), scores);
}

/** What stands in a text besides the evidence, put together with it. */
export function readingOf(
  text: string,
  knowledge: Knowledge,
  evidence: readonly Evidence[],
  scores: Reading["scores"],
): Reading {
  const named = hosts(text);
  const entities = findEntities(text, knowledge, named);
  const signs = findSigns(evidence, named, knownHosts(knowledge));
  return { scores, evidence, entities, signs, written: dateLine(text, entities) };
}

const hostsOf = new WeakMap<Knowledge, readonly string[]>();

/** Amazon's own hosts. */
function knownHosts(knowledge: Knowledge): readonly string[] {
  const known = hostsOf.get(knowledge) ?? [...knowledge.hosts, ...knowledge.marketplaces.flatMap((one) => one.hosts)];
  hostsOf.set(knowledge, known);
  return known;
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
