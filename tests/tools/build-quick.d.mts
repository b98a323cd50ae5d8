import type { BuildResult } from "esbuild";

type Built = BuildResult<{ metafile: true; write: false }>;
export function buildQuick(): Promise<Readonly<Record<"start" | "quick" | "more" | "whole", Built>>>;
