import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, back, begin, change, changeable, type Letter, next } from "../../src/letter/interview.js";
import { deeds, plan, played, told } from "./small.js";

/** What comes next: "root-cause.2", with the answer that is offered, or "the end". */
function then(letter: Letter): string {
  const ask = next(letter);
  if (ask === null) return "the end";
  return ask.offer === undefined ? ask.key : `${ask.key} (${ask.offer ?? "-"})`;
}

const undo = (letter: Letter, times = 1): Letter => (times === 0 ? letter : undo(back(letter) ?? letter, times - 1));
const whole =
  "Lamps, dear, bad supplier, no check, -, closed it, 1 May, 2, -, look, Anna, daily, -, -, invoice, B0, -, Ann, -";

describe("what comes next", () => {
  const cases: [said: string, comes: string][] = [
    ["", "{{store}}"],
    ["Lamps", "opening"],
    ["-, -", "root-cause.1"],
    ["-, -, -", "actions.1"],
    ["-, -, one", "root-cause.2"],
    ["-, -, one, -", "actions.1"],
    ["-, -, one, -, done", "actions.1.date"],
    ["-, -, one, -, done, 1 May", "actions.2"],
    ["-, -, one, two, -, done, 1 May", "actions.1.cause"],
    ["-, -, one, two, -, done, 1 May, 2", "actions.2"],
    ["-, -, one, two, -, done, 1 May, 2, -, check", "prevention.1.owner"],
    ["-, -, one, two, -, done, 1 May, 2, -, check, Anna", "prevention.1.rhythm"],
    ["-, -, one, -, -, -", "proof.1"],
    ["-, -, one, -, -, -, invoice", "proof.1.shows"],
    [whole, "the end"],
  ];
  it.each(cases)("after [%s] comes %s", (said, comes) => expect(then(told(said))).toBe(comes));
});

describe("back and change", () => {
  const cases: [what: string, letter: () => Letter, comes: string][] = [
    ["back offers the answer", () => undo(told("Lamps, dear")), "opening (dear)"],
    ["back twice", () => undo(told("Lamps, dear"), 2), "{{store}} (Lamps)"],
    ["forward again, the later ones are on offer", () => told("Lamps", undo(told("Lamps, dear"), 2)), "opening (dear)"],
    ["back from the first question", () => undo(told("Lamps"), 9), "{{store}} (Lamps)"],
    ["a change offers the present answer", () => change(told(whole), "opening"), "opening (dear)"],
    ["back from a change changes nothing", () => undo(change(told(whole), "opening")), "the end"],
    ["a change goes back to where it came from", () => told("new", change(told(whole), "opening")), "the end"],
    [
      "a cause that is taken back takes the ties to it along",
      () => told("-", change(told(whole), "root-cause.2")),
      "the end",
    ],
    ["a third cause: everything is still tied", () => told("greed, -", change(told(whole), "root-cause.3")), "the end"],
    [
      "a tie to a cause that is gone is asked for again",
      () => told("-", change(told("greed, -", change(told(whole), "root-cause.3")), "root-cause.2")),
      "actions.1.cause (2)",
    ],
    ["a list that has ended can go on", () => told("more", change(told(whole), "actions.2")), "actions.2.date"],
    [
      "an item taken back leaves the others as they are",
      () => told("-", change(told("more, 2 May, 1, -", change(told(whole), "actions.2")), "actions.1")),
      "the end",
    ],
  ];
  it.each(cases)("%s", (_, letter, comes) => expect(then(letter())).toBe(comes));

  it("every answer can be gone to, and the end of every list", () => {
    expect(changeable(told(whole)).map(({ key }) => key)).toEqual([
      "{{store}}",
      "{{asin}}",
      "opening",
      "root-cause.1",
      "root-cause.2",
      "root-cause.3",
      "actions.1",
      "actions.1.date",
      "actions.1.cause",
      "actions.2",
      "prevention.1",
      "prevention.1.owner",
      "prevention.1.rhythm",
      "prevention.1.cause",
      "prevention.2",
      "proof.1",
      "proof.1.shows",
      "proof.2",
      "{{seller_name}}",
      "closing",
    ]);
  });
});

describe("whatever is answered, taken back and changed", () => {
  it("it ends, and asks nothing twice", () =>
    fc.assert(
      fc.property(deeds, (all) => {
        let letter = played(all);
        const asked = new Set<string>();
        for (let ask = next(letter); ask !== null; ask = next(letter)) {
          expect(asked.has(ask.key), ask.key).toBe(false);
          asked.add(ask.key);
          letter = answer(letter, ask.key, null);
        }
        expect(asked.size).toBeLessThan(40);
      }),
    ));

  it("its answers alone give the same letter", () =>
    fc.assert(
      fc.property(deeds, (all) => {
        const letter = { ...played(all), pinned: null };
        const again = begin(plan, letter.fill, letter.steps);
        expect(again.answers).toEqual(letter.answers);
        expect(next(again)?.key).toBe(next(letter)?.key);
      }),
    ));
});
