import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KEY, Terminal } from "../ask/terminal.js";

/** A whole interview: what is waited for at the end of the screen, and the lines that are typed then. */
const TALK: readonly (readonly [sees: string, ...lines: readonly string[]])[] = [
  ["choose from a list", "Amazon deactivated my account for a late shipment rate of 6 % on 12 November 2026.", ""],
  ["b to go back:", "1"],
  ["? for why:", "1"],
  ["b to go back:", "1"],
  ["store called?", "Blue Lamp Trading"],
  ["which marketplace?", "Amazon.de"],
  ["(2026-11-12)", ""],
  ["Which order?", "302-1234567-1234567"],
  ["Type b to go back.", ""],
  ["b to go back:", "1"],
  ["Type b to go back.", "Our carrier collects every second day; our handling time stood at one day.", ""],
  ["Type b to go back.", ""],
  ["Type b to go back.", "We will set the handling time to three days.", ""],
  ["b to go back:", "1"],
  ["Type b to go back.", "We set the handling time to three days.", ""],
  ["was it done?", "14 November 2026"],
  ["Type b to go back.", ""],
  ["Type b to go back.", "The rate is checked; above 2 % offers are closed.", ""],
  ["responsible for it?", "Anna Lee"],
  ["is it done?", "every Monday"],
  ["Type b to go back.", ""],
  ["Who signs?", "Ben Ode"],
  ["Type b to go back.", ""],
  ["b to go back:", "1"],
  ["(letter.md)", "plan.md"],
  ["b to go back:", "5"],
  ["b to go back:", "8"],
];

const SETTLES = 150;
const PATIENCE = 60_000;

/** The interview as it stood on the screen, line by line, without what can be left out; "…" stands in its place. */
export async function transcript(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "transcript-"));
  const terminal = new Terminal(["--plain", "--today", "2026-11-22"], { columns: 80, rows: 900, cwd });
  try {
    for (const [sees, ...lines] of TALK) {
      const end = (screen: string) => screen.trimEnd().split("\n").slice(-3).join("\n");
      await terminal.sees({ test: (screen) => end(screen).includes(sees) }, PATIENCE);
      for (const line of lines) {
        await new Promise((resolve) => setTimeout(resolve, SETTLES));
        await terminal.press(...(line === "" ? [] : [line]), KEY.enter);
      }
    }
    await terminal.exit();
    return shortened(`$ npx seller-route --plain\n${terminal.everything()}`);
  } finally {
    terminal.kill();
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Without hints that come with every question, the advice itself, and what says the same again. */
function shortened(text: string): string {
  let intros = 0;
  return text
    .slice(0, text.indexOf("\n", text.indexOf("Written to")))
    .replace(/^(Type b to go back\.|Enter alone: .*| {2}An empty line ends it\.)\n/gm, "")
    .replace(/^(Go to .*\n)[\s\S]*?(?=^What now\?)/m, "$1…\n\n")
    .replace(/^2\. Show what[\s\S]*?(?=Number)/m, "…\n")
    .replace(/^( {2}Gets it refused:\n {4}- .*\n)(?: {4}.*\n)+/m, "$1    …\n")
    .replace(/^ {2}(Already in it|A good answer says|What proves it):\n(?:\n?(?: {4}.*\n)+)+/gm, (intro) =>
      ++intros <= 3 ? intro : intro.startsWith("  What") ? "  …\n" : "",
    )
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}
