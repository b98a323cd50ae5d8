import { reasonOf } from "../ask/given.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { inFolder } from "../playbook/source.js";
import { inOneLine } from "../render/safe.js";
import type { World } from "../world.js";
import { fitting } from "./init-over.js";
import { asWord } from "./room.js";

export interface InitOptions {
  readonly dir: string;
  /** The playbook that the new one is laid over: a folder as seen from the new one, or "shipped". Absent: none. */
  readonly extends?: string;
}

/** Writes a small playbook to begin with, and the schemas for editors, into a folder that is empty or not there. */
export async function init({ dir, extends: base }: InitOptions, world: World): Promise<ExitCode> {
  const template = inFolder(world.data, `template/${base === undefined ? "new" : "over"}`);
  const own = new Map(await filesIn(template, "", world));
  const schemas = await filesIn(inFolder(world.data, "schema"), "schema/", world);
  const fitted = base === undefined || base === "shipped" ? own : await fitting(own, { dir, base }, world);
  const files = new Map([...fitted, ...schemas]);
  // What `--json` prints is no part of a playbook.
  for (const printed of ["result", "review-result"]) files.delete(`schema/${printed}.schema.json`);
  // Half a playbook is none: what makes it one comes last.
  const inTurn = [...files].sort(([a], [b]) => Number(a === "playbook.yaml") - Number(b === "playbook.yaml"));
  try {
    await makeFolder(dir, world);
    for (const [name, text] of inTurn) {
      const at = name.lastIndexOf("/");
      if (at > 0) await world.files.folder?.(inFolder(dir, name.slice(0, at)));
      await world.files.write(inFolder(dir, name), text, false);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Cannot write a playbook into ${dir}: ${reasonOf(error)}`);
  }
  const shown = inOneLine(asWord(dir));
  world.stdout.write(
    `A playbook of ${files.size} files is in ${inOneLine(dir)}. Begin with ${files.has("routes.yaml") ? "routes" : "playbook"}.yaml.\n`,
  );
  world.stderr.write(`Check it: seller-route check ${shown}\nAsk it: seller-route --data ${shown}\n`);
  return Exit.ok;
}

async function makeFolder(dir: string, world: World): Promise<void> {
  const empty = await (world.files.folder ?? (() => true))(dir);
  if (!empty) throw new Refusal(`${dir} is not empty`, { hint: "Name a folder that is not there yet." });
}

async function filesIn(folder: string, under: string, world: World): Promise<[string, string][]> {
  const names = await world.files.list(folder);
  const text = async (name: string) => new TextDecoder().decode(await world.files.read(inFolder(folder, name)));
  return Promise.all(names.map(async (name): Promise<[string, string]> => [`${under}${name}`, await text(name)]));
}
