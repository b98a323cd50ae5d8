import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { begin } from "../../src/ask/interview.js";
import { factLine, questionMenu } from "../../src/ask/questions.js";
import { talk } from "../../src/ask/words.js";
import { read } from "../../src/reading/read.js";
import { shipped } from "../support/compiled.js";

const playbook = await shipped();
const facts = playbook.facts.filter(({ id }) => id !== "issue");

/** All that could be quoted of a text, for each value of each fact that is asked for, and at each question. */
function quotes(text: string, lang: string): string[] {
  const state = begin(playbook, text, read(text, playbook));
  const setting = { playbook, lang, words: talk(lang) };
  return facts.flatMap((fact) => [
    ...fact.values.map(({ id }) => factLine(state, fact.id, id, setting)),
    ...(questionMenu(state, { ask: fact.id }, setting).lead ?? []).map((line) => line.text),
  ]);
}

describe("what a seller is told to have said", () => {
  const NOTICE =
    "Hello,\nYour Amazon.com selling account has been deactivated. Your listings are no longer on our site.\nHow do I reactivate? Submit an appeal through Account Health.";
  it.each([
    [NOTICE, "en", "How"],
    ["我的商品图片被亚马逊下架了，请问该怎么办", "zh", "图片"],
    ["They say my plan lacks root cause. Please advise.", "en", "root"],
  ])("is no everyday word: %s", (text, lang, word) => {
    const { quote } = talk(lang);
    for (const line of quotes(text, lang)) expect(line).not.toContain(quote(word));
  });

  it("is quoted where phrases were written for it", () =>
    expect(quotes("I appealed 20 days ago and heard nothing", "en").join("\n")).toContain("“appealed 20 days ago”"));

  it("is quoted by what its author thinks says something", () => {
    const lines = readFileSync(new URL("../corpus/near.jsonl", import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean);
    for (const line of lines) {
      const { evidence } = read((JSON.parse(line) as { text: string }).text, playbook);
      for (const { fact, value, phrase, own } of evidence) {
        if (!own || ["caution", "refusal"].includes(fact)) continue;
        const written = playbook.automaton.signals.find((one) => one.phrase === phrase && one.fact === fact);
        if (written?.value === value) expect(Math.abs(written.weight)).toBeGreaterThan(1);
      }
    }
  });
});
