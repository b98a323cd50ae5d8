import { BACK, NONE } from "../ask/asker.js";
import { causeMenu, letterIntro, lineBlank, placeLine, sectionIntro, textPage } from "../ask/letter-questions.js";
import { letterTalk } from "../ask/letter-words.js";
import { daysIn, type Wrong, written, wrongIn } from "../letter/answers.js";
import { compose } from "../letter/compose.js";
import { type Draft, openIn } from "../letter/draft.js";
import { type Ask, answer, back, change, changeable, type Letter, next } from "../letter/interview.js";
import { nameOf, type Said } from "../letter/places.js";
import { remarkOn } from "../letter/remarks.js";
import { letterText } from "../render/letter.js";
import { ansi, plain } from "../render/style.js";
import { todayFrom } from "./advise.js";
import { letterIn } from "./letter-file.js";
import { reviewed } from "./letter-review.js";
import { inNewFile } from "./new-file.js";
import type { Room } from "./room.js";

/** A letter that is being written. `told` is the section whose introduction is on the screen; null: nothing yet. */
export interface Writing {
  readonly letter: Letter;
  readonly told: string | null;
}

/** Where a letter is left to. */
export type Left = "back" | "quit" | "done";

/** One question of the letter; or, where all are answered, the letter itself and what to do with it. */
export async function writeOn(writing: Writing, room: LetterRoom): Promise<Writing | Left> {
  const { letter, told } = writing;
  const setting = settingOf(room);
  const ask = next(letter);
  if (ask === null) return stands(letter, room);
  if (told === null) room.asker.tell(letterIntro(letter, setting));
  if (told !== ask.section.id) room.asker.tell(sectionIntro(letter, ask.section, setting));
  const said = await put(ask, letter, room);
  if (said === BACK) {
    const typed = room.asker.unfinished();
    const before = back(typed === "" ? letter : remembering(letter, ask.key, typed));
    return before === null ? "back" : { letter: before, told: ask.section.id };
  }
  return { letter: answer(letter, ask.key, said), told: ask.section.id };
}

/** What the writing of a letter needs of the room. */
export type LetterRoom = Pick<Room, "asker" | "words" | "lang" | "world" | "playbook"> & {
  readonly options: { readonly today?: string; readonly marketplace?: string };
  /** Whether there is advice to go back to. */
  readonly advised: boolean;
  /** Puts a result before the seller. */
  show(text: string): void;
  /** Saves the answers; false where the seller thinks better of it. */
  saveAnswers(letter: Letter): Promise<boolean>;
};

const settingOf = ({ lang, words }: LetterRoom) => ({ lang, words, own: letterTalk(lang) });

const remembering = (letter: Letter, key: string, said: string): Letter => ({
  ...letter,
  remembered: { ...letter.remembered, [key]: said },
});

/** Puts a question until its answer stands. */
async function put(ask: Ask, letter: Letter, room: LetterRoom): Promise<Said | typeof BACK> {
  const setting = settingOf(room);
  const { asker } = room;
  if (ask.part === "cause") return asker.choose(causeMenu(ask, letter, setting));
  const today = todayFrom(room.options.today, room.world);
  for (let now = ask, wrong: Wrong | null = null; ; ) {
    const said = await once(now, letter, room, wrong);
    if (said === BACK || said === null) return said;
    wrong = wrongIn(ask, said, today);
    if (wrong !== null) continue;
    const remark = remarkOn(ask, said, { today, days: daysIn(said) });
    if (remark === null) return written(ask, said, room.playbook.marketplaces);
    const { own } = setting;
    const chosen = await asker.choose({
      title: own.remarks[remark],
      lead: [{ text: said, as: "dim", indent: 2 }],
      choices: [
        { value: "again", label: own.again },
        { value: "keep", label: own.keep },
      ],
      back: true,
    });
    if (chosen === "keep") return said;
    now = { ...ask, offer: said };
  }
}

async function once(
  ask: Ask,
  letter: Letter,
  room: LetterRoom,
  wrong: Wrong | null = null,
): Promise<Said | typeof BACK> {
  const { asker } = room;
  const setting = settingOf(room);
  if (nameOf(ask.key) !== null || ask.part !== undefined) {
    const said = await asker.line(lineBlank(ask, letter, setting, wrong));
    return said === "" || said === NONE ? null : said;
  }
  const said = await asker.text(textPage(ask, letter, setting));
  if (said !== null || ask.number !== undefined || ask.section.text === undefined) return said;
  const { own } = setting;
  const chosen = await asker.choose<Said | "again">({
    title: own.nothing,
    choices: [
      { value: "", label: own.enough },
      { value: null, label: own.blank },
      { value: "again", label: own.something },
    ],
    ...(ask.offer !== undefined && { at: ask.offer === null ? 1 : 0 }),
    back: true,
  });
  return chosen === BACK || chosen === "again" ? once({ ...ask, offer: null }, letter, room) : chosen;
}

type Deed = "save" | "change" | "refused" | "quit" | "leave";

/** The whole letter, and what to do with it. */
async function stands(letter: Letter, room: LetterRoom): Promise<Writing | Left> {
  const { asker, words, lang, world } = room;
  const setting = settingOf(room);
  const { own } = setting;
  const draft = compose(letter, lang);
  const paint = world.colour.stderr ? ansi : plain;
  room.show(`\n${letterText(draft, { width: Math.min(100, world.width), paint })}\n`);
  asker.tell(reviewed(letter, draft, room.playbook, own, lang));
  const open = openIn(draft).length;
  const choices: { readonly value: Deed; readonly label: string }[] = [
    { value: "save", label: own.save },
    { value: "change", label: own.change },
    { value: "refused", label: own.showRefused },
    { value: "quit", label: words.quit },
    { value: "leave", label: room.advised ? own.toAdvice : words.done },
  ];
  for (let at = -1; ; ) {
    const deed = await asker.choose<Deed>({
      title: own.stands,
      lead: [{ text: open === 0 ? own.complete : own.open(open), as: open === 0 ? "green" : "yellow", indent: 2 }],
      choices,
      ...(at >= 0 && { at }),
      back: true,
    });
    if (deed === "leave") return room.advised ? "back" : "done";
    if (deed === BACK) {
      const before = back(letter);
      return before === null ? "back" : { letter: before, told: "" };
    }
    at = choices.findIndex(({ value }) => value === deed);
    if (deed === "refused") asker.tell(letterIntro(letter, setting));
    if (deed === "quit" && (await room.saveAnswers(letter))) return "quit";
    if (deed === "save") await toFile(draft, room);
    if (deed === "change") {
      const key = await toChange(letter, room);
      if (key !== BACK) return { letter: change(letter, key), told: "" };
    }
  }
}

async function toFile(draft: Draft, room: LetterRoom): Promise<void> {
  const { own } = settingOf(room);
  await inNewFile(room, own.file, own.fileHow, async (file) => {
    await room.world.files.write(file, await letterIn(file, draft, room.options.marketplace), false);
    return room.words.written(file);
  });
}

/** The question whose answer is to be changed. */
function toChange(letter: Letter, room: LetterRoom): Promise<string | typeof BACK> {
  const setting = settingOf(room);
  return room.asker.choose({
    title: setting.own.which,
    choices: changeable(letter).map((ask) => ({ value: ask.key, label: placeLine(ask, letter, setting) })),
    back: true,
  });
}
