import { BACK, type Choice, type Line } from "../ask/asker.js";
import { reasonOf } from "../ask/given.js";
import { adviceOf, answer, begin, change, type Interview, known } from "../ask/interview.js";
import { factLine, soFar, trail } from "../ask/questions.js";
import { Exit, type ExitCode } from "../exit.js";
import { redact } from "../reading/redact.js";
import { outlineText } from "../render/outline.js";
import { presentFully } from "../render/present.js";
import type { Result } from "../render/result.js";
import { say } from "../render/say.js";
import { renderText } from "../render/text.js";
import { words as labels } from "../render/words.js";
import { fillFrom, render, todayFrom } from "./advise.js";
import { answersFile, asWord, type Room } from "./room.js";
import { formatFor, viewOf, write } from "./write.js";

type Deed = "outline" | "save" | "why" | "change" | "another" | "quit" | "done" | { readonly also: string };

/** Where to go after a recommendation: an interview to go on with, or one of these. */
export type Then = Interview | "back" | "another" | "done";

/** Shows the recommendation and does with it what the seller wants, until that leads elsewhere. */
export async function afterwards(state: Interview, room: Room): Promise<Then> {
  const { asker, words } = room;
  const result = resultOf(state, room);
  asker.tell([{ text: "" }, ...trail(state, room)]);
  show(`\n${renderText(result, viewFor(room))}\n`, room);
  let at: Deed | undefined;
  for (;;) {
    const choices = deeds(result, room);
    const deed = await asker.choose<Deed>({
      title: words.whatNow,
      lead: headline(result, room),
      choices,
      at: choices.findIndex((one) => one.value === at),
      back: true,
    });
    if (deed === BACK) return "back";
    if (deed === "another" || deed === "done") return deed;
    if (typeof deed === "object")
      return begin(state.rules, state.text, state.reading, [{ fact: "issue", answer: deed.also }]);
    at = deed;
    if (deed === "outline" && result.outline) show(`\n${outlineText(result.outline, viewFor(room))}\n`, room);
    if (deed === "why") asker.tell(why(state, result, room));
    if (deed === "save")
      await save(room, (file) =>
        render(result, { ...writingOf(state, room), format: formatFor(file), output: file }, room.playbook, room.world),
      );
    if (deed === "quit" && (await saveAnswers(state, room))) return "done";
    if (deed === "change") {
      const changed = await chooseChange(state, room);
      if (changed) return changed;
    }
  }
}

function deeds({ outline, also }: Result, { words, playbook, lang }: Room): Choice<Deed>[] {
  const nameOf = (id: string) => {
    const issue = playbook.issues.find((one) => one.id === id);
    return issue ? say(issue.name, lang) : id;
  };
  return [
    ...(outline ? [{ value: "outline" as const, label: words.outline(outline.name) }] : []),
    { value: "save", label: words.save },
    { value: "why", label: words.whyThis },
    { value: "change", label: words.change },
    ...also.map(({ issue }) => ({ value: { also: issue }, label: words.other(nameOf(issue)) })),
    { value: "another", label: words.another },
    { value: "quit", label: words.quit },
    { value: "done", label: words.done },
  ];
}

/** The team once more: on most screens the beginning of the advice is out of sight by now. */
function headline({ team, status }: Result, { lang, words }: Room): Line[] {
  if (team === null || status !== "advised") return [];
  return [{ text: labels(lang).labels.goTo + words.colon + team.name, as: "green", indent: 2 }, { text: "" }];
}

/** How and for whom results of the interview are written. */
function writingOf(state: Interview, { lang, marketplace, options, world }: Room) {
  const place = marketplace ?? state.reading.entities.find((one) => one.kind === "marketplace")?.value;
  return { lang, ...(place !== undefined && { marketplace: place }), today: todayFrom(options.today, world) };
}

/** The result of the interview as it stands. */
export function resultOf(state: Interview, room: Room): Result {
  const { playbook, options } = room;
  const telling = { ...writingOf(state, room), fill: options.redact === true ? {} : fillFrom(state.reading) };
  const { reading } = options.redact === true && state.text !== null ? redact(state.text, state.reading) : state;
  return presentFully(adviceOf(state), reading, playbook, telling);
}

/** Whether results are shown on stdout as they come, or kept for the end because it leads to a file. */
const direct = ({ options, world }: Room): boolean =>
  world.stdout.isTTY === true && options.output === undefined && options.format === "text";

function show(text: string, room: Room): void {
  (direct(room) ? room.world.stdout : room.world.stderr).write(text);
}

const viewFor = ({ playbook, lang, world }: Room) =>
  viewOf(playbook, lang, { ...world, width: world.width, colour: { ...world.colour, stdout: world.colour.stderr } });

/** Ends the interview; where results do not go to the screen, the last one is written now. */
export async function finish(state: Interview, room: Room): Promise<ExitCode> {
  const { options, playbook, world } = room;
  const result = resultOf(state, room);
  if (!direct(room)) {
    const writing = { ...options, ...writingOf(state, room) };
    await write(await render(result, writing, playbook, world), options, world);
  }
  return result.status === "advised" ? Exit.ok : Exit.noAdvice;
}

/** What the advice rests on, and which single answers would lead to another team. */
function why(state: Interview, result: Result, room: Room): Line[] {
  const { words, playbook, lang } = room;
  const facts = known(state);
  const team = adviceOf(state).team;
  const others = playbook.facts.flatMap((fact) => {
    const own = facts[fact.id];
    if (fact.id === "issue" || own === undefined) return [];
    return fact.values.flatMap(({ id }) => {
      const other = id === own ? team : adviceOf(answer(state, fact.id, id)).team;
      const found = other === team ? undefined : playbook.teams.find((one) => one.id === other);
      return found ? [`${factLine(state, fact.id, id, room, false)} → ${say(found.name, lang)}`] : [];
    });
  });
  const list = (title: string, items: readonly string[]): Line[] =>
    items.length === 0
      ? []
      : [
          { text: "" },
          { text: title + words.colon.trimEnd(), as: "bold" },
          ...items.map((text) => ({ text: `- ${text}`, indent: 2 })),
        ];
  const assumed = Object.entries(result.assumed).map(([fact, value]) => factLine(state, fact, value, room, false));
  return [
    ...(result.team ? [{ text: words.heading(result.team.name), as: "bold" as const }] : []),
    ...result.because.map(({ text }) => ({ text, indent: 2 })),
    ...list(
      words.youSaid,
      soFar(state).map(([fact, value]) => factLine(state, fact, value, room)),
    ),
    ...list(words.assumed, assumed),
    ...(others.length > 0 ? list(words.otherwise, others) : [{ text: "" }, { text: words.nothingElse }]),
    { text: "" },
  ];
}

async function chooseChange(state: Interview, { asker, words, ...room }: Room): Promise<Interview | null> {
  const facts = soFar(state);
  if (facts.length === 0) {
    asker.tell([{ text: words.nothingToChange }]);
    return null;
  }
  const choices = facts.map(([fact, value]) => ({
    value: fact,
    label: factLine(state, fact, value, { words, ...room }),
  }));
  const fact = await asker.choose({ title: words.whichChange, choices, back: true });
  return fact === BACK ? null : change(state, fact);
}

/** Asks for a file name until it is a new one; nothing where the seller goes back. */
async function save(room: Room, make: (file: string) => Promise<string | Uint8Array>): Promise<void> {
  const { words, world } = room;
  await inNewFile(room, "advice.md", words.fileHow, async (file) => {
    await world.files.write(file, await make(file), false);
    return words.written(file);
  });
}

async function saveAnswers(state: Interview, room: Room): Promise<boolean> {
  const text = await answersFile(state, room);
  return inNewFile(room, room.words.answersFile, null, async (file) => {
    await room.world.files.keep(file, text, false);
    return room.words.saved(asWord(file));
  });
}

async function inNewFile(
  { asker, words }: Pick<Room, "asker" | "words">,
  offer: string,
  how: string | null,
  put: (file: string) => Promise<string>,
): Promise<boolean> {
  for (let lead: Line[] = how === null ? [] : [{ text: how, as: "dim" }]; ; ) {
    const file = await asker.line({ title: words.fileName, lead, offer });
    if (file === BACK) return false;
    try {
      asker.tell([{ text: await put(file), as: "bold" }]);
      return true;
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
      lead = [{ text: exists ? words.thereAlready(file) : words.cannotWrite(file, reasonOf(error)), as: "yellow" }];
    }
  }
}
