import type { Shown } from "../core/reading.js";
import { type Host, hosts } from "./entities/addresses.js";
import { findStated, type Places } from "./entities/index.js";

/** What has a form of its own in a text. */
export interface Stated extends Pick<Shown, "entities" | "limits" | "written"> {
  readonly named: readonly Host[];
}

/** Needs nothing of what the text says beside it. */
export function statedIn(text: string, places: Places): Stated {
  const named = hosts(text);
  return { named, ...findStated(text, places, named) };
}
