import { givenFacts, givenMarketplace, givenText } from "./ask/given.js";
import { answer, dayFor } from "./commands/advise.js";
import { hear } from "./commands/heard.js";
import { complain } from "./complain.js";
import { Elsewhere, type ExitCode } from "./exit.js";
import { openStored } from "./playbook/snapshot.js";
import { understand } from "./quick/understand.js";
import type { BriefWorld } from "./world.js";

/**
 * What is asked most often, in one file that loads at once: one problem in, one answer out. Null, with nothing written,
 * for everything else: that takes the whole program, and what was read of stdin.
 */
export async function quick(argv: readonly string[], world: BriefWorld): Promise<ExitCode | null> {
  const asked = understand(argv);
  if (asked === null) return null;
  if (world.stdin.isTTY && asked.problem.length + asked.fact.length === 0) return null;
  const playbook = openStored(world, "all");
  if (playbook === null) return null;
  const seen = asked.noColor ? { ...world, colour: { stdout: false, stderr: false } } : world;
  try {
    const today = dayFor(asked, world);
    const text = await givenText(asked, world);
    const facts = await givenFacts(asked, playbook, world);
    const marketplace = givenMarketplace(asked.marketplace, playbook);
    const heard = hear(text, facts, playbook, today);
    const { page, exit } = answer({ text, facts, marketplace, ...heard }, asked, playbook, seen);
    world.stdout.write(page);
    return exit;
  } catch (error) {
    if (error instanceof Elsewhere) return null;
    return complain(error, seen);
  }
}
