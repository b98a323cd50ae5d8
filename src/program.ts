// Longer than other files: the command line stands on one page, option by option.
import { Command, InvalidArgumentError } from "commander";
import { addCheck } from "./checking.js";
import type { AdviseOptions } from "./commands/advise.js";
import { type ExitCode, Refusal } from "./exit.js";
import { maxBytes } from "./input/size.js";
import { common, formatOf, formatsOf, type Line, pick } from "./options.js";
import { safe } from "./render/safe.js";
import { addTools } from "./tools.js";
import { furtherOf, globalOptions, listed, refuseIdle, refuseMisspelt, SPOKEN } from "./usage.js";
import type { World } from "./world.js";
import { addLetter } from "./writing.js";

/** The command line: words become plain values, and one command is called. A fresh program for every run. */
export function makeProgram(world: World, end: (code: ExitCode) => void): Command {
  const program = bare(world);
  const line: Line = { world, end };
  addAdvice(program, line);
  addShared(program);
  addBatch(program, line);
  addBrowsing(program, "team", "the eight teams, or one in full", line);
  addBrowsing(program, "issue", "the kinds of problem, or one in full", line);
  addOutline(program, line);
  addLetter(program, line);
  addCheck(program, line);
  addTools(program, line);
  for (const option of program.options) if (option.required && !option.parseArg) option.argParser(once(option));
  for (const command of program.commands) command.showHelpAfterError(`See seller-route ${command.name()} --help`);
  return program;
}

/** A program that writes to the world's streams, and refuses what a command would pass over. */
function bare(world: World): Command {
  const program = new Command("seller-route");
  return program
    .description(
      "Which Amazon team your problem belongs to, how to reach it, and what to write.\nWorks offline: what you type never leaves this machine.",
    )
    .version(world.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(safe(text)),
      writeErr: (text) => world.stderr.write(safe(text.replace(/^error: /, "seller-route: "))),
      getOutHelpWidth: () => Math.min(world.width, 100),
      getErrHelpWidth: () => Math.min(world.width, 100),
      getOutHasColors: () => world.colour.stdout,
      getErrHasColors: () => world.colour.stderr,
    })
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions: globalOptions })
    .hook("preAction", async (_, command) => {
      refuseIdle(program, command);
      // As other programs take it: standard output.
      if (program.getOptionValue("output") === "-") program.setOptionValue("output", undefined);
      const { lang, data } = command.optsWithGlobals();
      if (lang !== undefined && !SPOKEN.includes(lang))
        await (await import("./commands/language.js")).refuseForeign(lang, data, world);
    })
    .showHelpAfterError("See seller-route --help");
}

/** Options of advice alone. */
const OWN = "file previous facts marketplace explain redact today save resume plain maxBytes".split(" ");

/** Advice, which the program gives where no command is named. */
function addAdvice(program: Command, { world, end }: Line): void {
  program
    .argument("[problem...]", "the problem in your own words, or Amazon's message")
    .option("--file <file>", "read the problem from a file (- for standard input)")
    .option("--max-bytes <size>", "how much is read of a file, of standard input or of a line (default: 5M)", maxBytes)
    .option("--previous <file>", "Amazon's refusal of what you sent: what it asks for, and what not to send again")
    .option("--facts <file>", "known facts from a YAML or JSON file")
    .option("--fact <name=value>", "a known fact; may be repeated", collect)
    .option("--marketplace <id>", "where you sell: us, uk, de, …")
    .option("--explain", "show the words that decided, and what was weighed")
    .option(
      "--redact",
      "mask ASINs, order, case and complaint numbers, e-mail addresses and amounts in digits in the answer; phone numbers, IBANs, VAT numbers and street addresses stay",
    )
    .option("--today <day>", "count due dates from this day (YYYY-MM-DD)")
    .option("--save <file>", "keep your answers in a file, to go on another day")
    .option("--resume <file>", "go on with saved answers")
    .option("--plain", "numbered choices, line by line (for screen readers and logs)")
    .addHelpText("after", EXAMPLES.advise)
    .action(async (problem: string[], options) => {
      await refuseMisspelt(problem, program);
      const { advise } = await import("./commands/advise.js");
      const asked = { ...common(program), problem, fact: options.fact ?? [], ...pick(options, OWN) };
      end(await advise(asked as AdviseOptions, world));
    });
}

/** Options that every command understands. They may stand before or behind the command's name. */
function addShared(program: Command): void {
  program
    .option("--format <format>", `how to print the answer: ${listed(formatsOf(program))} (default: text)`, another)
    .option("--json", "the same as --format json")
    .option(
      "--output <file>",
      "write to a file that is not there yet; its ending names the format where --format does not",
    )
    .option("--force", "let --output and --save write over a file")
    .option(
      "--lang <lang>",
      "language of the answer: en, zh or another that the playbook lists (default: en)",
      // ZH is zh; of pt-BR only the first part is always small.
      (lang) => lang.replace(/^[A-Z]+/i, (name) => name.toLowerCase()),
    )
    .option("--data <dir>", "use another playbook")
    .option("--no-color", "no colour (NO_COLOR and a dumb terminal do the same)");
}

function addBatch(program: Command, { world, end }: Line): void {
  program
    .command("batch")
    .description("answer many cases: one JSON object a line in, one a line out")
    .option("--full", "with all that the playbook says about each recommendation")
    .option("--jobs <number>", "threads to answer with, 0 for one a core (default: 1)")
    .addHelpText("after", EXAMPLES.batch)
    .allowExcessArguments()
    .action(async (_, command: Command) => {
      const [file] = command.args;
      if (file !== undefined)
        throw new Refusal("batch reads standard input, and no file", { hint: `seller-route batch < ${file}` });
      const options = command.optsWithGlobals();
      formatOf(options, formatsOf(command));
      const { batch } = await import("./commands/batch.js");
      end(
        await batch(
          {
            ...pick(options, ["data", "today", "maxBytes", "jobs", "marketplace"]),
            lang: options.lang ?? "en",
            full: options.full === true,
            redact: options.redact === true,
          },
          world,
        ),
      );
    });
}

/** A list of things of the playbook, and one of them in full. */
function addBrowsing(program: Command, one: "team" | "issue", description: string, { world, end }: Line): void {
  const all = `${one}s` as const;
  program
    .command(all)
    .description(description)
    .argument(`[${one}]`, `one ${one}`)
    .addHelpText("after", EXAMPLES[all])
    .action(async (id: string | undefined, _, command: Command) => {
      const browse = await import("./commands/browse.js");
      end(await browse[all](id, common(command), world));
    });
}

function addOutline(program: Command, { world, end }: Line): void {
  program
    .command("outline")
    .description("the letter to write for an issue")
    .argument("<issue>", "an issue, or an outline by name")
    .addHelpText("after", EXAMPLES.outline)
    .action(async (id: string, _, command: Command) => {
      const { outline } = await import("./commands/browse.js");
      end(await outline(id, { ...common(command), ...furtherOf(command) }, world));
    });
}

/** An option that is given twice has one value, or two that are two answers to one question. */
const once =
  ({ long }: { readonly long?: string | undefined }) =>
  (value: string, before: string | undefined): string => {
    if (before !== undefined && before !== value)
      throw new Refusal(`${long} was given twice, as ${before} and as ${value}`, { hint: "Give one of them." });
    if (long === "--save" && value === "-") throw new Refusal("--save keeps answers in a file: name one");
    return value;
  };

/** Commands have formats of their own, and `check` takes several: which are right is seen to by the command. */
const another = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function collect(value: string, before: string[] = []): string[] {
  if (!value.includes("=")) throw new InvalidArgumentError("write name=value, as in claim=disputed");
  return [...before, value];
}

const EXAMPLES = {
  advise: `
Examples:
  $ seller-route                                     asks you what happened
  $ seller-route --save answers.yaml                 the same, and keeps them
  $ seller-route --resume answers.yaml               goes on with them
  $ seller-route "they took my listing down, but I own the brand"
  $ seller-route --file notice.txt --marketplace de
  $ seller-route --fact issue=ip-trademark --fact claim=disputed --json
  $ seller-route "late shipments, account closed" --previous refusal.txt
  $ seller-route --file notice.txt --output dates.ics
  $ seller-route --file notice.txt --output advice.docx

Exit codes: 0 advised, 1 findings, 2 wrong use, 3 no advice can be given,
4 broken playbook, 70 our bug, 130 cancelled`,
  batch: `
Examples:
  $ seller-route batch < cases.ndjson > answers.ndjson
  $ echo '{"id":1,"text":"late shipment rate too high"}' | seller-route batch
  $ seller-route batch --jobs 4 < cases.ndjson > answers.ndjson
  $ parallel --pipe --keep-order seller-route batch < cases.ndjson
A line that cannot be answered, or is longer than --max-bytes, gives
{"line","error"} in its place, and exit code 1 at the end.`,
  teams: `
Examples:
  $ seller-route teams
  $ seller-route teams notice-dispute`,
  issues: `
Examples:
  $ seller-route issues
  $ seller-route issues related-accounts`,
  outline: `
Examples:
  $ seller-route outline inauthentic
  $ seller-route outline counter-notice --output outline.md
  $ seller-route outline inauthentic --marketplace us --output letter.docx`,
} as const;
