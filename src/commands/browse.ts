import { givenMarketplace } from "../ask/given.js";
import { walk } from "../core/diagram.js";
import { likeliestValues } from "../core/posterior.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { siteOf } from "../letter/sites.js";
import { suggest } from "../playbook/nearest.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Outline, Playbook, Team } from "../playbook/types.js";
import { onlyEnglish, textsIn } from "../render/english.js";
import type { Format } from "../render/formats.js";
import { fullIssue, fullTeam, listIssues, listTeams } from "../render/lists.js";
import { issueMarkdown, issuesMarkdown, teamMarkdown, teamsMarkdown } from "../render/lists-markdown.js";
import { issuesText, issueText, teamsText, teamText } from "../render/lists-text.js";
import { outlineMarkdown, outlineText } from "../render/outline.js";
import { outlineBlocks } from "../render/outline-blocks.js";
import { showOutline } from "../render/present.js";
import { clean, json, wrap } from "../render/style.js";
import type { View } from "../render/view.js";
import type { World } from "../world.js";
import { refuseNoise, type Target, viewOf, write } from "./write.js";

export interface BrowseOptions extends Target {
  readonly data?: string;
  readonly lang: string;
  readonly format: Format;
  /** Only for letters: named in them, and says which paper is used. */
  readonly marketplace?: string;
}

/** The teams, or one of them in full. */
export async function teams(id: string | undefined, options: BrowseOptions, world: World): Promise<ExitCode> {
  const playbook = await openPlaybook(world, options.data);
  const view = viewOf(playbook, options.lang, world, options);
  if (id === undefined) {
    const listed = listTeams(playbook, options.lang);
    return print(inForm(listed, options, { text: teamsText, markdown: teamsMarkdown }, view), options, world);
  }
  const full = fullTeam(find("team", id, playbook.teams), playbook, options.lang);
  return print(inForm(full, options, { text: teamText, markdown: teamMarkdown }, view), options, world);
}

/** The kinds of problem, or one of them in full. */
export async function issues(id: string | undefined, options: BrowseOptions, world: World): Promise<ExitCode> {
  const playbook = await openPlaybook(world, options.data);
  const view = viewOf(playbook, options.lang, world, options);
  if (id === undefined) {
    const listed = listIssues(playbook, options.lang);
    return print(inForm(listed, options, { text: issuesText, markdown: issuesMarkdown }, view), options, world);
  }
  const full = fullIssue(find("issue", id, playbook.issues), playbook, options.lang, usualTeam(id, playbook));
  return print(inForm(full, options, { text: issueText, markdown: issueMarkdown }, view), options, world);
}

/** The letter of an issue, or an outline by its own id. */
export async function outline(id: string, options: BrowseOptions, world: World): Promise<ExitCode> {
  refuseNoise(options.format, options, world);
  const playbook = await openPlaybook(world, options.data);
  const letter = outlineNamed(id, playbook);
  const place = givenMarketplace(options.marketplace, playbook);
  const site = siteOf(place, playbook.marketplaces);
  // A letter that is not translated is English throughout.
  const lang = Object.hasOwn(letter.name, options.lang) ? options.lang : "en";
  const fill = site === undefined ? {} : { marketplace: site };
  const shown = showOutline(letter, lang, fill);
  const view = viewOf(playbook, options.lang, world, options);
  if (options.format === "docx") {
    const { docx } = await import("../render/docx.js");
    const safe = clean(shown);
    const print = { lang, title: safe.name, ...(place !== undefined && { marketplace: place }) };
    await write(await docx(outlineBlocks(safe, view.words), print), options, world);
    return Exit.ok;
  }
  return print(inForm(shown, options, { text: outlineText, markdown: outlineMarkdown }, view), options, world);
}

/** The outline of an issue, or one by its own name. */
export function outlineNamed(id: string, { issues, outlines }: Playbook): Outline {
  const issue = issues.find((one) => one.id === id);
  if (issue?.outline === null)
    throw new Refusal(`No letter is needed for ${id}`, { hint: `See what to do: seller-route issues ${id}` });
  const chosen = outlines.find((one) => one.id === (issue?.outline ?? id));
  return chosen ?? (find("issue or outline", id, [...issues, ...outlines]) as Outline);
}

type Renderer<T> = (shown: T, view: View) => string;

/** What is shown, in the format that was asked for. */
function inForm<T>(
  shown: T,
  { format }: BrowseOptions,
  renderers: Readonly<Record<"text" | "markdown", Renderer<T>>>,
  view: View,
): string {
  if (format === "json") return json(shown, 2);
  const page = renderers[format === "markdown" ? "markdown" : "text"](shown, view).trimEnd();
  const remark = onlyEnglish(() => textsIn(shown), view.words).flatMap((line) => wrap(line, view.width));
  return [page, ...(remark.length > 0 ? ["", ...remark] : [])].join("\n");
}

async function print(text: string, options: BrowseOptions, world: World): Promise<ExitCode> {
  await write(text.endsWith("\n") ? text : `${text}\n`, options, world);
  return Exit.ok;
}

function find<T extends { readonly id: string }>(kind: string, id: string, all: readonly T[]): T {
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const hint =
    suggest(
      id,
      all.map((one) => one.id),
    ) ?? `See them all: seller-route ${kind === "team" ? "teams" : "issues"}`;
  throw new Refusal(`There is no ${kind} "${id}"`, { hint });
}

/** The team that most of an issue's cases go to: each open fact at its likeliest value. */
function usualTeam(issue: string, playbook: Playbook): Team | undefined {
  const outcome = walk(playbook.diagram, { ...likeliestValues(playbook.facts), issue });
  const route = playbook.routes.find((one) => one.id === outcome?.route);
  return playbook.teams.find((one) => one.id === route?.team);
}
