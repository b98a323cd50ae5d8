import { describe, expect, it } from "vitest";
import { build } from "../../src/reading/automaton.js";
import { Matcher } from "../../src/reading/matcher.js";
import { PhraseError, parsePhrase } from "../../src/reading/phrase.js";

const lexicon = { groups: { listing: ["listing", "product page", "链接"] }, negators: ["not", "never", "没"] };

/** The words that a phrase matches in a text; null where it does not; "not:" before what is negated. */
function found(phrase: string, text: string): string | null {
  const automaton = build([{ fact: "f", value: "v", phrase, weight: 1, lang: "en" }], lexicon);
  const hit = new Matcher(automaton).find(text)[0];
  return hit ? (hit.negated ? "not:" : "") + text.slice(hit.start, hit.end) : null;
}

describe("the phrase language", () => {
  it.each<[string, string, string, string | null]>([
    ["a word", "refund", "I want a REFUND now", "REFUND"],
    ["a word is whole", "refund", "refunds", null],
    ["words in a row", "rights owner", "the rights owner says", "rights owner"],
    ["a hyphen is a space", "rights-owner", "the Rights Owner says", "Rights Owner"],
    ["a stem", "suspen*", "my suspension", "suspension"],
    ["a stem is a word too", "appeal*", "appeal", "appeal"],
    ["a stem begins the word", "pend*", "suspended", null],
    ["a choice", "(image|main picture) missing", "main picture missing", "main picture missing"],
    ["what may be missing, there", "my (only)? account", "my only account", "my only account"],
    ["what may be missing, not there", "my (only)? account", "my account", "my account"],
    ["a group", "@listing gone", "the product page gone", "product page gone"],
    ["a group in every language", "@listing", "我的链接", "链接"],
    ["a gap", "listing ~ removed", "listing was just now removed", "listing was just now removed"],
    ["a gap of nothing", "listing ~ removed", "listing removed", "listing removed"],
    ["a gap has an end", "listing ~ removed", "listing that we had had was removed", null],
    [
      "a longer gap",
      "listing ~7 removed",
      "listing that we had had was removed",
      "listing that we had had was removed",
    ],
    ["a gap behind a gap", "listing ~2 ~2 removed", "listing a b c d removed", "listing a b c d removed"],
    ["two gaps have an end", "listing ~2 ~2 removed", "listing a b c d e removed", null],
    ["a gap on both sides of what may be missing", "one ~2 (two)? ~2 three", "one a b c three", "one a b c three"],
    ["no gap over the end of a sentence", "listing ~ removed", "My listing. They removed it", null],
    ["the nearest beginning", "listing ~ removed", "listing listing removed", "listing removed"],
    ["both, in any order", "trademark + rights owner", "A rights owner. A trademark.", "trademark"],
    ["both must be there", "trademark + rights owner", "A trademark.", null],
    ["one without the other", "trademark + !(patent|design)", "A trademark.", "trademark"],
    ["one and the other", "trademark + !(patent|design)", "A design. A trademark.", null],
    ["three, one of them absent", "a + !b + c", "c a", "a"],
    ["three, one of them there in vain", "a + !b + c", "c a b", null],
    ["a group that must be absent", "gone + !@listing", "The product page is gone", null],
    ["a not before what must be absent", "a + !b", "a. Not b", null],
    ["an apostrophe is nothing", "don't", "I dont and I don’t", "dont"],
    ["accents are nothing", "verkäufer", "VERKAUFER", "VERKAUFER"],
    ["sharp s", "maßnahmenplan", "MASSNAHMENPLAN", "MASSNAHMENPLAN"],
    ["width is nothing", "asin", "ＡＳＩＮ", "ＡＳＩＮ"],
    ["Chinese without spaces", "账户停用", "我的账户停用了", "账户停用"],
    ["traditional is simplified", "账户停用", "我的賬戶停用了", "賬戶停用"],
    ["half-width kana", "アカウント", "ｱｶｳﾝﾄ", "ｱｶｳﾝﾄ"],
    ["a line break is a space", "rights owner", "rights\nowner", "rights\nowner"],
    ["an empty line ends a sentence", "rights owner", "rights\n\nowner", null],
    ["quoted mail", "rights owner", "> rights\n> owner", "rights\n> owner"],
    ["HTML entities", "rights owner", "rights&nbsp;owner", "rights&nbsp;owner"],
    ["an entity in a word", "verkäufer", "Verk&auml;ufer", "Verk&auml;ufer"],
    ["zero width and soft hyphen", "account", "ac\u200bco\u00adunt", "ac\u200bco\u00adunt"],
    ["a percent sign is a word", "cancel* ~ percent", "Cancel rate 11%.", "Cancel rate 11%"],
    ["a host", "amazon.com", "at amazon.com now", "amazon.com"],
    ["negated", "appealed", "I have not appealed", "not:appealed"],
    ["a not four words before does not reach", "appealed", "never have I once appealed", "appealed"],
    ["negation ends with the sentence", "appealed", "Not now. Appealed", "Appealed"],
    ["a phrase may hold its own not", "not appealed", "I have not appealed", "not appealed"],
    ["the occurrence that is not negated", "appealed", "I had not appealed. Now I have appealed", "appealed"],
    ["Chinese negation", "申诉", "我没申诉", "not:申诉"],
  ])("%s: %s", (_, phrase, text, expected) => {
    expect(found(phrase, text)).toBe(expected);
  });

  it.each<[string, string, number]>([
    ["(one|two", '"(" is never closed', 8],
    ["one)", '")" has nothing to belong to', 3],
    ["@nothing", "There is no word group @nothing", 0],
    ["@constructor appealed", "There is no word group @constructor", 0],
    ["~", "A phrase needs a word", 1],
    ["~ one", "A gap stands between words", 5],
    ["one ~99 two", "A gap is 1 to 12 words long", 4],
    ["*", '"*" has nothing to belong to', 0],
    ["one +", "A phrase needs a word", 5],
    ["one + !", "A phrase needs a word", 7],
    ["", "A phrase needs a word", 0],
    ["(|one)", "A choice is empty; write (word)? for a word that may be missing", 6],
  ])("refuses %j", (phrase, message, at) => {
    try {
      parsePhrase(phrase, lexicon);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PhraseError);
      expect(error).toMatchObject({ message, phrase, at });
    }
  });
});
