import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownFolder } from "../support/folder.js";
import { KEY, opener, type Size, type Terminal } from "./terminal.js";

const { enter, down, escape: esc, ctrlC, up } = KEY;
const NOTICE = "Amazon removed my listing B0B8NQ3X5T on 12 November 2026 because buyers doubt that it is authentic.";
const STANDS = "This is your letter. What now?";

const folder = ownFolder("letter");
const open = opener();

function run(args: readonly string[], size: Size = {}): Terminal {
  return open(args, { cwd: folder, env: { TMPDIR: folder }, ...size });
}

/** Answers questions one after the other: what must be seen, and what is typed then. */
async function tell(
  terminal: Terminal,
  ...answers: readonly (readonly [sees: string, ...keys: readonly string[]])[]
): Promise<void> {
  for (const [sees, ...keys] of answers) {
    await terminal.sees(sees);
    await terminal.press(...keys);
  }
}

/** Up to the first cause. */
const OPENING = [
  ["store called?", "Blue Lamp Trading", enter],
  ["which marketplace?", "germany", enter],
  ["Amazon's notice?", enter],
  ["Which brand?", enter],
  ["under “Opening”?", "It asks for invoices of 365 days.", enter, enter],
] as const;

const CAUSES = [
  ["What is the root cause?", "We bought 40 units from a trader without papers.", enter, enter],
  ["Cause 2?", "Nobody compared the box with the brand's.", enter, enter],
  ["Cause 3?", enter],
] as const;

const REST = [
  ["What have you done?", "We closed the offer and removed all units.", enter, enter],
  ["which day was it done?", "13 November 2026", enter],
  ["Which cause is it against?", enter],
  ["Action 2, done?", enter],
  ["What prevents it", "No order without an invoice chain.", enter, enter],
  ["responsible for it?", "Anna Lee, purchasing", enter],
  ["How often", "before each first order", enter],
  ["Which cause is it against?", down, down, enter],
  ["Measure 2?", enter],
  ["Who signs?", "Ben Ode", enter],
  ["Which document", "Invoice 2026-117.pdf", enter, enter],
  ["What does it show", "B0B8NQ3X5T, 40 units", enter],
  ["Document 2?", enter],
] as const;

/** The letter about authenticity, on its own, with the notice in a file. */
async function letter(args: readonly string[] = [], size: Size = {}): Promise<Terminal> {
  await writeFile(join(folder, "notice.txt"), NOTICE);
  const terminal = run(["letter", "inauthentic", "--file", "notice.txt", ...args], size);
  return terminal.sees("store called?");
}

describe.concurrent("a letter", { timeout: 60_000 }, () => {
  it("from what happened to a file", async () => {
    const terminal = run([], { rows: 40 });
    await tell(
      terminal,
      ["What has happened?", NOTICE, enter, enter],
      ["Is this right?", enter],
      ["your appeal?", enter],
      ["> Write the letter", enter],
    );
    await terminal.sees("Gets it refused");
    expect(terminal.screen()).toMatch(/\{\{asin\}\}: B0B8NQ3X5T/);
    await tell(terminal, ...OPENING, ...CAUSES, ...REST, [STANDS, enter], ["File name", "plan.md", enter]);
    await terminal.sees("Written to plan.md");
    expect(terminal.screen()).toContain("1 blank is left open");
    await terminal.press(up);
    await tell(terminal, ["> Back to the advice", enter], ["> Go on with the letter", up, enter]);
    expect(await terminal.exit()).toBe(0);
    expect((await readFile(join(folder, "plan.md"), "utf8")).replace(/\d{4}-\d\d-\d\d$/m, "TODAY")).toBe(`\
# Plan of Action: authenticity and supply chain

## Opening

Dear Amazon team,

This is the plan of action of Blue Lamp Trading for Amazon.de. It answers your notice of 2026-11-12 about B0B8NQ3X5T. The brand is {{brand}}.

It asks for invoices of 365 days.

## Root cause

1. We bought 40 units from a trader without papers.
2. Nobody compared the box with the brand's.

## Actions taken

1. We closed the offer and removed all units.  
   Date: 13 November 2026; Cause: 1

## Prevention

1. No order without an invoice chain.  
   Responsible: Anna Lee, purchasing; How often: before each first order

## Evidence and closing

1. Invoice 2026-117.pdf  
   Shows: B0B8NQ3X5T, 40 units

The invoices and other documents of this plan are listed here by ASIN. Please tell us which document is missing, if any.

Ben Ode  
Blue Lamp Trading  
TODAY
`);
  });

  it("back from the third question to the first and forward; what was typed is not lost", async () => {
    const terminal = await letter();
    await tell(
      terminal,
      ["store called?", "Blue Lamp", enter],
      ["which marketplace?", "germany", enter],
      ["Amazon's notice?", esc],
      ["which marketplace?", esc],
      ["store called?", "Red Lamp", enter],
    );
    await terminal.sees("(Amazon.de)");
    await tell(terminal, ["which marketplace?", enter], ["Amazon's notice?", enter], ["Which brand?", enter]);
    await tell(terminal, ["under “Opening”?", "It asks for invoices", enter, "and a pl", esc], ["Which brand?", enter]);
    await terminal.sees(/It asks for invoices\n +and a pl/);
    await terminal.press("an.", enter, enter);
    await terminal.sees("What is the root cause?");
    await terminal.press(esc);
    await terminal.sees(/and a pl\n +an\./);
    await terminal.press("not this", esc, esc);
    await terminal.sees("Amazon's notice?");
    await tell(terminal, ["Amazon's notice?", enter], ["Which brand?", enter]);
    expect(terminal.screen()).not.toContain("{{notice_date}}: not this");
    expect(terminal.screen()).toContain("the plan of action of Red Lamp for Amazon.de");
  });

  it.each([[[]], [["--plain"]]])(
    "what is no day or no ASIN is asked for again, and a blank stays possible %j",
    async (args) => {
      const terminal = run(["letter", "inauthentic", ...args], { rows: 60 });
      await tell(terminal, ["store called?", enter], ["which marketplace?", enter]);
      await tell(
        terminal,
        ["Amazon's notice?", "31 February", enter],
        ["no such day: “31 February”", "yesterday-ish", enter],
        ["no day in “yesterday-ish”", enter],
        ["Which ASINs", "B0ABCDEFG", enter],
        ["“B0ABCDEFG” is no ASIN", "b0abcdefgh", enter],
        ["Which brand?", enter],
        ["under “Opening”?", ctrlC],
      );
      expect(await terminal.exit()).toBe(130);
      const file = /--resume (\S+\.yaml)/.exec(terminal.everything().replace(/\n/g, ""))?.[1] as string;
      expect(await readFile(file, "utf8")).toMatch(/notice_date: null.*\n +asin: B0ABCDEFGH\n/);
    },
  );

  it("a part is changed from the list, another is added, the rest stays", async () => {
    const terminal = await letter([], { rows: 50 });
    await tell(
      terminal,
      ...OPENING,
      ...CAUSES,
      ...REST,
      [STANDS, down, enter],
      ["Which part?", down, down, down, down, down],
    );
    await tell(
      terminal,
      ["> Opening: It asks", enter],
      ["under “Opening”?", "Please see page 2.", enter, enter],
      [STANDS, down, enter],
    );
    await tell(terminal, ["Which part?", ...Array(12).fill(down)], ["> Actions taken: Another action", enter]);
    await tell(
      terminal,
      ["Action 2, done?", "We will tell the buyers.", enter, enter],
      ["reads like a promise", enter],
    );
    await terminal.sees("We will tell the buyers.");
    await terminal.press(KEY.backspace, ...Array(24).fill(KEY.backspace), "We told the buyers.", enter, enter);
    await tell(
      terminal,
      ["which day", "1 March 2090", enter],
      ["still to come", down, enter],
      ["Which cause is it", down, enter],
    );
    await tell(terminal, ["Action 3, done?", enter], [STANDS]);
    expect(terminal.everything()).toMatch(/It asks for invoices of 365 days\.\nPlease see page 2\./);
    expect(terminal.everything()).toMatch(/2\. We told the buyers\.\n {3}Date: 1 March 2090; Cause: 2/);
  });

  it("what is skipped stays a blank", async () => {
    const terminal = await letter([], { rows: 60 });
    const skips = ["store called?", "which marketplace?", "Amazon's notice?", "Which brand?", "under “Opening”?"];
    for (const question of skips) await tell(terminal, [question, enter]);
    await tell(
      terminal,
      ["> The fixed wording is enough", down, enter],
      ["What is the root cause?", enter],
      ["What have you done?", enter],
    );
    await tell(terminal, ["What prevents it", enter], ["Who signs?", enter], ["Which document", enter], [STANDS]);
    expect(terminal.everything()).toMatch(/\{\{store\}\} for\n?\s*\{\{marketplace\}\}/);
    expect(terminal.everything()).toContain("[…: Which invoice period does it give?]");
    expect(terminal.everything()).toContain("[…: Which buyers were refunded?]");
    expect(terminal.screen()).toContain("[…: A table of ASIN, invoice number, date, quantity and supplier contact]");
    expect(terminal.screen()).toMatch(/\d\d blanks are left open/);
  });

  it("save, kill, resume", async () => {
    const file = join(folder, "kept.yaml");
    const terminal = await letter(["--save", file]);
    await tell(terminal, ...OPENING, ...CAUSES, ["What have you done?", "We closed", enter]);
    terminal.kill();
    await terminal.exit();
    expect(await readFile(file, "utf8")).toMatch(
      / {4}sections:\n {6}opening: It asks for invoices of 365 days\.\n {6}root-cause:\n {8}- We bought/,
    );
    expect(await readFile(file, "utf8")).toMatch(/brand: null # left open/);
    const again = run(["letter", "--resume", file]);
    await again.sees("What have you done?");
    await tell(again, ["What have you done?", esc], ["Cause 3?", enter], ...REST, [STANDS]);
  });

  it("Ctrl-C in the middle of a sentence keeps the sentence", async () => {
    const terminal = run(["--fact", "issue=inauthentic", "--fact", "appeal=none", "--save", join(folder, "x.yaml")]);
    await tell(
      terminal,
      ["> Write the letter", enter],
      ["store called?", "Blue Lamp", enter],
      ["which marketplace?", enter],
    );
    await tell(
      terminal,
      ["Amazon's notice?", enter],
      ["Which ASINs is it about?", enter],
      ["Which brand?", enter],
      ["under “Opening”?", "The notice", enter, "asks", ctrlC],
    );
    expect(await terminal.exit()).toBe(130);
    expect(terminal.screen()).toContain("--resume");
    const again = run(["--resume", join(folder, "x.yaml")]);
    await again.sees("under “Opening”?");
    await again.sees(/The notice\n +asks/);
    await again.press(esc, esc, esc, esc, esc, esc);
    await again.sees("> Go on with the letter");
  });

  it("Ctrl-C without a file keeps it too", async () => {
    const terminal = await letter([], { columns: 200 });
    await tell(terminal, ["store called?", "Blue Lamp", enter], ["which marketplace?", ctrlC]);
    expect(await terminal.exit()).toBe(130);
    const file = /seller-route letter --resume (\S+\.yaml)/.exec(terminal.screen())?.[1] as string;
    expect(await readFile(file, "utf8")).toContain("store: Blue Lamp");
    await run(["letter", "--resume", file]).sees("which marketplace?");
  });

  it("line by line, nothing drawn twice", async () => {
    const terminal = await letter(["--plain", "--output", "plain.txt"], { rows: 300 });
    await tell(terminal, ["store called?", "Blue Lamp", enter], ["which marketplace?", "b", enter]);
    await terminal.sees(/store called\? \(Blue Lamp\)/);
    await terminal.press(enter);
    await tell(terminal, ["which marketplace?", "-", enter], ["Amazon's notice?", enter], ["Which brand?", enter]);
    await tell(
      terminal,
      ["under “Opening”?", enter],
      ["1. The fixed wording", "1", enter],
      ["What is the root cause?", "Bad papers.", enter, enter],
    );
    await tell(terminal, ["Cause 2?", "b", enter]);
    await terminal.sees(/takes it away\nType b to go back\.$/);
    await terminal.press(enter);
    await terminal.sees(/Cause 2\?\n.*\n.*\nEnter alone: that was all\nType b to go back\.$/);
    await terminal.press(enter);
    await tell(terminal, ["What have you done?", enter], ["What prevents it", enter]);
    await tell(terminal, ["Who signs?", enter], ["Which document", enter], ["5. Done", "5", enter]);
    expect(await terminal.exit()).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are terminal sequences
    expect(terminal.raw.replace(/\x1b\[[0-9;]*m/g, "")).not.toMatch(/\x1b\[[0-9?]*[A-Za-z]/);
    expect(await readFile(join(folder, "plain.txt"), "utf8")).toMatch(
      /\nRoot cause\n\n1\. Bad papers\.\n\nActions taken\n\n\[…: /,
    );
  });

  it("on a narrow screen, and in Chinese", async () => {
    const terminal = await letter([], { columns: 44, rows: 20 });
    await tell(terminal, ...OPENING, ["What is the root cause?", enter]);
    await terminal.sees("What have you done?");
    const widest = Math.max(
      ...terminal
        .everything()
        .split("\n")
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(44);
    const zh = run(["letter", "inauthentic", "--lang", "zh"]);
    await zh.sees("您的店铺名称是什么？");
    expect(zh.everything()).toContain("这封信函的正文只有英文");
  });
});
