import { drawPage } from "./ask/frame.js";
import { editorOf, opening } from "./ask/opening.js";
import { talk } from "./ask/words.js";
import { ansi, plain } from "./render/style.js";
import { curtain } from "./world/curtain.js";
import type { World } from "./world.js";

/** The first question as its prompt will draw it, with the cursor where the answer begins. */
export function first(world: Pick<World, "env" | "colour">, columns: number, rows: number): string {
  const words = talk("en");
  const glass = { columns, rows, paint: world.colour.stderr ? ansi : plain, words };
  return drawPage(opening(words), [], "", editorOf(world), glass);
}

/** Puts it before whoever sits there; calls `drawn` when nothing is waited for any more. */
export const show = (drawn: () => void): void => curtain(first, drawn);
