import { advise } from "../core/advise.js";
import { NOTHING_READ } from "../core/reading.js";
import { Exit, type ExitCode } from "../exit.js";
import { type Case, loadCases } from "../playbook/cases.js";
import { type Finding, inOrder } from "../playbook/finding.js";
import { loadPlaybook } from "../playbook/load.js";
import { inFolder } from "../playbook/source.js";
import type { Playbook } from "../playbook/types.js";
import { type Answer, runCases } from "../proof/cases.js";
import { read } from "../reading/read.js";
import { countText, findingsText } from "../render/findings.js";
import { ansi, json, plain } from "../render/style.js";
import type { World } from "../world.js";

export interface CheckOptions {
  /** The playbook's folder; the shipped one where none is named. */
  readonly dir?: string;
  readonly format: "pretty" | "json";
}

/** Checks a playbook: the form of every file, what leads nowhere, and its cases. */
export async function check(options: CheckOptions, world: World): Promise<ExitCode> {
  const findings = await findingsOf(options.dir ?? world.data, world);
  const paint = world.colour.stdout ? ansi : plain;
  world.stdout.write(
    options.format === "json" ? `${json(findings, 2)}\n` : findings.length > 0 ? findingsText(findings, paint) : "",
  );
  world.stderr.write(`${findings.length > 0 ? countText(findings) : "Nothing found"}\n`);
  return findings.length > 0 ? Exit.findings : Exit.ok;
}

async function findingsOf(folder: string, world: World): Promise<readonly Finding[]> {
  const schemas = inFolder(world.data, "schema");
  const loaded = await loadPlaybook(folder, world.files, schemas);
  if (!("playbook" in loaded)) return loaded.findings;
  const { playbook } = loaded;
  const { cases, findings } = await loadCases(folder, world.files, playbook, schemas);
  return inOrder([...loaded.findings, ...findings, ...runCases(playbook, cases, (one) => answer(one, playbook))]);
}

/** What the tool says to a case. */
export function answer(one: Case, playbook: Playbook): Answer {
  const reading = one.text === undefined ? NOTHING_READ : read(one.text, playbook);
  const { status, team, issue, facts, route } = advise(playbook, reading, one.facts ?? {});
  const won = playbook.routes.find((candidate) => candidate.id === route);
  const usual = playbook.issues.find((candidate) => candidate.id === issue)?.outline ?? null;
  return { status, team, issue, facts, route, outline: won?.outline === undefined ? usual : won.outline };
}
