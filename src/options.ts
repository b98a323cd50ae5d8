import type { Command } from "commander";
import type { BrowseOptions } from "./commands/browse.js";
import { type ExitCode, Refusal } from "./exit.js";
import { endingFormat, type Format, otherEnding, WORDED } from "./render/formats.js";
import type { World } from "./world.js";

/** What a command needs of the run that it is part of. */
export interface Line {
  readonly world: World;
  end(code: ExitCode): void;
}

/** Commander's options, by name. */
export type Options = Readonly<Record<string, unknown>>;

/** Formats beside those that every command prints. */
const MORE: Readonly<Record<string, readonly Format[]>> = {
  "seller-route": ["docx", "ics"],
  outline: ["docx"],
  letter: ["docx"],
};

/** The formats of a command that takes the program's --format. */
export const formatsOf = (command: Command): readonly Format[] =>
  command.name() === "batch" ? ["json"] : [...WORDED, ...(MORE[command.name()] ?? [])];

/** What every command understands, wherever it stands. */
export function common(command: Command): BrowseOptions {
  const options = command.optsWithGlobals();
  return { ...shared(options), format: formatOf(options, formatsOf(command)) ?? "text" };
}

/** The same without the format, for commands that have formats of their own. */
export const shared = (options: Options): Omit<BrowseOptions, "format"> => ({
  lang: (options.lang ?? "en") as string,
  ...pick(options, ["data", "output", "force"]),
});

/** The format that was asked for, else the one that the output ends in. --json and another one are two answers to one question. */
export function formatOf<T extends string>(options: Options, known: readonly T[]): T | undefined {
  const given = [...new Set((options.format ?? []) as readonly string[])];
  const wrong = given.find((format) => !(known as readonly string[]).includes(format));
  if (wrong !== undefined) throw new Refusal(`There is no format ${wrong}`, { hint: `Known: ${known.join(", ")}.` });
  const [format, other] = options.json === true && !given.includes("json") ? [...given, "json"] : given;
  if (other !== undefined) throw new Refusal(`The format was given twice, as ${format} and as ${other}`);
  return (format as T | undefined) ?? ending(options.output as string | undefined, known);
}

/** The format that a file's name ends in. A name that promises another one is refused, as the format would be. */
export function ending<T extends string>(file: string | undefined, known: readonly T[]): T | undefined {
  const other = otherEnding(file, known);
  if (other === undefined) return endingFormat(file, known);
  throw new Refusal(`Nothing is written as .${other} here: --output ${file}`, {
    hint: `Known: ${known.join(", ")}. Name the file otherwise, or say which with --format.`,
  });
}

/** Those that were given. */
export const pick = (options: Options, names: readonly string[] = Object.keys(options)): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]));
