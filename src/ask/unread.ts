import type { BriefWorld } from "../world.js";

/** Says that standard input was not read, where somebody seems to have meant it, and what reads it. */
export function tellUnread(how: string, { stdin, stderr }: Pick<BriefWorld, "stdin" | "stderr">): void {
  if (stdin.isTTY !== true && stdin.isPending?.() === true) stderr.write(`Standard input was not read: ${how}\n`);
}
