import fc from "fast-check";
import { expect, test } from "vitest";
import { outlineMarkdown, outlineText } from "../../src/render/outline.js";
import type { ShownOutline } from "../../src/render/result.js";
import { displayWidth } from "../../src/render/style.js";
import { CONTROL, result } from "./hostile.js";
import { advised, view } from "./samples.js";

const outline = advised.outline as ShownOutline;

test("text", () =>
  expect(outlineText(outline, view(60))).toBe(`\
Dispute of an infringement claim
Write it to Notice-Dispute when the claim is wrong.

1. Opening
     Dear Notice-Dispute team,

     I write about complaint {{complaint_id}} against
     B0ABCDEFGH.
   - Are complaint ID, ASIN and date copied exactly from the
     notice?
   Evidence:
   [ ] The notice as you received it.

2. Why the claim is wrong
   - Is the brand yours? Since when, and under which number?
   - Are the goods genuine?
   Evidence:
   [ ] Registration with number, owner and classes.
   [ ] Invoices and order IDs.

3. Request and closing
   - What exactly do you ask for?

Never
   - Do not write a plan that confesses when the claim is
     false.
`));

test("Markdown", () =>
  expect(outlineMarkdown(outline, view())).toBe(`\
# Dispute of an infringement claim

Write it to Notice-Dispute when the claim is wrong.

## 1. Opening

> Dear Notice-Dispute team,
>
> I write about complaint {{complaint_id}} against B0ABCDEFGH.

- Are complaint ID, ASIN and date copied exactly from the notice?

Evidence:

- [ ] The notice as you received it.

## 2. Why the claim is wrong

- Is the brand yours? Since when, and under which number?
- Are the goods genuine?

Evidence:

- [ ] Registration with number, owner and classes.
- [ ] Invoices and order IDs.

## 3. Request and closing

- What exactly do you ask for?

## Never

- Do not write a plan that confesses when the claim is false.
`));

test.each([40, 80, 120])("no line is wider than %i, and no control character passes", (width) =>
  fc.assert(
    fc.property(result, (one) => {
      if (!one.outline) return;
      const shown = outlineText(one.outline, view(width));
      expect(shown).not.toMatch(CONTROL);
      expect(outlineMarkdown(one.outline, view())).not.toMatch(CONTROL);
      for (const line of shown.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
    }),
  ),
);
