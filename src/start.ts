import { Exit, type ExitCode } from "./exit.js";
import { load } from "./world/code.js";
import { isTerminal } from "./world/terminal.js";

export { load };

/** Words that ask for what a build has stored, where nothing else is said. */
const STORED = ["--version", "-V", "--help", "-h", "help"];

/**
 * Begins with what the words ask for: the short way where it will do, and the whole program for all else. All that is
 * done then stands in other files: the code of this one is compiled anew each time.
 */
export async function start(argv: readonly string[]): Promise<ExitCode> {
  if (argv.length === 0 && isTerminal(0, "stdin")) {
    const { part, keep } = load("first");
    part.show(keep);
    return wholly(argv, [], "asking");
  }
  const { part, keep } = load(argv.length === 1 && STORED.includes(argv[0] as string) ? "told" : "quick");
  const { code, taken, leave } = await part.begin(argv);
  if (code === null) return wholly(argv, taken);
  if (code === Exit.ok) keep();
  leave(code);
  return code;
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
