import type { Decoded } from "../input/decode.js";
import { inOneLine } from "../render/safe.js";
import type { BriefWorld } from "../world.js";

/** Says that standard input was not read, where somebody seems to have meant it, and what reads it. */
export function tellUnread(how: string, { stdin, stderr }: Pick<BriefWorld, "stdin" | "stderr">): void {
  if (stdin.isTTY !== true && stdin.isPending?.() === true) stderr.write(`Standard input was not read: ${how}\n`);
}

/** Says which attachments of an e-mail are not part of what was read. */
export function tellAttached(found: Decoded, where: string, { stderr }: Pick<BriefWorld, "stderr">): void {
  if (!("unread" in found) || found.unread === undefined) return;
  const names = inOneLine(found.unread.join(", "));
  stderr.write(`Not read, attached to the e-mail from ${inOneLine(where)}: ${names}\n`);
  stderr.write("If the notice is in there, copy its text and give that.\n");
}
