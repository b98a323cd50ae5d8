import { elsewhere, wayTo } from "./degree.js";
import { MOST_OLD } from "./english.js";
import { lead, tail } from "./page.js";
import { standing } from "./provenance.js";
import { answersOn, shownBy } from "./quotes.js";
import type { ShownChannel } from "./result.js";
import { bullets, flagged, labelled, more, type Part, type Sheet } from "./sheet.js";
import { hang, pad, shorten, wrap } from "./style.js";
import type { View } from "./view.js";

const MOST_ANSWERS = 10;

const MOST_QUOTES = 3;
const QUOTE = 60;

/** Signs that the message is not Amazon's: before anything that the seller might do. */
export const careful: Part = (sheet) =>
  labelled(
    sheet,
    "careful",
    sheet.result.cautions.flatMap(({ text }) => hang("! ", text, sheet.page.room)),
    "red",
  );

/** The reason, then the seller's own words that showed it, a line for each thing that they show. */
export const why: Part = (sheet) => {
  const { result, view, page } = sheet;
  const { words } = view;
  const reasons = result.because.flatMap((reason) => wrap(reason.text, page.room));
  const quotes = shownBy(result.because.flatMap((reason) => reason.evidence)).flatMap(({ fact, value, texts }) => {
    const quoted = texts.slice(0, MOST_QUOTES).map((text) => words.quote(shorten(text, QUOTE)));
    return hang("- ", quoted.join(words.comma) + words.aside(named(fact, value, view)), page.room).map(view.paint.cyan);
  });
  return labelled(sheet, "why", [...reasons, ...quotes]);
};

/** Channels in use, then at most two others, marked for what they are. */
export const where: Part = (sheet) => {
  const { channels } = sheet.result;
  if (channels === undefined) return [];
  const { view, page } = sheet;
  const { words } = view;
  const active = channels.filter((one) => one.status === "active");
  const others = channels.filter((one) => one.status !== "active");
  const lines = active.flatMap((one) => channel(one, sheet));
  if (active.length === 0) lines.push(...wrap(others.length > 0 ? words.noActive : words.noChannel, page.room));
  lines.push(...others.slice(0, MOST_OLD).flatMap((one) => channel(one, sheet)));
  lines.push(...more(others.length - MOST_OLD, "--format json", sheet));
  return labelled(sheet, "where", lines);
};

function channel(one: ShownChannel, { view: { words, paint }, page }: Sheet): string[] {
  const kind = `- ${words.kinds[one.kind]}${words.colon}`;
  const mark = one.status === "active" ? [] : [words.marks[one.status]];
  const about = words.aside([...mark, ...standing(one, words)].join(words.semicolon)).trim();
  const address = lead(hang("- ", `${kind.slice(2)}${one.value}`, page.room), kind, paint.bold);
  return [
    ...tail(address, about, page.room, one.status === "active" ? paint.dim : paint.yellow),
    ...(one.note === undefined ? [] : wrap(one.note, page.room, 2)),
  ];
}

/** Steps before contact, in order. */
export const first: Part = (sheet) =>
  labelled(
    sheet,
    "first",
    (sheet.result.first ?? []).flatMap((step, i) => hang(`${i + 1}. `, step, sheet.page.room)),
  );

/** What to gather. */
export const ready: Part = (sheet) => labelled(sheet, "ready", bullets(sheet.result.evidence, sheet));

/** What never to do. */
export const never: Part = (sheet) => labelled(sheet, "never", bullets(sheet.result.avoid, sheet), "red");

/** Deadlines, the day first where it can be counted. */
export const clock: Part = (sheet) => {
  const { result, view, page } = sheet;
  const lines = (result.deadlines ?? []).flatMap(({ text, due, passed }) => {
    if (due === undefined) return hang("- ", text, page.room);
    const day = view.words.due(due, passed);
    return lead(hang("- ", day + text, page.room), `- ${day}`.trimEnd(), view.paint.bold);
  });
  return labelled(sheet, "clock", lines, "yellow");
};

/** The letter's name, its sections as one line each, and the command that shows it, unless a menu does. */
export const letter: Part = (sheet) => {
  const { result, view, page } = sheet;
  const { outline } = result;
  if (outline === undefined) return [];
  if (outline === null) return labelled(sheet, "letter", wrap(view.words.noLetter, page.room));
  return labelled(sheet, "letter", [
    ...wrap(outline.name, page.room).map(view.paint.bold),
    ...outline.sections.map(({ title }, i) => `${i + 1}. ${shorten(title, page.room - `${i + 1}. `.length)}`),
    ...(view.menu === undefined
      ? wrap(`seller-route outline ${outline.id} ${view.words.showsAll}`, page.room).map(view.paint.dim)
      : []),
  ]);
};

/** The next rung of the ladder. */
export const fails: Part = (sheet) => {
  const { result, view, page } = sheet;
  const { next } = result;
  if (next === undefined) return [];
  if (next === null) return labelled(sheet, "fails", wrap(view.words.lastDoor, page.room));
  const name = next.team.name + view.words.colon;
  const day = next.due === undefined ? "" : view.words.aside(view.words.counted(next.due, next.from));
  const step = lead(wrap(name + next.after + day, page.room), name.trimEnd(), view.paint.bold);
  return labelled(sheet, "fails", [...step, ...wrap(next.because, page.room)]);
};

/** What the advice rests on without having been said. */
export const assumed: Part = (sheet) => {
  const { result, view, page } = sheet;
  const taken = Object.entries(result.assumed).map(([fact, value]) => named(fact, value, view));
  if (taken.length === 0) return [];
  return labelled(
    sheet,
    "assumed",
    wrap(taken.join(view.words.semicolon) + view.words.aside(view.words.rests), page.room),
  );
};

/** What would lead elsewhere, each with the flags that say so. */
export const otherwise: Part = (sheet) => {
  const { result, view, page } = sheet;
  const lines = result.alternatives.flatMap((one) => {
    const facts = wayTo(one);
    const team = elsewhere(one, view.words);
    const when = facts.map(([fact, value]) => named(fact, value, view));
    const flags = facts.map(([fact, value]) => `--fact ${fact}=${value}`).join(" ");
    const lines =
      when.length < 2
        ? hang("- ", [team, ...when].join(" "), page.room)
        : [...hang("- ", team, page.room), ...when.flatMap((each) => hang("", each, page.room, 2))];
    return flagged(lines, flags, sheet);
  });
  return labelled(sheet, "otherwise", lines);
};

/** Other problems in the same text. */
export const also: Part = (sheet) => {
  const { result, view, page } = sheet;
  if (result.also.length === 0) return [];
  const lines = result.also.flatMap((one) => {
    const problem = hang("- ", `${view.label("issue", one.issue)} → ${one.team}`, page.room);
    return flagged(problem, `--fact issue=${one.issue}`, sheet);
  });
  return labelled(sheet, "also", [...wrap(view.words.separately, page.room), ...lines]);
};

/** The question that would settle it, its answers and their flags. */
export const question: Part = (sheet) => {
  const { result, view, page } = sheet;
  const { ask } = result;
  if (ask === undefined) return labelled(sheet, "question", wrap(view.words.sayMore, page.room), "cyan");
  const shown = answersOn(result).slice(0, MOST_ANSWERS);
  const rows = shown.map(({ value, label }) => ({ flag: `--fact ${ask.fact}=${value}`, label }));
  const column = Math.max(0, ...rows.map(({ flag }) => flag.length)) + 2;
  const answers = rows.flatMap(({ flag, label }) => {
    if (column > page.room / 2)
      return [...hang("- ", label, page.room), ...wrap(flag, page.room, 2).map(view.paint.cyan)];
    return lead(hang(pad(flag, column), label, page.room), flag, view.paint.cyan);
  });
  return labelled(
    sheet,
    "question",
    [
      ...wrap(ask.text, page.room).map(view.paint.bold),
      ...answers,
      ...more(ask.answers.length - shown.length, ask.fact === "issue" ? "seller-route issues" : "--format json", sheet),
      ...wrap(view.words.answerWith, page.room).map(view.paint.dim),
    ],
    "cyan",
  );
};

const named = (fact: string, value: string, view: View): string =>
  view.label(fact) + view.words.colon + view.label(fact, value);
