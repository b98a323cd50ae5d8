import { describe, expect, it } from "vitest";
import type { Menu } from "../../src/ask/asker.js";
import { drawMenu } from "../../src/ask/frame.js";
import { firstSpot } from "../../src/ask/menu.js";
import { talk } from "../../src/ask/words.js";
import { plain } from "../../src/render/style.js";

const words = talk("en");
/** Choices of one to four lines, each with its number at its beginning and its end, in groups. */
const choices = Array.from({ length: 24 }, (_, i) => ({
  value: i,
  label: `c${i} ${"word ".repeat(1 + ((i * 7) % 23))}e${i}`,
  group: `Group ${Math.floor(i / 5)}`,
}));
const menu: Menu<number> = { title: "Which?", choices, search: true, back: true };

const draw = (at: number, columns: number, rows: number) =>
  drawMenu(menu, { ...firstSpot(menu), at }, { columns, rows, paint: plain, words });
const numbers = (text: string, mark: string) =>
  [...text.matchAll(new RegExp(`(?<= )${mark}(\\d+)`, "g"))].map((match) => Number(match[1]));

describe("a list that is taller than the screen", () => {
  it.each([
    [80, 30],
    [80, 18],
    [44, 30],
    [44, 24],
    [44, 14],
  ])("shows each choice whole or not at all, and counts those it does not show: %i × %i", (columns, rows) => {
    const height = draw(0, columns, rows).split("\n").length;
    expect(height).toBeLessThan(rows);
    for (const { value } of choices) {
      const screen = draw(value, columns, rows);
      const shown = numbers(screen, "c");
      expect(numbers(screen, "e")).toEqual(shown);
      expect(shown).toContain(value);
      const above = Number(/↑ (\d+) more/.exec(screen)?.[1] ?? 0);
      const below = Number(/↓ (\d+) more/.exec(screen)?.[1] ?? 0);
      expect([above, below]).toEqual([shown[0], choices.length - 1 - (shown.at(-1) as number)]);
      expect(screen.split("\n").length).toBe(height);
    }
  });

  it("shows as much as fits of a choice that is longer than the list", () => {
    for (const { value } of choices) {
      const screen = draw(value, 22, 10);
      expect(numbers(screen, "c")).toContain(value);
    }
  });
});
