import { CommanderError } from "commander";
import { Cancelled, Exit, type ExitCode, Refusal } from "./exit.js";
import { makeProgram } from "./program.js";
import { inOneLine, safe } from "./render/safe.js";
import { helpAsked } from "./usage.js";
import type { World } from "./world.js";

/**
 * The program as a function: words of the command line in, exit code out. Results go to the world's stdout, complaints
 * to its stderr. Failures become words and a code here and nowhere else.
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
    if (error instanceof Refusal) return complain(error, seen);
    if (error instanceof Cancelled) return Exit.cancelled;
    return reportBug(error, seen);
  }
}

function complain(refusal: Refusal, world: World): ExitCode {
  world.stderr.write(`seller-route: ${inOneLine(refusal.message)}\n`);
  if (refusal.hint !== undefined) world.stderr.write(`${inOneLine(refusal.hint)}\n`);
  return refusal.exit;
}

function reportBug(error: unknown, world: World): ExitCode {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(`seller-route: this is a bug in seller-route, not in what you wrote\n${safe(told)}\n`);
  return Exit.bug;
}
