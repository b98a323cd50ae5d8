import { build } from "../../src/reading/automaton.js";
import { type Knowledge, read } from "../../src/reading/read.js";
import { stated } from "../../src/render/stated.js";

export const knowledge: Knowledge = {
  automaton: build([], { groups: {}, negators: [] }),
  hosts: [],
  marketplaces: [],
};
export const TODAY = "2026-11-23";
export const words = { window: (value: string) => value, lastDay: () => "last day" };

/** What a text states, as "17 days: 2026-12-10". */
export const told = (text: string) =>
  stated(read(text, knowledge), TODAY, words).map((one) => `${one.text}: ${one.due}`);
