import { spawn } from "node:child_process";
import type { Ran } from "../world.js";

/** Runs a command of the system. */
export function run(command: string, args: readonly string[], input = ""): Promise<Ran> {
  return new Promise((ended, failed) => {
    const child = spawn(command, args, { windowsHide: true });
    const [out, err]: [Uint8Array[], Uint8Array[]] = [[], []];
    child.stdout.on("data", (part: Uint8Array) => out.push(part));
    child.stderr.on("data", (part: Uint8Array) => err.push(part));
    child.on("error", failed);
    child.on("close", (code) => {
      ended({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() });
    });
    // A command that ends before it has read all closes the pipe; its exit code tells.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
