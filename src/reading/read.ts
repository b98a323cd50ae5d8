import type { Facts } from "../core/facts.js";
import { behindCut, type Target, type Told, WHOLE } from "../core/hearing.js";
import type { Members } from "../core/posterior.js";
import { ASKED, type Evidence, type Reading, type Shown } from "../core/reading.js";
import type { Automaton, Signal } from "./automaton.js";
import { findSigns, SIGN } from "./cautions.js";
import { evidenceOf, isCounted, withCounted } from "./counted.js";
import type { Banded, Elapsed } from "./elapsed.js";
import type { Places } from "./entities/index.js";
import { Kept } from "./kept.js";
import { Listener, type Today } from "./listen.js";
import { type Bare, Naming } from "./naming.js";
import { type Stated, statedIn } from "./stated.js";
import type { Votes } from "./votes.js";

/** What of a playbook is needed to read. */
export interface Knowledge extends Places {
  readonly automaton: Automaton;
  /** Fitted weights; absent: every signal speaks for its own value alone. */
  readonly votes?: Votes;
  /** What speaks for a group speaks for its issues. */
  readonly groups?: readonly Members[];
  /** Facts, of which those count that are times. */
  readonly facts?: readonly Banded[];
  /** Hosts that Amazon writes from and links to, besides those of the marketplaces. */
  readonly hosts: readonly string[];
}

/** What reading by one playbook takes, made when it is first read by. */
interface Reader {
  readonly listener: Listener;
  readonly known: readonly string[];
  readonly naming: Naming;
  /** To keep what was heard of one text after the other. */
  readonly kept: Kept[];
}

/** Facts of which everything is shown that a text says: signs of a false notice, and what a refusal asks for. */
const ALWAYS = [SIGN, ASKED];

const readers = new WeakMap<Knowledge, Reader>();

function readerOf(knowledge: Knowledge): Reader {
  const known = readers.get(knowledge);
  if (known) return known;
  const { automaton, votes, groups, facts, hosts: own, marketplaces } = knowledge;
  const listener = new Listener(automaton, votes, groups, facts);
  const always = listener.targets.flatMap((target, place) => (ALWAYS.includes(target[0]) ? [place] : []));
  const made = {
    listener,
    naming: new Naming(listener, always),
    kept: [],
    known: [...own, ...marketplaces.flatMap((one) => one.hosts)],
  };
  readers.set(knowledge, made);
  return made;
}

/**
 * Reads a text, in time that grows with its length: evidence for facts, entities, signs of a false notice. Without
 * `today` nothing is counted from the days that it names.
 */
export function read(text: string, knowledge: Knowledge, today: Today = null): Reading {
  const { listener, naming } = readerOf(knowledge);
  const finds = listener.listen(text, today);
  const { elapsed } = listener;
  const times = elapsed.filter(isCounted);
  const spoken = new Set(times.map(({ fact }) => fact));
  for (let i = 0; i < finds.length; i++)
    spoken.add((knowledge.automaton.signals[finds.signals[i] as number] as Signal).fact);
  const named = naming.all(
    text,
    finds,
    // Field by field: copying with the rest of an object takes longer than all else that reading does.
    ({ fact, value, weight, own, text, start, end }, signal): Evidence => {
      const { phrase } = knowledge.automaton.signals[signal] as Signal;
      return { fact, value, weight, own, phrase, text, start, end };
    },
  );
  const counted = times.map((one): Evidence => ({ ...evidenceOf(one, text), phrase: one.phrase }));
  const evidence = withCounted(named, counted, elapsed);
  const shown = shownIn(statedIn(text, knowledge), knowledge, evidence, elapsed);
  const { sums, heard } = listener;
  return {
    scores: scoresOf(listener.targets, sums),
    spoken: [...spoken],
    said: saidIn(listener),
    heard,
    halves: halvesOf(listener),
    ...shown,
  };
}

/**
 * What is to be shown of texts by one who has heard what they say: the evidence that speaks for the facts that `answer`
 * gives, and all that is always shown. Sooner done than reading them all, since the rest is only added up. Each step is
 * taken for all texts before the next: a processor goes on faster with what it does already.
 */
export function readFor(
  texts: readonly string[],
  knowledge: Knowledge,
  answer: (told: Told, text: number) => Facts,
  today: Today = null,
): Shown[] {
  const { listener, naming, kept } = readerOf(knowledge);
  while (kept.length < texts.length) kept.push(new Kept(listener));
  // The words that times were looked for in are still there.
  const stated = texts.map((text, i) => {
    (kept[i] as Kept).keep(listener.listen(text, today));
    return statedIn(text, knowledge);
  });
  const answers = texts.map((_, i) => answer(kept[i] as Kept, i));
  const evidence = answers.map((facts, i) => {
    naming.want(wantedBy(facts, listener));
    const [text, one] = [texts[i] as string, kept[i] as Kept];
    const counted = one.elapsed.filter(isCounted).filter(({ fact, value }) => facts[fact] === value);
    return withCounted(
      naming.wanted(text, one),
      counted.map((its) => evidenceOf(its, text)),
      one.elapsed,
    );
  });
  return evidence.map((one, i) => shownIn(stated[i] as Stated, knowledge, one, (kept[i] as Kept).elapsed));
}

/** The places of what is to be named for some facts, besides what always is. */
function wantedBy(facts: Facts, listener: Listener): number[] {
  const wanted: number[] = [];
  for (const fact in facts) {
    const place = listener.placeOf(fact, facts[fact] as string);
    if (place >= 0) wanted.push(place);
  }
  return wanted;
}

function shownIn<E extends Bare>(
  { named, entities, limits, written }: Stated,
  knowledge: Knowledge,
  evidence: readonly E[],
  elapsed: readonly Elapsed[],
): Shown & { readonly evidence: readonly E[] } {
  const signs = findSigns(evidence, named, readerOf(knowledge).known);
  const gone = Object.fromEntries(elapsed.map(({ fact, days }) => [fact, days]));
  return { evidence, entities, signs, written, limits, gone };
}

/** Log-odds by fact and value; what nothing speaks for or against is left out. */
function scoresOf(targets: readonly Target[], sums: Int32Array): Reading["scores"] {
  const scores: Record<string, Record<string, number>> = {};
  for (const [place, [fact, value]] of targets.entries()) {
    const sum = sums[place] as number;
    if (sum === 0) continue;
    scores[fact] ??= {};
    (scores[fact] as Record<string, number>)[value] = sum / WHOLE;
  }
  return scores;
}

function saidIn({ targets, said }: Listener): Reading["said"] {
  const values: Record<string, string[]> = {};
  for (const [place, [fact, value]] of targets.entries()) {
    if (said[place] === 0) continue;
    values[fact] ??= [];
    (values[fact] as string[]).push(value);
  }
  return values;
}

function halvesOf(listener: Listener): Reading["halves"] {
  const { targets, halves } = listener;
  if (halves === null) return null;
  const behind = behindCut(listener, halves);
  return {
    at: halves.at,
    gain: halves.gain / WHOLE,
    before: { scores: scoresOf(targets, halves.sums), heard: halves.heard },
    behind: { scores: scoresOf(targets, behind.sums), heard: behind.heard },
  };
}
