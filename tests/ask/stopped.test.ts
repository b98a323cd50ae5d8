import { existsSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { KEY, Terminal } from "./terminal.js";

let terminal: Terminal | undefined;
afterEach(() => terminal?.kill());

const open = (args: readonly string[], shell = true): Terminal => {
  terminal = new Terminal(args, { shell, rows: 40 });
  return terminal;
};

/** Stops it with Ctrl-Z, looks at the terminal that the shell has then, and lets it go on. */
async function away(one: Terminal): Promise<void> {
  await one.press(KEY.ctrlZ);
  await one.sees(/Stopped[\s\S]*\nshell>$/);
  expect(one.raw.lastIndexOf("\x1b[?25h")).toBeGreaterThanOrEqual(one.raw.lastIndexOf("\x1b[?25l"));
  await one.press("stty -a | grep -cw -- '-icanon'; echo\r");
  await one.sees(/\n0\n\nshell>$/);
  await one.press("clear; fg\r");
}

describe.runIf(existsSync("/bin/bash"))("after Ctrl-Z and fg", { timeout: 60_000 }, () => {
  test("what is being written goes on, and so does every prompt behind it", async () => {
    const one = open([]);
    await one.sees("What has happened?");
    await one.press(..."hel");
    await away(one);
    await one.sees(/^> hel$/m);
    await one.press(..."lo");
    await one.sees("> hello");
    one.paste(" pasted");
    await one.sees("hello pasted");
    await one.press(KEY.enter, KEY.enter);
    await one.sees("Search");
    await away(one);
    await one.sees("Search");
    await one.press(..."carrier");
    await one.sees("Search: carrier");
    expect(one.screen().match(/Search/g)).toHaveLength(1);
    await one.press(KEY.ctrlC);
    await one.sees(/Go on with[\s\S]*shell>$/);
  });

  test("the letter's questions go on", async () => {
    const one = open(["letter", "late-shipment"]);
    await one.sees("Enter alone");
    await away(one);
    await one.sees("Enter alone");
    await one.press(..."Blue Lamp", KEY.enter);
    await one.sees(/Part|\?/);
    await one.press(KEY.ctrlC);
    await one.sees(/Go on with[\s\S]*shell>$/);
  });

  test("where no shell could wake it, nothing is stopped and nothing is lost", async () => {
    const one = open([], false);
    await one.sees("What has happened?");
    await one.press(..."hel", KEY.ctrlZ, ..."lo");
    await one.sees("> hello");
    expect(one.everything().match(/What has happened/g)).toHaveLength(1);
    await one.press(KEY.ctrlC);
    expect(await one.exit()).toBe(130);
  });
});
