import { ACT, FILLER, GIVE, GOT_IT, HAVE, LASTS, LEFT, OTHERS, READER, TERM, TO } from "./limit-words.js";
import type { Line } from "./line.js";
import type { Words } from "./words.js";

/**
 * Whether weeks or months, or "a day", are a time that the reader has to answer. Much else takes so long: they are where
 * the words around them leave no other reading.
 */
export function isLongLimit(line: Line, article: boolean): boolean {
  const { before, after } = line;
  const [next = ""] = after;
  const at = before.findIndex((word) => !FILLER.has(word));
  const [head = "", of = "", ...rest] = at < 0 ? [] : before.slice(at, at + 4);
  if (LASTS.has(head)) return false;
  if (WITHIN.has(head)) return !LASTS.has(of) && ![of, ...rest].includes("no") && line.verdict() > 0;
  if (TERM.has(head)) return line.verdict() > 0;
  const given = GIVE.has(head) || (GOT_IT.has(head) && head !== "was");
  if (!given && (!HAVE.has(head) || [of, ...rest].some((word) => OTHERS.has(word)))) return false;
  if (TO.has(next)) return line.follows((word) => ACT.has(word), 1, 5);
  if (LEFT.has(next)) return true;
  return !article && line.ends && (given || READER.has(of));
}

/** Whether the word before the count is of those that make it a limit: sooner seen than all around it. */
export function mayBeLong(words: Words, count: number): boolean {
  for (let place = count - 1; place >= count - MOST_FILLERS; place--) {
    const word = words.at(place)?.text;
    if (word === undefined) return false;
    if (FILLER.has(word)) continue;
    return WITHIN.has(word) || TERM.has(word) || GIVE.has(word) || GOT_IT.has(word) || HAVE.has(word);
  }
  return false;
}

const MOST_FILLERS = 5;
const WITHIN = new Set("within innerhalb binnen sous entro dentro".split(" "));
