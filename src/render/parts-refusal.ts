import { lead } from "./page.js";
import { doorMarks } from "./quotes.js";
import { bullets, labelled, more, most, type Part } from "./sheet.js";
import { hang, shorten, wrap } from "./style.js";

const QUOTE = 30;

/** That the message of --previous has no effect, and why. */
export const previous: Part = (sheet) =>
  labelled(sheet, "previous", sheet.result.previous ? wrap(sheet.result.previous.text, sheet.page.room) : [], "yellow");

/** What a refusal asks for, with the words that say so. */
export const missing: Part = (sheet) => {
  const { result, view, page } = sheet;
  const all = result.refusal?.missing ?? [];
  const count = most(all.length);
  const lines = all.slice(0, count).flatMap(({ name, do: deed, text }) => {
    const title = `- ${name}`;
    const quote = view.words.aside(view.words.quote(shorten(text, QUOTE)));
    return lead(hang("- ", name + quote + view.words.colon + deed, page.room), title, view.paint.bold);
  });
  return labelled(sheet, "missing", [...lines, ...more(all.length - count, "--format markdown", sheet)], "yellow");
};

/** What not to send again. */
export const again: Part = (sheet) => labelled(sheet, "again", bullets(sheet.result.refusal?.again, sheet), "red");

/** What to do after the refusal, and after how long. */
export const now: Part = (sheet) => {
  const { result, view, page } = sheet;
  const told = result.refusal?.now;
  if (told === undefined) return [];
  const day = told.due === undefined ? "" : view.words.sent(told.due);
  return labelled(sheet, "now", [
    ...wrap(told.text, page.room).map(view.paint.bold),
    ...wrap(told.wait + day, page.room),
  ]);
};

/** The doors, and where on them the seller stands. */
export const ladder: Part = (sheet) => {
  const { result, view, page } = sheet;
  const lines = (result.ladder ?? []).flatMap((door, i) => {
    const marks = doorMarks(door, view.words);
    const told = marks === "" ? "" : view.words.colon + marks;
    return lead(hang(`${i + 1}. `, door.team.name + told, page.room), `${i + 1}. ${door.team.name}`, (text) =>
      door.state === "here" ? view.paint.bold(text) : text,
    );
  });
  return labelled(sheet, "ladder", lines);
};
