import { Exit, type ExitCode, Refusal } from "../exit.js";
import { type Case, loadCases } from "../playbook/cases.js";
import { openPlaybook } from "../playbook/snapshot.js";
import { inFolder } from "../playbook/source.js";
import type { Playbook } from "../playbook/types.js";
import { type CaseAnswer, caseChanges } from "../proof/case-changes.js";
import { differences } from "../proof/differences.js";
import type { DiffResult } from "../render/difference.js";
import { differenceMarkdown } from "../render/difference-markdown.js";
import { differenceText } from "../render/difference-text.js";
import type { Format } from "../render/formats.js";
import { ansi, json, plain } from "../render/style.js";
import type { World } from "../world.js";
import { diffResult } from "./diff-result.js";
import { run } from "./gather.js";
import { openRevision } from "./revision.js";
import { type Target, write } from "./write.js";

export interface DiffOptions extends Target {
  readonly old: string;
  /** Absent: the old revision's folder as it is now, or else the playbook of `--data` or the shipped one. */
  readonly new?: string;
  readonly data?: string;
  readonly format: Format;
  readonly failOnChange: boolean;
}

/** What two playbooks decide differently, and which of their cases they read differently. */
export async function diff(options: DiffOptions, world: World): Promise<ExitCode> {
  const old = await openSide(options.old, world);
  const fresh = await openSide(options.new ?? old.now ?? options.data, world);
  const cases = caseChanges(
    together(fresh.cases, old.cases),
    (one) => answerOf(one, old.playbook),
    (one) => answerOf(one, fresh.playbook),
  );
  const result = diffResult(old, fresh, differences(old.playbook, fresh.playbook), cases);
  await write(render(result, options, world), options, world);
  const changed = !result.decided || result.changes.length > 0 || cases.length > 0;
  return options.failOnChange && changed ? Exit.findings : Exit.ok;
}

function render(result: DiffResult, options: DiffOptions, world: World): string {
  if (options.format === "json") return `${json(result, 2)}\n`;
  if (options.format === "markdown") return differenceMarkdown(result);
  return differenceText(result, world.width, world.colour.stdout && options.output === undefined ? ansi : plain);
}

/** The new one's cases, and those that only the old one has. */
function together(fresh: readonly Case[], old: readonly Case[]): Case[] {
  const given = ({ text, facts }: Case) => JSON.stringify([text, facts]);
  const known = new Set(fresh.map(given));
  return [...fresh, ...old.filter((one) => !known.has(given(one)))];
}

interface Side {
  readonly name: string;
  readonly playbook: Playbook;
  readonly cases: readonly Case[];
  readonly now?: string;
}

/** A playbook by folder, by revision and folder, or the shipped one, which "shipped" stands for as in `extends`. */
async function openSide(name: string | undefined, world: World): Promise<Side> {
  if (name === "shipped" && !(await isFolder(name, world))) return load(undefined, world);
  if (name?.includes(":") && !(await isFolder(name, world))) {
    const { folder, files, now } = await openRevision(name, world);
    try {
      return { ...(await load(folder, { ...world, files })), name: name.replace(/(?<=[^:])[/\\]+$/, ""), now };
    } catch (error) {
      throw error instanceof Refusal ? ofRevision(error, folder) : error;
    }
  }
  return load(name, world);
}

/** What cannot be used in a revision stays so: no hint mends it. A place in it is named as git does. */
function ofRevision({ message, exit }: Refusal, folder: string): Refusal {
  const top = folder.slice(0, folder.indexOf(":/") + 2);
  const hint = "It is so in the revision: name another one, or a folder.";
  return new Refusal(message.replaceAll(top, top.slice(0, -1)), { hint, exit });
}

async function load(folder: string | undefined, world: World): Promise<Side> {
  const playbook = await openPlaybook(world, folder);
  const { cases } = await loadCases(folder ?? world.data, world.files, playbook, inFolder(world.data, "schema"));
  return { name: folder ?? "the shipped playbook", playbook, cases };
}

const isFolder = (name: string, world: World): Promise<boolean> =>
  world.files.read(name).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === "EISDIR",
  );

/** What a playbook says to a case, which may speak of facts that the playbook does not have. */
function answerOf(one: Case, playbook: Playbook): CaseAnswer {
  const known = Object.entries(one.facts ?? {}).filter(([fact, value]) =>
    playbook.facts.some(({ id, values }) => id === fact && values.some((other) => other.id === value)),
  );
  return run({ ...one, facts: Object.fromEntries(known) }, playbook).answer;
}
