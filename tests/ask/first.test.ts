import { expect, it } from "vitest";
import { first } from "../../src/first.js";
import { Terminal } from "./terminal.js";

const PLAIN = { env: {}, colour: { stdout: false, stderr: false } };

it("the first question stands there before its prompt does, and looks the same", async () => {
  for (const columns of [80, 40]) {
    const terminal = new Terminal([], { columns, rows: 24, env: { NO_COLOR: "1", EDITOR: "", VISUAL: "" } });
    await terminal.sees("What has happened?");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const frame = first(PLAIN, columns, 24);
    expect(terminal.everything().trim()).toBe(frame.trim());
    terminal.kill();
  }
});

it("is wrapped to the window", () => {
  const lines = first(PLAIN, 30, 24).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(30);
  expect(lines.at(-1)).toBe("> ");
});
