import type { Entity } from "../../core/reading.js";
import { emails, type Host, hosts } from "./addresses.js";
import { amounts } from "./amounts.js";
import { dates } from "./dates.js";
import { ids } from "./ids.js";
import { type Limits, limitsIn } from "./limits.js";
import { marketplaces, type Places } from "./marketplaces.js";
import { windows } from "./windows.js";
import { words } from "./words.js";

export type { Places };

/**
 * All that has a form of its own in a text, in the order of the text; where two overlap, the longer one stays, of two
 * that are as long the first. A marketplace stays in an address.
 * Time grows with the length of the text.
 */
export function findEntities(text: string, places: Places, named: readonly Host[] = hosts(text)): Entity[] {
  words.take(text);
  return entitiesIn(text, places, named);
}

/** The same, and what the text says of the days and times in it. */
export function findStated(text: string, places: Places, named: readonly Host[]): { entities: Entity[] } & Limits {
  words.take(text);
  const entities = entitiesIn(text, places, named);
  return { entities, ...limitsIn(text, words, entities) };
}

function entitiesIn(text: string, places: Places, named: readonly Host[]): Entity[] {
  const days = dates(text, words);
  const found = [
    ...ids(text, words),
    ...emails(text),
    ...days,
    ...windows(text, words),
    ...amounts(text, words, days),
    ...marketplaces(text, words, places, named),
  ];
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let after = 0;
  const overlap = found.some(({ kind, start, end }) => {
    if (kind === "marketplace") return false;
    if (start < after) return true;
    after = end;
    return false;
  });
  return overlap ? longest(found, text.length) : found;
}

/** Without those that overlap a longer one: it then holds the shorter one's first place or its last. */
function longest(found: readonly Entity[], length: number): Entity[] {
  const taken = new Uint8Array(length);
  const stay = new Set<Entity>();
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (one.kind !== "marketplace") {
      if (taken[one.start] === 1 || taken[one.end - 1] === 1) continue;
      taken.fill(1, one.start, one.end);
    }
    stay.add(one);
  }
  return found.filter((one) => stay.has(one));
}
