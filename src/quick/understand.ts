import type { AdviseOptions } from "../commands/advise.js";
import { nearest } from "../playbook/nearest.js";
import { WORDED, type Worded } from "../render/formats.js";

/** Words that begin a command of the program and are no problem. */
export const COMMANDS: readonly string[] = [
  ...["batch", "teams", "issues", "outline", "letter", "review", "check", "diff", "graph", "init", "completion"],
  "help",
];

/** Options of one-shot that take a value, and those that take none. */
const VALUES = ["fact", "marketplace", "today", "lang", "format"] as const;
const FLAGS = ["json", "explain", "redact", "no-color"] as const;
const LANGUAGES = ["en", "zh"];

export interface Asked extends AdviseOptions {
  readonly format: Worded;
  readonly noColor: boolean;
}

/**
 * A command line that asks for one answer, taken apart as the whole program would do it. Null for anything else, and
 * for whatever is wrong, odd or said twice: the whole program knows what to say to it.
 */
export function understand(argv: readonly string[]): Asked | null {
  const problem: string[] = [];
  const fact: string[] = [];
  const said = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (!word.startsWith("-")) {
      problem.push(word);
      continue;
    }
    const name = word.slice(2);
    if (!word.startsWith("--") || said.has(name)) return null;
    if (isOneOf(FLAGS, name)) said.set(name, "");
    else if (isOneOf(VALUES, name)) {
      const value = argv[++i];
      if (value === undefined || value.startsWith("-")) return null;
      if (name === "fact") fact.push(value);
      else said.set(name, value);
    } else return null;
  }
  const { lang = "en", format = "text", marketplace, today } = Object.fromEntries(said);
  if (mayBeCommand(problem) || fact.some((pair) => !pair.includes("="))) return null;
  if (!isOneOf(WORDED, format) || !LANGUAGES.includes(lang) || (said.has("format") && said.has("json"))) return null;
  return {
    problem,
    fact,
    lang,
    format: said.has("json") ? "json" : format,
    ...(marketplace !== undefined && { marketplace }),
    ...(today !== undefined && { today }),
    ...(said.has("explain") && { explain: true }),
    ...(said.has("redact") && { redact: true }),
    noColor: said.has("no-color"),
  };
}

/** Whether the words are a command, or one or two that are almost one. */
function mayBeCommand([first, ...others]: readonly string[]): boolean {
  if (first === undefined) return false;
  if (COMMANDS.includes(first)) return true;
  return others.length <= 1 && !/\s/.test(first) && nearest(first, COMMANDS) !== undefined;
}

const isOneOf = <T extends string>(all: readonly T[], word: string): word is T =>
  (all as readonly string[]).includes(word);
