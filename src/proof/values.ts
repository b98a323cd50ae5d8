import { deciding, reachable } from "../core/diagram.js";
import type { Decided } from "./regions.js";

/** Facts that change no decision, whatever the others are. */
export function idleFacts({ diagram }: Decided): string[] {
  const used = new Set(deciding(diagram));
  return diagram.facts.filter((fact) => !used.has(fact));
}

/** Values of each fact that decide the same as one another, whatever the other facts are; only sets of two and more. */
export function alikeValues({ diagram }: Decided): ReadonlyMap<string, readonly (readonly string[])[]> {
  const nodes = [...reachable(diagram)].filter((at) => at >= 0);
  const alike = diagram.facts.map((_, level) => {
    const here = nodes.filter((at) => diagram.level[at] === level);
    const classes = new Map<string, string[]>();
    (diagram.values[level] as readonly string[]).forEach((value, i) => {
      const row = here.map((at) => diagram.kids[(diagram.first[at] as number) + i]).join();
      const same = classes.get(row) ?? [];
      classes.set(row, same);
      same.push(value);
    });
    // Where a fact decides nothing at all, that is said of the fact.
    return here.length === 0 ? [] : [...classes.values()].filter((values) => values.length > 1);
  });
  return new Map(diagram.facts.map((fact, level) => [fact, alike[level] as string[][]]));
}
