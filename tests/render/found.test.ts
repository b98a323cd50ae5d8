import { expect, test } from "vitest";
import { foundAs } from "../../src/render/found.js";
import { words } from "../../src/render/words.js";

test.each([
  ["en", "date", "--11-12", "12 November"],
  ["zh", "date", "--01-02", "1月2日"],
  ["en", "date", "2026-11-12", "2026-11-12"],
  ["en", "order", "302-1234567-1234567", "302-1234567-1234567"],
] as const)("%s %s %s", (lang, kind, value, shown) => expect(foundAs({ kind, value }, words(lang))).toBe(shown));
