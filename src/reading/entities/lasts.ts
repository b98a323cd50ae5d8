import type { Entity } from "../../core/reading.js";
import { acts, clauseAround, isAmongCjk, others } from "./cjk-windows.js";
import { ACT, LAST_DAY, TO_DAY, UNTIL } from "./limit-words.js";
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
  const at = before.findIndex((word) => !TO_DAY.has(word) || UNTIL.has(word));
  const head = before[at] ?? "";
  const near = at < 0 ? [] : before.slice(at, at + 4);
  const named = near.findIndex((word) => LAST_DAY.has(word));
  // "The deadline for your appeal is", "due by".
  const due = named >= 0 && near.slice(0, named).every((word) => ACT.has(word) || UNTIL.has(word) || JOINT.has(word));
  // Between commas it stands for itself, whatever is told before.
  if (due && lead.length < before.length && lead.length <= at + named + 2 && !lead.some(isOther)) return true;
  const told = line.verdict();
  if (due) return told >= 0 && !before.slice(0, at + named + 4).some(isOther);
  if (SHELF.has(before[at + 1] ?? "")) return false;
  return UNTIL.has(head) && !line.lacks && (told > 0 || (told === 0 && line.bare));
}

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
