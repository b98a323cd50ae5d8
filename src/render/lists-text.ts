import type { FullIssue, FullTeam, ListedGroup, ListedTeam, ShownStatement } from "./lists.js";
import { block, type Page, page, screen } from "./page.js";
import { dated, sourceName, standing } from "./provenance.js";
import type { ShownChannel } from "./result.js";
import { clean, hang, wrap } from "./style.js";
import type { View } from "./view.js";

/** The teams: what to type, the name and one sentence each. */
export function teamsText(listed: readonly ListedTeam[], view: View): string {
  const teams = clean(listed);
  const sheet = page(
    view,
    teams.map(({ id }) => id),
  );
  const blocks = teams.map(({ id, name, summary }) => {
    const lines = [...wrap(name, sheet.room).map(view.paint.bold), ...wrap(summary, sheet.room)];
    return block(id, lines, sheet, view, view.paint.cyan);
  });
  return screen([...blocks, wrap(view.words.moreOnTeam, sheet.width).map(view.paint.dim)]);
}

/** One team in full: its lists, its channels by status, its sources. */
export function teamText(full: FullTeam, view: View): string {
  const team = clean(full);
  const { lists, onceOnly } = view.words;
  const sheet = page(view, Object.values(lists));
  const list = (label: string, statements: readonly ShownStatement[], colour = view.paint.bold): string[] =>
    block(label, bullets(statements, sheet, view), sheet, view, colour);
  const { active, legacy, unverified } = team.channels;
  const channels = (
    [
      ["active", active],
      ["legacy", legacy],
      ["unverified", unverified],
    ] as const
  ).map(([status, some]) =>
    block(
      lists[status],
      some.flatMap((one) => channel(one, sheet, view)),
      sheet,
      view,
      status === "active" ? strong(view, "green") : strong(view, "yellow"),
    ),
  );
  return screen([
    [...wrap(team.name, sheet.width).map(view.paint.bold), ...wrap(team.summary, sheet.width)],
    team.executive ? wrap(onceOnly, sheet.width).map(view.paint.yellow) : [],
    list(lists.does, team.does),
    list(lists.doesNot, team.does_not),
    list(lists.cares, team.cares),
    list(lists.reaches, team.reaches_you),
    list(lists.never, team.never, strong(view, "red")),
    list(lists.reply, team.reply),
    list(lists.changed, team.changed),
    ...channels,
    sources(team, sheet, view),
  ]);
}

/** The kinds of problem by group, each with the problem in a seller's words. */
export function issuesText(listed: readonly ListedGroup[], view: View): string {
  const groups = clean(listed);
  const sheet = page(
    view,
    groups.flatMap(({ issues }) => issues.map(({ id }) => id)),
  );
  const blocks = groups.map(({ name, issues }) => [
    ...wrap(name, sheet.width).map(view.paint.bold),
    ...issues.flatMap(({ id, summary }) => block(id, wrap(summary, sheet.room), sheet, view, view.paint.cyan)),
  ]);
  return screen([...blocks, wrap(view.words.moreOnIssue, sheet.width).map(view.paint.dim)]);
}

/** One kind of problem in full. */
export function issueText(full: FullIssue, view: View): string {
  const issue = clean(full);
  const { lists, showsAll, noLetter } = view.words;
  const sheet = page(view, Object.values(lists));
  const line = (label: string, text = ""): string[] =>
    text === "" ? [] : block(label, wrap(text, sheet.room), sheet, view);
  const letter =
    issue.outline === null
      ? wrap(noLetter, sheet.room)
      : [
          ...wrap(issue.outline.name, sheet.room),
          ...wrap(`seller-route outline ${issue.id} ${showsAll}`, sheet.room).map(view.paint.dim),
        ];
  return screen([
    [...wrap(issue.name, sheet.width).map(view.paint.bold), ...wrap(issue.summary, sheet.width)],
    [...line(lists.group, issue.group.name), ...line(lists.team, issue.team?.name)],
    block(lists.evidence, bullets(issue.evidence, sheet, view), sheet, view),
    block(lists.avoid, bullets(issue.avoid, sheet, view), sheet, view, strong(view, "red")),
    block(lists.deadlines, bullets(issue.deadlines, sheet, view), sheet, view, strong(view, "yellow")),
    block(lists.outline, letter, sheet, view),
    sources(issue, sheet, view),
  ]);
}

function bullets(statements: readonly ShownStatement[], { room }: Page, { words }: View): string[] {
  return statements.flatMap(({ text, unverified }) =>
    hang("- ", text + (unverified ? words.aside(words.unconfirmed) : ""), room),
  );
}

/** A channel with all that is known of it. */
function channel(one: ShownChannel, { room }: Page, { words, paint }: View): string[] {
  return [
    ...hang("- ", words.kinds[one.kind] + words.colon + one.value, room),
    ...wrap(standing(one, words).join(words.semicolon), room, 2).map(paint.dim),
    ...(one.note === undefined ? [] : wrap(one.note, room, 2)),
    ...one.sources.flatMap((source) => wrap(sourceName(source, words), room, 2).map(paint.dim)),
  ];
}

function sources(
  { sources, as_of }: { readonly sources: readonly string[]; readonly as_of: string },
  sheet: Page,
  view: View,
): string[] {
  const { words } = view;
  const lines = [
    ...sources.flatMap((source) => hang("- ", sourceName(source, words), sheet.room)),
    ...wrap(dated(as_of, words), sheet.room),
  ];
  return block(words.lists.sources, lines.map(view.paint.dim), sheet, view);
}

const strong =
  (view: View, colour: "red" | "yellow" | "green") =>
  (text: string): string =>
    view.paint.bold(view.paint[colour](text));
