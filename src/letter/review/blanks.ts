import { at, type Checker, type Hit } from "./check.js";
import { finderOf } from "./finder.js";
import { quotesOf } from "./lines.js";

/** {{name}}, [words], <words>, a row of underscores, XXX, TBD. */
const SHAPES =
  /\{\{[^{}\n]{0,80}\}\}|\[([^[\]\n]{1,200})\](?![([])|<([^<>\n@/:]{2,60})>|【([^【】\n]{1,80})】|(?<![\w\n])_{4,200}(?!\w)|(?<![\p{L}\p{N}])X{3,20}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])B0X{4,8}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:TBD|TODO|T\.B\.D\.)(?![\p{L}\p{N}])/gu;

/** Blanks and placeholders that nobody filled. */
export const blank: Checker = (_, { draft: { text }, rules }) => {
  const find = finderOf(rules);
  const hits: Hit[] = [];
  for (const match of text.matchAll(SHAPES)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const words = match[1] ?? match[2] ?? match[3];
    if (words !== undefined && !isBlank(words, () => match[1] !== undefined && quoted(text, span.start))) continue;
    hits.push(at(text, span));
  }
  return hits;

  /** "[…]" alone in a quotation leaves words out; "[… what?]" is a blank, and so is "[your name]". */
  function isBlank(words: string, inQuotes: () => boolean): boolean {
    const said = words.trim();
    if (/^(…|\.\.\.)$/.test(said)) return !inQuotes();
    if (/^(…|\.\.\.)/.test(said)) return true;
    if (/\d/.test(said)) return false;
    return find(said).some(
      ({ use, name, start, end }) =>
        use === "mark" && ((name === "blank" && start === 0) || (name === "blank-name" && end - start === said.length)),
    );
  }
};

/** Whether a place stands between quotation marks on its line. */
function quoted(text: string, place: number): boolean {
  const from = Math.max(text.lastIndexOf("\n", place) + 1, place - 500);
  const to = Math.min(text.length, place + 500);
  return quotesOf(text, { start: from, end: to }).some(({ start, end }) => start < place && place < end);
}
