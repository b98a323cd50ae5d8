// Over 200 lines: the one-shot answer from its options to its exit code, and the day that all of it counts from.
import { givenFacts, givenMarketplace, givenText, type Said } from "../ask/given.js";
import { adviceUnseen, begin, factsIn, factsOf, type Step } from "../ask/interview.js";
import type { Answers, Resumed, resumeFrom } from "../ask/saved.js";
import { tellUnread } from "../ask/unread.js";
import { isDay } from "../core/calendar.js";
import type { Facts } from "../core/facts.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Playbook } from "../playbook/types.js";
import { isUnread } from "../reading/language.js";
import type { Today } from "../reading/listen.js";
import { redact } from "../reading/redact.js";
import { fillFrom } from "../render/fill.js";
import type { Format, Worded } from "../render/formats.js";
import { presentFully, type Telling } from "../render/present.js";
import type { Result } from "../render/result.js";
import { safe } from "../render/style.js";
import type { BriefWorld, World } from "../world.js";
import { explanation } from "./explained.js";
import { type Heard, hear, placeAndMark, readingOf, withDemands } from "./heard.js";
import { told } from "./previous.js";
import { inWords, render } from "./render.js";
import { refuseNoise, type Target, viewOf, write } from "./write.js";

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
  refuseNoise(options.format, options, world);
  const today = dayFor(options, world);
  const said = resume === undefined ? await givenText(options, world) : null;
  if (resume !== undefined) tellUnread("the saved answers say what the problem is.", world);
  const playbook = await openPlaybook(world, options.data, "words");
  const given = await givenFacts(options, playbook, world);
  // What came through a pipe is read once.
  const interview = async () =>
    (await import("./interview.js")).runInterview({ said, given }, options, playbook, world);
  if (world.canPrompt && (resume !== undefined || options.save !== undefined)) return interview();
  const earlier = resume === undefined ? null : await earlierIn(resume, options, playbook, world, today);
  const marketplace = givenMarketplace(options.marketplace, playbook) ?? earlier?.marketplace;
  const { text, steps, previous } = await told(
    earlier ? earlier.text : said,
    { earlier: earlier?.steps ?? [], given },
    options,
    playbook,
    world,
    today,
  );
  if (text === null && steps.length === 0) {
    if (world.canPrompt) return interview();
    throw new Refusal("No problem was given, and there is no terminal to ask at", {
      hint: 'Describe it: seller-route "they took my listing down", or pipe a text in.',
    });
  }
  if (earlier) await tellChanges(earlier, options, playbook, world);
  const facts = factsOf(steps);
  const heard = earlier ? hearAgain(text, steps, playbook, today) : { facts, ...hear(text, facts, playbook, today) };
  const found = find({ text, marketplace, ...heard, ...(previous && { previous }) }, options, playbook, world);
  if (options.save !== undefined) {
    const letters = earlier?.letters;
    await saveSaid({ text, steps, marketplace, ...(letters && { letters }) }, options, playbook, world);
  }
  const page = await render(found.result, { ...options, ...found.telling }, playbook, world);
  await write(typeof page === "string" ? page + found.why : page, options, world);
  return found.exit;
}

/** Advice on what was saved, with nobody to look over what is read in its text. */
function hearAgain(
  text: string | null,
  steps: readonly Step[],
  playbook: Playbook,
  today: Today,
): Heard & { readonly facts: Facts } {
  const reading = readingOf(text, playbook, today);
  const state = begin(playbook, text, reading, steps);
  return { advice: adviceUnseen(state), shown: reading, facts: factsIn(state.answers) };
}

/** All that an answer rests on. */
interface Case extends Heard {
  readonly text: string | null;
  readonly facts: Facts;
  readonly marketplace: string | undefined;
  readonly previous?: Telling["previous"];
}

/** What is told, before it takes its format; `why` stands below a text where --explain was given. */
interface Found {
  readonly result: Result;
  readonly telling: Telling & { readonly mark: readonly string[] };
  readonly why: string;
  readonly exit: ExitCode;
}

/** The page that tells an advice, and the exit code that goes with it: all at once, in a format made of words. */
export function answer(
  its: Case,
  options: AdviseOptions & { readonly format: Worded },
  playbook: Playbook,
  world: BriefWorld,
): { readonly page: string; readonly exit: ExitCode } {
  const { result, why, exit } = find(its, options, playbook, world);
  return { page: inWords(result, options, playbook, world) + why, exit };
}

function find(
  { text, facts, marketplace, advice, shown, previous }: Case,
  options: AdviseOptions,
  playbook: Playbook,
  world: BriefWorld,
): Found {
  const masks = options.redact === true;
  const day = dayFor(options, world);
  const telling = {
    lang: options.lang,
    get today() {
      return day();
    },
    ...placeAndMark(text, shown.entities, marketplace, playbook),
    fill: masks ? {} : fillFrom(shown, text),
    ...(previous && { previous }),
  };
  const why =
    options.explain === true ? explanation(text, readingOf(text, playbook, day), facts, playbook, masks) : undefined;
  const told = withDemands(text, shown, advice, playbook);
  const result = {
    ...presentFully(advice, masks && text !== null ? redact(text, told).reading : told, playbook, telling),
    ...(why && { explain: why.json }),
    ...(advice.status === "out-of-scope" && text !== null && isUnread(text, playbook.automaton) && UNREAD),
  };
  const coloured = world.colour.stdout && options.output === undefined;
  return {
    result,
    telling,
    why: why && options.format === "text" ? why.text(viewOf(playbook, options.lang, world, options), coloured) : "",
    exit: result.status === "advised" ? Exit.ok : Exit.noAdvice,
  };
}

const UNREAD = { unread: true } as const;

const earlierIn = async (...given: Parameters<typeof resumeFrom>): Promise<Resumed> =>
  (await import("../ask/saved.js")).resumeFrom(...given);

/** Tells of saved answers what another playbook has made of them. */
export async function tellChanges(
  earlier: Resumed,
  { lang }: Pick<AdviseOptions, "lang">,
  playbook: Playbook,
  world: World,
): Promise<void> {
  const [{ changesSince }, { talk }, { letterTalk }] = await Promise.all([
    import("../ask/saved.js"),
    import("../ask/words.js"),
    import("../ask/letter-words.js"),
  ]);
  for (const line of changesSince(earlier, playbook, talk(lang), letterTalk(lang)))
    world.stderr.write(`${safe(line)}\n`);
}

/** What was said, for an interview that goes on from it. */
async function saveSaid(
  answers: Omit<Answers, "letters"> & Pick<Resumed, "letters">,
  options: AdviseOptions,
  playbook: Playbook,
  world: World,
): Promise<void> {
  const [{ keeperOf }, { writeAnswers }] = await Promise.all([import("../ask/keeper.js"), import("../ask/saved.js")]);
  const { keptLetters } = await import("../letter/kept.js");
  const text = await writeAnswers({ ...answers, letters: keptLetters(answers.letters ?? {}) }, playbook);
  await keeperOf(options, world.files)?.keep(text);
}

/** The same, asked for where a day is counted only: the local calendar takes long to load. */
export function dayFor({ today }: Pick<AdviseOptions, "today">, world: BriefWorld): () => string {
  checkDay(today);
  return () => today ?? world.today();
}

/** The day that was given, or today. */
export function todayFrom(day: string | undefined, world: BriefWorld): string {
  checkDay(day);
  return day ?? world.today();
}

function checkDay(day: string | undefined): void {
  if (day !== undefined && !isDay(day))
    throw new Refusal(`--today ${day} is not a day`, { hint: "Write it as 2026-11-22." });
}
