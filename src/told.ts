import { Exit, type ExitCode } from "./exit.js";
import { inFolder } from "./playbook/folder.js";
import { briefly, type Ended } from "./world/brief.js";
import type { BriefWorld } from "./world.js";

/** Tells what a build has stored. */
export const begin = (argv: readonly string[]): Promise<Ended> => briefly(argv, tell);

/** What a build has stored, word by word: the version, and the text of --help for a width that it was stored for. */
export function tell(argv: readonly string[], world: BriefWorld): ExitCode | null {
  const [first = ""] = argv;
  if (argv.length !== 1) return null;
  if (["--version", "-V"].includes(first)) return print(`${world.version}\n`, world);
  return ["--help", "-h", "help"].includes(first) ? help(world) : null;
}

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
