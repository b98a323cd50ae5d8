import type { BuildOptions, BuildResult } from "esbuild";

type Built = BuildResult<{ metafile: true }>;
export function buildQuick(options?: BuildOptions): Promise<{ readonly quick: Built; readonly more: Built }>;
