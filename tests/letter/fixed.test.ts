import { expect, test } from "vitest";
import { compose } from "../../src/letter/compose.js";
import { answer, begin, changeable, type Letter, next } from "../../src/letter/interview.js";
import type { Outline } from "../../src/playbook/types.js";
import { shipped } from "../support/compiled.js";

const { outlines } = await shipped();

/** All that is asked, with every question left open. */
function asked(letter: Letter): string[] {
  const ask = next(letter);
  return ask === null ? [] : [ask.key, ...asked(answer(letter, ask.key, null))];
}

test("fixed wording without prompts is complete by itself: it is not asked for, and has no blank", () => {
  const letter = begin(outlines.find(({ id }) => id === "counter-notice") as Outline, {});
  const keys = asked(letter);
  expect(keys).toEqual(expect.arrayContaining(["{{complaint_id}}", "material", "{{phone}}", "court"]));
  for (const id of ["opening", "person", "closing"]) {
    expect(keys).not.toContain(id);
    expect(changeable(letter).map(({ key }) => key)).not.toContain(id);
  }
  const blocks = compose(letter, "en").sections.find(({ id }) => id === "person")?.blocks;
  expect(blocks).toEqual([{ kind: "paragraph", text: expect.stringMatching(/^Name: .*\}\}\.$/) }]);
});

test("no letter has a blank that only a yes could fill", () => {
  const blanks = outlines.flatMap(({ id, sections }) =>
    sections
      .filter(({ role }) => role === undefined)
      .flatMap(({ prompts }) => prompts.map(({ en }) => en))
      .filter(
        (en) => /^(Is|Are|Can|Will|Would|Has|May)\b/.test(en) && !/ or | and (from|what|which|is)\b|\? [A-Z]/.test(en),
      )
      .map((en) => `${id}: ${en}`),
  );
  expect(blanks).toEqual([]);
});
