import { Exit, type ExitCode, Refusal } from "../exit.js";
import { type Review, review as reviewLetter } from "../letter/review.js";
import type { Finding } from "../playbook/finding.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Outline } from "../playbook/types.js";
import { countsOf, countText, findingsText } from "../render/findings.js";
import type { ReviewFormat } from "../render/formats.js";
import { githubText } from "../render/github.js";
import { reviewWords } from "../render/review-words.js";
import { safe } from "../render/safe.js";
import { say } from "../render/say.js";
import { ansi, json, plain, wrap } from "../render/style.js";
import type { World } from "../world.js";
import { draftFrom, earlier } from "./review-input.js";
import { candidatesOf, takenFor } from "./review-letter.js";
import { type Target, write } from "./write.js";

export interface ReviewOptions extends Target {
  /** The drafts: files, one of them may be "-" for standard input. */
  readonly files: readonly string[];
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

/** Reviews drafts of letters: 1 where something was found that should be mended, else 0. */
export async function review(options: ReviewOptions, world: World): Promise<ExitCode> {
  const { files, format } = options;
  if (files.filter((file) => file === "-").length > 1) throw new Refusal("Standard input can be read once");
  const playbook = await openPlaybook(world, options.data);
  const rules = playbook.review;
  if (rules === undefined)
    throw new Refusal("This playbook has no rules for letters", {
      hint: "They stand in review.yaml; a playbook that extends the shipped one has its rules.",
    });
  const candidates = candidatesOf(options, playbook);
  const drafts = await Promise.all(files.map(async (file) => ({ file, ...(await draftFrom(file, world)) })));
  const [previous, notice] = await Promise.all([earlier(options.previous, world), earlier(options.notice, world)]);
  const told = drafts.map(({ file, text, unwrapped }): Told => {
    const { outline, named } = takenFor(text, { candidates, notice, rules }, options, playbook);
    const { same, findings: all } = reviewLetter(text, {
      outline,
      rules,
      lang: options.lang,
      today: world.today(),
      names: { draft: file === "-" ? "stdin" : file, ...(options.notice && { notice: options.notice }) },
      ...(previous !== null && { previous }),
      ...(notice !== null && { notice }),
    });
    const findings = all.filter(({ severity }) => severity !== "info" || options.info === true);
    return { file, findings, all, outline, candidates, named, unwrapped, ...(same && { same }) };
  });
  await write(format === "json" ? asJson(told, options) : asText(told, options, world), options, world);
  if (format !== "json") for (const one of told) comment(one, options, world);
  const found = told.flatMap((one) => one.findings);
  return found.some(({ severity }) => severity !== "info") ? Exit.findings : Exit.ok;
}

interface Told extends Review {
  readonly file: string;
  /** Those too that are not printed. */
  readonly all: readonly Finding[];
  readonly outline: Outline | null;
  /** The letters that it could be. */
  readonly candidates: readonly Outline[];
  readonly named: boolean;
  /** The places are those of a text that stood in a mail, HTML or a Word document. */
  readonly unwrapped: boolean;
}

function asText(told: readonly Told[], { format, lang, output }: ReviewOptions, world: World): string {
  const findings = told.flatMap((one) => one.findings);
  if (format === "github") return githubText(findings);
  const paint = world.colour.stdout && output === undefined ? ansi : plain;
  const width = world.stdout.isTTY === true && output === undefined ? world.width : Number.POSITIVE_INFINITY;
  return findings.length === 0 ? "" : findingsText(findings, paint, reviewWords(lang), width);
}

/** What was looked at and how it went, beside the findings. */
function comment(told: Told, { lang, issue, previous = "", files }: ReviewOptions, world: World): void {
  const { file, findings, all, outline, named, candidates, unwrapped, same } = told;
  const words = reviewWords(lang);
  const lines = [
    ...(unwrapped ? [words.unwrapped] : []),
    outline === null ? words.unknown : letterLine(outline, { named, candidates }, { lang, ...(issue && { issue }) }),
    ...(same?.refusal ? [words.refusal(previous)] : []),
    ...(same && !same.refusal ? [words.compared(Math.floor(same.share * 100), previous)] : []),
    findings.length === 0 ? words.nothing : countText(findings, words),
    ...(all.length > findings.length ? [words.more(all.length - findings.length)] : []),
  ].map((line) => (files.length > 1 ? `${file}: ${line}` : line));
  const width = world.stdout.isTTY === true ? world.width : Number.POSITIVE_INFINITY;
  const text = lines.flatMap((line) => wrap(safe(line).replaceAll("\n", " "), width));
  world.stderr.write(`${text.join("\n")}\n`);
}

/** Which letter it was taken for, and what would say otherwise. */
function letterLine(
  outline: Outline,
  { named, candidates }: Pick<Told, "named" | "candidates">,
  { issue, lang }: Pick<ReviewOptions, "issue" | "lang">,
): string {
  const words = reviewWords(lang);
  const name = say(outline.name, lang);
  if (issue === undefined) return (named ? words.readAs : words.guessed)(name, outline.id);
  const others = candidates.flatMap(({ id }) => (id === outline.id ? [] : [id]));
  if (others.length === 0) return words.readAs(name, outline.id);
  return (named ? words.usual : words.guessedOf)(name, outline.id, issue, others.join(", "));
}

function asJson(told: readonly Told[], options: ReviewOptions): string {
  const all = told.map((one) => dataOf(one, options));
  const [first] = all;
  return `${json(all.length === 1 ? first : all.map((one, i) => ({ file: told[i]?.file, ...one })), 2)}\n`;
}

function dataOf({ findings, outline, named, same }: Told, { lang, previous }: ReviewOptions): object {
  const letter = outline && { id: outline.id, name: say(outline.name, lang), chosen: named ? "named" : "guessed" };
  const compared = same && {
    file: previous,
    reads_like: same.refusal ? "refusal" : "letter",
    share: Math.round(same.share * 1000) / 1000,
  };
  return { version: 1, letter, counts: countsOf(findings), findings, ...(compared && { previous: compared }) };
}
