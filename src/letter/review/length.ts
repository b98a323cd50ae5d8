import { scan } from "../../reading/tokens.js";
import type { Checker } from "./check.js";
import type { Span } from "./places.js";

/** How many words a stretch has, of them CJK characters; and where the word after the first `limit` begins. */
export function words(text: string, { start, end }: Span, limit = Number.POSITIVE_INFINITY) {
  let [count, cjk, past] = [0, 0, -1];
  const one = (at: number) => {
    count++;
    if (count > limit && past < 0) past = at;
  };
  scan(text.slice(start, end), {
    letters: NO_LETTERS,
    word: (_, at) => one(start + at),
    ideograph: (_, at) => {
      cjk++;
      one(start + at);
    },
    stop: () => {},
  });
  return { count, cjk, past };
}

/** What words are made of is not looked at. */
const NO_LETTERS = new Uint8Array(0);

/** A letter longer than anybody reads; the place is where the limit is passed. */
export const tooLong: Checker = ({ words: mostWords = 1000, characters = 1800 }, { draft: { text } }) => {
  const whole = { start: 0, end: text.length };
  const { count, cjk } = words(text, whole);
  const limit = 2 * cjk > count ? characters : mostWords;
  const { past } = words(text, whole, limit);
  if (past < 0) return [];
  return [{ start: past, end: past + 1, fill: { count: String(count), limit: String(limit) } }];
};
