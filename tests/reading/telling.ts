import { build } from "../../src/reading/automaton.js";
import { type Knowledge, read } from "../../src/reading/read.js";
import { stated } from "../../src/render/stated.js";

export const knowledge: Knowledge = {
  automaton: build([], { groups: {}, negators: [] }),
  hosts: [],
  marketplaces: [],
};
export const TODAY = "2026-11-23";
export const words = {
  window: (value: string) => value,
  lastDay: (_: string, other?: string) => (other === undefined ? "last day" : `last day or ${other}`),
};

/** What a text states, as "17 days: 2026-12-10". */
export const told = (text: string, marketplace?: string) =>
  stated(read(text, knowledge), { today: TODAY, ...(marketplace !== undefined && { marketplace }) }, words).map(
    (one) => `${one.text}: ${one.due}`,
  );
