// Versions of Node: their binaries come from the npm registry, into a folder of their own below the system's for
// temporary files, and stay there for the next time.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** The major versions that are supported and the newest, which the engines field and CI speak of. */
export const VERSIONS = ["20", "22", "24", "26"];

/**
 * Binaries of some of these versions, the newest of each: { version, path }. With `patience`, those that can be had
 * within so many milliseconds; it says which cannot.
 */
export async function nodes(wanted = VERSIONS, patience) {
  const until = Date.now() + (patience ?? 0);
  const folder = join(tmpdir(), `seller-route-nodes-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return (wanted.length > 0 ? wanted : VERSIONS).flatMap((major) => {
    const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
    const home = join(folder, major);
    const path = join(home, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (!existsSync(path)) {
      mkdirSync(home, { recursive: true });
      const flags = ["--no-fund", "--no-audit", "--ignore-scripts", "--no-save", "--silent"];
      // A timeout of 0 would be none.
      const timeout = patience === undefined ? undefined : Math.max(1, until - Date.now());
      try {
        execFileSync("npm", ["install", "--prefix", home, ...flags, `${name}@${major}`], { stdio: "inherit", timeout });
      } catch (error) {
        if (patience === undefined) throw error;
        console.log(`Node ${major} could not be had in time: nothing is run on it`);
        return [];
      }
    }
    return [{ version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim().slice(1), path }];
  });
}
