import type { Entity } from "../../core/reading.js";
import { acts, clauseAround, isAmongCjk, others } from "./cjk-windows.js";
import { ACT, LAST_DAY, NOTICE, TO_DAY, UNTIL } from "./limit-words.js";
import type { Line } from "./line.js";
import { isOther, lineAround } from "./starts.js";
import type { Words } from "./words.js";

/** Whether a day is the last one to answer, by what stands around it. */
export function isLastDay(text: string, words: Words, day: Entity): boolean {
  if (isLast(lineAround(text, words, day))) return true;
  const { start, end } = day;
  const next = text[end];
  return isAmongCjk(text, start, end) && isLastCjk(clauseAround(text, start, end), next === "，" || next === ",");
}

/** "Answer by", "the deadline is", and the day. */
function isLast(line: Line): boolean {
  const { before, lead } = line;
  const term = termIn(before);
  const told = line.verdict();
  if (term !== null) {
    // Between commas it stands for itself, whatever is told before.
    if (lead.length < before.length && lead.length <= term.far + 2 && !lead.some(isOther)) return term.sure || told > 0;
    return (
      (term.sure ? told >= 0 : told > 0 || (told === 0 && line.bare)) && !before.slice(0, term.far + 4).some(isOther)
    );
  }
  const at = before.findIndex((word) => !TO_DAY.has(word) || UNTIL.has(word));
  if (SHELF.has(before[at + 1] ?? "")) return false;
  return UNTIL.has(before[at] ?? "") && !line.lacks && (told > 0 || (told === 0 && line.bare));
}

/** What makes a day the last one, and how far before it that stands; not sure where many other things have one. */
interface Term {
  readonly far: number;
  readonly sure: boolean;
}

/**
 * "The deadline for your appeal is", "due by", "the last day to respond is", "the deadline in their mail is": without the
 * "is" the mail may be of that day.
 */
function termIn(before: readonly string[]): Term | null {
  const first = before.findIndex((word) => !TO_DAY.has(word) || UNTIL.has(word));
  if (first < 0) return null;
  let is = before.slice(0, first).some((word) => IS.has(word));
  for (let i = first; i < before.length && i < first + MOST_JOINED; i++) {
    const word = before[i] as string;
    if (LAST_DAY.has(word)) return { far: i, sure: true };
    if (FINAL.has(word) && DAY.has(before[i - 1] ?? "")) return { far: i, sure: false };
    if (DAY.has(word) && FINAL.has(before[i + 1] ?? "")) return { far: i + 1, sure: false };
    is ||= IS.has(word);
    if (ACT.has(word) || UNTIL.has(word) || JOINT.has(word) || DAY.has(word) || IS.has(word)) continue;
    if (!is || !(NOTICE.has(word) || IN.has(word))) return null;
  }
  return null;
}

const MOST_JOINED = 7;
const IS = new Set("is was ist war est etait es era ends expires endet scade expira termina".split(" "));
/** Last: a word behind the day in some languages. */
const FINAL = new Set("last final latest letzte letzter dernier derniere ultimo ultima".split(" "));
const DAY = new Set("day date tag termin jour date dia fecha giorno data".split(" "));
const IN = new Set("in given stated named mentioned there im der dans en nella".split(" "));

/** "Best before", "use by". */
const SHELF = new Set("best use sell mindestens haltbar consommer".split(" "));

const JOINT = new Set(
  "for to your my the of fur pour para per no than plus mas is ends expires expire lauft endet ist scade expira termina".split(
    " ",
  ),
);

const TERM =
  /(?:截止(?:日期|时间|日)?(?:是|为|到|：|:|至)?|最迟|最晚|不迟于|期限(?:は|为|是|：|:)?|締め?切り?(?:は|：|:)?)\s?(?:于|在)?$/;
const BEFORE = /^(?:之前|以前|前|为止|截止|まで|迄|が期限|が締|を期限)/;
const AS_OF = /截至\s?$/;
const PASSED = /[已了]|ました/;

/** 截止到[2026年12月2日], [2026年12月2日]までに. */
function isLastCjk({ before, after }: { before: string; after: string }, goesOn: boolean): boolean {
  const term = TERM.exec(before)?.[0];
  const said = before.slice(0, before.length - (term?.length ?? 0)) + after;
  if (PASSED.test(said) || (others(said) && !acts(said))) return false;
  // "As of 2 November" is told in the same words as "until".
  if (term === undefined ? AS_OF.test(before) : goesOn && /到|至/.test(term)) return acts(said);
  return term !== undefined || (BEFORE.test(after) && (acts(said) || said.length <= 4));
}
