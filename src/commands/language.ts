import { Refusal } from "../exit.js";
import { suggest } from "../playbook/nearest.js";
import { openPlaybook } from "../playbook/snapshot.js";
import type { World } from "../world.js";

/** Refuses a language that the playbook does not list. The program's own words are English there. */
export async function refuseForeign(lang: string, data: string | undefined, world: World): Promise<void> {
  const { languages } = await openPlaybook(world, data);
  if (languages.includes(lang)) return;
  throw new Refusal(`--lang ${lang} is no language of the playbook`, {
    hint: suggest(lang, ["en", "zh", ...languages]),
  });
}
