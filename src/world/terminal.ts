import { fstatSync, statSync } from "node:fs";

export type Output = "stdout" | "stderr";

/** Whether a stream is a terminal. Only a character device can be one, and /dev/null is none. */
export function isTerminal(descriptor: number, name: "stdin" | Output): boolean {
  try {
    const found = fstatSync(descriptor);
    if (process.platform !== "win32" && (!found.isCharacterDevice() || found.rdev === statSync("/dev/null").rdev))
      return false;
  } catch {
    // It is closed, or of a kind that tells nothing of itself: let Node say.
  }
  return process[name].isTTY === true;
}
