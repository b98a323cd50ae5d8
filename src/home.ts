import { existsSync } from "node:fs";
import type { World } from "./world.js";

declare const SELLER_ROUTE_VERSION: string | undefined;
export const VERSION = typeof SELLER_ROUTE_VERSION === "string" ? SELLER_ROUTE_VERSION : "0.0.0";

/** Where the playbook stands that ships with the program, and what a build has worked out. */
export function home(): Pick<World, "data" | "compiled"> {
  const here = import.meta.dirname;
  // By hand: every run comes by here, and node:path takes its time.
  const sep = here.includes("/") ? "/" : "\\";
  const compiled = `${here}${sep}compiled`;
  return {
    data: `${here.slice(0, here.lastIndexOf(sep))}${sep}data`,
    compiled: existsSync(compiled) ? compiled : null,
  };
}

/** A terminal that cannot be drawn on. */
export const DUMB = "dumb";

/** https://no-color.org and https://force-color.org: set and not empty. NO_COLOR wins. */
export function mayColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return stream.isTTY === true && env.TERM !== DUMB;
}

/** The day of a moment as YYYY-MM-DD, in local time. */
export function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
