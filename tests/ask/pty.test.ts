import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownFolder } from "../support/folder.js";
import { KEY, opener, type Size, type Terminal } from "./terminal.js";

const { enter, down, escape: esc, left, ctrlC, ctrlD, ctrlE, backspace } = KEY;
const WHAT = "What has happened?";
const MENU = "What now?";
const TRADEMARK = "A rights owner says my listing B0ABCDEFGH is a trademark infringement, but I own the brand.";

const folder = ownFolder("pty");
const open = opener();

async function start(args: readonly string[] = [], size: Size = {}): Promise<Terminal> {
  return open(args, { ...size, env: { TMPDIR: folder, ...size.env } }).sees(WHAT);
}

/** At the list of what was understood from the text about a trademark. */
async function understood(args: readonly string[] = [], size: Size = {}): Promise<Terminal> {
  const terminal = await start(args, size);
  await terminal.press(TRADEMARK, enter, enter);
  return terminal.sees("Is this right?");
}

/** At the question that comes then. */
async function atQuestion(args: readonly string[] = [], size: Size = {}): Promise<Terminal> {
  const terminal = await understood(args, size);
  await terminal.press(enter);
  return terminal.sees("your appeal?");
}

/** At the menu after the recommendation. */
async function advised(args: readonly string[] = [], size: Size = {}): Promise<Terminal> {
  const terminal = await atQuestion(args, size);
  await terminal.press(enter);
  return terminal.sees(MENU);
}

/** Where the advice is to be saved. */
async function atFileName(): Promise<Terminal> {
  const terminal = await advised();
  await terminal.press(down, down, enter);
  return terminal.sees("File name");
}

const fits = (terminal: Terminal, columns: number) =>
  expect(
    Math.max(
      ...terminal
        .everything()
        .split("\n")
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(columns);

describe.concurrent("the whole interview", { timeout: 30_000 }, () => {
  it("from a sentence to a team", async () => {
    const terminal = await understood();
    expect(terminal.screen()).toMatch(/ASIN B0ABCDEFGH/);
    expect(terminal.screen()).toMatch(/> Yes, go on/);
    expect(terminal.screen()).toMatch(/claim: [^>]*“I own\s+the\s+brand”/);
    await terminal.press(enter);
    await terminal.sees("your appeal?");
    expect(terminal.screen()).toMatch(/^You wrote: A rights owner/);
    await terminal.press("?");
    await terminal.sees("Why this is asked");
    await terminal.press("?", enter);
    await terminal.sees(MENU);
    expect(terminal.everything()).toMatch(/Go to +Notice-Dispute/);
    expect(terminal.everything()).toContain("more: see “Save this advice to a file”, as .md");
    expect(terminal.everything()).not.toMatch(/--\w/);
    fits(terminal, 80);
    await terminal.press(KEY.up);
    await terminal.sees("> Done");
    await terminal.press(enter);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).not.toContain(MENU);
    expect(terminal.raw).toContain("\x1b[?25h");
    expect(terminal.raw.lastIndexOf("\x1b[?2004l")).toBeGreaterThan(terminal.raw.lastIndexOf("\x1b[?2004h"));
  });

  it("--explain shows the words that decided", async () => {
    const terminal = await advised(["--explain"]);
    expect(terminal.everything()).toMatch(/\d%\s+It is false[^%]*\+\d\.\d\s+“I own the brand”/);
  });

  it("from the list: Enter, a search, an answer", async () => {
    const terminal = await start();
    await terminal.press(enter);
    await terminal.sees("Search:");
    await terminal.press(..."linked", "?");
    await terminal.sees("Why this is asked");
    await terminal.press("?", esc);
    await terminal.sees(/Search: _/);
    await terminal.press(..."linkex", backspace, "d");
    await terminal.sees(/> +.*linked to another account/);
    await terminal.press(enter);
    await terminal.sees("your appeal?");
    await terminal.press(enter);
    await terminal.sees("the other account?");
    await terminal.press(enter);
    await terminal.sees(MENU);
    expect(terminal.everything()).toMatch(/Go to +Seller Performance/);
  });

  it("I don't know leads to advice that says what it rests on", async () => {
    const terminal = await understood();
    await terminal.press(enter);
    await terminal.sees("your appeal?");
    await terminal.press(KEY.up, enter);
    await terminal.sees(MENU);
    expect(terminal.everything()).toMatch(/Assumed +Your appeals so far/);
  });

  it("where nothing is known no problem and no letter is named, and more can be said", async () => {
    const terminal = await start();
    await terminal.press(enter);
    await terminal.sees("Search:");
    await terminal.press(KEY.up, enter);
    await terminal.sees(MENU);
    expect(terminal.everything()).toMatch(/Question +Say more/);
    expect(terminal.everything()).not.toMatch(/Problem {2}|Clock|Write the letter/);
    await terminal.press(enter);
    await terminal.sees("Say it in your own words");
    await terminal.press(TRADEMARK, enter, enter);
    await terminal.sees("Is this right?");
  });

  it("a text about something else is said to be that, and may still be a problem of the list", async () => {
    const terminal = await start();
    await terminal.press("I would like a pizza with mushrooms", enter, enter);
    await terminal.sees("am not sure that this is a problem of an Amazon seller");
    await terminal.press(KEY.up, enter);
    await terminal.sees(MENU);
    await terminal.press(KEY.up, enter);
    expect(await terminal.exit()).toBe(3);
  });
});

const NEVER = { "your appeal?": "I have not appealed yet" };
const AGAIN = {
  "your appeal?": "It was refused more",
  "What do you want": "Somebody higher",
  "already looked": "None has",
};

describe.concurrent("a case of each team", { timeout: 30_000 }, () => {
  const cases: [team: string, issue: string, answers: Readonly<Record<string, string>>][] = [
    ["Seller Support", "advertising", {}],
    ["Catalog", "upload-error", {}],
    ["Seller Performance", "related-accounts", { ...NEVER, "the other account?": "It is mine" }],
    ["Product Quality", "used-sold-as-new", NEVER],
    ["Notice team", "ip-trademark", { ...NEVER, "complaint right?": "It is right", "still sell?": "It can sell" }],
    ["Notice-Dispute", "ip-trademark", { ...NEVER, "complaint right?": "It is false" }],
    ["Executive Seller Relations", "related-accounts", { ...AGAIN, "Can you wait?": "It can wait" }],
    ["Jeff Bezos", "related-accounts", { ...AGAIN, "Can you wait?": "It cannot wait" }],
  ];
  it.each(cases)("%s", async (team, issue, answers) => {
    const terminal = await start();
    await terminal.press(enter);
    await terminal.sees("Search:");
    await terminal.press(...issue);
    await terminal.sees(`Search: ${issue}`);
    await terminal.press(enter);
    const questions = Object.keys(answers);
    for (let asked = ""; ; ) {
      const shown = () => [MENU, ...questions].find((one) => one !== asked && terminal.screen().includes(one));
      await terminal.sees({ test: () => shown() !== undefined });
      const question = shown() as string;
      if (question === MENU) break;
      for (let i = 0; i < 9 && !terminal.screen().includes(`> ${answers[question]}`); i++) await terminal.press(down);
      await terminal.press(enter);
      asked = question;
    }
    expect(terminal.everything()).toMatch(new RegExp(`Go to +[^\\n]*${team}`));
  });
});

describe.concurrent("the first question takes a text of many lines", { timeout: 30_000 }, () => {
  const notice = Array.from({ length: 200 }, (_, i) =>
    i % 7 === 4 ? "" : `Line ${i + 1} of the notice: trademark infringement, order 111-1234567-1234567`,
  );

  it.each([
    ["with brackets", "\r\n", (text: string) => `\x1b[200~${text}\x1b[201~`],
    ["without brackets", "\r", (text: string) => text],
  ])("a paste of 200 lines %s", async (_, end, wrapped) => {
    const terminal = await start();
    await terminal.press("They wrote:", enter);
    await terminal.press(wrapped(notice.join(end) + end));
    await terminal.sees(/Line 200 of the notice/);
    await terminal.sees(/… \d+ lines above/);
    await terminal.press(enter);
    await terminal.sees(/Is this right|Search:/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(terminal.screen()).toMatch(/Is this right|Search: _/);
    expect(terminal.screen()).not.toMatch(/Line \d+ of/);
    expect(terminal.everything().split("\n").length).toBeLessThan(40);
  });

  it("Ctrl-D ends it, Backspace goes back into the line before", async () => {
    const terminal = await start();
    await terminal.press(
      "a rights owner says that it is a trademark infringemens",
      enter,
      backspace,
      backspace,
      "t",
      ctrlD,
    );
    await terminal.sees("Is this right?");
    await terminal.press(enter);
    await terminal.sees(/You wrote: a rights owner says that it is a trademark infringement$/m);
  });

  it.skipIf(process.platform === "win32")("an editor can be used", async () => {
    const script = join(folder, "editor.sh");
    await writeFile(script, `#!/bin/sh\nprintf 'infringes a trademark, I own the brand' >> "$1"\n`, { mode: 0o755 });
    const terminal = await start([], { env: { EDITOR: script } });
    expect(terminal.screen()).toContain("Ctrl-E");
    await terminal.press("They say that it", enter, ctrlE);
    await terminal.sees("infringes a trademark");
    await terminal.press(enter);
    await terminal.sees("Is this right?");
  });
});

describe.concurrent("back, change, correct", { timeout: 30_000 }, () => {
  it("from the third question to the first and forward", async () => {
    const terminal = await start();
    await terminal.press(enter);
    await terminal.sees("Search:");
    await terminal.press(..."uses their trademark");
    await terminal.sees(/> +A rights owner says/);
    await terminal.press(enter);
    await terminal.sees("complaint right?");
    const second = terminal.screen().includes("your appeal?") ? "your appeal?" : "complaint right?";
    await terminal.press(down, enter);
    await terminal.sees("your appeal?");
    await terminal.press(left);
    await terminal.sees(second);
    expect(terminal.screen()).toMatch(/> It is false/);
    await terminal.press(esc);
    await terminal.sees("Search:");
    expect(terminal.screen()).toMatch(/> .*trademark/);
    await terminal.press(enter);
    await terminal.sees(/> It is false/);
    await terminal.press(enter);
    await terminal.sees("your appeal?");
    expect(terminal.screen()).not.toContain("Search:");
    await terminal.press(enter);
    await terminal.sees(MENU);
    expect(terminal.everything()).toMatch(/Go to +Notice-Dispute/);
    expect(terminal.everything().match(/complaint right\?/g)).toBeNull();
  });

  it("what was understood is corrected on the spot", async () => {
    const terminal = await understood();
    await terminal.press(down, down, enter);
    await terminal.sees("complaint right?");
    await terminal.press(KEY.up, enter);
    await terminal.sees(/claim: It is right/);
    expect(terminal.screen()).toContain("Is this right?");
  });

  it.each([
    ["en", "Your text also speaks of: Reimbursement for FBA stock", "The problem: Late shipment", "The problem: Reimb"],
    ["zh", "您的文字还提到：FBA 库存赔偿", "问题：迟发率过高", "问题：FBA 库存赔偿"],
  ])("a second problem is told where the first is confirmed: %s", async (lang, second, first, corrected) => {
    const terminal = open(["--lang", lang], { env: { TMPDIR: folder } });
    await terminal.sees(/^>$/m);
    await terminal.press("FBA lost 40 units and won't reimburse us. ");
    await terminal.press("And we were suspended: our late shipment rate is 12 percent.", enter, enter);
    await terminal.sees(second);
    expect(terminal.screen()).toContain(first);
    await terminal.press(down, enter);
    await terminal.sees("_");
    await terminal.press(..."reimbursement", enter);
    await terminal.sees(corrected);
    expect(terminal.screen()).not.toContain(second);
  });

  it("an answer is changed at the end, the others stay", async () => {
    const terminal = await advised();
    await terminal.press(esc);
    await terminal.sees("your appeal?");
    await terminal.press(enter);
    await terminal.sees(MENU);
    await terminal.press(down, down, down, down);
    await terminal.sees("> Change an answer");
    await terminal.press(enter);
    await terminal.sees("Which answer?");
    await terminal.press(enter);
    await terminal.sees("Search:");
    await terminal.press(..."linked", enter);
    await terminal.sees("the other account?");
    await terminal.press(enter);
    await terminal.sees(MENU);
    expect(terminal.everything()).toMatch(/Go to +Seller Performance/);
  });
});

describe.concurrent("leaving", { timeout: 30_000 }, () => {
  const AGAIN = /Start again with: seller-route/;
  const KEPT = /Go on with: seller-route --resume (\S+\.yaml)/;
  const places: [where: string, go: () => Promise<Terminal>, says: RegExp][] = [
    ["the text", start, AGAIN],
    ["what was understood", understood, KEPT],
    ["a question", atQuestion, KEPT],
    ["the menu", advised, KEPT],
    ["the file's name", atFileName, KEPT],
    ["the list", async () => (await (await start()).press(enter)).sees("Search:"), AGAIN],
    ["plain", () => start(["--plain"]), AGAIN],
    ["a dumb terminal", () => start([], { env: { TERM: "dumb" } }), AGAIN],
  ];
  it.each(places)("Ctrl-C at %s", async (_, go, says) => {
    const terminal = await go();
    await terminal.press(ctrlC);
    expect(await terminal.exit()).toBe(130);
    expect(terminal.screen().replace(/\n/g, "")).toMatch(says);
    expect(terminal.screen()).not.toMatch(/^\? /m);
    expect(terminal.raw.lastIndexOf("\x1b[?2004l")).toBeGreaterThanOrEqual(terminal.raw.lastIndexOf("\x1b[?2004h"));
    expect(terminal.raw.lastIndexOf("\x1b[?25h")).toBeGreaterThanOrEqual(terminal.raw.lastIndexOf("\x1b[?25l"));
  });

  it("Ctrl-C loses nothing: what was answered, and what was being written", async () => {
    const place = { columns: 200, env: { TMPDIR: folder } };
    const terminal = await atQuestion([], place);
    await terminal.press(ctrlC);
    await terminal.exit();
    const file = KEPT.exec(terminal.screen())?.[1] as string;
    expect(file.startsWith(folder)).toBe(true);
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = open(["--resume", file]);
    await again.sees("Is this right?");
    expect(again.screen()).toContain("ASIN B0ABCDEFGH");
    const writing = await start([], place);
    await writing.press("They say it", enter, "infringes", ctrlC);
    await writing.exit();
    expect(await readFile(KEPT.exec(writing.screen())?.[1] as string, "utf8")).toMatch(/They say it\n {2}infringes/);
  });

  it("save, kill, resume", async () => {
    const file = join(folder, "answers.yaml");
    const terminal = await understood(["--save", file]);
    await terminal.press(down, down, enter);
    await terminal.sees("complaint right?");
    await terminal.press(KEY.up, enter);
    await terminal.sees(/claim: It is right/);
    terminal.kill();
    await terminal.exit();
    expect(await readFile(file, "utf8")).toContain(TRADEMARK);
    expect(await readFile(file, "utf8")).toMatch(/^ {2}claim: "true" # It is right/m);
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = open(["--resume", file]);
    await again.sees("your appeal?");
    expect(again.screen()).toContain("You wrote:");
    const refused = open(["--save", file]);
    expect(await refused.exit()).toBe(2);
    expect(refused.screen()).toContain("already there");
  });

  it("the advice is saved to a new file only", async () => {
    await writeFile(join(folder, "taken.md"), "mine");
    const terminal = await advised([], { cwd: folder });
    await terminal.press(down, down);
    await terminal.sees("> Save this advice");
    await terminal.press(enter);
    await terminal.sees("File name");
    await terminal.press(..."taken.md", enter);
    await terminal.sees("already there");
    await terminal.press(..."mine.md", enter);
    await terminal.sees("Written to mine.md");
    await terminal.sees(MENU);
    expect(await readFile(join(folder, "taken.md"), "utf8")).toBe("mine");
    expect(await readFile(join(folder, "mine.md"), "utf8")).toMatch(/^# /);
    // Its ending says what it is to be; a calendar without a day is not written.
    await terminal.press(enter);
    await terminal.sees("File name");
    await terminal.press(..."mine.ics", enter);
    await terminal.sees("There is no date");
    await terminal.press(..."mine.docx", enter);
    await terminal.sees("Written to mine.docx");
    await terminal.sees(MENU);
    expect(existsSync(join(folder, "mine.ics"))).toBe(false);
    expect((await readFile(join(folder, "mine.docx"))).subarray(0, 2).toString()).toBe("PK");
    await terminal.press(KEY.up, KEY.up, KEY.up, KEY.up);
    await terminal.sees("> Save my answers");
    await terminal.press(enter);
    await terminal.sees("seller-route-answers.yaml");
    await terminal.press(enter);
    expect(await terminal.exit()).toBe(0);
    expect(existsSync(join(folder, "seller-route-answers.yaml"))).toBe(true);
  });

  it("answers that are kept in a file already are saved there, unless another is named", async () => {
    const place = join(folder, "kept");
    await mkdir(place);
    for (const [name, answers] of [
      ["", "s1.yaml"],
      ["other.yaml", "other.yaml"],
    ] as const) {
      const terminal = await advised(["--save", "s1.yaml", "--force"], { cwd: place });
      await terminal.press(KEY.up, KEY.up);
      await terminal.sees("> Save my answers");
      await terminal.press(enter);
      await terminal.sees("File name (s1.yaml)");
      await terminal.press(...name, enter);
      expect(await terminal.exit()).toBe(0);
      expect(terminal.screen()).toContain(`--resume ${answers}`);
      expect(await readFile(join(place, answers), "utf8")).toContain(TRADEMARK);
    }
    expect((await readdir(place)).sort()).toEqual(["other.yaml", "s1.yaml"]);
  });
});

describe.concurrent("every terminal", { timeout: 30_000 }, () => {
  it("a resize in the middle leaves one clean frame", async () => {
    const terminal = await understood([], { columns: 100, rows: 30 });
    for (const [columns, rows] of [
      [50, 24],
      [120, 40],
      [44, 14],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      await new Promise((resolve) => setTimeout(resolve, 250));
      await terminal.sees("Is this right?");
      expect(terminal.everything().match(/Is this right\?/g)).toHaveLength(1);
    }
    await terminal.press(enter);
    await terminal.sees("your appeal?");
    expect(terminal.everything()).not.toContain("Is this right?");
  });

  it("a narrow one", async () => {
    const terminal = await advised([], { columns: 44, rows: 20 });
    fits(terminal, 44);
  });

  it("no colour where none is wanted", async () => {
    const terminal = await advised([], { env: { NO_COLOR: "1" } });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are terminal sequences
    expect(terminal.raw).not.toMatch(/\x1b\[[0-9;]*m/);
  });

  it("--plain draws nothing twice", async () => {
    const terminal = await start(["--plain"], { rows: 200 });
    await terminal.press(TRADEMARK, enter, enter);
    await terminal.sees("1. Yes, go on");
    await terminal.press("9", enter);
    await terminal.sees("is none of these");
    await terminal.press("1", enter);
    await terminal.sees("your appeal?");
    await terminal.press("?", enter);
    await terminal.sees("Why this is asked");
    await terminal.press("b", enter);
    await terminal.press("1", enter);
    await terminal.press("1", enter);
    await terminal.sees("8. Done");
    await terminal.press("8", enter);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toMatch(/Go to +Notice-Dispute/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are terminal sequences
    expect(terminal.raw.replace(/\x1b\[[0-9;]*m/g, "")).not.toMatch(/\x1b\[[0-9?]*[A-Za-z]/);
  });

  it("--plain: Enter alone after a search is not the answer from before it", async () => {
    const terminal = await start(["--plain"], { rows: 200 });
    await terminal.press(TRADEMARK, enter, enter);
    await terminal.sees("1. Yes, go on");
    await terminal.press("2", enter);
    await terminal.sees("(as I read it)");
    await terminal.press("late shipments", enter);
    await terminal.sees("1 problem has these words");
    await terminal.press(enter);
    await terminal.press("1", enter);
    await terminal.sees("The problem: Late shipment rate too high");
  });

  it("in Chinese", async () => {
    const terminal = open(["--lang", "zh"]);
    await terminal.sees("发生了什么？");
    await terminal.press(enter);
    await terminal.sees("搜索：");
  });
});
