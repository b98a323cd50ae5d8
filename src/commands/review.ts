import { advise } from "../core/advise.js";
import type { Facts } from "../core/facts.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { guessOutline } from "../letter/guess.js";
import { type Review, review as reviewLetter } from "../letter/review.js";
import type { Finding } from "../playbook/finding.js";
import { suggest } from "../playbook/nearest.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Outline, Playbook } from "../playbook/types.js";
import { read } from "../reading/read.js";
import { countsOf, countText, findingsText } from "../render/findings.js";
import type { ReviewFormat } from "../render/formats.js";
import { githubText } from "../render/github.js";
import { reviewWords } from "../render/review-words.js";
import { safe } from "../render/safe.js";
import { say } from "../render/say.js";
import { ansi, json, plain, wrap } from "../render/style.js";
import type { World } from "../world.js";
import { draftFrom, earlier } from "./review-input.js";
import { type Target, write } from "./write.js";

export interface ReviewOptions extends Target {
  /** The draft: a file, or "-" for standard input. */
  readonly file: string;
  readonly issue?: string;
  readonly outline?: string;
  /** Files: the letter that was refused, and Amazon's notice. */
  readonly previous?: string;
  readonly notice?: string;
  readonly format: ReviewFormat;
  /** Tells what is only worth knowing as well. */
  readonly info?: boolean;
  readonly lang: string;
  readonly data?: string;
}

/** Reviews the draft of a letter: 1 where something was found that should be mended, else 0. */
export async function review(options: ReviewOptions, world: World): Promise<ExitCode> {
  const playbook = await openPlaybook(world, options.data);
  const rules = playbook.review;
  if (rules === undefined)
    throw new Refusal("This playbook has no rules for letters", {
      hint: "They stand in review.yaml; a playbook that extends the shipped one has its rules.",
    });
  const candidates = candidatesOf(options, playbook);
  const { text, unwrapped } = await draftFrom(options.file, world);
  const [previous, notice] = await Promise.all([earlier(options.previous, world), earlier(options.notice, world)]);
  const named = options.outline !== undefined || (options.issue !== undefined && candidates.length === 1);
  const outline = named
    ? (candidates[0] as Outline)
    : guessOutline(text, candidates, rules, likelyBy(text, notice, playbook));
  const { same, findings: all } = reviewLetter(text, {
    outline,
    rules,
    lang: options.lang,
    today: world.today(),
    names: { draft: options.file === "-" ? "stdin" : options.file, ...(options.notice && { notice: options.notice }) },
    ...(previous !== null && { previous }),
    ...(notice !== null && { notice }),
  });
  const findings = all.filter(({ severity }) => severity !== "info" || options.info === true);
  const told = { findings, all, outline, named, unwrapped, ...(same && { same }) };
  await write(options.format === "json" ? asJson(told, options) : asText(told, options, world), options, world);
  if (options.format !== "json") comment(told, options, world);
  return findings.some(({ severity }) => severity !== "info") ? Exit.findings : Exit.ok;
}

interface Told extends Review {
  /** Those too that are not printed. */
  readonly all: readonly Finding[];
  readonly outline: Outline | null;
  readonly named: boolean;
  /** The places are those of a text that stood in a mail, HTML or a Word document. */
  readonly unwrapped: boolean;
}

/** The letters that the draft may be: the one that was named, those of an issue, or all. */
function candidatesOf({ issue, outline }: ReviewOptions, playbook: Playbook): readonly Outline[] {
  if (issue !== undefined && outline !== undefined)
    throw new Refusal("The letter was named twice, by --issue and by --outline");
  const byId = (id: string) => playbook.outlines.filter((one) => one.id === id);
  if (outline !== undefined) {
    const [found] = byId(outline);
    if (!found) throw unknown("outline", outline, playbook.outlines);
    return [found];
  }
  if (issue === undefined) return playbook.outlines;
  const found = playbook.issues.find((one) => one.id === issue);
  if (!found) throw unknown("issue", issue, playbook.issues);
  const letters = new Set<string>(found.outline === null ? [] : [found.outline]);
  for (const { when, outline: other } of playbook.routes) {
    const about = when.length === 0 || when.some((box) => box.issue?.includes(issue) ?? true);
    if (about && typeof other === "string") letters.add(other);
  }
  if (letters.size === 0)
    throw new Refusal(`No letter is needed for ${issue}`, { hint: `See what to do: seller-route issues ${issue}` });
  return [...letters].flatMap(byId);
}

function unknown(kind: string, id: string, all: readonly { readonly id: string }[]): Refusal {
  const hint = suggest(
    id,
    all.map((one) => one.id),
    40,
  );
  return new Refusal(`There is no ${kind} "${id}"`, hint === undefined ? {} : { hint });
}

/** How likely an outline is, 0 to 1: first the one that would be advised to somebody who told what draft and notice tell. */
function likelyBy(text: string, notice: string | null, playbook: Playbook): (outline: Outline) => number {
  const reading = read(`${text}\n\n${notice ?? ""}`, playbook);
  const { status, route, issue } = advise(playbook, reading, firstTime(playbook));
  const own = (id: string | null) => playbook.issues.find((one) => one.id === id)?.outline;
  const advised = playbook.routes.find((one) => one.id === route)?.outline ?? own(issue);
  const scores = reading.scores.issue ?? {};
  const highest = Math.max(1, ...Object.values(scores));
  return ({ id }) => {
    if (id === advised && status === "advised" && Object.values(scores).some((one) => one >= TOLD)) return 1;
    const about = playbook.issues.filter((one) => one.outline === id).map((one) => scores[one.id] ?? 0);
    return Math.max(0, ...about) / highest / 2;
  };
}

/** Log-odds from which a text tells what it is about. */
const TOLD = 1;

/** A plan speaks of actions as an account of a refusal does; what it says is no sign that it is not the first one. */
const firstTime = ({ facts }: Playbook): Facts =>
  facts.some(({ id, values }) => id === "appeal" && values.some((value) => value.id === "none"))
    ? { appeal: "none" }
    : {};

function asText({ findings }: Told, { format, lang, output }: ReviewOptions, world: World): string {
  if (format === "github") return githubText(findings);
  const paint = world.colour.stdout && output === undefined ? ansi : plain;
  const width = world.stdout.isTTY === true && output === undefined ? world.width : Number.POSITIVE_INFINITY;
  return findings.length === 0 ? "" : findingsText(findings, paint, reviewWords(lang), width);
}

/** What was looked at and how it went, beside the findings. */
function comment({ findings, all, outline, named, unwrapped, same }: Told, options: ReviewOptions, world: World): void {
  const words = reviewWords(options.lang);
  const name = outline && say(outline.name, options.lang);
  const lines = [
    ...(unwrapped ? [words.unwrapped] : []),
    outline === null ? words.unknown : (named ? words.readAs : words.guessed)(name as string, outline.id),
    ...(same?.refusal ? [words.refusal(options.previous as string)] : []),
    ...(same && !same.refusal ? [words.compared(Math.floor(same.share * 100), options.previous as string)] : []),
    findings.length === 0 ? words.nothing : countText(findings, words),
    ...(all.length > findings.length ? [words.more(all.length - findings.length)] : []),
  ];
  const width = world.stdout.isTTY === true ? world.width : Number.POSITIVE_INFINITY;
  const told = lines.flatMap((line) => wrap(safe(line).replaceAll("\n", " "), width));
  world.stderr.write(`${told.join("\n")}\n`);
}

function asJson({ findings, outline, named, same }: Told, { lang, previous }: ReviewOptions): string {
  const letter = outline && { id: outline.id, name: say(outline.name, lang), chosen: named ? "named" : "guessed" };
  const compared = same && {
    file: previous,
    reads_like: same.refusal ? "refusal" : "letter",
    share: Math.round(same.share * 1000) / 1000,
  };
  return `${json({ version: 1, letter, counts: countsOf(findings), findings, ...(compared && { previous: compared }) }, 2)}\n`;
}
