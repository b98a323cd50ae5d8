import { block, type Page, tail } from "./page.js";
import type { Result } from "./result.js";
import { hang, wrap } from "./style.js";
import type { View } from "./view.js";
import type { Interface } from "./words.js";

/** A result that has been made safe, the screen it is for, and its page. */
export interface Sheet {
  readonly result: Result;
  readonly view: View;
  readonly page: Page;
}

/** One block of the screen, or nothing. */
export type Part = (sheet: Sheet) => string[];

/** A block under one of the interface's labels. */
export function labelled(
  sheet: Sheet,
  label: keyof Interface["labels"],
  lines: readonly string[],
  colour?: "red" | "yellow" | "green" | "cyan",
): string[] {
  const { paint, words } = sheet.view;
  const strong = (text: string): string => paint.bold(colour === undefined ? text : paint[colour](text));
  return block(words.labels[label], lines, sheet.page, sheet.view, strong);
}

/** Says that there is more, and where, unless a menu has it. */
export function more(count: number, where: string, { view, page }: Sheet): string[] {
  return count <= 0 ? [] : wrap(view.words.more(count, view.menu ?? where), page.room, 2).map(view.paint.dim);
}

/** Lines, and behind them what says the same on a command line, where there is one. */
export function flagged(lines: readonly string[], flags: string, { view, page }: Sheet): string[] {
  return view.menu === undefined ? tail(lines, flags, page.room, view.paint.dim) : [...lines];
}

/** Longest list of evidence or mistakes on a screen; one more is shown too, since saying so takes as long. */
const MOST = 4;

/** How many of so many entries are shown. */
export const most = (count: number): number => (count <= MOST + 1 ? count : MOST);

/** Entries of a list; where there are many, only the first, and where the others are. */
export function bullets(items: readonly string[] = [], sheet: Sheet): string[] {
  const count = most(items.length);
  const shown = items.slice(0, count).flatMap((item) => hang("- ", item, sheet.page.room));
  return [...shown, ...more(items.length - count, "--format markdown", sheet)];
}
