import { next } from "../ask/interview.js";
import { NOTHING_READ } from "../core/reading.js";
import { begin as beginAnew, next as nextOf } from "../letter/interview.js";
import { unfinishedAt } from "../letter/kept.js";
import type { Answers } from "../letter/places.js";
import type { Playbook } from "../playbook/types.js";
import { todayFrom } from "./advise.js";
import { resultOf, saveAnswers, show } from "./afterwards.js";
import type { Parting } from "./leaving.js";
import { fillOf, likelyOf } from "./letter-file.js";
import { writeOn } from "./letter-steps.js";
import type { Room } from "./room.js";
import { type Stand, start } from "./stand.js";

/** The letter that was not finished when the answers were saved is gone on with, where it still is the one to write. */
export function withLetter(stand: Stand, room: Room): Stand {
  if (Object.keys(stand.letters).length === 0) return stand;
  const { outline } = resultOf(stand.state, room);
  const letter = outline ? stand.letters[outline.id] : undefined;
  const open = letter !== undefined && nextOf(letter) !== null && "settled" in next(stand.state);
  return open && outline ? beginLetter(stand, outline.id, room) : stand;
}

/** To a letter: the one that was begun, or a new one in which earlier answers are offered. */
export function beginLetter(stand: Stand, id: string, room: Room): Stand {
  const outline = room.playbook.outlines.find((one) => one.id === id);
  if (!outline) throw new Error(`There is no outline ${id}`);
  const { state, letters } = stand;
  const { options, playbook, world, marketplace } = room;
  const reading = options.redact === true ? NOTHING_READ : state.reading;
  const others: Answers = Object.assign(likelyOf(reading), ...Object.values(letters).map((one) => one.answers));
  const fill = fillOf(reading, playbook, {
    place: marketplace,
    today: todayFrom(options.today, world),
    text: options.redact === true ? null : state.text,
  });
  const letter = { ...(letters[id] ?? beginAnew(outline, {}, [], others)), fill };
  return { ...stand, at: "letter", letters: { ...letters, [id]: letter }, writing: { letter, told: null } };
}

/** One question of the letter, or what comes when it stands. */
export async function writeStep(stand: Stand, room: Room): Promise<Stand | "done"> {
  const { writing, state, letters } = stand;
  if (writing === null) return { ...stand, at: "advice" };
  const then = await writeOn(writing, {
    ...room,
    advised: true,
    show: (text) => show(text, room),
    saveAnswers: () => saveAnswers(state, room),
  });
  if (then === "quit" || then === "done") return "done";
  if (then === "back") return { ...stand, at: "advice", writing: null };
  return { ...stand, writing: then, letters: { ...letters, [then.letter.outline.id]: then.letter } };
}

/** What the seller leaves behind, with what was being written. */
export function asLeft({ state, at, letters, writing }: Stand, typed: string, playbook: Playbook): Parting {
  if (at === "text" && typed !== "") return { state: start(playbook, typed, [], null), letters };
  if (at !== "letter" || writing === null) return { state, letters };
  return { state, letters, unfinished: { [writing.letter.outline.id]: unfinishedAt(writing.letter, typed) } };
}
