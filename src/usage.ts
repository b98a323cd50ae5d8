import type { Command, Option } from "commander";
import { Refusal } from "./exit.js";
import { formatsOf, pick } from "./options.js";

/** Of the program's own options, those that every command understands. */
const ALL = ["format", "json", "output", "force", "lang", "data", "color"];

/** Languages of the program's own words. A playbook may have texts in others. */
export const SPOKEN: readonly string[] = ["en", "zh"];

/** "text, json or markdown" */
export const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(" or ");

/** Commands that understand others. */
const SOME: Readonly<Record<string, readonly string[]>> = {
  letter: [...ALL, "file", "marketplace", "today", "save", "resume", "plain", "maxBytes"],
  outline: [...ALL, "marketplace"],
  batch: ["json", "lang", "data", "color", "redact", "today", "maxBytes", "marketplace", "format"],
  completion: ["data"],
  diff: ["format", "json", "output", "force", "data", "color"],
  graph: ["format", "output", "force", "lang", "data", "color"],
  init: [],
  review: ["format", "json", "output", "force", "lang", "data", "color", "previous"],
  check: ["format", "json", "output", "force", "data", "color", "explain", "today"],
};

/** What was said of the program's options that not every command understands, but this one does. */
export const furtherOf = (command: Command): Record<string, unknown> =>
  pick(
    command.optsWithGlobals(),
    (SOME[command.name()] ?? []).filter((name) => !ALL.includes(name)),
  );

const takes = (command: Command, { name }: { readonly name: string }): boolean =>
  (SOME[command.name()] ?? ALL).includes(name);

/** Options of the program that mean something to a command and are not its own, for its help. */
export function globalOptions(command: Command): Option[] {
  const own = new Set(command.options.map((option) => option.attributeName()));
  const options = (command.parent?.options ?? []).filter((option) => {
    const name = option.attributeName();
    return name !== "version" && !option.hidden && !own.has(name) && takes(command, { name });
  });
  return options.map((option) => (option.attributeName() === "format" ? withFormats(option, command) : option));
}

/** The same option, its description naming the formats of this command. */
function withFormats(option: Option, command: Command): Option {
  const description = option.description.replace(/: [^:(]* \(/, `: ${listed(formatsOf(command))} (`);
  return Object.assign(Object.create(option) as Option, { description });
}

/** An option that the command would pass over in silence is refused instead. */
export function refuseIdle(program: Command, command: Command): void {
  if (command === program) return;
  const idle = program.options.find((option) => {
    const name = option.attributeName();
    return program.getOptionValueSource(name) === "cli" && !takes(command, { name });
  });
  if (idle === undefined) return;
  const hint = `See seller-route ${command.name()} --help`;
  throw new Refusal(`${idle.long} means nothing to seller-route ${command.name()}`, { hint });
}

/** One or two words that begin almost like a command are one that was misspelt; no problem is told in so few. */
export async function refuseMisspelt([first = "", ...others]: readonly string[], program: Command): Promise<void> {
  if (others.length > 1 || /\s/.test(first)) return;
  const { nearest } = await import("./playbook/nearest.js");
  const near = nearest(
    first,
    program.commands.map((command) => command.name()),
  );
  if (near === undefined) return;
  const hint = `Did you mean "seller-route ${near}"? A problem takes a few more words.`;
  throw new Refusal(`There is no command "${first}"`, { hint });
}

/** `help` and `help teams`, as elsewhere; a problem that begins with "help" stays one. */
export function helpAsked(argv: readonly string[], program: Command): readonly string[] {
  const [first, second, ...others] = argv;
  if (first !== "help" || others.length > 0) return argv;
  if (second === undefined) return ["--help"];
  return program.commands.some((command) => command.name() === second) ? [second, "--help"] : argv;
}
