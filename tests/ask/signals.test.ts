import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "@lydell/node-pty";
import { describe, expect, test } from "vitest";
import { ownFolder } from "../support/folder.js";

const bin = process.env.SELLER_ROUTE_BIN ?? fileURLToPath(new URL("../../bin/seller-route.js", import.meta.url));
const top = ownFolder("seller-route-signals");
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs it below a shell that looks at the terminal before and after; `act` gets its process id at the first prompt. */
async function session(
  args: string,
  act: (pid: number) => void,
  keys: readonly string[] = [],
  shows = "What has happened?",
) {
  const [before, after] = [join(top, "before"), join(top, "after")];
  const shell = spawn(
    "sh",
    ["-c", `stty -g >"${before}"; "${process.execPath}" "${bin}" ${args}; echo "ended $?"; stty -g >"${after}"`],
    {
      name: "xterm-256color",
      cols: 80,
      rows: 24,
      cwd: top,
      env: { ...process.env, TERM: "xterm-256color", TMPDIR: top } as Record<string, string>,
    },
  );
  let raw = "";
  shell.onData((data) => {
    raw += data;
  });
  const ended = new Promise<void>((resolve) => shell.onExit(() => resolve()));
  const sees = async (text: string) => {
    for (let i = 0; i < 1000 && !raw.includes(text); i++) await soon(20);
    if (!raw.includes(text)) throw new Error(`Never saw ${text} in ${JSON.stringify(raw)}`);
  };
  await sees("What has happened?");
  for (const key of keys) {
    shell.write(key);
    await soon(150);
  }
  await sees(shows);
  await soon(200);
  act(Number(readFileSync(`/proc/${shell.pid}/task/${shell.pid}/children`, "utf8").trim().split(" ")[0]));
  await ended;
  const [stood, stands] = [before, after].map((file) => readFileSync(file, "utf8"));
  return { raw, stood, stands };
}

/** Cursor shown, brackets around pastes off: what came last of each pair. */
function restored(raw: string): void {
  expect(raw.lastIndexOf("\x1b[?25h")).toBeGreaterThanOrEqual(raw.lastIndexOf("\x1b[?25l"));
  expect(raw.lastIndexOf("\x1b[?2004l")).toBeGreaterThanOrEqual(raw.lastIndexOf("\x1b[?2004h"));
}

describe.runIf(existsSync("/proc/self/task"))("a signal in the middle of a prompt", { timeout: 60_000 }, () => {
  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("%s leaves the terminal as it was", async (signal, code) => {
    for (const [keys, shows] of [
      [[], "What has happened?"],
      [["\r"], "Search"],
    ] as const) {
      const { raw, stood, stands } = await session("", (pid) => process.kill(pid, signal), keys, shows);
      expect(raw).toContain(`ended ${code}`);
      expect(raw).not.toMatch(/^\s+at /m);
      expect(stands).toBe(stood);
      restored(raw);
    }
  });

  test("while answers are kept: the file is whole, and nothing stands beside it", async () => {
    await session(
      "--save kept.yaml",
      (pid) => process.kill(pid, "SIGTERM"),
      ["A rights owner says my listing is a trademark infringement, but I own the brand.", "\r", "\r"],
      "Is this right?",
    );
    expect(readFileSync(join(top, "kept.yaml"), "utf8")).toMatch(/^# Answers[\s\S]*answers:/);
    expect(readdirSync(top).filter((name) => /tmp|seller-route/.test(name))).toEqual([]);
  });
});
