import { CommanderError } from "commander";
import { complain } from "./complain.js";
import { Exit, type ExitCode } from "./exit.js";
import { makeProgram } from "./program.js";
import { helpAsked } from "./usage.js";
import type { World } from "./world.js";

/**
 * The program as a function: words of the command line in, exit code out. Results go to the world's stdout, complaints
 * to its stderr.
 */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const seen = argv.includes("--no-color") ? { ...world, colour: { stdout: false, stderr: false } } : world;
  let code: ExitCode = Exit.ok;
  try {
    const program = makeProgram(seen, (ended) => {
      code = ended;
    });
    await program.parseAsync(helpAsked(argv, program), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.ok : Exit.usage;
    return complain(error, seen);
  }
}
