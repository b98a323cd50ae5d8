import type { Command } from "commander";
import type { ReviewOptions } from "./commands/review.js";
import type { Line } from "./tools.js";

const FORMATS = ["pretty", "json", "github"] as const;

/** `review`: words of the command line become plain values. */
export function addReview(program: Command, { world, end, common, formatOf }: Line): void {
  program
    .command("review")
    .description("check the draft of a letter before it is sent")
    .argument("<file>", "the draft, as text or Markdown (- for standard input)")
    .option("--issue <issue>", "what the letter is about")
    .option("--outline <outline>", "which letter it is (told from its headings if left out)")
    .option("--notice <file>", "Amazon's notice: the letter should cover it, and nothing else")
    .option("--previous <file>", "the letter that was refused: tells how much is the same")
    .option("--format <format>", `how to print findings: ${FORMATS.join(", ")} (default: pretty)`)
    .option("--info", "tell what is only worth knowing as well")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, own: Record<string, unknown>, command: Command) => {
      // The program has a --previous too, and takes it wherever it stands.
      const all = command.optsWithGlobals();
      const { previous } = all;
      const { format: _, ...options } = common({ ...all, format: undefined, json: undefined });
      const { review } = await import("./commands/review.js");
      const format = formatOf(all, FORMATS) ?? "pretty";
      end(await review({ ...options, ...own, previous, file, format } as ReviewOptions, world));
    });
}

const EXAMPLES = `
Examples:
  $ seller-route review letter.md
  $ seller-route review letter.md --issue inauthentic --notice notice.txt
  $ seller-route review new.md --previous refused.md
  $ pbpaste | seller-route review - --outline ip-dispute --lang zh

Exit codes: 0 nothing found, 1 findings, 2 wrong use, 4 broken playbook, 70 our bug`;
