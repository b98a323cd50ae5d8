import type { Entity, Limit } from "../../core/reading.js";
import { acts, clauseAround, others } from "./cjk-windows.js";
import {
  ACT,
  CAME,
  DONE,
  FILLER,
  FROM,
  GIVE,
  GOT_IT,
  LAST_DAY,
  LEFT,
  NOTICE,
  ON,
  OTHER,
  OWN,
  RECEIPT,
  THINGS,
  TO_DAY,
  UNTIL,
} from "./limit-words.js";
import { Line } from "./line.js";
import type { Words } from "./words.js";

/** The times and last days to answer that a text states, and the days that notices are of. */
export interface Limits {
  readonly limits: readonly Limit[];
  readonly noticed: readonly string[];
}

/** Tells for each day of a text, and each time to answer, what it is. Of a day that can be read in two ways nothing is told. */
export function limitsIn(text: string, words: Words, entities: readonly Entity[]): Limits {
  const limits: Limit[] = [];
  const noticed: string[] = [];
  const told = entities.filter(({ kind }) => kind === "date" || kind === "window");
  for (const [i, entity] of told.entries()) {
    if (entity.kind === "window") {
      const near = [told[i + 1], told[i - 1]].filter((day) => day !== undefined);
      const from =
        near.find((day) => isFrom(text, words, entity, day)) ?? near.find((day) => isGiven(text, words, entity, day));
      limits.push({ value: entity.value, from: from?.value ?? null });
    } else if (entity.other === undefined) {
      const line = lineAround(text, words, entity);
      const clause = clauseAround(text, entity.start, entity.end);
      if (isLast(line) || isLastCjk(clause, isComma(text[entity.end])))
        limits.push({ value: entity.value, from: null });
      else if (isNoticed(line) || isNoticedCjk(text, entity, clause)) noticed.push(entity.value);
    }
  }
  return { limits, noticed };
}

function lineAround(text: string, words: Words, { start, end }: Entity): Line {
  return new Line(text, words, words.placeAt(start), words.placeAt(end));
}

/** "[17 days] from [2 November]", [2026年11月2日]起[17天内]. */
function isFrom(text: string, words: Words, window: Entity, day: Entity): boolean {
  if (day.kind !== "date" || day.other !== undefined) return false;
  if (day.end <= window.start)
    return /^\s?(?:之日)?(?:起算?|から|より)[，,、の]?\s?$/.test(text.slice(day.end, window.start));
  const [from, to] = [words.placeAt(window.end), words.placeAt(day.start)];
  if (to - from > 7) return false;
  const between = words.texts(from, to);
  return between.some((word) => FROM.has(word)) && between.every((word) => isJoint(word));
}

/** "On [10 November] I got [30 days]", "I got [30 days] to appeal on [10 November]". */
function isGiven(text: string, words: Words, window: Entity, day: Entity): boolean {
  if (day.kind !== "date" || day.other !== undefined) return false;
  const [first, last] = day.start < window.start ? [day, window] : [window, day];
  if (ENDS.test(text.slice(first.end, last.start))) return false;
  const clause = clauseAround(text, window.start, window.end);
  if (CJK_GOT.test(clause.before) || CJK_TOLD.test(clause.after)) return true;
  const on = lineAround(text, words, day).before;
  const got = lineAround(text, words, window).before.slice(0, MOST_BETWEEN);
  if (last === day && words.placeAt(day.start) - words.placeAt(window.end) > MOST_AFTER) return false;
  return (on.length === 0 || ON.has(on[0] as string)) && got.some((word) => GIVE.has(word) || GOT_IT.has(word));
}

/** "I got up to [30 days]", "I got [30 days] to appeal the claim on [10 November]". */
const [MOST_BETWEEN, MOST_AFTER] = [4, 10];
const ENDS = /\.\s|[;!?。；！？]|\n\s*\n/;
const CJK_GOT = /(?:收到|得到|获得|獲得|给了?我?们?|給了?我?們?|もらい|もらった|与えられ)[^，。]{0,4}$/;
const CJK_TOLD = /言われ|求められ|通知され|告げられ|告知(?:我|了)/;

const isJoint = (word: string): boolean =>
  FROM.has(word) || LEFT.has(word) || RECEIPT.has(word) || NOTICE.has(word) || TO_DAY.has(word) || FILLER.has(word);

/** "Answer by", "the deadline is", and the day. */
function isLast(line: Line): boolean {
  const { before } = line;
  const at = before.findIndex((word) => !TO_DAY.has(word) || UNTIL.has(word));
  const head = before[at] ?? "";
  const near = at < 0 ? [] : before.slice(at, at + 4);
  const named = near.findIndex((word) => LAST_DAY.has(word));
  // "The deadline for your appeal is", "due by".
  const due = named >= 0 && near.slice(0, named).every((word) => ACT.has(word) || UNTIL.has(word) || JOINT.has(word));
  const told = line.verdict();
  if (due) return told >= 0 && !before.slice(0, at + named + 4).some(isOther);
  return UNTIL.has(head) && !line.lacks && (told > 0 || (told === 0 && line.bare));
}

const JOINT = new Set([
  "for",
  "to",
  "your",
  "my",
  "the",
  "of",
  "fur",
  "pour",
  "para",
  "per",
  "no",
  "than",
  "plus",
  "mas",
]);
const isOther = (word: string): boolean =>
  OTHER.has(word) || (THINGS.has(word) && word !== "than") || word === "missed";

const TERM =
  /(?:截止(?:日期|时间|日)?(?:是|为|到|：|:|至)?|最迟|最晚|不迟于|期限(?:は|为|是|：|:)?|締め?切り?(?:は|：|:)?)\s?(?:于|在)?$/;
const BEFORE = /^(?:之前|以前|前|为止|截止|まで|迄|が期限|が締|を期限)/;
const AS_OF = /截至\s?$/;
const PASSED = /[已了]|ました/;

interface Clause {
  readonly before: string;
  readonly after: string;
}

const isComma = (sign: string | undefined): boolean => sign === "，" || sign === ",";

/** 截止到[2026年12月2日], [2026年12月2日]までに. */
function isLastCjk({ before, after }: Clause, goesOn: boolean): boolean {
  const term = TERM.exec(before)?.[0];
  const said = before.slice(0, before.length - (term?.length ?? 0)) + after;
  if (PASSED.test(said) || (others(said) && !acts(said))) return false;
  // "As of 2 November" is told in the same words as "until".
  if (term === undefined ? AS_OF.test(before) : goesOn && /到|至/.test(term)) return acts(said);
  return term !== undefined || (BEFORE.test(after) && (acts(said) || said.length <= 4));
}

/** "The notice of [2 November]", "on [2 November] I received a notice". */
function isNoticed({ before, after }: Line): boolean {
  const at = before.findIndex((word) => !TO_DAY.has(word));
  if (NOTICE.has(before[at] ?? "")) return !isOwn(before.slice(at + 1, at + 6));
  const on = before.length === 0 || ON.has(before[0] as string) || ON.has(before[1] as string);
  if (!on) return false;
  return tellsOfNotice(after) || tellsOfNotice([...before].reverse());
}

/** "I received a notice about my account", but not "I received an answer to my notice". */
function tellsOfNotice(words: readonly string[]): boolean {
  const notice = words.findIndex((word) => NOTICE.has(word) || word === "notified");
  if (notice < 0 || words.slice(0, notice).some((word) => OWN.has(word))) return false;
  if (words.some((word) => isOther(word) || word === "your" || (DONE.has(word) && word !== "received"))) return false;
  return words.some((word) => CAME.has(word));
}

const isOwn = (words: readonly string[]): boolean =>
  words.some((word) => OWN.has(word) || word === "sent" || word === "send");

const MAIL = /通知|邮件|郵件|信|函|メール|警告|連絡|绩效/;
const GOT = /收到|接到|发来|發來|发给|受け取|受領|届い|届き|受信|来た/;

/** [2026年11月2日]收到通知, [2026年11月2日]付けの通知, 通知日期：[2026年11月2日]. */
function isNoticedCjk(text: string, day: Entity, clause: Clause): boolean {
  const after = isComma(text[day.end]) ? clauseAround(text, day.start, day.end + 1).after : clause.after;
  if (GOT.test(after) && MAIL.test(after)) return true;
  if (/^(?:付け?)?(?:的|の)/.test(after) && MAIL.test(after.slice(0, 10))) return true;
  return /(?:通知|邮件|メール)(?:的?日期|时间|日|の日付)?(?:是|为|は|：|:|于)\s?$/.test(clause.before);
}
