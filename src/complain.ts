import { Cancelled, Exit, type ExitCode, Refusal } from "./exit.js";
import { inOneLine, safe } from "./render/safe.js";
import type { BriefWorld } from "./world.js";

/** Says on stderr what went wrong, and gives the exit code. Failures become words and a code here and nowhere else. */
export function complain(error: unknown, { stderr }: Pick<BriefWorld, "stderr">): ExitCode {
  if (error instanceof Cancelled) return Exit.cancelled;
  if (error instanceof Refusal) {
    stderr.write(`seller-route: ${inOneLine(error.message)}\n`);
    if (error.hint !== undefined) stderr.write(`${inOneLine(error.hint)}\n`);
    return error.exit;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`seller-route: this is a bug in seller-route, not in what you wrote\n${safe(told)}\n`);
  return Exit.bug;
}
