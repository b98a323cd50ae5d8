import { applicable } from "../core/condition.js";
import { type Box, byName, type Facts } from "../core/facts.js";
import type { Decided } from "./regions.js";

/** The row that fails by the fewest facts; of equals the last. Null where there are no rows. */
export function nearestRow(table: Decided, facts: Facts): string | null {
  const domains = byName(table.facts);
  const misses = (box: Box): number =>
    Object.entries(box).filter(([fact, allowed]) => {
      const value = applicable(fact, facts, domains) === "fails" ? null : facts[fact];
      return value !== undefined && !allowed.includes(value);
    }).length;
  let least = Number.POSITIVE_INFINITY;
  let found: string | null = null;
  for (const { route, when } of table.rows) {
    const fewest = Math.min(...when.map(misses));
    if (fewest <= least) {
      least = fewest;
      found = route;
    }
  }
  return found;
}
