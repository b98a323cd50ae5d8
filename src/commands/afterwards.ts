import { BACK, type Choice, type Line } from "../ask/asker.js";
import { adviceOf, begin, change, type Interview } from "../ask/interview.js";
import { letterTalk } from "../ask/letter-words.js";
import { factLine, soFar, trail } from "../ask/questions.js";
import { Exit, type ExitCode } from "../exit.js";
import { redact } from "../reading/redact.js";
import { fillFrom } from "../render/fill.js";
import { endingFormat, FORMATS } from "../render/formats.js";
import { outlineText } from "../render/outline.js";
import { presentFully } from "../render/present.js";
import type { Result } from "../render/result.js";
import { say } from "../render/say.js";
import { renderText } from "../render/text.js";
import type { View } from "../render/view.js";
import { words as labels } from "../render/words.js";
import { todayFrom } from "./advise.js";
import { placeAndMark, withDemands } from "./heard.js";
import { inAnswersFile, inNewFile } from "./new-file.js";
import { render } from "./render.js";
import { answersFile, type Room } from "./room.js";
import { explained, why } from "./why.js";
import { isShown, viewOf, write } from "./write.js";

type Deed =
  | "more"
  | "letter"
  | "outline"
  | "save"
  | "why"
  | "change"
  | "another"
  | "quit"
  | "done"
  | { readonly also: string };

/** Where to go after a recommendation: an interview to go on with, or one of these. */
export type Then = Interview | "back" | "more" | "another" | "done" | { readonly letter: string };

/** Shows the recommendation and does with it what the seller wants, until that leads elsewhere. */
export async function afterwards(state: Interview, room: Room): Promise<Then> {
  const { asker, words } = room;
  const result = resultOf(state, room);
  asker.tell([{ text: "" }, ...trail(state, room)]);
  const more = explained(state, room)?.text(viewFor(room), room.world.colour.stderr) ?? "";
  show(`\n${renderText(result, viewFor(room))}${more}\n`, room);
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
    if (deed === "more" || deed === "another" || deed === "done") return deed;
    if (typeof deed === "object")
      return begin(state.rules, state.text, state.reading, [{ fact: "issue", answer: deed.also }]);
    if (deed === "letter") return { letter: result.outline?.id as string };
    at = deed;
    if (deed === "outline" && result.outline) show(`\n${outlineText(result.outline, viewFor(room))}\n`, room);
    if (deed === "why") asker.tell(why(state, result, room));
    if (deed === "save")
      await save(room, (file) =>
        render(
          result,
          { ...writingOf(state, room), format: endingFormat(file, FORMATS) ?? "text", output: file },
          room.playbook,
          room.world,
        ),
      );
    if (deed === "quit" && (await saveAnswers(state, room))) return "done";
    if (deed === "change") {
      const changed = await chooseChange(state, room);
      if (changed) return changed;
    }
  }
}

function deeds({ status, outline, also }: Result, { words, playbook, lang, letters }: Room): Choice<Deed>[] {
  const own = letterTalk(lang);
  const nameOf = (id: string) => {
    const issue = playbook.issues.find((one) => one.id === id);
    return issue ? say(issue.name, lang) : id;
  };
  return [
    ...(status === "advised" ? [] : [{ value: "more" as const, label: words.more }]),
    ...(outline
      ? [
          {
            value: "letter" as const,
            label: (Object.hasOwn(letters, outline.id) ? own.goOn : own.write)(outline.name),
          },
          { value: "outline" as const, label: words.outline(outline.name) },
        ]
      : []),
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
function writingOf(state: Interview, { lang, marketplace, options, playbook, previous, world }: Room) {
  const its = placeAndMark(state.text, state.reading.entities, marketplace, playbook);
  return { lang, ...its, today: todayFrom(options.today, world), ...(previous && { previous }) };
}

/** The result of the interview as it stands. */
export function resultOf(state: Interview, room: Room): Result {
  const { playbook, options } = room;
  const telling = {
    ...writingOf(state, room),
    fill: options.redact === true ? {} : fillFrom(state.reading, state.text),
  };
  const advice = adviceOf(state);
  const told = withDemands(state.text, state.reading, advice, playbook);
  const reading = options.redact === true && state.text !== null ? redact(state.text, told).reading : told;
  const more = explained(state, room);
  return { ...presentFully(advice, reading, playbook, telling), ...(more && { explain: more.json }) };
}

/** Puts a result before the seller. */
export function show(text: string, room: Room): void {
  (isShown(room.options, room.world) ? room.world.stdout : room.world.stderr).write(text);
}

const viewFor = ({ playbook, lang, world, words }: Room): View => ({
  ...viewOf(playbook, lang, { ...world, width: world.width, colour: { ...world.colour, stdout: world.colour.stderr } }),
  menu: words.inFull(words.quote(words.save)),
});

/** Ends the interview; where results do not go to the screen, the last one is written now. */
export async function finish(state: Interview, room: Room): Promise<ExitCode> {
  const { options, playbook, world } = room;
  const result = resultOf(state, room);
  const view = viewOf(playbook, room.lang, world, options);
  const coloured = world.colour.stdout && options.output === undefined;
  const more = options.format === "text" ? (explained(state, room)?.text(view, coloured) ?? "") : "";
  if (!isShown(options, world)) {
    const page = await render(result, { ...options, ...writingOf(state, room) }, playbook, world);
    await write(typeof page === "string" ? page + more : page, options, world);
  }
  return result.status === "advised" ? Exit.ok : Exit.noAdvice;
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

/** Saves the advice in the format that the file's name ends in. */
async function save(room: Room, make: (file: string) => Promise<string | Uint8Array>): Promise<void> {
  const { words, world } = room;
  await inNewFile(room, "advice.md", words.fileHow, async (file) => {
    await world.files.write(file, await make(file), false);
    return words.written(file);
  });
}

/** Saves the answers, to go on another day. */
export const saveAnswers = async (state: Interview, room: Room): Promise<boolean> =>
  inAnswersFile(room, room.keeper, await answersFile(state, room));
