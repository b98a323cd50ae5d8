import type { Command } from "commander";
import type { LetterOptions } from "./commands/letter.js";
import { common, type Line } from "./options.js";
import { furtherOf } from "./usage.js";

/** The command that writes a letter. */
export function addLetter(program: Command, { world, end }: Line): void {
  program
    .command("letter")
    .description("the letter itself: what you answered, fixed wording, and blanks that show")
    .argument(
      "[issue]",
      "an issue, or an outline by name (default: that of the saved answers, or what the file tells of)",
    )
    .addHelpText("after", EXAMPLES)
    .action(async (id: string | undefined, _, command: Command) => {
      const { letter } = await import("./commands/letter.js");
      end(await letter(id, { ...common(command), ...furtherOf(command) } as LetterOptions, world));
    });
}

const EXAMPLES = `
Examples:
  $ seller-route letter inauthentic                      asks you part by part
  $ seller-route letter inauthentic --save answers.yaml  the same, and keeps them
  $ seller-route letter --resume answers.yaml --output letter.md
  $ seller-route letter --file notice.txt                the letter for what the notice is about
  $ seller-route letter inauthentic --file notice.txt < /dev/null
  $ seller-route letter --resume answers.yaml --output letter.docx
Without a terminal nothing is asked: what is not known stays as a blank,
[…: like this]. Where a text does not settle which letter it is, name one.`;
