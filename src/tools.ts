import type { Command } from "commander";
import type { BrowseOptions } from "./commands/browse.js";
import type { ExitCode } from "./exit.js";
import type { World } from "./world.js";

/** What the tools need of the command line that they are part of. */
export interface Line {
  readonly world: World;
  end(code: ExitCode): void;
  /** What every command understands, from commander's options. */
  common(options: Record<string, unknown>): BrowseOptions;
}

/** The commands for those who keep a playbook, besides `check`. */
export function addTools(program: Command, line: Line): void {
  addDiff(program, line);
}

function addDiff(program: Command, { world, end, common }: Line): void {
  program
    .command("diff")
    .description("what two playbooks decide differently")
    .argument("<old>", "a playbook's folder, or a git revision and a folder in it (HEAD~1:data)")
    .argument("[new]", "the same (the old revision's folder as it is now, or the shipped playbook)")
    .option("--fail-on-change", "exit code 1 where anything differs")
    .addHelpText("after", EXAMPLES.diff)
    .action(async (old: string, fresh: string | undefined, _, command: Command) => {
      const { failOnChange, ...options } = command.optsWithGlobals();
      const { diff } = await import("./commands/diff.js");
      const sides = { old, ...(fresh !== undefined && { new: fresh }), failOnChange: failOnChange === true };
      end(await diff({ ...common(options), ...sides }, world));
    });
}

const EXAMPLES = {
  diff: `
Examples:
  $ seller-route diff HEAD~1:data
  $ seller-route diff origin/main:data data --format markdown
  $ seller-route diff old-playbook/ new-playbook/ --fail-on-change`,
} as const;
