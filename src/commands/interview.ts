import { BACK, type Line } from "../ask/asker.js";
import { givenMarketplace, pastedText } from "../ask/given.js";
import { adviceOf, answer, begin, change, type Interview, next } from "../ask/interview.js";
import { keeperOf } from "../ask/keeper.js";
import { letterTalk } from "../ask/letter-words.js";
import { opening } from "../ask/opening.js";
import { factLine, questionMenu, soFar, valueLabel } from "../ask/questions.js";
import { changesSince, resumeFrom } from "../ask/saved.js";
import { talk } from "../ask/words.js";
import type { Facts } from "../core/facts.js";
import type { ExitCode } from "../exit.js";
import type { Playbook } from "../playbook/types.js";
import { foundAs } from "../render/found.js";
import { cautionsOf } from "../render/present.js";
import { words as labels } from "../render/words.js";
import type { World } from "../world.js";
import { type AdviseOptions, dayFor } from "./advise.js";
import { afterwards, finish } from "./afterwards.js";
import { readingOf } from "./heard.js";
import { isBegun, leave } from "./leaving.js";
import { asLeft, beginLetter, withLetter, writeStep } from "./letter-stand.js";
import { told } from "./previous.js";
import { answersFile, asWord, openAsker, type Room } from "./room.js";
import { NO_LETTERS, type Stand, start, stepBack } from "./stand.js";

/** What was said on the command line. */
interface Heard {
  readonly said: string | null;
  readonly given: Facts;
}

/** From what happened to a recommendation, and what to do with it; everything but results goes to stderr. */
export async function runInterview(
  { said, given }: Heard,
  options: AdviseOptions,
  playbook: Playbook,
  world: World,
): Promise<ExitCode> {
  const words = talk(options.lang);
  const today = dayFor(options, world);
  const { resume } = options;
  const resumed = resume === undefined ? null : await resumeFrom(resume, options, playbook, world, today);
  const before = resumed ? resumed.text : said;
  const { text, steps, previous } = await told(
    before,
    { earlier: resumed?.steps ?? [], given },
    options,
    playbook,
    world,
    today,
  );
  const marketplace = givenMarketplace(options.marketplace, playbook) ?? resumed?.marketplace;
  const keeper = keeperOf(options, world.files);
  await keeper?.check();

  const asker = await openAsker(options.plain === true, world, words);
  const base = {
    options,
    playbook,
    lang: options.lang,
    words,
    world,
    asker,
    marketplace,
    ...(previous && { previous }),
  };
  const first = begin(playbook, text, readingOf(text, playbook, today), steps);
  const at = first.steps.length > 0 ? "questions" : text === null ? "text" : "review";
  const changes = resumed ? changesSince(resumed, playbook, words, letterTalk(options.lang)) : [];
  if (changes.length > 0) asker.tell(changes.map((text) => ({ text, as: "yellow" })));
  const letters = resumed?.letters ?? {};
  const stand: Stand = { state: first, at, floor: 0, keeper, letters, writing: null };
  return untilDone(withLetter(stand, { ...base, keeper, letters }), base);
}

/** Goes on from step to step; keeps what was answered before each, and where the seller leaves. */
async function untilDone(begun: Stand, base: Omit<Room, "keeper" | "letters">): Promise<ExitCode> {
  const { asker, playbook } = base;
  let stand = begun;
  try {
    for (;;) {
      const { state, keeper, letters } = stand;
      const room: Room = { ...base, keeper, letters };
      if (keeper && isBegun(state)) await keeper.keep(await answersFile(state, room));
      const then = await stepOn(stand, room);
      if (then === "done") return await finish(state, room);
      stand = then;
    }
  } catch (error) {
    await leave(asLeft(stand, asker.unfinished(), playbook), base, { keeper: stand.keeper, why: error });
    throw error;
  } finally {
    asker.close();
  }
}

/** One step, to where the seller stands then. */
async function stepOn(stand: Stand, room: Room): Promise<Stand | "done"> {
  if (stand.at === "letter") return writeStep(stand, room);
  if (stand.at !== "advice") return STEPS[stand.at](stand, room);
  const then = await afterwards(stand.state, room);
  if (then === "done") return "done";
  if (typeof then === "object" && "letter" in then) return beginLetter(stand, then.letter, room);
  if (then === "back") return stepBack(stand);
  if (then === "more") return { ...stand, at: "text" };
  if (then !== "another" && then.pinned !== null) return { ...stand, state: then, at: "questions" };
  const other = { ...withoutKeeper(stand, room), ...NO_LETTERS };
  return then === "another"
    ? { ...other, state: start(room.playbook, null, [], null), at: "text", floor: 0 }
    : { ...other, state: then, at: "questions" };
}

/** The answers to one problem are not written over by those to the next. */
function withoutKeeper(stand: Stand, { asker, words }: Room): Stand {
  if (stand.keeper) asker.tell([{ text: words.saved(asWord(stand.keeper.file)), as: "dim" }]);
  return { ...stand, keeper: null };
}

const STEPS: Readonly<Record<Exclude<Stand["at"], "advice" | "letter">, (stand: Stand, room: Room) => Promise<Stand>>> =
  {
    async text(stand, { asker, words, playbook, options, world }) {
      const { state } = stand;
      const said = await asker.text(opening(words, state.text ?? ""));
      const text = said === BACK || said === null ? null : await pastedText(said);
      const fresh = { ...start(playbook, text, [], dayFor(options, world)), remembered: state.remembered };
      return { ...stand, state: fresh, at: text === null ? "questions" : "review", floor: 0 };
    },

    async review(stand, room) {
      const { state } = stand;
      const { asker, words } = room;
      const facts = soFar(state);
      const found = [...cautions(state, room), ...entities(state, room)];
      if (facts.every(([fact]) => fact !== "issue")) return { ...stand, at: "questions" };
      const chosen = await asker.choose<string | { readonly fact: string }>({
        title: words.understood,
        lead: [...found, ...second(state, room), { text: words.understoodHow, indent: 2 }, { text: "" }],
        choices: [
          { value: "right", label: words.right },
          ...facts.map(([fact, value]) => ({ value: { fact }, label: factLine(state, fact, value, room) })),
          { value: "rewrite", label: words.rewrite },
        ],
        back: true,
      });
      if (chosen === BACK || chosen === "rewrite") return { ...stand, at: "text" };
      if (typeof chosen === "string") return { ...stand, at: "questions", floor: state.steps.length };
      const corrected = await asker.choose(
        questionMenu(change(state, chosen.fact), { ask: chosen.fact, offer: valueNow(facts, chosen.fact) }, room),
      );
      return corrected === BACK ? stand : { ...stand, state: answer(state, chosen.fact, corrected) };
    },

    async questions(stand, room) {
      const turn = next(stand.state);
      if (!("ask" in turn)) return { ...stand, at: "advice" };
      const chosen = await room.asker.choose(questionMenu(stand.state, turn, room));
      if (chosen === BACK) return stepBack(stand);
      const state = answer(stand.state, turn.ask, chosen);
      // What was read is shown before it counts: once the problem is known, and what an answer brings in.
      const first = turn.ask === "issue" && stand.state.steps.length === 0;
      const seen = first ? [] : soFar(stand.state).map(([fact]) => fact);
      const unseen = soFar(state).some(([fact]) => !Object.hasOwn(state.answers, fact) && !seen.includes(fact));
      return { ...stand, state, at: unseen ? "review" : "questions" };
    },
  };

const valueNow = (facts: ReturnType<typeof soFar>, fact: string) => facts.find(([id]) => id === fact)?.[1] ?? null;

function cautions({ reading }: Interview, { words, playbook, lang }: Room): Line[] {
  const told = cautionsOf(reading, playbook, lang);
  return told.map(({ text }) => ({ text: words.careful + words.colon + text, as: "red", indent: 2 }));
}

/** What else was found in the text: ASINs, order numbers, dates. */
function entities({ reading }: Interview, { words, lang }: Room): Line[] {
  const own = labels(lang);
  const found = [...new Set(reading.entities.map((one) => `${own.entities[one.kind]} ${foundAs(one, own)}`))];
  return found.length === 0 ? [] : [{ text: words.inText + words.colon + found.join(", "), as: "dim", indent: 2 }];
}

/** What else the text tells of: the questions are about one problem, the others are offered after its advice. */
function second(state: Interview, room: Room): Line[] {
  const { words, lang } = room;
  const others = adviceOf(state).also.map(({ issue }) => valueLabel("issue", issue, room));
  return others.length === 0 ? [] : [{ text: words.second(others.join(labels(lang).comma)), as: "yellow", indent: 2 }];
}
