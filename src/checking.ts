import { type Command, InvalidArgumentError, Option } from "commander";
import type { Asked, CheckOptions } from "./commands/check.js";
import type { Target } from "./commands/write.js";
import { Refusal } from "./exit.js";
import { ending, type Line, pick } from "./options.js";
import { REPORTS } from "./render/formats.js";

/** `check`: words of the command line become plain values. */
export function addCheck(program: Command, { world, end }: Line): void {
  program
    .command("check")
    .description("check a playbook: form, names, proofs, signals, sources, language, cases")
    .argument("[dir]", "the playbook's folder (the shipped one if none is named)")
    .option(
      "--format <format[=file]>",
      `how to print findings: ${REPORTS.join(", ")}; may be repeated (default: pretty)`,
    )
    .option("--only <codes>", "tell these codes alone: SR401,SR5", codes, [])
    .option("--ignore <codes>", "do not tell these codes", codes, [])
    .option("--info", "tell what is only worth knowing as well")
    .addOption(new Option("--fail-on <severity>", "the mildest finding that fails").choices(["warning", "error"]))
    .option("--max-warnings <n>", "warnings that are still accepted", whole)
    .option("--max-age <age>", "warn of statements older than 18m, 2y or 90d")
    .option("--today <day>", "reckon ages from this day (YYYY-MM-DD)")
    .option("--coverage", "show what the cases cover, and what they do not")
    .option("--min-coverage <percent>", "least share of each kind that the cases must cover", share)
    .option(
      "--update <case>",
      "rewrite what a case expects to what comes out (all: every one); may be repeated",
      one,
      [],
    )
    .option("--generate", "print the fewest cases that win every route and straddle every boundary")
    .option("--watch", "check again whenever a file is saved")
    .option("--explain <code>", "what a code means and how to mend it, and nothing else")
    .addHelpText("after", EXAMPLES)
    .action(async (dir: string | undefined, _, command: Command) => {
      const options = { ...command.optsWithGlobals(), ...pick(command.opts()) };
      const { check } = await import("./commands/check.js");
      end(await check(await plain(dir, options), world));
    });
}

async function plain(dir: string | undefined, options: Record<string, unknown>): Promise<CheckOptions> {
  // The program has an --explain of its own, without a value; it may stand before or behind the command.
  if (options.explain === true) {
    if (dir === undefined) throw new Refusal("--explain needs a code", { hint: "Such as --explain SR401." });
    return { explain: dir, target: targetOf(options, "--explain") };
  }
  const folder = dir ?? options.data;
  const update = options.update as readonly string[];
  const { only, ignore, failOn, maxWarnings, minCoverage } = options;
  const flags = Object.fromEntries(
    ["info", "coverage", "generate", "watch"].filter((name) => options[name] === true).map((name) => [name, true]),
  );
  const maxAge = typeof options.maxAge === "string" ? await age(options.maxAge) : undefined;
  const given = { dir: folder, explain: options.explain, only, ignore, failOn, maxWarnings, minCoverage, maxAge };
  const alone = options.explain === undefined ? options.generate === true && "--generate" : "--explain";
  if (alone) return { ...pick(given), ...flags, target: targetOf(options, alone) };
  return {
    ...pick({ ...given, today: day(options.today), update: update.length > 0 ? update : undefined }),
    ...flags,
    formats: reportsOf(options),
  } as CheckOptions;
}

/** Where goes what is no report, and has no format but its own. */
function targetOf({ format, json, output, force }: Record<string, unknown>, option: string): Target {
  if (format !== undefined || json === true)
    throw new Refusal(`${option} has no other format`, { hint: "Leave out --format and --json." });
  return typeof output === "string" ? { output, force: force === true } : {};
}

/** The reports that were asked for, else the one that the output ends in. --json is one more way to say --format json. */
function reportsOf({ format = [], json, output, force }: Record<string, unknown>): readonly Asked[] {
  const given = [...[format as string | readonly string[]].flat(), ...(json === true ? ["json"] : [])];
  const formats = [...new Set(given)].map((text): Asked => {
    const [name = "", ...rest] = text.split("=");
    const found = REPORTS.find((one) => one === name);
    if (!found) throw new Refusal(`There is no format ${name}`, { hint: `Known: ${REPORTS.join(", ")}.` });
    const file = rest.join("=");
    if (rest.length > 0 && file === "") throw new Refusal(`--format ${text} names no file`);
    return { format: found, ...(rest.length > 0 && { file }) };
  });
  const asked: readonly Asked[] =
    formats.length > 0 ? formats : [{ format: ending(output as string | undefined, REPORTS) ?? "pretty" }];
  const printed = asked.filter((one) => one.file === undefined);
  if (printed.length > 1)
    throw new Refusal("Only one report can be printed", { hint: "Give the others a file: --format sarif=out.sarif." });
  if (typeof output !== "string") return asked;
  return asked.map((one) => (one.file === undefined ? { ...one, file: output, force: force === true } : one));
}

async function age(text: string): Promise<number> {
  const { ageOf } = await import("./proof/provenance.js");
  const days = ageOf(text);
  if (days === null) throw new Refusal(`--max-age ${text} is no age`, { hint: "Write 18m, 2y, 6w or 90d." });
  return days;
}

function day(text: unknown): string | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(String(text)) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, 10) !== text
  )
    throw new Refusal(`--today ${text} is no day`, { hint: "Write it as 2026-03-14." });
  return String(text);
}

const codes = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...value
    .split(",")
    .map((code) => code.trim())
    .filter(Boolean),
];
const one = (value: string, before: readonly string[]): readonly string[] => [...before, value];

function whole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("a whole number is needed");
  return Number(value);
}

function share(value: string): number {
  const number = Number(value.replace(/%$/, ""));
  if (value.trim() === "" || Number.isNaN(number) || number < 0 || number > 100)
    throw new InvalidArgumentError("a share from 0 to 100 is needed");
  return number;
}

const EXAMPLES = `
Examples:
  $ seller-route check
  $ seller-route check my-playbook/ --format sarif=out.sarif --format pretty
  $ seller-route check data/ --max-age 18m --fail-on error
  $ seller-route check data/ --coverage --min-coverage 80
  $ seller-route check --explain SR401
  $ seller-route check data/ --generate > data/cases/generated.yaml

Exit codes: 0 nothing found, 1 findings, 2 wrong use, 70 our bug, 130 cancelled`;
