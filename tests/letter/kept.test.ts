import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { compose } from "../../src/letter/compose.js";
import { next } from "../../src/letter/interview.js";
import { keptLetter, restored, unfinishedAt } from "../../src/letter/kept.js";
import { deeds, fresh, plan, played, told } from "./small.js";

const WHOLE =
  "Lamps, Dear, bad supplier, no check, -, closed it, 1 May, 2, -, look, Anna, daily, -, -, invoice, B0, -, Ann, -";

describe("what is kept of a letter", () => {
  it("can be read by people", () =>
    expect(stringify(keptLetter(told(WHOLE)))).toBe(`\
placeholders:
  store: Lamps
  seller_name: Ann
sections:
  opening: Dear
  root-cause:
    - bad supplier
    - no check
  actions:
    - text: closed it
      date: 1 May
      cause: 2
  prevention:
    - text: look
      owner: Anna
      rhythm: daily
      cause: null
  proof:
    - text: invoice
      shows: B0
  closing: null
`));

  it("a list that may go on says so", () =>
    expect(keptLetter(told("-, -, one"))).toMatchObject({ sections: { "root-cause": ["one", "…"] } }));
  it("nothing answered, nothing kept", () => expect(keptLetter(fresh())).toEqual({}));

  it("gives the same letter and the same question again", () =>
    fc.assert(
      fc.property(deeds, (all) => {
        const letter = { ...played(all), pinned: null };
        const { letter: again, lost } = restored(plan, letter.fill, parse(stringify(keptLetter(letter))));
        expect(lost).toEqual([]);
        expect(compose(again, "en")).toEqual(compose(letter, "en"));
        expect(keptLetter(again)).toEqual(keptLetter(letter));
      }),
    ));

  it("what was being written is offered again", () => {
    const letter = told("Lamps");
    const kept = keptLetter(letter, unfinishedAt(letter, "The notice sa"));
    expect(next(restored(plan, letter.fill, kept).letter)).toMatchObject({ key: "opening", offer: "The notice sa" });
  });

  const written: [what: string, found: unknown, lost: string[]][] = [
    ["by hand", { sections: { "root-cause": ["one"], actions: [{ text: "done", date: new Date("2026-05-01") }] } }, []],
    ["nothing", null, []],
    ["a section that is no more", { sections: { history: "long" } }, ["gone history"]],
    ["a placeholder that is no more", { placeholders: { colour: "blue" } }, ["gone colour"]],
    ["a list for a text", { sections: { opening: ["a", "b"] } }, ["form opening"]],
    ["a text for a list", { sections: { "root-cause": "one" } }, []],
    ["a map for an item's text", { sections: { "root-cause": [{ text: { a: 1 } }, "two"] } }, ["form root-cause.1"]],
  ];
  it.each([
    ...written,
    ["a part that no item has", { sections: { actions: [{ text: "done", dat: "1 May" }] } }, ["gone actions.1.dat"]],
    ["a list of placeholders", { placeholders: ["Lamps"] }, ["form placeholders"]],
    ["a text for all sections", { sections: "Dear Amazon" }, ["form sections"]],
    ["a word that means nothing", { placeholder: { store: "Lamps" } }, ["gone placeholder"]],
    ["a list for all of it", ["a"], ["form "]],
  ] as typeof written)("read from %s", (_, found, lost) =>
    expect(restored(plan, {}, found).lost.map(({ why, name }) => `${why} ${name}`)).toEqual(lost),
  );
  it("read from another hand: what it says counts", () => {
    const { letter } = restored(plan, {}, written[0]?.[1]);
    expect(letter.answers).toMatchObject({
      "root-cause.1": "one",
      "actions.1": "done",
      "actions.1.date": "2026-05-01",
    });
    expect(restored(plan, {}, written.at(-1)?.[1]).letter.answers).toMatchObject({ "root-cause.2": "two" });
  });
});
