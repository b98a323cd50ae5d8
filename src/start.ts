import { Exit, type ExitCode } from "./exit.js";
import { inFolder } from "./playbook/folder.js";
import { briefWorld } from "./world/brief.js";
import { load } from "./world/code.js";
import { curtain } from "./world/curtain.js";
import type { BriefWorld } from "./world.js";

export { load };

/** Begins with what the words ask for: the short way where it will do, and the whole program for all else. */
export async function start(argv: readonly string[]): Promise<ExitCode> {
  const world = briefWorld();
  const told = tell(argv, world);
  if (told !== null) {
    world.leave(told);
    return told;
  }
  if (argv.length === 0 && world.stdin.isTTY) {
    curtain();
    return wholly(argv, [], "asking");
  }
  const { part, keep } = load("quick");
  const code = await part.quick(argv, world);
  if (code !== null) {
    if (code === Exit.ok) keep();
    world.leave(code);
    return code;
  }
  return wholly(argv, world.taken);
}

/** The whole program. Its code is kept when it has ended well, or while somebody thinks about what it asks. */
async function wholly(argv: readonly string[], taken: readonly Uint8Array[], use?: string): Promise<ExitCode> {
  const { part, keep } = load("whole", use);
  const idle = setTimeout(keep, THINKING).unref();
  const code = await part.main(argv, part.systemWorld(taken));
  clearTimeout(idle);
  if (code === Exit.ok) keep();
  return code;
}

/** Milliseconds after which nothing that somebody waits for is still to come. */
const THINKING = 500;

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
