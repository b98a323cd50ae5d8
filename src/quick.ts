import { givenFacts, givenMarketplace, givenText } from "./ask/given.js";
import { answer } from "./commands/advise.js";
import { complain } from "./complain.js";
import { advise } from "./core/advise.js";
import { NOTHING_READ } from "./core/reading.js";
import { Elsewhere, Exit, type ExitCode } from "./exit.js";
import { inFolder } from "./playbook/folder.js";
import { openStored } from "./playbook/snapshot.js";
import { understand } from "./quick/understand.js";
import { read } from "./reading/read.js";
import type { BriefWorld } from "./world.js";

export { briefWorld } from "./world/brief.js";

/**
 * What is asked most often, in one file that loads at once: one problem in, one answer out. Null, with nothing written,
 * for everything else: that takes the whole program, and what was read of stdin.
 */
export async function quick(argv: readonly string[], world: BriefWorld): Promise<ExitCode | null> {
  const [first = ""] = argv;
  if (argv.length === 1 && ["--version", "-V"].includes(first)) return print(`${world.version}\n`, world);
  if (argv.length === 1 && ["--help", "-h", "help"].includes(first)) return help(world);
  const asked = understand(argv);
  if (asked === null) return null;
  if (world.stdin.isTTY && asked.problem.length + asked.fact.length === 0) return null;
  const playbook = openStored(world, true);
  if (playbook === null) return null;
  const seen = asked.noColor ? { ...world, colour: { stdout: false, stderr: false } } : world;
  try {
    const text = await givenText(asked, world);
    const facts = await givenFacts(asked, playbook, world);
    const marketplace = givenMarketplace(asked.marketplace, playbook);
    const reading = text === null ? NOTHING_READ : read(text, playbook);
    const advice = advise(playbook, reading, facts);
    const { page, exit } = answer({ text, reading, facts, marketplace, advice }, asked, playbook, seen);
    world.stdout.write(page);
    return exit;
  } catch (error) {
    if (error instanceof Elsewhere) return null;
    return complain(error, seen);
  }
}

/** The text of --help as the build has stored it, for a width that it was stored for. */
function help(world: BriefWorld): ExitCode | null {
  const { compiled, files } = world;
  if (compiled === null) return null;
  try {
    const text = files.now?.read(inFolder(compiled, `help-${Math.min(world.width, 100)}.txt`));
    return text === undefined ? null : print(Buffer.from(text).toString(), world);
  } catch {
    return null;
  }
}

function print(text: string, world: BriefWorld): ExitCode {
  world.stdout.write(text);
  return Exit.ok;
}
