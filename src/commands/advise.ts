import { givenFacts, givenMarketplace, givenText, type Said } from "../ask/given.js";
import { adviceOf, begin, stepsOf } from "../ask/interview.js";
import type { Answers, Resumed } from "../ask/saved.js";
import { type Advice, advise as adviseOn } from "../core/advise.js";
import { isDay } from "../core/calendar.js";
import { type Explained, explain } from "../core/explain.js";
import type { Facts } from "../core/facts.js";
import { NOTHING_READ, type Reading } from "../core/reading.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Playbook } from "../playbook/types.js";
import { read } from "../reading/read.js";
import { redact } from "../reading/redact.js";
import { explainText } from "../render/explain.js";
import { renderMarkdown } from "../render/markdown.js";
import { presentFully } from "../render/present.js";
import type { Result } from "../render/result.js";
import { json, safe } from "../render/style.js";
import { renderText } from "../render/text.js";
import type { BriefWorld, World } from "../world.js";
import { type Target, viewOf, write } from "./write.js";

export type Format = "text" | "json" | "markdown";

export interface AdviseOptions extends Said, Target {
  readonly data?: string;
  readonly lang: string;
  readonly format: Format;
  /** Show what was read, and what it was weighed at. */
  readonly explain?: boolean;
  /** Mask what identifies somebody or something. */
  readonly redact?: boolean;
  /** Counts due dates from this day where the text bears none; YYYY-MM-DD. */
  readonly today?: string;
  /** File that answers are kept in, so that the interview can go on another day. */
  readonly save?: string;
  /** Answers that were saved. */
  readonly resume?: string;
  /** Numbered choices, nothing drawn twice. */
  readonly plain?: boolean;
}

/** One problem in, one recommendation out. With nothing given and somebody at a terminal, the interview. */
export async function advise(options: AdviseOptions, world: World): Promise<ExitCode> {
  const { resume } = options;
  const said = resume === undefined ? await givenText(options, world) : null;
  const playbook = await openPlaybook(world, options.data);
  if (world.canPrompt && (resume !== undefined || options.save !== undefined))
    return interview(options, playbook, world);
  const earlier =
    resume === undefined ? null : await (await import("../ask/saved.js")).resumeFrom(resume, options, playbook, world);
  const text = earlier ? earlier.text : said;
  const given = await givenFacts(options, playbook, world);
  const marketplace = givenMarketplace(options.marketplace, playbook) ?? earlier?.marketplace;
  const nothing = text === null && Object.keys(given).length === 0 && !earlier?.steps.length;
  if (nothing) {
    if (world.canPrompt) return interview(options, playbook, world);
    throw new Refusal("No problem was given, and there is no terminal to ask at", {
      hint: 'Describe it: seller-route "they took my listing down", or pipe a text in.',
    });
  }
  if (earlier) await tellChanges(earlier, options, playbook, world);
  const reading = text === null ? NOTHING_READ : read(text, playbook);
  const steps = [...(earlier?.steps ?? []), ...stepsOf(given)];
  const advice = earlier ? adviceOf(begin(playbook, text, reading, steps)) : adviseOn(playbook, reading, given);
  const { page, exit } = answer({ text, reading, given, marketplace, advice }, options, playbook, world);
  if (options.save !== undefined) await saveSaid(options.save, { text, steps, marketplace }, options, playbook, world);
  await write(page, options, world);
  return exit;
}

/** All that an answer rests on. */
interface Case {
  readonly text: string | null;
  readonly reading: Reading;
  readonly given: Facts;
  readonly marketplace: string | undefined;
  readonly advice: Advice;
}

/** The page that tells an advice, and the exit code that goes with it. */
export function answer(
  { text, reading, given, marketplace, advice }: Case,
  options: AdviseOptions,
  playbook: Playbook,
  world: BriefWorld,
): { readonly page: string; readonly exit: ExitCode } {
  const place = marketplace ?? reading.entities.find((one) => one.kind === "marketplace")?.value;
  const shown = options.redact === true && text !== null ? redact(text, reading) : { text, reading };
  const telling = {
    lang: options.lang,
    today: todayFrom(options.today, world),
    ...(place !== undefined && { marketplace: place }),
    fill: options.redact === true ? {} : fillFrom(reading),
  };
  const explained = options.explain === true ? explain(playbook, shown.reading, given) : null;
  const result = {
    ...presentFully(advice, shown.reading, playbook, telling),
    ...(explained && { explain: rounded(explained) }),
  };
  const page = render(result, options, playbook, world);
  const why = explained && options.format === "text" ? explanation(shown, explained, options, playbook, world) : "";
  return {
    page: why === "" ? page : `${page}\n${why}`,
    exit: result.status === "advised" ? Exit.ok : Exit.noAdvice,
  };
}

async function tellChanges(earlier: Resumed, { lang }: AdviseOptions, playbook: Playbook, world: World): Promise<void> {
  const [{ changesSince }, { talk }] = await Promise.all([import("../ask/saved.js"), import("../ask/words.js")]);
  for (const line of changesSince(earlier, playbook, talk(lang))) world.stderr.write(`${safe(line)}\n`);
}

/** What was said, for an interview that goes on from it. */
async function saveSaid(
  file: string,
  answers: Answers,
  { force, resume }: AdviseOptions,
  playbook: Playbook,
  world: World,
): Promise<void> {
  const { Keeper, writeAnswers } = await import("../ask/saved.js");
  await new Keeper(file, world.files, force === true || file === resume).keep(await writeAnswers(answers, playbook));
}

/** A result in the format that was asked for. */
export function render(
  result: Result,
  options: Target & { readonly format: Format; readonly lang: string },
  playbook: Playbook,
  world: BriefWorld,
): string {
  const view = viewOf(playbook, options.lang, world, options);
  if (options.format === "json") return `${json(result, 2)}\n`;
  return options.format === "markdown" ? renderMarkdown(result, view) : renderText(result, view);
}

/** The day that was given, or today. */
export function todayFrom(day: string | undefined, world: BriefWorld): string {
  if (day !== undefined && !isDay(day))
    throw new Refusal(`--today ${day} is not a day`, { hint: "Write it as 2026-11-22." });
  return day ?? world.today();
}

function explanation(
  { text, reading }: { readonly text: string | null; readonly reading: Reading },
  explained: readonly Explained[],
  options: AdviseOptions,
  playbook: Playbook,
  world: BriefWorld,
): string {
  const coloured = world.colour.stdout && options.output === undefined;
  return explainText(text, reading, explained, viewOf(playbook, options.lang, world, options), coloured);
}

/** As JSON prints it: two decimals, and of each signal what a reader can check. */
function rounded(explained: readonly Explained[]): NonNullable<Result["explain"]> {
  return explained.map(({ fact, candidates }) => ({
    fact,
    candidates: candidates.map(({ value, probability, signals }) => ({
      value,
      probability: Math.round(probability * 100) / 100,
      signals: signals.map(({ phrase, weight, text, start, end }) => ({ phrase, weight, text, start, end })),
    })),
  }));
}

/** What the text itself can put in the outline's placeholders. */
export function fillFrom({ entities, written }: Reading): Record<string, string> {
  const all = (kind: string) =>
    [...new Set(entities.filter((one) => one.kind === kind).map((one) => one.value))].join(", ");
  const fill = {
    asin: all("asin"),
    order_id: all("order"),
    case_id: all("case"),
    complaint_id: all("complaint"),
    notice_date: written ?? "",
  };
  return Object.fromEntries(Object.entries(fill).filter(([, value]) => value !== ""));
}

async function interview(options: AdviseOptions, playbook: Playbook, world: World): Promise<ExitCode> {
  const { runInterview } = await import("./interview.js");
  return runInterview(options, playbook, world);
}
