import { channelItem } from "./document-parts.js";
import { escaped } from "./escape.js";
import type { FullIssue, FullTeam, ListedGroup, ListedTeam, ShownStatement } from "./lists.js";
import { entry } from "./markdown.js";
import { dated, sourceName } from "./provenance.js";
import { clean } from "./style.js";
import type { Labels } from "./view.js";

type Words = Pick<Labels, "words">;

/** The teams as a Markdown list. */
export function teamsMarkdown(listed: readonly ListedTeam[]): string {
  return document(
    list(clean(listed).map(({ id, name, summary }) => `**${escaped(name)}** (\`${id}\`): ${escaped(summary)}`)),
  );
}

/** One team in full. */
export function teamMarkdown(full: FullTeam, { words }: Words): string {
  const team = clean(full);
  const { lists } = words;
  const said = (label: string, statements: readonly ShownStatement[]) =>
    section(label, list(texts(statements, { words })));
  return document(
    `# ${escaped(team.name)}`,
    escaped(team.summary),
    team.executive ? `**${escaped(words.onceOnly)}**` : "",
    said(lists.does, team.does),
    said(lists.doesNot, team.does_not),
    said(lists.cares, team.cares),
    said(lists.reaches, team.reaches_you),
    said(lists.never, team.never),
    said(lists.reply, team.reply),
    said(lists.changed, team.changed),
    ...(["active", "legacy", "unverified"] as const).map((status) =>
      section(lists[status], team.channels[status].map((one) => entry(channelItem(one, words), "- ")).join("\n")),
    ),
    sources(team, { words }),
  );
}

/** The kinds of problem by group. */
export function issuesMarkdown(listed: readonly ListedGroup[]): string {
  const groups = clean(listed).map(({ name, issues }) =>
    section(escaped(name), list(issues.map(({ id, summary }) => `\`${id}\`: ${escaped(summary)}`))),
  );
  return document(...groups);
}

/** One kind of problem in full. */
export function issueMarkdown(full: FullIssue, { words }: Words): string {
  const issue = clean(full);
  const { lists } = words;
  const line = (label: string, text = "") => (text === "" ? "" : `${label}${words.colon}${escaped(text)}`);
  const said = (label: string, statements: readonly ShownStatement[]) =>
    section(label, list(texts(statements, { words })));
  return document(
    `# ${escaped(issue.name)}`,
    escaped(issue.summary),
    list([line(lists.group, issue.group.name), line(lists.team, issue.team?.name)].filter((one) => one !== "")),
    said(lists.evidence, issue.evidence),
    said(lists.avoid, issue.avoid),
    said(lists.deadlines, issue.deadlines),
    section(lists.outline, issue.outline === null ? words.noLetter : escaped(issue.outline.name)),
    sources(issue, { words }),
  );
}

function texts(statements: readonly ShownStatement[], { words }: Words): string[] {
  return statements.map(({ text, unverified }) => escaped(text) + (unverified ? words.aside(words.unconfirmed) : ""));
}

function sources(from: { readonly sources: readonly string[]; readonly as_of: string }, { words }: Words): string {
  const named = from.sources.map((source) => escaped(sourceName(source, words)));
  return section(words.lists.sources, list([...named, escaped(dated(from.as_of, words))]));
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");
const section = (heading: string, text: string): string => (text === "" ? "" : `## ${heading}\n\n${text}`);
const document = (...blocks: readonly string[]): string => `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
