import { givenMarketplace, givenText } from "../ask/given.js";
import { adviceOf, adviceUnseen, begin, type Step } from "../ask/interview.js";
import { type Keeper, keeperOf } from "../ask/keeper.js";
import { letterTalk } from "../ask/letter-words.js";
import { type Resumed, readAnswers, writeAnswers } from "../ask/saved.js";
import { tellUnread } from "../ask/unread.js";
import { talk } from "../ask/words.js";
import type { Advice } from "../core/advise.js";
import { NOTHING_READ, type Reading } from "../core/reading.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { compose } from "../letter/compose.js";
import { begin as beginLetter, type Letter } from "../letter/interview.js";
import { keptLetter, keptLetters, unfinishedAt } from "../letter/kept.js";
import { letterFor } from "../playbook/letter-of.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { Outline, Playbook } from "../playbook/types.js";
import { read } from "../reading/read.js";
import { say } from "../render/say.js";
import { safe, wrap } from "../render/style.js";
import type { World } from "../world.js";
import { dayFor, tellChanges, todayFrom } from "./advise.js";
import { type BrowseOptions, outlineNamed } from "./browse.js";
import { keepAndSay } from "./leaving.js";
import { fillOf, letterAs, likelyOf } from "./letter-file.js";
import { writeOn } from "./letter-steps.js";
import { inAnswersFile } from "./new-file.js";
import { asWord, openAsker } from "./room.js";
import { isShown, refuseNoise, write } from "./write.js";

export interface LetterOptions extends BrowseOptions {
  /** The notice, to fill in what it names. */
  readonly file?: string;
  readonly maxBytes?: number;
  readonly marketplace?: string;
  readonly today?: string;
  readonly save?: string;
  readonly resume?: string;
  readonly plain?: boolean;
}

/** A letter from what is known, with visible blanks. With somebody at a terminal, its questions first. */
export async function letter(id: string | undefined, options: LetterOptions, world: World): Promise<ExitCode> {
  refuseNoise(options.format, options, world);
  const playbook = await openPlaybook(world, options.data);
  const { lang, resume } = options;
  const earlier = resume === undefined ? null : await readAnswers(resume, playbook, world, dayFor(options, world));
  if (earlier) await tellChanges(earlier, options, playbook, world);
  if (options.file === undefined) tellUnread("a notice is read with --file -", world);
  const text =
    options.file === undefined ? (earlier?.text ?? null) : await givenText({ ...options, ...NO_WORDS }, world);
  const day = dayFor(options, world);
  const reading = text === null ? NOTHING_READ : read(text, playbook, day);
  const tell = (issue: string | null, chosen: Outline) => {
    const name = playbook.issues.find((one) => one.id === issue)?.name;
    const line = letterTalk(lang).chosen(say(chosen.name, lang), name ? say(name, lang) : null);
    for (const part of wrap(safe(line), world.stderr.isTTY ? Math.min(100, world.width) : Number.POSITIVE_INFINITY))
      world.stderr.write(`${part}\n`);
  };
  const outline = outlineOf(id, { text, reading, earlier, tell }, playbook);
  const marketplace = givenMarketplace(options.marketplace, playbook) ?? earlier?.marketplace;
  const today = todayFrom(options.today, world);
  const fill = fillOf(reading, playbook, { place: marketplace, today, text });
  const begun = { ...(earlier?.letters?.[outline.id] ?? beginLetter(outline, {}, [], likelyOf(reading))), fill };
  const keeper = keeperOf(options, world.files);
  await keeper?.check();

  const answers = (now: Letter, typed = ""): Promise<string> => {
    const letters = {
      ...keptLetters(earlier?.letters ?? {}),
      [outline.id]: keptLetter(now, unfinishedAt(now, typed)),
    };
    return writeAnswers({ text, steps: earlier?.steps ?? [], letters, marketplace }, playbook, lang);
  };
  const handOver = async (done: Letter): Promise<void> => {
    await keeper?.keep(await answers(done));
    // What was asked for at a screen was shown there already.
    if (!world.canPrompt || !isShown(options, world))
      await write(await letterAs(options.format, compose(done, lang), marketplace), options, world);
  };
  const given = [
    ...(id === undefined ? [] : [asWord(id)]),
    ...(options.file === undefined ? [] : ["--file", asWord(options.file)]),
    ...(resume === undefined ? [] : ["--resume", asWord(resume)]),
  ];
  if (world.canPrompt) await ask(begun, { given, options, world, playbook, keeper, answers, handOver });
  else await handOver(begun);
  return Exit.ok;
}

const NO_WORDS = { problem: [], fact: [] };

interface Told {
  readonly text: string | null;
  readonly reading: Reading;
  readonly earlier: Resumed | null;
  /** Says which letter was taken, and for which problem, where nobody named one. */
  tell(issue: string | null, outline: Outline): void;
}

/**
 * The letter that is named, or that saved answers or the text are about: the one that was begun, or the one that the advice names.
 * Of an issue it is the one that is advised on the same text.
 */
function outlineOf(id: string | undefined, told: Told, playbook: Playbook): Outline {
  const { text, reading, earlier, tell } = told;
  const [begun, ...others] = Object.values(earlier?.letters ?? {});
  const advise = (steps: readonly Step[]): Advice =>
    (earlier ? adviceOf : adviceUnseen)(begin(playbook, text, reading, steps));
  const letterOf = (advice: Advice): Outline | undefined => {
    const letter = letterFor(playbook, advice);
    return playbook.outlines.find((one) => one.id === letter);
  };
  if (id !== undefined) {
    const own = outlineNamed(id, playbook);
    if (begun || text === null || !playbook.issues.some((one) => one.id === id)) return own;
    const advice = advise([...(earlier?.steps ?? []), { fact: "issue", answer: id }]);
    return (advice.status === "advised" ? letterOf(advice) : undefined) ?? own;
  }
  if (begun && others.length === 0) return begun.outline;
  if (begun || (!earlier && text === null)) throw new Refusal("Which letter is it to be?", NAME_IT);
  const advice = advise(earlier?.steps ?? []);
  if (!earlier && advice.status !== "advised")
    throw new Refusal("The text does not settle which letter it is to be", NAME_IT);
  const outline = letterOf(advice);
  if (!outline) throw unwritten(advice);
  if (!earlier) tell(advice.issue, outline);
  return outline;
}

const NAME_IT = { hint: "Name an issue or an outline: seller-route letter inauthentic" };

/** Why there is no letter, though it is known what is to be done. */
const unwritten = ({ issue, status }: Advice): Refusal =>
  issue === null || status !== "advised"
    ? new Refusal("Which letter is it to be?", NAME_IT)
    : new Refusal(`No letter is needed for ${issue}`, { hint: `See what to do: seller-route issues ${issue}` });

interface Desk {
  /** What the command was given, to be given again. */
  readonly given: readonly string[];
  readonly options: LetterOptions;
  readonly world: World;
  readonly playbook: Playbook;
  readonly keeper: Keeper | null;
  /** The answers as a file. */
  answers(letter: Letter, typed?: string): Promise<string>;
  /** Puts the letter where it belongs. */
  handOver(letter: Letter): Promise<void>;
}

/** Asks until the letter is done, or the answers were saved for another day. */
async function ask(begun: Letter, { given, options, world, playbook, keeper, answers, handOver }: Desk): Promise<void> {
  const { lang } = options;
  const words = talk(lang);
  const asker = await openAsker(options.plain === true, world, words);
  const saveAnswers = async (letter: Letter) => inAnswersFile({ asker, words, world }, keeper, await answers(letter));
  const show = (text: string) => void (isShown(options, world) ? world.stdout : world.stderr).write(text);
  const room = { asker, words, lang, world, playbook, options, advised: false, show, saveAnswers };
  let writing = { letter: begun, told: null as string | null };
  try {
    for (;;) {
      await keeper?.keep(await answers(writing.letter));
      const then = await writeOn(writing, room);
      if (then === "quit") return;
      if (then === "done") return await handOver(writing.letter);
      // Before the first question there is nothing to go back to.
      writing = then === "back" ? { ...writing, told: "" } : then;
    }
  } catch (error) {
    const { letter } = writing;
    const said =
      letter.steps.length > 0 || asker.unfinished() !== "" ? await answers(letter, asker.unfinished()) : null;
    await keepAndSay(said, { ...room, keeper, why: error, command: "letter", given });
    throw error;
  } finally {
    asker.close();
  }
}
