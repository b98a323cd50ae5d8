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
 * functions that were called, so that each use has a file of its own, and so has each installation.
 */
export function load<Name extends keyof Parts>(
  name: Name,
  use: string = name,
): { readonly part: Parts[Name]; keep(): void } {
  const filename = `${import.meta.dirname}/${name}.cjs`;
  // Compiled code names its file, in traces, as the installation that compiled it did.
  const mark = Buffer.from(`${DIGESTS[name]} ${filename}`);
  const kept = `${use}-${process.version}-${process.arch}-${folded(filename)}`;
  const found = cached(kept);
  // The mark comes last: V8 copies what does not begin where a word does.
  const end = (found?.length ?? 0) - mark.length;
  const cachedData = found && end > 0 && mark.equals(found.subarray(end)) ? found.subarray(0, end) : undefined;
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
      if (!known) cache(kept, Buffer.concat([script.createCachedData(), mark]));
      known = true;
    },
  };
}

/** A path in few letters, so that two installations do not write over one another's; the mark tells the rest. */
function folded(path: string): string {
  let sum = 0;
  for (let i = 0; i < path.length; i++) sum = (Math.imul(sum, 31) + path.charCodeAt(i)) | 0;
  return (sum >>> 0).toString(36);
}
