import type { World } from "../world.js";
import type { Page } from "./asker.js";
import type { Talk } from "./words.js";

/** The page that asks what has happened. */
export const opening = (words: Talk, start = ""): Page => ({
  title: words.what,
  lead: [{ text: words.whatHow, indent: 2 }],
  start,
  enter: words.keyList,
});

/** The editor that the seller has chosen, if any. */
export const editorOf = ({ env }: Pick<World, "env">): string | undefined => env.VISUAL || env.EDITOR || undefined;
