import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { answerBlock, type Manner } from "../../src/commands/batch-lines.js";
import { unlessSuspect } from "../../src/commands/heard.js";
import { advise } from "../../src/core/advise.js";
import type { Facts } from "../../src/core/facts.js";
import { mayBeWrapped } from "../../src/input/wrapped.js";
import { loadPlaybook } from "../../src/playbook/load.js";
import { readAsked as read } from "../../src/reading/asked.js";
import { redact } from "../../src/reading/redact.js";
import { fillFrom } from "../../src/render/fill.js";
import { present, presentFully } from "../../src/render/present.js";
import { json } from "../../src/render/safe.js";
import { files } from "../../src/world.js";

const root = join(import.meta.dirname, "..", "..");
const loaded = await loadPlaybook(join(root, "data"), files);
if (!("playbook" in loaded)) throw new Error("The playbook has errors");
const { playbook } = loaded;

const inFolder = (...folder: string[]) =>
  readdirSync(join(root, ...folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(root, ...folder, name), "utf8"));
const cases = inFolder("data", "cases").flatMap((yaml) => (parse(yaml) as { cases: { text?: string }[] }).cases);
const corpus = [...inFolder("tests", "corpus"), ...inFolder("tests", "corpus", "two")].flatMap((lines) =>
  lines.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as { text?: string }])),
);
/** What a reader would see of an e-mail or a page is another text. */
const texts = [...cases, ...corpus].flatMap(({ text }) => (text === undefined || mayBeWrapped(text) ? [] : [text]));

interface Case {
  readonly id?: string | number;
  readonly text: string;
  readonly facts?: Facts;
}

/** Answers by the way that names all that is read. */
function plainly({ id, text, facts = {} }: Case, { lang, full, redact: masks, today }: Manner): string {
  const whole = read(text, playbook, () => "2026-11-20");
  const reading = masks ? redact(text, whole).reading : whole;
  const advice = unlessSuspect(advise(playbook, reading, facts), text, whole, facts, playbook, () => "2026-11-20");
  const fill = masks ? {} : fillFrom(reading, text);
  const place = reading.entities.find(({ kind }) => kind === "marketplace")?.value;
  const { version, ...rest } = full
    ? presentFully(advice, reading, playbook, { lang, today, fill, ...(place !== undefined && { marketplace: place }) })
    : present(advice, reading, playbook, { lang });
  return json({ version, ...(id !== undefined && { id }), ...rest });
}

async function expectSame(all: readonly Case[], manner: Partial<Manner> = {}): Promise<void> {
  const whole: Manner = {
    ...{ playbook, lang: "en", full: false, redact: false, today: "2026-11-20", maxBytes: 5e6 },
    ...manner,
  };
  const bytes = new TextEncoder().encode(all.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const answers = await answerBlock({ first: 1, bytes }, whole);
  const lines = new TextDecoder().decode(answers.bytes).split("\n").slice(0, -1);
  expect(lines.length).toBe(all.length);
  for (const [i, one] of all.entries()) expect(lines[i]).toBe(plainly(one, whole));
}

describe("what names only what is shown, against naming all that is read", () => {
  it("is the same for every text of the cases and the corpus", { timeout: 120_000 }, async () => {
    expect(texts.length).toBeGreaterThan(4000);
    await expectSame(texts.map((text, id) => ({ id, text })));
  });

  it("is the same in Chinese and with names masked", async () => {
    const some = texts.filter((_, i) => i % 7 === 0).map((text, i) => ({ id: `n${i}`, text }));
    await expectSame(some, { lang: "zh" });
    await expectSame(some, { redact: true });
  });

  it("is the same in the long form, as one-shot shows it", async () => {
    const some = texts.flatMap((text, i) => (i % 3 === 0 ? [{ text }] : []));
    await expectSame(some, { full: true });
    await expectSame(some.slice(0, 300), { full: true, redact: true, lang: "zh" });
  });

  const piece = fc.oneof(
    fc.constantFrom(...texts).map((text) => text.slice(0, 200)),
    fc.string({ unit: "binary" }),
    fc.constantFrom("not", "never", "没有", "within 72 hours", "B0ABCDEFGH", "$1,754.20", "14 March 2026", "amazon.de"),
    fc.constantFrom("http://arnazon.com", "gift cards", "\u202e", "\ud800", "😀", '"', "\\", "\u0000", "\n\n"),
  );
  const facts = fc.option(
    fc.dictionary(fc.constantFrom("appeal", "issue"), fc.constantFrom("rejected", "fees")).map((one) => {
      const { appeal, issue } = one;
      return {
        ...(appeal === "rejected" && { appeal }),
        ...(issue === "fees" && { issue }),
      };
    }),
    { nil: undefined },
  );
  it("is the same for texts put together at random", async () => {
    const one = fc.record({ pieces: fc.array(piece, { maxLength: 8 }), id: fc.string({ unit: "binary" }), facts });
    await fc.assert(
      fc.asyncProperty(one, async ({ pieces, id, facts: given }) => {
        const text = pieces.join(" ");
        fc.pre(!mayBeWrapped(text) && /\S/.test(text));
        for (const full of [false, true]) await expectSame([{ id, text, ...(given && { facts: given }) }], { full });
      }),
      { numRuns: 400 },
    );
  });
});
