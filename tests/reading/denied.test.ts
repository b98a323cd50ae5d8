import { describe, expect, it } from "vitest";
import { build, type Signal } from "../../src/reading/automaton.js";
import { Matcher } from "../../src/reading/matcher.js";
import { type Knowledge, read } from "../../src/reading/read.js";

const lexicon = { groups: {}, negators: ["not", "never", "without", "没", "不"] };
const signal = (fact: string, value: string, phrase: string): Signal => ({
  ...{ fact, value, phrase, weight: 2, lang: "en" },
});

describe("a phrase with gaps", () => {
  const isDenied = (phrase: string, text: string) =>
    new Matcher(build([signal("account", "deactivated", phrase)], lexicon)).find(text).map((hit) => hit.negated);

  it.each<[string, string, string, readonly boolean[]]>([
    ["is denied by a not in a gap", "account ~ suspended", "account is not suspended", [true]],
    ["wherever the gap stands", "account ~ suspended today", "account is not suspended today", [true]],
    ["three words before what follows", "account ~6 suspended", "account not yet quite suspended", [true]],
    ["not four", "account ~6 suspended", "account not yet or quite suspended", [false]],
    ["not by one before the gap", "not my account ~ suspended", "not my account was suspended", [false]],
    ["not by one that it holds", "account ~ not suspended", "account is not suspended", [false]],
    ["not by one that it may hold", "account ~ (not|never)? suspended", "account is suspended", [false]],
    ["not by one behind it", "account ~ suspended", "account suspended not long ago", [false]],
    ["not by one in another sentence", "account ~ suspended", "Not so. My account is suspended", [false]],
    ["by one that a gap behind a choice passes over", "my (own)? ~ shop", "my never closed shop", [true]],
    ["not by one of its own before such a gap", "not (my)? (own)? ~ shop", "not my own old shop", [false]],
    ["by signs of Chinese", "账户~停用", "账户没有停用", [true]],
    [
      "and not where it stands somewhere else as well",
      "account ~ shut",
      "account is not shut. Account is shut",
      [false],
    ],
    ["nor where it stood there before", "account ~ shut", "account is shut. Account is not shut", [false]],
    ["by what it begins with last", "account ~ shut", "account, not what this other account is: shut", [false]],
  ])("%s", (_, phrase, text, expected) => expect(isDenied(phrase, text)).toEqual(expected));

  it("carries no denial to the next text", () => {
    const matcher = new Matcher(build([signal("account", "deactivated", "account ~ suspended")], lexicon));
    expect(matcher.find("account is not").length).toBe(0);
    expect(matcher.find("account is suspended").map((hit) => hit.negated)).toEqual([false]);
  });
});

describe("what is moot", () => {
  const heard = (text: string) => {
    const signals = [
      signal("issue", "closed", "suspended"),
      signal("group", "account", "account ~ suspended"),
      signal("word", "any", "suspen*"),
      signal("account", "deactivated", "(was|been) suspended"),
      signal("claim", "disputed", "not (been)? suspended"),
      signal("scope", "seller", "suspended"),
      signal("caution", "payment", "suspended"),
      signal("refusal", "root-cause", "suspended"),
      signal("moot", "denied", "(not|never) (been)? suspended"),
      signal("moot", "over", "suspended ~9 reinstated"),
    ];
    const knowledge: Knowledge = { automaton: build(signals, lexicon), hosts: [], marketplaces: [] };
    return [...new Set(read(text, knowledge).evidence.map((one) => one.fact))].sort().join(" ");
  };
  const ALL = "account caution group issue refusal scope word";

  it.each<[string, string, string]>([
    ["is heard where nothing says so", "account was suspended", ALL],
    ["is not what a text is about, where it is denied", "Account has not been suspended", "claim refusal"],
    ["says nothing else either, where it is over", "Account was suspended, then reinstated", "caution refusal"],
    ["is heard where that is denied", "Account was suspended and not reinstated", ALL],
    [
      "is heard in other words",
      "Not suspended. Account was suspended, a friend's",
      "account caution claim group issue refusal scope word",
    ],
  ])("%s", (_, text, expected) => expect(heard(text)).toBe(expected));
});
