import {
  ACT,
  BEFORE_DEMAND,
  DEMANDS,
  DISPOSE,
  DONE,
  GIVER,
  HEAR,
  IF,
  MUST,
  NOT,
  NOTICE,
  OTHER,
  PAST,
  PROMISE,
  READER,
  RECEIVE,
  REFUSED,
  THINGS,
  THREAT,
  TO_COME,
  WRITER,
} from "./limit-words.js";
import type { WordSet } from "./word-set.js";
import type { Words } from "./words.js";

const MOST_BEFORE = 10;
const MOST_AFTER = 8;
/** Words further apart are not of one sentence. */
const FAR = 12;
const SENTENCE = /\.\s|[;!?\u2022\u3002\uff1b\uff01\uff1f]|\n\s{0,8}\n/;
const PART = /[,:()"\u201c\u201d\u00ab\u00bb\uff0c\u3001\uff1a]/;

/** The words of one sentence around something, as far as they tell what it is. */
export class Line {
  /** The nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those before, as far as the next comma. */
  readonly lead: readonly string[];
  private readonly all: readonly string[];
  /** How many words its part between commas has. */
  private readonly short: number;
  private readonly behind: number;

  /** Around the words from one place up to another. */
  constructor(text: string, words: Words, from: number, to: number) {
    const [before, after] = [side(text, words, from, -1, MOST_BEFORE), side(text, words, to - 1, 1, MOST_AFTER)];
    this.before = before.found;
    this.after = after.found;
    this.lead = before.found.slice(0, before.part);
    this.all = [...before.found.toReversed(), ...after.found];
    this.short = before.part + after.part;
    this.behind = after.part;
  }

  /** Whether there is hardly anything else in the sentence, and nothing that has a time of its own. */
  get bare(): boolean {
    return this.short <= 3 && !this.all.some((word, i) => this.hasOwnTime(i) || THINGS.has(word));
  }

  /** Whether a comma or the end of the sentence comes right behind. */
  get ends(): boolean {
    return this.behind === 0;
  }

  /** "If you do not [in 60 days]". */
  get warns(): boolean {
    return (has(this.before, IF) && has(this.before, NOT)) || this.before.includes("fail");
  }

  /** "No answer [by 2 December]". */
  get lacks(): boolean {
    return has(this.before, NOT) && !has(this.before, IF);
  }

  /** 1 where the nearest word that tells is of what a reader has to do, -1 where it is of something else, 0 where none tells. */
  verdict(): number {
    return this.verdictBefore() || this.first(this.before.length, this.all.length, 1);
  }

  verdictBefore(): number {
    return this.first(this.before.length - 1, -1, -1);
  }

  private first(from: number, to: number, step: number): number {
    for (let i = from; i !== to; i += step) {
      const told = this.told(i);
      if (told !== 0) return told;
    }
    return 0;
  }

  /** Whether one of the next few words behind is of some kind, before any that has a time of its own. */
  follows(kind: (word: string) => boolean, from: number, count: number): boolean {
    const near = this.after.slice(from, from + count);
    const at = near.findIndex(kind);
    return at >= 0 && !near.slice(0, at).some((word) => OTHER.has(word));
  }

  /** A mail is dated, and a seller takes part: that is no time of another thing. */
  private hasOwnTime(i: number): boolean {
    const word = this.all[i] as string;
    if (!OTHER.has(word) || (word === "dated" && NOTICE.has(this.all[i - 1] ?? ""))) return false;
    return !(word.startsWith("tak") && this.all[i + 1] === "part");
  }

  /** "They [want] a report", "Amazon me [demande] un rapport". */
  private isDemanded(i: number): boolean {
    if (!DEMANDS.has(this.all[i] as string)) return false;
    // "They want so many invoices in [90 days]."
    const [head = "", thing = ""] = this.before;
    if ((head === "in" || head === "en") && THINGS.has(thing)) return false;
    let who = i - 1;
    while (who >= 0 && BEFORE_DEMAND.has(this.all[who] as string)) who--;
    return GIVER.has(this.all[who] ?? "") && this.all[who - 1] !== "do";
  }

  /** How many words lie between a word and the comma before it, where that is known; else as many as there are. */
  private inClause(i: number): number {
    const from = this.before.length - this.lead.length;
    return i < this.before.length && i >= from ? i - from : i;
  }

  private told(i: number): number {
    const word = this.all[i] as string;
    if (this.hasOwnTime(i) || REFUSED.has(word)) return -1;
    // "Disposed of in 30 days unless you have them sent back."
    if (DISPOSE.has(word)) return this.after.slice(0, 6).includes("unless") ? 1 : -1;
    const near = (count: number) => this.all.slice(Math.max(0, i - count), i);
    const unless = () => has(near(6), NOT) && has(near(6), IF);
    if (HEAR.has(word)) return unless() ? 1 : -1;
    if (DONE.has(word)) {
      if (["a", "an", "the", "your"].includes(this.all[i - 1] ?? "")) return 0;
      return has(near(4), MUST) || has(near(2), TO_BE) || unless() ? 1 : -1;
    }
    if (THREAT.has(word)) return has(near(3), TO_COME) ? 1 : -1;
    if (this.isDemanded(i)) return 1;
    if (!ACT.has(word)) return 0;
    if (has(near(3), PAST)) return -1;
    const own = near(7);
    const since = own.slice(own.findLastIndex((one) => READER.has(one)) + 1);
    if (has(since, NOT)) return has(own, IF) || !isLacking(since) ? 1 : -1;
    const clause = since.slice(Math.max(0, since.length - this.inClause(i)));
    if (clause.some((one, at) => RECEIVE.has(one) && clause[at + 1] !== "to")) return -1;
    return isPromise(since) ? -1 : 1;
  }
}

const has = (words: readonly string[], kind: WordSet): boolean => words.some((word) => kind.has(word));
const TO_BE = new Set(["can", "may"]);
const TO_DO = new Set(["do", "does", "will", "can"]);
const GOT = new Set(["get", "got", "receive", "received"]);

/** "We did not get a [reply]", "they do not [reply]", but not "I do not know how to [reply]". */
function isLacking(before: readonly string[]): boolean {
  if (has(before.slice(-3), GOT)) return true;
  const writer = before.findLastIndex((word) => WRITER.has(word));
  const rest = before.slice(writer + 1);
  return writer >= 0 && has(rest, NOT) && rest.every((word) => NOT.has(word) || TO_DO.has(word));
}

/** "We will usually [reply]", "they [reply]", but not "we must [reply]". */
function isPromise(before: readonly string[]): boolean {
  if (has(before, MUST)) return false;
  if (has(before.slice(-2), PROMISE)) return true;
  const writer = before.findLastIndex((word) => WRITER.has(word));
  if (writer < 0) return false;
  const next = before[writer + 1];
  return has(before.slice(writer + 1), PROMISE) || (next === undefined && before[writer] !== "amazon");
}

/** The words on one side, and how many of them come before a comma. */
function side(text: string, words: Words, from: number, step: 1 | -1, most: number): { found: string[]; part: number } {
  const found: string[] = [];
  let part: number | undefined;
  for (let place = from; found.length < most; place += step) {
    const [one, other] = step > 0 ? [place, place + 1] : [place - 1, place];
    const [start, end] = [words.startOf(one) + words.lengthOf(one), words.startOf(other)];
    if (one < 0 || end < 0 || end - start > FAR) break;
    const between = text.slice(start, end);
    if (SENTENCE.test(between)) break;
    if (part === undefined && PART.test(between)) part = found.length;
    found.push((words.at(place + step) as { text: string }).text);
  }
  return { found, part: part ?? found.length };
}
