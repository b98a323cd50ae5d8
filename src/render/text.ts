import { degree, percent } from "./degree.js";
import { onlyEnglish, textsOf } from "./english.js";
import { ADVISED, UNSURE } from "./order.js";
import { outside } from "./outside.js";
import { beside, page, screen } from "./page.js";
import * as parts from "./parts.js";
import * as refusal from "./parts-refusal.js";
import type { Result } from "./result.js";
import { labelled, type Sheet } from "./sheet.js";
import { clean, safe, wrap } from "./style.js";
import type { View } from "./view.js";

/** The recommendation as a screen of text, ending in a newline. No line is wider than the view. */
export function renderText(result: Result, view: View): string {
  const label = (fact: string, value?: string): string => safe(view.label(fact, value));
  const sheet: Sheet = {
    result: clean(result),
    view: { ...view, label },
    page: page(view, Object.values(view.words.labels)),
  };
  return screen([...SCREENS[result.status](sheet), footer(sheet)]);
}

const { question, ...others } = { ...parts, ...refusal };

const SCREENS: Readonly<Record<Result["status"], (sheet: Sheet) => string[][]>> = {
  advised: (sheet) => [
    [...team(sheet, "goTo", "green"), ...problem(sheet)],
    ...ADVISED.map((name) => (name === "question" ? asked : others[name])(sheet)),
  ],
  unsure: (sheet) => [
    [...team(sheet, "notSure", "yellow"), ...problem(sheet)],
    ...UNSURE.map((name) => (name === "question" ? question : others[name])(sheet)),
  ],
  "out-of-scope": (sheet) => [
    labelled(sheet, "noAdvice", wrap(outside(sheet.result, sheet.view), sheet.page.room), "yellow"),
    others.careful(sheet),
    others.previous(sheet),
    labelled(sheet, "use", [
      ...wrap(sheet.view.words.purpose, sheet.page.room),
      ...wrap(sheet.view.words.tryInstead, sheet.page.room),
    ]),
    asked(sheet),
  ],
};

/** What would settle it, where there is anything; a menu has it already. */
function asked(sheet: Sheet): string[] {
  return sheet.result.ask === undefined || sheet.view.menu !== undefined ? [] : question(sheet);
}

/** The team and how sure it is. */
function team(sheet: Sheet, label: "goTo" | "notSure", colour: "green" | "yellow"): string[] {
  const { result, page } = sheet;
  const { words, paint } = sheet.view;
  if (result.team === null) return labelled(sheet, label, wrap(words.noGuess, page.room), colour);
  const odds = percent(result.confidence);
  const line =
    label === "goTo"
      ? beside(result.team.name, words.degrees[degree(result)] + words.aside(odds), page.room, words.comma)
      : [words.bestGuess + words.colon + result.team.name + words.aside(odds)];
  const [name, sure] = line as [string, string?];
  const strong = (text: string): string => paint.bold(paint[colour](text));
  return labelled(
    sheet,
    label,
    [...wrap(name, page.room).map(strong), ...(sure === undefined ? [] : wrap(sure, page.room))],
    colour,
  );
}

function problem(sheet: Sheet): string[] {
  const { issue } = sheet.result;
  return issue === null ? [] : labelled(sheet, "problem", wrap(issue.name, sheet.page.room));
}

function footer({ result, view, page }: Sheet): string[] {
  const { words, paint } = view;
  const lines = [...onlyEnglish(() => textsOf(result, "screen"), words), words.footer(result.playbook.version)];
  return lines.flatMap((line) => wrap(line, page.width)).map(paint.dim);
}
