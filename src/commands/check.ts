import { isAbsolute, relative, resolve } from "node:path";
import { reasonOf } from "../ask/given.js";
import { Exit, type ExitCode, Refusal } from "../exit.js";
import { type Code, codes, isCode } from "../playbook/codes.js";
import { type Finding, inOrder } from "../playbook/finding.js";
import { countText } from "../render/findings.js";
import type { ReportFormat } from "../render/formats.js";
import { type Report, reportText } from "../render/report.js";
import { ansi, plain } from "../render/style.js";
import type { World } from "../world.js";
import { type Gathered, type Gathering, gather } from "./gather.js";
import { fails, familyOf, hindering, type Limits, type Selection, selected, unknownCode } from "./select.js";
import { type Target, write } from "./write.js";

/** A report that was asked for; without a file it goes to stdout. */
export interface Asked {
  readonly format: ReportFormat;
  readonly file?: string;
  /** Whether the file may be there already. A report that names its file may always replace it. */
  readonly force?: boolean;
}

export interface CheckOptions extends Selection, Limits, Gathering {
  /** The playbook's folder; the shipped one where none is named. */
  readonly dir?: string;
  /** Pretty on stdout, where none are named. */
  readonly formats?: readonly Asked[];
  /** A code whose page is printed, and nothing checked. */
  readonly explain?: string;
  /** Prints a table of what the cases cover. */
  readonly coverage?: boolean;
  /** Where a code's page or generated cases go; stdout where it names no file. */
  readonly target?: Target;
  /** Writes the fewest cases that win every route, and checks nothing else. */
  readonly generate?: boolean;
  /** Cases whose expectations are rewritten to what comes out; "all" for every one that differs. */
  readonly update?: readonly string[];
  /** Checks again whenever a file is saved. */
  readonly watch?: boolean;
}

/** Checks a playbook: form, names, proofs, signals, sources, language, cases. */
export async function check(options: CheckOptions, world: World): Promise<ExitCode> {
  if (options.explain !== undefined) return explain(options.explain, world, options.target);
  const folder = options.dir ?? world.data;
  if (options.generate) return (await import("./generate.js")).generate(folder, world, options.target);
  if (options.update) await (await import("./update.js")).update(folder, options.update, world);
  const mine = new Set<string>();
  if (!options.watch) return once(folder, options, world, mine);
  return (await import("./watch.js")).watch(folder, world, (seen) => once(folder, options, seen, mine));
}

/** One check. `mine` are the files that reports were written to before: those it writes over. */
async function once(folder: string, options: CheckOptions, world: World, mine: Set<string>): Promise<ExitCode> {
  const isInfo = (code: string) => isCode(code) && codes[code].severity === "info";
  const info = options.info === true || (options.only ?? []).some((code) => isInfo(code.toUpperCase()));
  const gathered = await gather(folder, world, { ...options, info });
  const ignore = [...(options.ignore ?? []), ...(gathered.subject?.book.playbook.value.check?.ignore ?? [])];
  const asked = selected(gathered.findings, { ...options, ignore });
  const hindered = gathered.subject === null ? hindering(gathered.findings, options) : [];
  const findings = inOrder([...new Set([...asked, ...hindered])]).map(nearer);
  const report = await reportOf(findings, gathered, options, world);
  for (const { force = true, ...one } of options.formats ?? [{ format: "pretty" } as const]) {
    const { file } = one;
    await hand(report, { ...one, force: force || (file !== undefined && mine.has(file)) }, folder, world);
    if (file !== undefined) mine.add(file);
  }
  if (hindered.some((one) => !asked.includes(one)))
    world.stderr.write("What was asked for could not be checked: the playbook cannot be loaded\n");
  world.stderr.write(`${findings.length > 0 ? countText(findings) : "Nothing found"}\n`);
  return fails(findings, options) ? Exit.findings : Exit.ok;
}

async function reportOf(
  findings: readonly Finding[],
  { cases, coverage }: Gathered,
  options: CheckOptions,
  world: World,
): Promise<Report> {
  const told = cases.map(({ id, at, expectAt }) => ({ id, at: nearer(at), expectAt: nearer(expectAt) }));
  const warnings = findings.filter((one) => one.severity === "warning");
  const report = { findings, cases: told, lenient: !fails(warnings, options), version: world.version };
  if (!options.coverage || coverage === null) return report;
  const { coverageText, coverageData } = await import("../render/coverage.js");
  const paint = world.colour.stdout ? ansi : plain;
  return { ...report, tables: coverageText(coverage, paint), data: { coverage: coverageData(coverage) } };
}

/** Writes a report where it belongs. Reports are written anew in every run; a playbook's own files never are. */
async function hand(
  report: Report,
  { format, file, force = true }: Asked,
  folder: string,
  world: World,
): Promise<void> {
  const text = await reportText(report, format, world.colour.stdout && file === undefined ? ansi : plain);
  if (file === undefined) {
    world.stdout.write(text);
    return;
  }
  const inside = fromHere(() => relative(resolve(folder), resolve(file))) ?? "";
  if (/\.ya?ml$/i.test(file) || (/^schema\b/.test(inside) && !isAbsolute(inside)))
    throw new Refusal(`A report is not written over ${file}`, { hint: "Name a file such as out.sarif." });
  try {
    await world.files.write(file, text, force);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (taken)
      throw new Refusal(`Cannot write ${file}: it is already there`, { hint: "Give --force to write over it." });
    throw new Refusal(`Cannot write ${file}: ${reasonOf(error)}`);
  }
}

/** A place with its file as seen from here, where that is below. */
function nearer<T extends { readonly file: string }>(place: T): T {
  if (!isAbsolute(place.file)) return place;
  const near = fromHere(() => relative("", place.file)) ?? "";
  return near === "" || near.startsWith("..") || isAbsolute(near) ? place : { ...place, file: near };
}

/** What hangs on the working folder; null where that is gone. */
function fromHere(look: () => string): string | null {
  try {
    return look();
  } catch {
    return null;
  }
}

async function explain(name: string, world: World, target: Target = {}): Promise<ExitCode> {
  const code = name.toUpperCase();
  const { pageOf } = await import("../playbook/pages.js");
  const page = pageOf(code);
  if (page === undefined) {
    const family = familyOf(name);
    if (family.length === 0) throw unknownCode(name);
    const hint = `Name one of them: ${family.join(", ")}.`;
    throw new Refusal(`${name} stands for several codes, and one is explained at a time`, { hint });
  }
  const { codePage } = await import("../render/code-page.js");
  const paint = world.colour.stdout && target.output === undefined ? ansi : plain;
  await write(codePage(code as Code, codes[code as Code], page, paint, world.width), target, world);
  return Exit.ok;
}
