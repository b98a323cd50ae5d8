import { reasonOf } from "../ask/given.js";
import { Refusal } from "../exit.js";
import { suggest } from "../playbook/nearest.js";
import { differing } from "../proof/cases.js";
import { inOneLine } from "../render/safe.js";
import type { World } from "../world.js";
import { gather, run } from "./gather.js";

/** Rewrites what the named cases expect to what comes out. Everything else in their files stays byte for byte. */
export async function update(folder: string, names: readonly string[], world: World): Promise<void> {
  const { subject, cases } = await gather(folder, world);
  if (subject === null) throw new Refusal("The playbook cannot be used, so no case comes out", { hint: HINT });
  const known = cases.map(({ id }) => id);
  for (const name of names) {
    if (name === ALL || known.includes(name)) continue;
    throw new Refusal(`There is no case ${name}`, { hint: suggest(name, known) });
  }
  const chosen = cases.filter(({ id }) => names.includes(ALL) || names.includes(id));
  const changes = chosen
    .map((one) => ({ one, answer: run(one, subject.playbook).answer }))
    .filter(({ one, answer }) => differing(one.expect, answer).length > 0);
  const { rewritten } = await import("../playbook/rewrite.js");
  for (const file of new Set(changes.map(({ one }) => one.at.file))) {
    const here = changes.filter(({ one }) => one.at.file === file);
    const before = BYTES.decode(await world.files.read(file));
    const after = await rewritten(
      before,
      here.map(({ one, answer }) => ({ id: one.id, fields: differing(one.expect, answer) })),
    );
    try {
      await world.files.write(file, after, true);
    } catch (error) {
      throw new Refusal(`Cannot write ${file}: ${reasonOf(error)}`);
    }
    world.stderr.write(`${inOneLine(file)}: ${here.map(({ one }) => one.id).join(", ")}\n`);
  }
  if (changes.length === 0) world.stderr.write("Every one of these cases comes out as it expects\n");
}

/** A byte order mark is kept as what it is: a byte of the file. */
const BYTES = new TextDecoder("utf-8", { ignoreBOM: true });
const ALL = "all";
const HINT = "See seller-route check.";
