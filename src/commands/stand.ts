import { back, begin, type Interview, known, type Step } from "../ask/interview.js";
import type { Keeper } from "../ask/keeper.js";
import type { Letter } from "../letter/interview.js";
import type { Playbook } from "../playbook/types.js";
import type { Today } from "../reading/listen.js";
import { readingOf } from "./heard.js";
import type { Writing } from "./letter-steps.js";

/** Where the seller is. `floor`: how many steps were made before the questions, which "back" does not undo one by one. */
export interface Stand {
  readonly state: Interview;
  readonly at: "text" | "review" | "questions" | "advice" | "letter";
  readonly floor: number;
  /** The file that answers are kept in while they are given; null where none was named, or an earlier problem has it. */
  readonly keeper: Keeper | null;
  /** Letters that were begun, by outline. */
  readonly letters: Readonly<Record<string, Letter>>;
  /** The letter that is being written, where one is. */
  readonly writing: Writing | null;
}

export const NO_LETTERS = { letters: {}, writing: null };

export function start(playbook: Playbook, text: string | null, steps: readonly Step[], today: Today): Interview {
  return begin(playbook, text, readingOf(text, playbook, today), steps);
}

/** To the question before; from the first one to what was understood, or to the text. */
export function stepBack(stand: Stand): Stand {
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
