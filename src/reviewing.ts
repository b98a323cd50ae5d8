import type { Command } from "commander";
import type { ReviewOptions } from "./commands/review.js";
import { formatOf, type Line, pick, shared } from "./options.js";
import { REVIEWS } from "./render/formats.js";

/** `review`: words of the command line become plain values. */
export function addReview(program: Command, { world, end }: Line): void {
  program
    .command("review")
    .description("check drafts of letters before they are sent")
    .argument("<files...>", "the drafts: text, Markdown, e-mails, HTML or Word (- for standard input)")
    .option("--issue <issue>", "what the letter is about")
    .option("--outline <outline>", "which letter it is (told from its headings if left out)")
    .option("--notice <file>", "Amazon's notice: the letter should cover it, and nothing else")
    .option("--previous <file>", "the letter that was refused: tells how much is the same")
    .option("--format <format>", `how to print findings: ${REVIEWS.join(", ")} (default: pretty)`)
    .option("--info", "tell what is only worth knowing as well")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], own: Record<string, unknown>, command: Command) => {
      const all = command.optsWithGlobals();
      const { review } = await import("./commands/review.js");
      const format = formatOf(all, REVIEWS) ?? "pretty";
      // The program has a --previous of its own, which takes the word wherever it stands.
      end(await review({ ...shared(all), ...own, ...pick(all, ["previous"]), files, format } as ReviewOptions, world));
    });
}

const EXAMPLES = `
Examples:
  $ seller-route review letter.md
  $ seller-route review letter.md --issue inauthentic --notice notice.txt
  $ seller-route review new.md --previous refused.md
  $ seller-route review drafts/*.md --format github
  $ pbpaste | seller-route review - --outline ip-dispute --lang zh

Exit codes: 0 nothing found, 1 findings, 2 wrong use, 4 broken playbook,
70 our bug`;
