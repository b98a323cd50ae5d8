import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { code, escaped } from "../../src/render/escape.js";
import { renderMarkdown } from "../../src/render/markdown.js";
import { CONTROL, result, text } from "./hostile.js";
import { advised, outOfScope, refused, unsure, view } from "./samples.js";

describe("escaped", () => {
  test.each([
    ["plain text, with (brackets) - and a dash.", "plain text, with (brackets) - and a dash."],
    [
      "*bold* _slanted_ [link](x) `code` <b> ~old~ $4",
      "\\*bold\\* \\_slanted\\_ \\[link\\](x) \\`code\\` \\<b> \\~old\\~ \\$4",
    ],
    ["{{complaint_id}} and snake_case", "{{complaint_id}} and snake_case"],
    ["# no heading", "\\# no heading"],
    ["- no item", "\\- no item"],
    ["> no quote", "\\> no quote"],
    ["1. no number", "1\\. no number"],
    ["R&D &amp; &#42;", "R&D \\&amp; \\&#42;"],
    ["two\n# lines", "two # lines"],
    ["see https://a.example/x_y_z?q=1.", "see <https://a.example/x_y_z?q=1>."],
    ["见 https://a.example/x。", "见 <https://a.example/x>。"],
    ["www.a_.example", "www.a\\_.example"],
  ])("%j becomes %j", (from, to) => expect(escaped(from)).toBe(to));

  test("is linear", () => {
    for (const unit of ["&", "_", "`", "https://", "www.", ".", "1", "&a", "\\"]) {
      const started = performance.now();
      escaped(unit.repeat(100_000));
      code(unit.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

describe("code", () => {
  test.each([
    ["we own it", "`we own it`"],
    ["a `tick`", "`` a `tick` ``"],
    ["```", "```` ``` ````"],
    ["@everyone https://evil.example", "`@everyone https://evil.example`"],
  ])("%j becomes %j", (from, to) => expect(code(from)).toBe(to));

  test("its fence never occurs within", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", "a", " "), minLength: 1 }), (one) => {
        const shown = code(one);
        if (shown === "") return;
        const fence = /^`+/.exec(shown)?.[0] as string;
        expect(shown.slice(fence.length, -fence.length).match(/`+/g) ?? []).not.toContain(fence);
      }),
    ));
});

describe("advised", () => {
  const page = renderMarkdown(advised, view());

  test("has a heading a part, in the order of use", () =>
    expect(page.match(/^##? .*/gm)).toEqual([
      "# Go to: Notice-Dispute",
      "## Why",
      "## Where",
      "## First",
      "## Have ready",
      "## Never",
      "## Clock",
      "## Letter: Dispute of an infringement claim",
      "## If it fails",
      "## Assumed",
      "## Otherwise",
      "## Also",
      "## In the text",
    ]));

  test("shows all channels and where they come from, those in use first", () => {
    expect(page).toContain("- E-mail: `notice@amazon.co.uk` (**unconfirmed**; US UK; undated source)");
    expect(page).toContain("  Sources: <https://88bfru.com/thread-153707-1-861.html>");
    expect(page.indexOf("Seller Central:")).toBeLessThan(page.indexOf("notice-dispute@amazon.com"));
  });

  test("quotes the input as code", () => {
    expect(page).toContain("- `we own the brand` (The claim: It is wrong)");
    expect(page).toContain("- ASIN: `B0ABCDEFGH`");
  });

  test("has the letter in full, and boxes to tick", () => {
    expect(page).toContain(
      "### 1. Opening\n\n> Dear Notice-Dispute team,\n>\n> I write about complaint {{complaint_id}} against",
    );
    expect(page).toContain("Evidence:\n\n- [ ] Registration with number, owner and classes.");
    expect(page).toContain("- [ ] A letter of authorization if you can get one.");
    expect(page).toContain("- **By 2027-02-20:** One infringement notice");
  });
});

test("after a refusal: boxes to tick, and the ladder", () => {
  const page = renderMarkdown(refused, view());
  expect(page).toContain("## Missing\n\n- [ ] **Invoices** (`provide invoices`): Send invoices dated before");
  expect(page).toContain("## Now\n\n**Mend the plan and send it to the same team.**\n\nAsk about it");
  expect(page).toContain("1. **Notice-Dispute**: you are here\n2. Executive Seller Relations: opens once");
});

test("unsure: the guess, the question and its flags, and no address", () => {
  const page = renderMarkdown(unsure, view());
  expect(page).toMatch(/^# Not sure\n\nBest guess: \*\*Notice\*\* \(48%\)/);
  expect(page).toContain("- `--fact claim=disputed` No, it is wrong");
  expect(page).not.toContain("@amazon");
});

test("out of scope: what the tool is for", () =>
  expect(renderMarkdown(outOfScope, view())).toMatch(/^# No advice\n\nThis does not read like/));

test("a caution's address is never a link", () => {
  const cautions = [{ sign: "host", text: "It links to https://evil.example/x and www.evil.example." }];
  expect(renderMarkdown({ ...advised, cautions }, view())).toContain(
    "> **Careful:** It links to `https://evil.example/x` and `www.evil.example`.",
  );
});

test("no control character passes, and no input makes a heading", () =>
  fc.assert(
    fc.property(result, text, fc.constantFrom("en", "zh"), (one, label, lang) => {
      const headings = (page: string): number =>
        page.split("\n").filter((line) => /^\s{0,3}(?:[-*+] |> )?#/.test(line)).length;
      const page = renderMarkdown(one, { ...view(80, lang), label: () => label });
      expect(page).not.toMatch(CONTROL);
      const most = { advised: 20, unsure: 9, "out-of-scope": 1 }[one.status];
      expect(headings(page)).toBeLessThanOrEqual(most + (one.outline?.sections.length ?? 0) + 1);
    }),
  ));
