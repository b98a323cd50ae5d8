import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "../world.js";

/** Lets the seller write a text in an editor. It draws on stderr, since stdout may lead to a file. */
export async function writeIn(
  editor: string,
  text: string,
  guard: World["guard"],
): Promise<{ readonly text: string } | { readonly failed: string }> {
  const folder = await mkdtemp(join(tmpdir(), "seller-route-"));
  const file = join(folder, "problem.txt");
  const unguard = guard?.(() => rmSync(folder, { recursive: true, force: true }));
  try {
    await writeFile(file, text === "" ? "" : `${text}\n`, { mode: 0o600 });
    const failed = await new Promise<string | null>((resolve) => {
      // An editor is a command line ("code --wait"), so a shell takes it apart.
      const child = spawn(`${editor} "${file}"`, { shell: true, stdio: ["inherit", 2, 2] });
      child.once("error", (error) => resolve(error.message));
      child.once("exit", (code, signal) => resolve(code === 0 ? null : `${editor}: ${signal ?? code}`));
    });
    return failed === null ? { text: (await readFile(file, "utf8")).replace(/\r\n?/g, "\n").trim() } : { failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
    unguard?.();
  }
}
