import { fstatSync, readFileSync, readlinkSync } from "node:fs";

/**
 * Whether somebody means standard input for this process: a file that nobody has read of, or a pipe that was made for
 * it. A loop's lines and what a whole script was given are others' too, and are not meant. Where the system does not
 * tell (/proc), nothing is known to be.
 */
export function isPending(): boolean {
  try {
    const found = fstatSync(0);
    if (found.isFile()) return found.size > 0 && /^pos:\s*0$/m.test(readFileSync("/proc/self/fdinfo/0", "utf8"));
    return found.isFIFO() && readlinkSync("/proc/self/fd/0") !== readlinkSync(`/proc/${process.ppid}/fd/0`);
  } catch {
    return false;
  }
}
