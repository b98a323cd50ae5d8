import { at, type Checker, type Hit } from "./check.js";
import { finderOf } from "./finder.js";
import { quotesOf } from "./lines.js";
import type { Span } from "./places.js";

/** What stands in brackets: a blank by its words alone. Square ones, those of a tag, and those of Chinese. */
const BRACKETS = /\[([^[\]\n]{1,200})\](?![([])|<([^<>\n@/:]{2,60})>|[【〔［]([^】〕］\n]{1,80})[】〕］]/gu;
/** Round ones hold much else. */
const ROUND = /\(([^()\n]{3,120})\)|（([^（）\n]{3,120})）/gu;

const UNITS =
  "%|percent|days?|hours?|weeks?|months?|units?|orders?|items?|(?:Tage|Stunde|Woche)n?|Stück|Bestellungen|Einheiten";
/** Letters that stand for a word or a number: no letter or digit is beside them. */
const alone = (form: string): string => String.raw`(?<![\p{L}\p{N}])(?:${form})(?![\p{L}\p{N}])`;
const SHAPES = new RegExp(
  [
    // {{name}}, {name}, $NAME, %%NAME%%
    String.raw`\{\{[^{}\n]{0,80}\}\}`,
    String.raw`\$?\{\p{L}[\p{L}\p{N} _-]{0,40}\}`,
    String.raw`(?<![\p{L}\p{N}$])\$[A-Z][A-Z_]{3,30}(?![\p{L}\p{N}])`,
    String.raw`%%[\p{L}_ ]{2,40}%%`,
    // A row of underscores, XXX-XXXXXXX, B0XXXXXXXX, ××
    String.raw`(?<![\w\n])_{4,200}(?!\w)`,
    alone("X{3,20}(?:-X{2,20}){0,4}|B0X{4,8}|TBD|TODO|T\\.B\\.D\\."),
    `${alone("XX")}(?=\\s(?:${UNITS}))|\\[[XN]\\](?=\\s?(?:${UNITS}))`,
    "[xX×]{1,4}年[xX×]{1,2}月(?:[xX×]{1,2}日)?|×{2,20}|(?<![A-Za-z])XX(?=公司|店铺|品牌|先生|女士|年|月|个|天)|待填写?",
    // MM/DD/YYYY, TT.MM.JJJJ, xx/xx/2026
    alone(
      "(?:MM|DD|TT|JJ|GG)([/.-])(?:MM|DD)\\1(?:YYYY|YY|JJJJ|JJ|AAAA|20\\d\\d)|(?:YYYY|JJJJ|AAAA)([/.-])MM\\2(?:DD|TT|GG|JJ)",
    ),
    alone("[xX]{2}([/.-])[xX]{2}\\3(?:\\d{2}|\\d{4}|[xX]{2,4})"),
    "(?<![\\p{L}\\p{N}])[Ll]orem ipsum(?: dolor)?|Your (?:\\p{Lu}\\p{Ll}{1,12} )?Name Here",
  ].join("|"),
  "gu",
);
/** A line that is nothing but what should be replaced. */
const LINES =
  /^[ \t]*(?:Your (?:(?:Full|Store|Company|Business|Seller) )?Name|Ihr Name|您的姓名|您的店铺名称)[ \t]*$/gmu;

/** Blanks and placeholders that nobody filled. */
export const blank: Checker = (_, { draft: { text }, rules }) => {
  const find = finderOf(rules);
  const is = (mark: string, words: string, fits: (span: Span) => boolean) =>
    find(words).some((one) => one.use === "mark" && one.name === mark && fits(one));
  const spans: Span[] = [];
  const take = (match: RegExpExecArray) => spans.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(BRACKETS)) {
    const words = (match[1] ?? match[2] ?? match[3] ?? "").replaceAll("\\", "");
    if (isBlank(words, () => match[1] !== undefined && quoted(text, match.index))) take(match);
  }
  for (const match of text.matchAll(ROUND)) if (is("blank-note", match[1] ?? match[2] ?? "", () => true)) take(match);
  for (const match of text.matchAll(SHAPES)) if (!isForm(text, match)) take(match);
  for (const match of text.matchAll(LINES)) take(match);
  const last = /(?:^|\n)([ \t]*)_{4,200}\s*$/.exec(text.slice(-400));
  if (last) {
    const start = text.length - Math.min(text.length, 400) + last.index + last[0].indexOf("_");
    spans.push({ start, end: text.trimEnd().length });
  }
  return outermost(spans).map((span): Hit => at(text, span));

  /** "[…]" alone in a quotation leaves words out; "[… what?]" is a blank, and so is "[your name]". */
  function isBlank(words: string, inQuotes: () => boolean): boolean {
    const said = words.trim();
    if (/^(…|\.\.\.)$/.test(said)) return !inQuotes();
    if (/^(…|\.\.\.)/.test(said)) return true;
    if (/\d/.test(said)) return false;
    return (
      is("blank", said, ({ start }) => start === 0) ||
      is("blank-name", said, ({ start, end }) => end - start === said.length)
    );
  }
};

/** Spans from the first to the last, without those in another one. */
function outermost(spans: readonly Span[]): Span[] {
  let after = -1;
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < after) return false;
      after = end;
      return true;
    });
}

/** How dates are written is told by letters too: "in the form DD/MM/YYYY". */
const isForm = (text: string, { 0: found, index }: RegExpExecArray): boolean =>
  /^[A-Z]{2,4}[/.-]/.test(found) &&
  /\b(?:format|form|Format|Form)\b|格式/.test(text.slice(Math.max(0, index - 20), index + found.length + 10));

/** Whether a place stands between quotation marks on its line. */
function quoted(text: string, place: number): boolean {
  const from = Math.max(text.lastIndexOf("\n", place) + 1, place - 500);
  const to = Math.min(text.length, place + 500);
  return quotesOf(text, { start: from, end: to }).some(({ start, end }) => start < place && place < end);
}
