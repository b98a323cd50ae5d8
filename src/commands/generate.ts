import { Exit, type ExitCode, Refusal } from "../exit.js";
import { isError } from "../playbook/finding.js";
import { generated, generatedText } from "../proof/generate.js";
import type { World } from "../world.js";
import { gather } from "./gather.js";
import { type Target, write } from "./write.js";

/** Writes cases to stdout or a file: every route won once, every boundary straddled. */
export async function generate(folder: string, world: World, target: Target = {}): Promise<ExitCode> {
  const { subject, findings, cases } = await gather(folder, world);
  if (subject === null) {
    const first = findings.find(isError);
    const hint = "Mend what seller-route check finds, then generate.";
    throw new Refusal(
      first ? `${first.file}:${first.line}:${first.column}: ${first.message}` : "The playbook cannot be used",
      { hint, exit: Exit.playbook },
    );
  }
  const made = generated(subject);
  const ids = cases.map(({ id }) => id);
  await write(generatedText(subject, made, ids), target, world);
  const routes = new Set(made.map(({ route }) => route)).size;
  world.stderr.write(
    `${made.length} cases; every one of ${routes} routes wins, every boundary has a case on either side\n`,
  );
  return Exit.ok;
}
