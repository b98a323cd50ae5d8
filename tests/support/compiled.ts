import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPlaybook } from "../../src/playbook/load.js";
import { pack, unpack } from "../../src/playbook/snapshot.js";
import { readSource } from "../../src/playbook/source.js";
import type { Playbook } from "../../src/playbook/types.js";
import { files } from "../../src/world.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
let bytes: Promise<Uint8Array> | undefined;
let playbook: Promise<Playbook> | undefined;

/** The shipped playbook, compiled once for all tests of a file: the build's where nothing is newer, else our own. */
export function compiledBytes(): Promise<Uint8Array> {
  bytes ??= compile();
  return bytes;
}

/** The shipped playbook. */
export function shipped(): Promise<Playbook> {
  playbook ??= compiledBytes().then(
    (found) => (JSON.parse(new TextDecoder().decode(found)) as { playbook: Playbook }).playbook,
  );
  return playbook;
}

async function compile(): Promise<Uint8Array> {
  const data = `${root}data`;
  const stored = `${root}dist/playbook.json`;
  const built = isNewest(stored) ? await files.read(stored) : null;
  const { digest } = await readSource(data, files);
  if (built !== null && unpack(new TextDecoder().decode(built), digest) !== null) return built;
  const loaded = await loadPlaybook(data, files);
  if (!("playbook" in loaded)) throw new Error(`The shipped playbook does not load: ${loaded.findings[0]?.message}`);
  return Buffer.from(pack(loaded.playbook));
}

/** Whether a file is newer than every source file. */
function isNewest(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" });
  return sources.every((name) => statSync(`${root}src/${name}`).mtimeMs < made);
}
