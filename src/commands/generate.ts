import { Exit, type ExitCode, Refusal } from "../exit.js";
import { isError } from "../playbook/finding.js";
import { generated, generatedText } from "../proof/generate.js";
import type { World } from "../world.js";
import { gather } from "./gather.js";

/** Writes cases to stdout: every route won once, every boundary straddled. */
export async function generate(folder: string, world: World): Promise<ExitCode> {
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
  world.stdout.write(
    generatedText(
      subject,
      made,
      cases.map(({ id }) => id),
    ),
  );
  const routes = new Set(made.map(({ route }) => route)).size;
  world.stderr.write(
    `${made.length} cases; every one of ${routes} routes wins, every boundary has a case on either side\n`,
  );
  return Exit.ok;
}
