import { reasonOf } from "../ask/given.js";
import { Refusal } from "../exit.js";
import type { Playbook } from "../playbook/types.js";
import { languagesRead } from "../reading/language.js";
import { inOneLine, safe } from "../render/safe.js";
import { say } from "../render/say.js";
import { ansi, type Paint, plain } from "../render/style.js";
import type { View } from "../render/view.js";
import { words } from "../render/words.js";
import type { BriefWorld, World } from "../world.js";

/** Where results go. */
export interface Target {
  readonly output?: string;
  readonly force?: boolean;
}

/** A Word document on a screen is noise: refused before anything is asked or read. */
export function refuseNoise(format: string, { output }: Target, world: World): void {
  if (format !== "docx" || output !== undefined || world.stdout.isTTY !== true) return;
  throw new Refusal("A Word document cannot be shown at a terminal", {
    hint: "Name a file with --output, as in --output letter.docx.",
  });
}

/** Whether a result is shown on the screen as it comes, and not kept for the end because it leads elsewhere. */
export const isShown = ({ output, format }: Target & { readonly format: string }, world: World): boolean =>
  world.stdout.isTTY === true && output === undefined && format === "text";

/** Writes a result to stdout, or to a file that is not there yet. */
export async function write(text: string | Uint8Array, target: Target, world: World): Promise<void> {
  if (target.output === undefined) {
    world.stdout.write(text);
    return;
  }
  try {
    await world.files.write(target.output, text, target.force === true);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const exists = code === "EEXIST";
    const why = exists ? "it is already there" : code === "ENOENT" ? "there is no such folder" : reasonOf(error);
    throw new Refusal(`Cannot write ${target.output}: ${why}`, {
      hint: exists ? "Give --force to write over it." : undefined,
    });
  }
  world.stderr.write(`Written to ${inOneLine(target.output)}\n`);
}

/** The screen that results are rendered for. A file gets no colour. */
export function viewOf(playbook: Playbook, lang: string, world: BriefWorld, target: Target = {}): View {
  const paint: Paint = world.colour.stdout && target.output === undefined ? ansi : plain;
  return {
    ...{ width: world.width, paint, words: words(lang), label: labels(playbook, lang) },
    reads: () => languagesRead(playbook.automaton),
  };
}

/** Names of facts and values in a language, safe to show; the ids where there are none. */
function labels(playbook: Playbook, lang: string): View["label"] {
  return (id, value) => {
    const fact = playbook.facts.find((one) => one.id === id);
    if (!fact) return value ?? id;
    if (value === undefined) return safe(say(fact.name, lang));
    const found = fact.values.find((one) => one.id === value);
    return found ? safe(say(found.label, lang)) : value;
  };
}
