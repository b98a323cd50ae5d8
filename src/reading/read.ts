import { ASKED, type Entity, type Evidence, type Reading } from "../core/reading.js";
import type { Automaton, Signal } from "./automaton.js";
import { findSigns } from "./cautions.js";
import { hosts } from "./entities/addresses.js";
import { findEntities, type Places } from "./entities/index.js";
import { later } from "./later.js";
import { Matcher } from "./matcher.js";
import { ownVotes, Tally, type Votes, WHOLE } from "./votes.js";

/** What of a playbook is needed to read. */
export interface Knowledge extends Places {
  readonly automaton: Automaton;
  /** Fitted weights; absent: every signal speaks for its own value alone. */
  readonly votes?: Votes;
  /** Hosts that Amazon writes from and links to, besides those of the marketplaces. */
  readonly hosts: readonly string[];
}

/**
 * What a text is about is not denied by a "not" before it: "I have not got my reimbursement" is about one. Nor is what a
 * refusal asks for: "did not include a root cause".
 */
const UNDENIED = new Set(["issue", "group", "scope", "word", ASKED]);

/** What adds less to the log-odds of another value than its own is counted but not named. */
const NAMED = 0.3;

/** What reading by one playbook takes, made when it is first read by. */
interface Reader {
  readonly matcher: Matcher;
  readonly tally: Tally;
  readonly known: readonly string[];
}

const readers = new WeakMap<Knowledge, Reader>();

function readerOf(knowledge: Knowledge): Reader {
  const known = readers.get(knowledge);
  if (known) return known;
  const { automaton, votes = ownVotes(automaton), hosts: own, marketplaces } = knowledge;
  const made = {
    matcher: new Matcher(automaton),
    tally: new Tally(votes),
    known: [...own, ...marketplaces.flatMap((one) => one.hosts)],
  };
  readers.set(knowledge, made);
  return made;
}

/** Reads a text, in time that grows with its length: evidence for facts, entities, signs of a false notice. */
export function read(text: string, knowledge: Knowledge): Reading {
  const { matcher, tally, known } = readerOf(knowledge);
  const { signals } = knowledge.automaton;
  const { targets, first, votes } = tally.votes;
  const evidence: Evidence[] = [];
  const spoken = new Set<string>();
  tally.clear();
  const finds = matcher.search(text);
  for (let i = 0; i < finds.length; i++) {
    const number = finds.signals[i] as number;
    const signal = signals[number] as Signal;
    if (finds.negated[i] === 1 && !UNDENIED.has(signal.fact)) continue;
    const [start, end] = [finds.starts[i] as number, finds.ends[i] as number];
    const found = { phrase: signal.phrase, text: text.slice(start, end), start, end };
    spoken.add(signal.fact);
    tally.add(number);
    for (let at = first[number] as number; at < (first[number + 1] as number); at += 2) {
      const [fact, value] = targets[votes[at] as number] as readonly [string, string];
      const weight = (votes[at + 1] as number) / WHOLE;
      const own = fact === signal.fact && value === signal.value;
      if (Math.abs(weight) < NAMED && !own) continue;
      evidence.push({ fact, value, weight, own, ...found });
    }
  }
  const named = hosts(text);
  const entities = findEntities(text, knowledge, named);
  const signs = findSigns(evidence, named, known);
  const written = dateLine(text, entities);
  return { scores: tally.scores(), spoken: [...spoken], evidence, entities, signs, written };
}

/** Words that begin a mail's date line, in the languages of the notices. */
const DATE_LINE = later(
  String.raw`(?:^|\n)[>\s*]*(?:date|sent|received|datum|gesendet|fecha|enviado|data|inviato|envoyé|le|日期|发件时间|時間|日時|送信日時)\s*[:\uff1a]\s*(?:\p{L}{2,10}\.?,?\s+)?$`,
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
