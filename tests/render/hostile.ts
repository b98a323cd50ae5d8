import fc from "fast-check";
import type { Result } from "../../src/render/result.js";
import { advised, outOfScope, refused, unsure } from "./samples.js";

/** What must never reach a terminal: controls but for the newline, lone surrogates, and marks that turn the direction. */
export const CONTROL =
  /(?!\n)[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 14 }) },
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(..."我的商品被下架了，申诉。（品牌）“对”カタログ한글é"),
      maxLength: 60,
    }),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  fc.constantFrom(
    "\u001b[31mred",
    "\u009b2J",
    "\u001b]8;;https://evil.example\u0007",
    "\r\nline",
    "\t",
    "\u202Eabc",
    "\uD83D",
  ),
  fc.constantFrom(
    "👩‍👩‍👧‍👦🇩🇪❤️",
    "1️⃣",
    "https://sellercentral.amazon.com/gp/help/external/help.html?itemID=202017130&ref=x",
    "a".repeat(130),
  ),
);

/** Texts of all scripts, with escape sequences, long words and addresses among them. */
export const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));

const KEPT = new Set(["status", "kind", "digest", "due", "state", "step"]);

/** One of the samples, every string in it that the form leaves free replaced. */
export const result: fc.Arbitrary<Result> = fc
  .tuple(fc.constantFrom(advised, refused, unsure, outOfScope), fc.array(text, { minLength: 1, maxLength: 20 }))
  .map(([sample, texts]) => {
    let turn = 0;
    const replaced = (value: unknown, key = ""): unknown => {
      if (typeof value === "string") return KEPT.has(key) ? value : texts[turn++ % texts.length];
      if (Array.isArray(value)) return value.map((one) => replaced(one));
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, name)]));
    };
    return replaced(sample) as Result;
  });
