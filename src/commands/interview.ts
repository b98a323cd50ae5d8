import { BACK, type Line } from "../ask/asker.js";
import { givenFacts, givenMarketplace, givenText, pastedText } from "../ask/given.js";
import { answer, back, begin, change, type Interview, known, next, type Step, stepsOf } from "../ask/interview.js";
import { factLine, questionMenu, soFar } from "../ask/questions.js";
import { changesSince, Keeper, resumeFrom } from "../ask/saved.js";
import { talk } from "../ask/words.js";
import { NOTHING_READ } from "../core/reading.js";
import { Cancelled, type ExitCode } from "../exit.js";
import type { Playbook } from "../playbook/types.js";
import { read } from "../reading/read.js";
import { cautionsOf } from "../render/present.js";
import { safe } from "../render/safe.js";
import { words as labels } from "../render/words.js";
import type { World } from "../world.js";
import type { AdviseOptions } from "./advise.js";
import { afterwards, finish } from "./afterwards.js";
import { answersFile, asWord, type Room } from "./room.js";

/** Where the seller is. `floor`: how many steps were made before the questions, which "back" does not undo one by one. */
interface Stand {
  readonly state: Interview;
  readonly at: "text" | "review" | "questions" | "advice";
  readonly floor: number;
}

/** From what happened to a recommendation, and what to do with it; everything but results goes to stderr. */
export async function runInterview(options: AdviseOptions, playbook: Playbook, world: World): Promise<ExitCode> {
  const words = talk(options.lang);
  const resumed = options.resume === undefined ? null : await resumeFrom(options.resume, options, playbook, world);
  const text = resumed ? resumed.text : await givenText(options, world);
  const given = stepsOf(await givenFacts(options, playbook, world));
  const marketplace = givenMarketplace(options.marketplace, playbook) ?? resumed?.marketplace;
  const own = options.save !== undefined && options.save === options.resume;
  let keeper = options.save === undefined ? null : new Keeper(options.save, world.files, options.force === true || own);
  await keeper?.check();

  const plain = options.plain === true || world.canRedraw === false;
  const asker = plain
    ? (await import("../ask/plain.js")).openPlain(world, words)
    : (await import("../ask/prompts.js")).openPrompts(world, words);
  const room: Room = { options, playbook, lang: options.lang, words, world, asker, marketplace };
  const first = start(playbook, text, [...(resumed?.steps ?? []), ...given]);
  const at = first.steps.length > 0 ? "questions" : text === null ? "text" : "review";
  let stand: Stand = { state: first, at, floor: 0 };
  const changes = resumed ? changesSince(resumed, playbook, words) : [];
  if (changes.length > 0) asker.tell(changes.map((text) => ({ text, as: "yellow" })));
  try {
    for (;;) {
      const { state, at } = stand;
      if (keeper && (state.text !== null || state.steps.length > 0)) await keeper.keep(await answersFile(state, room));
      if (at !== "advice") {
        stand = await STEPS[at](stand, room);
        continue;
      }
      const then = await afterwards(state, room);
      if (then === "done") return await finish(state, room);
      // The answers to one problem are not written over by those to the next.
      if (keeper && (then === "another" || (typeof then === "object" && then.pinned === null))) {
        asker.tell([{ text: words.saved(asWord(keeper.file)), as: "dim" }]);
        keeper = null;
      }
      if (then === "another") stand = { state: start(playbook, null, []), at: "text", floor: 0 };
      else stand = then === "back" ? stepBack(stand) : { ...stand, state: then, at: "questions" };
    }
  } catch (error) {
    if (error instanceof Cancelled) world.stderr.write(`${safe(howToGoOn(stand.state, room, keeper))}\n`);
    throw error;
  } finally {
    asker.close();
  }
}

const STEPS: Readonly<Record<Exclude<Stand["at"], "advice">, (stand: Stand, room: Room) => Promise<Stand>>> = {
  async text({ state }, { asker, words, playbook }) {
    const lead: Line[] = [{ text: words.whatHow, indent: 2 }];
    const typed = await asker.text({ title: words.what, lead, start: state.text ?? "" });
    const text = typed === null ? null : await pastedText(typed);
    const fresh = { ...start(playbook, text, []), remembered: state.remembered };
    return { state: fresh, at: text === null ? "questions" : "review", floor: 0 };
  },

  async review(stand, room) {
    const { state } = stand;
    const { asker, words } = room;
    const facts = soFar(state);
    const found = [...cautions(state, room), ...entities(state, room)];
    if (facts.every(([fact]) => fact !== "issue")) return { ...stand, at: "questions" };
    const chosen = await asker.choose<string | { readonly fact: string }>({
      title: words.understood,
      lead: [...found, { text: words.understoodHow, indent: 2 }, { text: "" }],
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
    // Now that the problem is known, what else was read is shown before it counts.
    const first = turn.ask === "issue" && stand.state.steps.length === 0;
    const unseen = first && soFar(state).some(([fact]) => !Object.hasOwn(state.answers, fact));
    return { ...stand, state, at: unseen ? "review" : "questions" };
  },
};

const valueNow = (facts: ReturnType<typeof soFar>, fact: string) => facts.find(([id]) => id === fact)?.[1] ?? null;

/** To the question before; from the first one to what was understood, or to the text. */
function stepBack(stand: Stand): Stand {
  const { state, floor } = stand;
  const before = state.pinned?.by === "change" || state.steps.length > floor ? back(state) : null;
  if (before) return { ...stand, state: before, at: "questions" };
  const unpinned = { ...state, pinned: null };
  return {
    ...stand,
    state: unpinned,
    at: known(unpinned).issue === undefined || state.text === null ? "text" : "review",
  };
}

function start(playbook: Playbook, text: string | null, steps: readonly Step[]): Interview {
  return begin(playbook, text, text === null ? NOTHING_READ : read(text, playbook), steps);
}

function cautions({ reading }: Interview, { words, playbook, lang }: Room): Line[] {
  const told = cautionsOf(reading, playbook, lang);
  return told.map(({ text }) => ({ text: words.careful + words.colon + text, as: "red", indent: 2 }));
}

/** What else was found in the text: ASINs, order numbers, dates. */
function entities({ reading }: Interview, { words, lang }: Room): Line[] {
  const { entities: kinds } = labels(lang);
  const found = [...new Set(reading.entities.map((one) => `${kinds[one.kind]} ${one.value}`))];
  return found.length === 0 ? [] : [{ text: words.inText + words.colon + found.join(", "), as: "dim", indent: 2 }];
}

/** One line for somebody who left: the file that has the answers, or the flags that say the same. */
function howToGoOn(state: Interview, { words, options }: Room, keeper: Keeper | null): string {
  const facts = Object.entries(known(state)).map(([fact, value]) => `--fact ${fact}=${value}`);
  const data = options.data === undefined ? [] : [`--data ${asWord(options.data)}`];
  if (keeper?.written) return words.goOn(["seller-route", ...data, "--resume", asWord(keeper.file)].join(" "));
  return facts.length === 0 ? words.startAgain : words.goOn(["seller-route", ...data, ...facts].join(" "));
}
