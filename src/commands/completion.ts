import { Exit, type ExitCode } from "../exit.js";
import { codes } from "../playbook/codes.js";
import { openPlaybook } from "../playbook/snapshot.js";
import { bash, type Completed, fish, zsh } from "../render/completion.js";
import type { World } from "../world.js";

const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What the command line is made of, with the names that the playbook gives. */
export async function completion(
  shell: Shell,
  commands: readonly Completed[],
  { data, spoken }: { readonly data?: string; readonly spoken: readonly string[] },
  world: World,
): Promise<ExitCode> {
  const playbook = await openPlaybook(world, data);
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const facts = playbook.facts.flatMap(({ id, values }) => values.map((value) => `${id}=${value.id}`));
  const names = {
    team: ids(playbook.teams),
    issue: ids(playbook.issues),
    outline: ids(playbook.outlines),
    fact: facts,
    marketplace: ids(playbook.marketplaces),
    code: Object.keys(codes),
    language: [...new Set([...spoken, ...playbook.languages])],
  };
  const write = { bash, zsh, fish }[shell];
  world.stdout.write(write(commands, names));
  return Exit.ok;
}
