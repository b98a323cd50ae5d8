import type { ExitCode } from "../exit.js";
import { Exit } from "../exit.js";
export async function runInterview(..._: unknown[]): Promise<ExitCode> {
  return Exit.usage;
}
