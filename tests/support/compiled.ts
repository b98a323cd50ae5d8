import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compiled, openPlaybook, openStored } from "../../src/playbook/snapshot.js";
import type { Playbook } from "../../src/playbook/types.js";
import { now } from "../../src/world/now.js";
import { files } from "../../src/world.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = `${root}data`;
const built = `${root}dist/compiled`;

/** The stored form of the shipped playbook by name of its files: the build's where nothing is newer, else our own. */
export const stored: ReadonlyMap<string, Uint8Array> = isCurrent()
  ? new Map(readdirSync(built).map((name) => [name, now.read(`${built}/${name}`)]))
  : await compiled({ data, compiled: null, files });

let playbook: Promise<Playbook> | undefined;

/** The shipped playbook. */
export function shipped(): Promise<Playbook> {
  const read = (path: string) => stored.get(path.slice(path.lastIndexOf("/") + 1)) ?? now.read(path);
  playbook ??= openPlaybook({ data, compiled: built, files: { ...files, now: { ...now, read } } }, undefined);
  return playbook;
}

/** Whether there is a build, newer than every source file, of the playbook as it is. */
function isCurrent(): boolean {
  const made = statSync(`${built}/playbook.bin`, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" });
  if (sources.some((name) => statSync(`${root}src/${name}`).mtimeMs >= made)) return false;
  return openStored({ data, compiled: built, files }) !== null;
}
