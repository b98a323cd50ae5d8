import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import type * as quick from "../brief.js";
import type * as whole from "../cli.js";
import type * as first from "../first.js";
import type * as told from "../told.js";
import { cache, cached } from "./cache.js";

/** The digests of the files that hold the parts of the program, by which compiled code is known. */
declare const DIGESTS: { readonly [name in keyof Parts]: string };

interface Parts {
  readonly told: typeof told;
  readonly first: typeof first;
  readonly quick: typeof quick;
  readonly whole: typeof whole;
}

/**
 * Runs a file of the build, with what V8 made of its code in an earlier run: to compile takes longer than to answer.
 * V8 refuses what another version of itself has made; the digest is of what it was made from. What is kept are the
 * functions that were called, so that each use has a file of its own.
 */
export function load<Name extends keyof Parts>(
  name: Name,
  use: string = name,
): { readonly part: Parts[Name]; keep(): void } {
  const digest = DIGESTS[name];
  const filename = `${import.meta.dirname}/${name}.cjs`;
  const kept = `${use}-${process.version}-${process.arch}`;
  const found = cached(kept);
  const cachedData = found !== null && isOf(found, digest) ? found.subarray(digest.length) : undefined;
  const script = new Script(readFileSync(filename, "latin1"), {
    filename,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, import.meta.dirname, () => import("../packages.js"));
  let known = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    part: module.exports as Parts[Name],
    keep: () => {
      if (!known) cache(kept, Buffer.concat([Buffer.from(digest), script.createCachedData()]));
      known = true;
    },
  };
}

const isOf = (bytes: Uint8Array, digest: string): boolean =>
  Buffer.from(bytes.subarray(0, digest.length)).toString("latin1") === digest;
