import { beforeAll, describe, expect, it } from "vitest";
import { shipped } from "../support/compiled.js";
import { ran } from "../support/ran.js";

beforeAll(() => shipped(), 60_000);

describe("what was saved, where nobody can be asked", () => {
  const cases: [what: string, argv: readonly string[]][] = [
    ["a text alone", ["They took my listing down after a trademark complaint"]],
    ["a text that is not clear", ["My package was lost and the customer filed an a-to-z claim"]],
    ["a text with facts", ["They took my listing down after a complaint", "--fact", "issue=ip-trademark"]],
    [
      "a text that facts correct",
      ["A trademark complaint, it is wrong", "--fact", "claim=true", "--fact", "appeal=none"],
    ],
    ["facts alone", ["--fact", "issue=ip-trademark", "--fact", "claim=disputed"]],
    ["a text about something else", ["The weather is fine today and we went swimming in the lake"]],
  ];
  it.each(cases)("is answered as it was when it was said: %s", async (_, argv) => {
    for (const how of [["--json"], ["--explain"]]) {
      const { written, ...said } = await ran([...argv, "--save", "a.yaml", ...how]);
      const again = await ran(["--resume", "a.yaml", ...how], { files: { "a.yaml": written.get("a.yaml") as string } });
      expect(again).toEqual({ ...said, written: new Map() });
    }
  });

  it("“I don't know” takes back what was read, and is not asked again", async () => {
    const saved = (claim: string) => ({
      files: {
        "a.yaml": `form: 1\nplaybook: { version: "1", digest: any }\ntext: A trademark complaint, and it is wrong\nanswers: {${claim}}\n`,
      },
    });
    const facts = async (claim: string) => {
      const { out } = await ran(["--resume", "a.yaml", "--json"], saved(claim));
      const { facts, ask } = JSON.parse(out) as { facts: Record<string, string>; ask?: { fact: string } };
      return { claim: facts.claim, asks: ask?.fact === "claim" };
    };
    expect(await facts("")).toEqual({ claim: "disputed", asks: false });
    expect(await facts("claim: unknown")).toEqual({ claim: undefined, asks: false });
  });
});
